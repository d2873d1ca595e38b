"""The follow-up note: what was promised, to whom, by when, and the next date. It belongs to the visit."""

import re

from simulator.text import clean_line

FIELDS = ("promise", "next", "file", "people", "step")
_NAMED = rf"(?:{'|'.join(FIELDS)})\s*[=:\uff1a]"
_PAIR = re.compile(rf"(\w+)\s*[=:\uff1a]\s*([^;\uff1b]+?)(?=[;\uff1b]|\s+{_NAMED}|$)", re.IGNORECASE)
"""A field and what stands in it, up to a semicolon (also a full-width one) or to the next field."""


def read_follow_up(text: str) -> dict[str, str]:
    """A note written as ``promise=...; next=...``; a text without fields is the note ``file``."""
    found = {
        name.lower(): clean_line(value)
        for name, value in _PAIR.findall(text)
        if name.lower() in FIELDS and value.strip()
    }
    rest = clean_line(text)
    return found or ({"file": rest} if rest else {})
