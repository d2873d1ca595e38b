"""Literal patterns: safe to take from a file, quick on any text.

A pattern is plain words. ``…`` stands for up to 12 characters in between, so that 如果…就 finds 如果走我行就. Words in
Latin letters match whole words only.
"""

GAP = 12
"""The most characters that ``…`` may stand for."""


def first_match(text: str, patterns: tuple[str, ...]) -> str | None:
    """The first of ``patterns`` found in ``text`` (both in lower case), None where there is none."""
    for pattern in patterns:
        if _find(text, pattern):
            return pattern
    return None


def _find(text: str, pattern: str) -> bool:
    if "…" in pattern:
        return _with_gaps(text, pattern.split("…"))
    return _word_at(text, pattern, 0) >= 0


def _word_at(text: str, word: str, start: int) -> int:
    """Where ``word`` begins in ``text`` from ``start`` on, -1 where it does not."""
    at = text.find(word, start)
    while at >= 0:
        end = at + len(word)
        if not (_letter(word[0]) and at and _letter(text[at - 1])) and not (
            _letter(word[-1]) and end < len(text) and _letter(text[end])
        ):
            return at
        at = text.find(word, at + 1)
    return -1


def _letter(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _with_gaps(text: str, parts: list[str]) -> bool:
    parts = [part.strip() for part in parts if part.strip()]
    if not parts:
        return False
    start = _word_at(text, parts[0], 0)
    while start >= 0:
        end = start + len(parts[0])
        for part in parts[1:]:
            at = _word_at(text, part, end)
            if at < 0 or at - end > GAP:
                break
            end = at + len(part)
        else:
            return True
        start = _word_at(text, parts[0], start + 1)
    return False
