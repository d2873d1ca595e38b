"""Words that an author gave a meaning: what the same words mean elsewhere is then no reason to hear something else in them."""

import re
from collections.abc import Iterable

_LATIN = re.compile(r"[a-z]", re.IGNORECASE)


class OwnWords:
    """Those of the author's ``words`` in which ``elsewhere`` finds a meaning of its own ("margin", where a margin is bargained over).

    `masked` hides them from such patterns, every other letter in its place.
    """

    def __init__(self, words: Iterable[str], elsewhere: re.Pattern[str]) -> None:
        freed = sorted(
            {word.lower() for word in words if elsewhere.search(word.lower())}, key=lambda w: (-len(w), w)
        )
        parts = [
            rf"(?<![a-z]){re.escape(word)}(?:s|es)?(?![a-z])" if _LATIN.search(word) else re.escape(word)
            for word in freed
        ]
        self._pattern = re.compile("|".join(parts), re.IGNORECASE) if parts else None

    def masked(self, text: str) -> str:
        """``text`` with letters that mean nothing in the place of those words."""
        return text if self._pattern is None else self._pattern.sub(lambda found: "某" * len(found[0]), text)
