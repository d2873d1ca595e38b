"""Text from outside, made harmless once, at the door.

Scenarios, transcripts and trainees' input are data. Control characters could drive the terminal
(``ESC]52;`` writes the clipboard), bidirectional controls could show a text other than the one that is
graded; both are removed where the text enters, so that nothing behind the door has to think of them.
"""

import re
import unicodedata

# C0 and C1 controls except tab and newline, DEL; bidirectional controls and isolates; zero-width marks,
# line/paragraph separators, byte-order mark, interlinear annotation and lone surrogates.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_NEWLINES = re.compile(r"\r\n?|\u2028|\u2029|\x85")

MAX_BYTES = 1_000_000
"""The largest file of a trainer's that is read."""
MAX_TURN_CHARACTERS = 2000
"""The longest turn that is taken in; what lies behind is cut, so that a pasted book cannot stall a visit."""


def clean(text: str) -> str:
    """The text without control and bidirectional characters, in Unicode normal form C.

    Tabs and newlines stay; every other way to end a line becomes a newline.
    """
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text  # nearly every text: nothing in it is a control, a mark without width or a line's end
    return unicodedata.normalize("NFC", _UNSAFE.sub("", _NEWLINES.sub("\n", text)))


def clean_line(text: str, limit: int = MAX_TURN_CHARACTERS) -> str:
    """One line of cleaned text: runs of white space become one space, at most ``limit`` characters."""
    return " ".join(clean(text).split())[:limit]


def unsafe_characters(text: str) -> tuple[str, ...]:
    """The characters of ``text`` that `clean` would take away, in their order (for the checker's message)."""
    return tuple(_UNSAFE.findall(_NEWLINES.sub("\n", text)))
