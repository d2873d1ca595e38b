"""What is wrong with files that trainers write; of many looked for by all the processors there are."""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.commands.collecting import collected_seldom
from simulator.rehearsal.ahead import Ahead, forks, spare_processors
from simulator.scenario.checking import check_file, is_client, misnamed
from simulator.scenario.diagnostics import Diagnostic, ScenarioError
from simulator.scenario.library import overlay_of
from simulator.scenario.source import read_unchanged

if TYPE_CHECKING:
    from scoring import Rubric
    from simulator.rehearsal.proving import Proof
    from simulator.scenario.load import Loaded

Found = tuple[Diagnostic, ...]
Proved = tuple["Loaded", "Proof"]


def findings_of(files: Sequence[Path]) -> list[Diagnostic]:
    """What is wrong with files, by their places."""
    with Ahead[Path, Found](partial(_findings, apart=files), min(spare_processors(), len(files) - 1)) as ahead:
        numbered = tuple(enumerate(files))
        return sorted({one for n, file in numbered for one in ahead.of(n, file, partial(tuple, numbered[n:]))})


def findings_and_proof(file: Path, positions: int) -> tuple[list[Diagnostic], Proved | None]:
    """What is wrong with one file; and the proof of the client in it, worked out meanwhile where one can be hoped for."""
    if not (_is_client(file) and forks() and spare_processors()):
        return sorted(set(_findings(file))), None
    with collected_seldom(), Ahead[Path, Found](_misheard, 1) as ahead:
        ahead.begin(
            file, file
        )  # before what is only needed here is imported, and before anything is known of the file
        seen = _at_sight(file)
        if any(wrong(one) for one in seen):
            return sorted({*seen, *_at_length(file, seen)}), None
        from simulator.commands.prove import proof_of

        proved = proof_of(file, positions, spare_processors())
        more = (*_strayed(file, seen), *_expectations_unmet(file))
        return sorted({*seen, *more, *ahead.of(file, file, tuple)}), proved


def wrong(finding: Diagnostic) -> bool:
    """Whether a finding is more than a warning."""
    return finding.severity != "warning"


def _findings(file: Path, apart: Collection[Path] = ()) -> Found:
    """What is wrong with a file; the expectations beside a client with it, save those looked at ``apart``."""
    seen = _at_sight(file)
    return (*seen, *_at_length(file, seen, apart))


def _at_sight(file: Path) -> Found:
    """What shows by reading a file."""
    from simulator.commands.finding import rubric_faults

    wanted = misnamed(file)
    name = (Diagnostic(str(file), 1, 1, "Y127", {"wanted": wanted}),) if wanted else ()
    found = rubric_faults(file)
    if found is None:
        found = () if _is_expectation(file) else check_file(file)
    return (*name, *found)


def _at_length(file: Path, seen: Found, apart: Collection[Path] = ()) -> Found:
    """What shows only when visits are played or words are said, beside what was ``seen`` at first sight."""
    from simulator.commands.finding import holds_rubric

    if holds_rubric(file):
        return ()
    if _is_expectation(file):
        return _unmet(file)
    heard = _said_aloud(file, seen, apart)
    return (*heard, *_expectations_unmet(file, apart))


def _expectations_unmet(file: Path, apart: Collection[Path] = ()) -> Iterator[Diagnostic]:
    """How visits go otherwise than the expectations beside a client say, save those looked at ``apart``."""
    from simulator.authoring.expecting import FOLDER, expectations_of

    expected = expectations_of(file) if (file.parent / FOLDER).is_dir() else []
    return (one for each in expected if each not in apart for one in _unmet(each))


def _said_aloud(file: Path, seen: Found, apart: Collection[Path]) -> Iterator[Diagnostic]:
    """What shows only when the words are read as a client hears them; a translation is looked at with what it translates."""
    base = _base(file)
    if base != file and base in apart:
        return
    yield from _strayed(file, seen)
    if not any(wrong(one) for one in seen if one.code != "Y127"):
        yield from _misheard(file)


def _base(file: Path) -> Path:
    """The file itself, or the one that it translates."""
    return (overlay_of(file) or (file,))[0]


def _strayed(file: Path, seen: Found) -> Iterator[Diagnostic]:
    """Sums that are others in a translation, where nothing else about them was ``seen``."""
    from simulator.authoring.sums import strayed_sums

    places = {(one.file, one.line) for one in seen if one.code in ("S464", "S465", "S466")}
    return (one for one in strayed_sums(_base(file)) if (one.file, one.line) not in places)


def _misheard(file: Path) -> Found:
    """What a client does not hear as its author meant it."""
    from simulator.authoring.misheard import misheard

    base = _base(file)
    return tuple(misheard(base)) if _is_client(base) else ()


def _is_client(file: Path) -> bool:
    try:
        return is_client(file)
    except ScenarioError:
        return False


def _is_expectation(file: Path) -> bool:
    from simulator.authoring.expecting import is_expectation

    try:
        return is_expectation(read_unchanged(file).data)
    except ScenarioError:
        return False


def _unmet(file: Path) -> Found:
    from simulator.authoring.comparing import unmet

    return unmet(file, _shipped_rubric)


@lru_cache(maxsize=2)
def _shipped_rubric(spoken: str) -> "Rubric":
    from simulator.commands.finding import find_rubric

    return find_rubric(None, spoken)
