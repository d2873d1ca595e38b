"""The follow-up note: what was promised, to whom, by when, and the next date. It belongs to the visit."""

import re

from simulator.text import clean_line

FIELDS = ("promise", "next", "file", "people", "step")
_FRONT = r"""(?:^|(?<=[\s;\uff1b,\uff0c"']))"""
_NAMED = re.compile(rf"{_FRONT}({'|'.join(FIELDS)})\s*[=:\uff1a]", re.IGNORECASE)
"""Where a field begins: what stands before the next one belongs to it, semicolons and all."""


def read_follow_up(text: str) -> dict[str, str]:
    """A note written as ``promise=...; next=...``; what stands before the first field is the note ``file``."""
    first, *parts = _NAMED.split(text)
    found: dict[str, str] = {}
    for name, value in (("file", first), *zip(parts[::2], parts[1::2], strict=True)):
        if said := clean_line(value).strip(" ;\uff1b,\uff0c\"'"):
            before = found.get(name.lower())
            found[name.lower()] = f"{before}; {said}" if before else said
    return found
