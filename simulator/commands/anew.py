"""``duilian score --against``: what changed since a visit was graded, or between two rubrics."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.commands.finding import read_transcript_file
from simulator.commands.many import Rubrics
from simulator.commands.problem import Problem
from simulator.i18n import N_, _

if TYPE_CHECKING:
    from scoring.changes import Card, Changes
    from scoring.rubric import Rubric
    from simulator.transcript.record import Transcript

FAULTS = {
    "J100": N_("is no JSON; name scorecards from 'duilian score --json', or a rubric (.yaml)"),
    "J101": N_("is no scorecard; name scorecards from 'duilian score --json'"),
    "J102": N_("is the scorecard of '{old}'; the transcript is of '{new}'"),
    "J103": N_("ends here; there are fewer scorecards than transcripts"),
    "J104": N_("is one scorecard too many; name as many transcripts"),
}


def score_against(options: argparse.Namespace) -> int:
    """Grades the transcripts and tells what changed; one bad transcript does not keep the others from being told of."""
    from scoring.changes_text import plain_changes

    unread: list[str] = []
    told: list[tuple[Changes, dict[str, str], str]] = []
    old = Rubrics(_rubric_name(options.against), options.lang) if _names_rubric(options.against) else None
    cards = [] if old else list(_cards(Path(options.against)))
    new = Rubrics(options.rubric, options.lang)
    if not old:
        _same_number(options.against, len(cards), len(options.transcripts))
    for number, name in enumerate(options.transcripts):
        try:
            transcript = read_transcript_file(name)
        except Problem as problem:
            unread.extend(problem.lines)
            continue
        rubric = new.of(transcript)
        if old:
            found = _between(transcript, old.of(transcript), rubric)
        else:
            found = _since(options.against, number, cards[number], transcript, rubric)
        told.append((found, {band.id: band.name for band in rubric.bands}, rubric.language))
        if options.json:
            print(json.dumps(found.as_json(), ensure_ascii=False))
        elif not options.html:
            if len(options.transcripts) > 1:
                print(f"== {name} ==")
            sys.stdout.write(plain_changes(*told[-1]))
    if options.html and told:
        _write(options, told)
    if unread:
        raise Problem(*unread)
    return 0


def _write(options: argparse.Namespace, told: "list[tuple[Changes, dict[str, str], str]]") -> None:
    """The page of all the changes, in the visits' language where they share one."""
    from scoring.report.changes import changes_page
    from simulator.commands.grading import write_page

    spoken = {language for *_rest, language in told}
    language = options.lang or (spoken.pop() if len(spoken) == 1 else "en")
    out = Path(options.html)
    path = out / "changes.html" if options.html.endswith(("/", "\\")) or out.is_dir() else out
    write_page(path, changes_page([(found, grades) for found, grades, _spoken in told], language))
    if not options.json:
        print(_("written: {path}").format(path=path))


def _names_rubric(name: str) -> bool:
    return name == "visit" or Path(name).suffix in (".yaml", ".yml")


def _rubric_name(name: str) -> str | None:
    return None if name == "visit" else name


def _between(transcript: "Transcript", before: "Rubric", after: "Rubric") -> "Changes":
    from scoring import grade
    from scoring.changes import changes

    old, new = (grade(transcript, rubric).as_json() for rubric in (before, after))
    return changes(old, new, (before, after))


def _since(file: str, number: int, card: "Card", transcript: "Transcript", rubric: "Rubric") -> "Changes":
    from scoring import grade
    from scoring.changes import changes

    scenario = transcript.header.scenario
    if card.get("scenario", scenario) != scenario:
        raise _fault(file, number + 1, "J102", old=str(card["scenario"])[:60], new=scenario[:60])
    return changes(card, grade(transcript, rubric).as_json())


def _cards(path: Path) -> Iterator["Card"]:
    """The scorecards of a file: one, or one a line."""
    from scoring.changes import CardError, read_card

    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise _fault(str(path), 1, "J100") from None
    except OSError as error:
        raise Problem.unreadable(path, error) from None
    for line, value in _values(str(path), text):
        try:
            yield read_card(value)
        except CardError:
            raise _fault(str(path), line, "J101") from None


def _values(file: str, text: str) -> Iterator[tuple[int, Any]]:
    try:
        yield 1, json.loads(text)
        return
    except (ValueError, RecursionError):
        pass
    for line, record in enumerate(text.splitlines(), 1):
        if record.strip():
            try:
                yield line, json.loads(record)
            except (ValueError, RecursionError):
                raise _fault(file, line, "J100") from None
    if not text.strip():
        raise _fault(file, 1, "J100")


def _same_number(file: str, cards: int, transcripts: int) -> None:
    if cards < transcripts:
        raise _fault(file, cards, "J103")
    if cards > transcripts:
        raise _fault(file, transcripts + 1, "J104")


def _fault(file: str, line: int, code: str, **details: str) -> Problem:
    return Problem(f"{file}:{line}:1: {code} {_(FAULTS[code]).format(**details)}")
