"""Reading plain data with an eye for mistakes: each wrong value becomes a diagnostic with its place, and reading goes on."""

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from scoring.rubric_layers import Stack
from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.source import Path_


@dataclass
class Faults:
    """Collects what is wrong in a rubric. The readers below give a harmless value where they found a fault."""

    source: Stack
    found: list[Diagnostic] = field(default_factory=list)

    def add(self, path: Path_, code: str, severity: str = "error", **details: str) -> None:
        """One more finding, at the place of ``path``."""
        file, mark = self.source.place(path)
        self.found.append(Diagnostic(file, mark.line, mark.column, code, details, severity))

    def unknown(self, path: Path_, code: str, word: object, known: tuple[str, ...]) -> None:
        """A word that is not of a closed list; names the nearest that is."""
        near = get_close_matches(str(word), known, n=1, cutoff=0.5)
        self.add(path, code, word=str(word)[:60], near=near[0] if near else ", ".join(known[:8]))

    def mapping(self, value: Any, path: Path_, keys: tuple[str, ...] | None = None) -> dict[str, Any]:
        """A mapping, with only the given ``keys`` if any are given."""
        if not isinstance(value, dict):
            self.add(path, "R201", found=_kind(value), expected="mapping")
            return {}
        for key in value:
            if keys is not None and key not in keys:
                self.unknown((*path, key), "R202", key, keys)
        return value

    def text(self, value: Any, path: Path_, needed: bool = True) -> str:
        """A text; numbers are taken as written."""
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return str(value)
        if value is None or value == "":
            if needed:
                self.add(path, "R203", key=str(path[-1]) if path else "")
            return ""
        if not isinstance(value, str):
            self.add(path, "R201", found=_kind(value), expected="text")
            return ""
        return value.strip()

    def number(self, value: Any, path: Path_, least: float, most: float, default: float) -> float:
        """A number between ``least`` and ``most``."""
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            self.add(path, "R201", found=_kind(value), expected="number")
            return default
        if not least <= value <= most:
            self.add(path, "R204", value=str(value), least=f"{least:g}", most=f"{most:g}")
            return default
        return float(value)

    def whole(self, value: Any, path: Path_, least: int, most: int, default: int) -> int:
        """A whole number between ``least`` and ``most``."""
        number = self.number(value, path, least, most, default)
        if number != int(number):
            self.add(path, "R205", value=str(value))
            return default
        return int(number)

    def truth(self, value: Any, path: Path_) -> bool:
        """``true`` or ``false``."""
        if not isinstance(value, bool):
            self.add(path, "R201", found=_kind(value), expected="true/false")
            return False
        return value

    def choice(self, value: Any, path: Path_, known: tuple[str, ...]) -> str:
        """A word of a closed list."""
        if not isinstance(value, str) or value not in known:
            self.unknown(path, "R206", value, known)
            return known[0]
        return value

    def texts(self, value: Any, path: Path_) -> tuple[str, ...]:
        """One text or a list of texts."""
        if isinstance(value, (str, int, float)) and not isinstance(value, bool):
            return (str(value),)
        if not isinstance(value, list):
            self.add(path, "R201", found=_kind(value), expected="list")
            return ()
        return tuple(
            [
                entry.strip() if entry and type(entry) is str else self.text(entry, (*path, place))
                for place, entry in enumerate(value)
            ]
        )

    def choices(self, value: Any, path: Path_, known: tuple[str, ...], code: str = "R206") -> tuple[str, ...]:
        """One or several words of a closed list."""
        words = self.texts(value, path)
        strange = [place for place, word in enumerate(words) if word not in known]
        for place in strange:
            self.unknown((*path, place) if isinstance(value, list) else path, code, words[place], known)
        return tuple([word for word in words if word in known]) if strange else words


def _kind(value: Any) -> str:
    names = {dict: "mapping", list: "list", str: "text", bool: "true/false", int: "number", float: "number"}
    return "nothing" if value is None else names.get(type(value), type(value).__name__)
