"""The head of a scenario file where it is written plainly: one key and its value a line, as nearly all are.

The list of clients waits for twelve of them and for nothing else, and loading the YAML reader takes longer than
reading them. What is written in any other way YAML allows is left to that reader.
"""

import re
from collections.abc import Iterator
from typing import Any

from simulator.text import clean

KEYS = (
    "format", "id", "language", "translates", "title", "summary", "segment", "visit", "difficulty", "minutes",
    "client", "dossier",
)  # fmt: skip
"""The keys that stand at the head of a scenario or a translation."""
BEHIND = re.compile(rf"^(?!(?:{'|'.join(KEYS)})\b)\w+ *:", re.MULTILINE)
"""The first key that is none of the head's."""
_KEY = re.compile(rf"^(?:{'|'.join(KEYS)})\b", re.MULTILINE)
_LINE = re.compile(r"( *)(\w+):(?: +(\S.*))?")
_QUOTED = re.compile(r"""'([^']*)'|"([^"\\]*)\"""")
_PLAIN = re.compile(r"""(?![-?:,\[\]{}#&*!|>'"%@`])(?:(?!: | #|:$).)+""")
_NUMBER = re.compile(r"[0-9]{1,15}")
_WORDS = frozenset({"~", "null", "true", "false"})


class _OtherwiseError(Exception):
    """Something is written in another way than plainly."""


def plain_head(text: str) -> dict[str, Any] | None:
    """What the head of a file says, of its dossier the contact's name alone; None where it is not written plainly.

    Only what stands before the first key that is none of the head's is looked at; slips behind the name stay unseen.
    """
    behind = BEHIND.search(text)
    head = text[: behind.start()] if behind else text
    try:
        return _head(head) or None
    except _OtherwiseError:
        return None


def _head(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    lines = _lines(text)
    for indent, key, value, end in lines:
        if indent or key in found:
            raise _OtherwiseError
        if key == "dossier":
            if value or _KEY.search(text, end):  # what is said below it would be said behind its back
                raise _OtherwiseError
            return found | {"dossier": {"contact": {"name": _name(lines)}}}
        found[key] = _scalar(value)
    return found


def _name(lines: Iterator[tuple[int, str, str, int]]) -> Any:
    """The name in the contact's part of a dossier that begins with the next line."""
    part, of_contact = 0, 0
    for indent, key, value, _ in lines:
        part = part or indent
        if of_contact:
            of_contact = indent if of_contact == part else of_contact
            if indent != of_contact or indent <= part:
                break
            if key == "name":
                return _scalar(value)
            _scalar(value)
        elif indent != part or not indent:
            break
        elif key == "contact" and not value:
            of_contact = part
        else:
            _scalar(value)
    raise _OtherwiseError


def _lines(text: str) -> Iterator[tuple[int, str, str, int]]:
    """Each line that is neither empty nor a remark: how far it stands in, its key, its value, and where it ends."""
    end = -1
    for line in text.split("\n"):
        end += len(line) + 1
        line = line.removesuffix("\r").rstrip(" ")
        if line and not line.lstrip(" ").startswith("#"):
            match = _LINE.fullmatch(line)
            if match is None or not line.isprintable():
                raise _OtherwiseError
            yield len(match[1]), match[2], match[3] or "", end


def _scalar(written: str) -> str | int:
    quoted = _QUOTED.fullmatch(written)
    if quoted is not None:
        return clean(quoted[1] if quoted[1] is not None else quoted[2])
    if not _PLAIN.fullmatch(written) or written.lower() in _WORDS:
        raise _OtherwiseError
    if written[0] in "+-.0123456789":
        if not _NUMBER.fullmatch(written):
            raise _OtherwiseError
        return int(written)
    return clean(written)
