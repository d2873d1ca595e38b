"""``duilian understand``: what is understood in each line; how well, against labelled lines; what trainees amended."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.commands.finding import find_scenario, read_transcript_file
from simulator.commands.problem import Problem
from simulator.commands.wording import form_word
from simulator.i18n import _, language
from simulator.language.evaluation import LabelledError, Report, evaluate, read_labelled
from simulator.language.understanding import Understanding
from simulator.text import clean_line
from simulator.transcript.format import turn_record
from simulator.transcript.record import Exchange, Transcript
from simulator.vocabulary.moves import name
from simulator.vocabulary.turn import MoveMade, TabooMade, Turn

if TYPE_CHECKING:  # the validating models are heavy, and a turn can be understood without them
    from simulator.scenario.model import Scenario


def understand(options: argparse.Namespace) -> int:
    """The command in its forms: sentences, standard input, a measurement, what was amended."""
    if options.amendments:
        for path in options.amendments:
            for line in amendments(read_transcript_file(path)):
                print(json.dumps(line, ensure_ascii=False))
        return 0
    spoken = options.lang or language()
    scenario = find_scenario(options.scenario, spoken).scenario if options.scenario else None
    understanding = Understanding(scenario.language if scenario else spoken, scenario)
    if options.evaluate:
        return _evaluate(understanding, Path(options.evaluate), as_json=options.json)
    said = ((text, options.previous) for text in options.texts) if options.texts else _asked(sys.stdin.buffer)
    readable = not options.json and (bool(options.texts) or sys.stdin.isatty())
    for text, previous in said:
        turn = understanding.understand(clean_line(text), clean_line(previous))
        if readable:
            print("\n".join(_told(turn, scenario)), flush=True)
        else:  # what other programs read
            print(json.dumps(turn_record(turn), ensure_ascii=False), flush=True)
    return 0


def _told(turn: Turn, scenario: "Scenario | None") -> Iterator[str]:
    """What was understood in a turn, for a person to read: every act with its words and how sure, subjects, figures."""
    from simulator.authoring.previewing import doubted_lines, subject_called

    yield turn.text
    for move in turn.moves:
        form = f" ({form_word(move.form)})" if move.form else ""
        yield f"  {name(move.id, language())}{form} {move.id}, {move.confidence:.0%}: {move.clause}"
        if move.topic is not None:
            yield "    " + _("Subject: {subjects}").format(subjects=subject_called(scenario, move.topic))
    for taboo in turn.taboos:
        unsure = "" if taboo.certain else _(" (to be confirmed)")
        yield f"  ⚠ {name(taboo.id, language())}{unsure} {taboo.id}, {taboo.confidence:.0%}: {taboo.clause}"
    if not turn.placed:
        yield "  " + name("other", language())
        if turn.about is not None:
            yield "    " + _("Subject: {subjects}").format(subjects=subject_called(scenario, turn.about))
    for figure in turn.quantities:
        aside = "" if not figure.aside else _(", not put forward")
        yield "  " + _("figure: {value} {unit}, {kind}").format(
            value=f"{figure.value:.10g}", unit=figure.unit, kind=f"{figure.issue}{aside}"
        )
    yield from (f"  {line}" for line in doubted_lines(turn))


def _asked(lines: Iterable[bytes]) -> Iterator[tuple[str, str]]:
    """Each line as (text, the client's line before): JSON objects, or bare text."""
    for number, raw in enumerate(lines, 1):
        line = raw.decode("utf-8", "replace").strip()
        if not line:
            continue
        if not line.startswith("{"):
            yield line, ""
            continue
        try:
            record = json.loads(line)
            text, previous = record["text"], record.get("prev") or ""
            if not (isinstance(text, str) and isinstance(previous, str)):
                raise TypeError
        except (ValueError, KeyError, TypeError, RecursionError):
            template = _('standard input:{number}:1: a JSON line is like {{"text": "...", "prev": "..."}}')
            raise Problem(template.format(number=number)) from None
        yield text, previous


def amendments(transcript: Transcript) -> Iterator[dict[str, Any]]:
    """The turns that were amended, as labelled lines: what was meant, and what had been heard.

    Of a turn that was only flagged nobody has said yet what it meant: its line has what was heard and no labels.
    """
    previous = transcript.opening
    for exchange in transcript.exchanges:
        if exchange.as_heard is not None or exchange.flagged:
            yield _disputed(exchange, previous)
        previous = exchange.client.text


def _disputed(exchange: Exchange, previous: str) -> dict[str, Any]:
    meant, heard = exchange.trainee, exchange.as_heard or exchange.trainee
    line: dict[str, Any] = {"text": meant.text, "prev": previous}
    if exchange.as_heard is not None:
        line |= {"moves": _ids(meant.moves), "forms": _forms(meant), "taboos": _ids(meant.taboos)}
    line |= {"heard": _ids(heard.moves), "heard_forms": _forms(heard), "heard_taboos": _ids(heard.taboos)}
    if exchange.flagged:
        line["flagged"] = True
    if exchange.review is not None:
        line |= {"by": exchange.review.by, "why": exchange.review.why}
    return line


def _ids(found: Iterable[MoveMade | TabooMade]) -> list[str]:
    return sorted({entry.id for entry in found})


def _forms(turn: Turn) -> dict[str, str]:
    """The form of each question; one that was asked in both forms is open."""
    forms: dict[str, str] = {}
    for move in turn.moves:
        if move.form is not None and forms.get(move.id) != "open":
            forms[move.id] = move.form
    return forms


def _evaluate(understanding: Understanding, path: Path, *, as_json: bool) -> int:
    try:
        with path.open(encoding="utf-8") as file:
            report = evaluate(understanding, list(read_labelled(file)))
    except LabelledError as error:
        template = _("{path}:{line}:1: this labelled line cannot be read: {problem}")
        raise Problem(template.format(path=path, line=error.line, problem=error.problem)) from None
    except UnicodeDecodeError:
        raise Problem(_("{path}: is not UTF-8; save the file as UTF-8").format(path=path)) from None
    except OSError as error:
        raise Problem.unreadable(path, error) from None
    if as_json:
        print(json.dumps(report.as_json(), ensure_ascii=False))
    else:
        print("\n".join(_report_lines(report)))
    return 0


def _report_lines(report: Report) -> Iterator[str]:
    result = report.as_json()
    yield _("{turns} turns").format(turns=report.turns)
    for title, key in ((_("moves"), "moves"), (_("taboos"), "taboos")):
        row = result[key]
        yield _("{title}: precision {precision}, recall {recall}, micro-F1 {f1}, macro-F1 {macro_f1}").format(
            title=title, **row
        )
    row = result["red_lines_certain"]
    yield _("red lines reported as certain: precision {precision}, recall {recall}").format(**row)
    for title, key in (
        (_("false alarms on turns without a taboo"), "false_alarms"),
        (_("turns of no move that were given one"), "nonsense_labelled"),
        (_("open or closed right"), "forms"),
        (_("figures exact"), "quantities"),
    ):
        value = result[key]
        yield f"{title}: {'-' if value is None else value}"
    yield ""
    for id, row in result["labels"].items():
        yield f"{row['precision']:>7.3f} {row['recall']:>7.3f} {row['f1']:>7.3f} {row['support']:>5}  {id}  {name(id, language())}"
    if result["confusions"]:
        yield ""
        yield _("most often confused (missed, heard instead):")
        yield from (f"{number:>5}  {missed} -> {heard}" for missed, heard, number in result["confusions"])
