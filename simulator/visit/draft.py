"""What was typed in a visit and not sent yet: kept beside its file, so that it is there again when one goes on."""

import os
from contextlib import suppress
from pathlib import Path

from simulator.text import clean

LONGEST = 100_000
"""Characters of a draft that are taken up again."""


class Draft:
    """The unsent words of one visit, in a file of their own; there is none while there are no words."""

    def __init__(self, visit: Path) -> None:
        """``visit`` is the file of the visit."""
        self.path = visit.with_name(f"{visit.name}.draft")
        self._kept: str | None = None

    def read(self) -> str:
        """The words kept; empty where there are none or they cannot be read."""
        try:
            text = clean(self.path.read_bytes().decode("utf-8", "replace"))[:LONGEST]
        except OSError:
            text = ""
        self._kept = text
        return text

    def keep(self, text: str) -> None:
        """Keeps the words in place of those before; blank ones leave no file. Raises OSError."""
        if text == self._kept:
            return
        if text.strip():
            new = self.path.with_name(f"{self.path.name}.new")
            with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(text.encode("utf-8", "replace"))
            new.replace(self.path)
        else:
            self.path.unlink(missing_ok=True)
        self._kept = text

    def keep_if_possible(self, text: str) -> bool:
        """`keep`; whether the disk took it."""
        with suppress(OSError):
            self.keep(text)
            return True
        return False
