"""A turn cut into chunks at its punctuation: the smallest pieces that labels are given to."""

import re

_CUT = re.compile(
    r".+?(?:(?:[，。!！?？;；…：\n~～]|[,:](?!\d)|(?<!\d)[,:])+|\.+(?=\s|$)|\s[-–—]\s|——|$)", re.DOTALL
)
"""A comma or colon before a digit is part of a figure (1,500; 10:30)."""
_WORD = re.compile(r"[^\W_]")
MAX_CHUNKS = 60


def chunks(text: str) -> tuple[str, ...]:
    """The chunks of ``text`` in order; joined they are the text again (white space at the ends aside).

    A piece of fewer than two letters stays with the piece before it, or, at the start, with the piece after.
    """
    pieces: list[str] = []
    carry = ""
    for piece in _CUT.findall(text):
        if len(_WORD.findall(piece)) < 2 and len(pieces) + bool(carry) == 0:
            carry += piece
        elif len(_WORD.findall(piece)) < 2 and pieces:
            pieces[-1] += piece
        else:
            pieces.append(carry + piece)
            carry = ""
    if carry:
        pieces.append(carry)
    if len(pieces) > MAX_CHUNKS:
        pieces = [*pieces[: MAX_CHUNKS - 1], "".join(pieces[MAX_CHUNKS - 1 :])]
    return tuple(pieces)
