"""Transcript records to JSON lines and back. Reading is tolerant of what is missing, strict about what is wrong."""

import json
import typing
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from simulator.text import clean
from simulator.transcript.record import (
    FORMAT,
    Brief,
    ClientSide,
    Exchange,
    Header,
    Preparation,
    Review,
    Transcript,
)
from simulator.transcript.shape import built_dataclass, reader
from simulator.transcript.writing import (
    amendment_line,
    end_line,
    exchange_line,
    flag_line,
    follow_up_line,
    header_line,
    opening_line,
    preparation_line,
    transcript_lines,
    turn_record,
    undo_line,
)
from simulator.vocabulary.moves import OTHER
from simulator.vocabulary.turn import MoveMade, Quantity, TabooMade, Turn

MAX_LINE = 1_000_000
"""Characters in one line of a transcript; a longer one is not a transcript's."""


class TranscriptError(ValueError):
    """A transcript cannot be read: ``line`` counts from 1, ``code`` names the fault, ``detail`` says what was found."""

    def __init__(self, line: int, code: str, detail: str = "") -> None:
        super().__init__(f"line {line}: {code} {detail}".strip())
        self.line = line
        self.code = code
        self.detail = detail


def _header(record: dict[str, Any]) -> Header:
    scenario = record.get("scenario")
    if record.get("format") != FORMAT:
        raise ValueError(f"format: {record.get('format')!r}")
    if not isinstance(scenario, dict) or not isinstance(scenario.get("id"), str):
        raise ValueError(f"scenario: {scenario!r}")
    flat = {
        **{key: value for key, value in record.items() if key not in ("scenario", "kind", "format")},
        "scenario": scenario["id"],
        "scenario_hash": str(scenario.get("hash", "")),
        "language": record.get("language", "zh"),
        "seed": record.get("seed", 0),
        "brief": scenario.get("brief"),
    }
    return typing.cast(Header, built_dataclass(Header, flat, "visit"))


_MOVE, _TABOO, _QUANTITIES = reader(MoveMade), reader(TabooMade), reader(tuple[Quantity, ...])


def read_turn(record: Any, where: str = "trainee") -> Turn:
    """A turn from its JSON object (as in a transcript or as `duilian understand` prints it)."""
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ValueError(f"{where}.text")
    entries = [_clause(move) for move in record.get("moves", ())]
    moves = tuple([_MOVE(m, f"{where}.moves") for m in entries if m.get("id") != OTHER])
    unplaced = None if len(moves) == len(entries) else next(m for m in entries if m.get("id") == OTHER)
    other = None if unplaced is None else float(unplaced.get("confidence", 1.0))
    about = None if unplaced is None or unplaced.get("topic") is None else str(unplaced["topic"])
    taboos = tuple([_TABOO(_clause(t), f"{where}.taboos") for t in record.get("taboos", ())])
    quantities = _QUANTITIES(record.get("quantities", []), f"{where}.quantities")
    return Turn(clean(record["text"]), moves, taboos, quantities, other, about)


def _clause(record: Any) -> Any:
    """A move or taboo as an object; written by hand it may be its id alone, a question ``ask_problem/open``."""
    if isinstance(record, dict):
        return record if "clause" in record else {"clause": "", **record}
    id, _stroke, form = record.partition("/") if isinstance(record, str) else (record, "", "")
    return {"id": id, "clause": "", **({"form": form} if form else {})}


def _exchange(record: dict[str, Any]) -> Exchange:
    trainee = record.get("trainee")
    turn = read_turn(trainee)
    assert isinstance(trainee, dict)
    client = {"state": "", "trust": 0, "patience": 0, **(record.get("client") or {})}
    as_heard, review = trainee.get("as_heard"), trainee.get("review")
    number = record.get("turn")
    if not isinstance(number, int):
        raise ValueError(f"turn: {number!r}")
    return Exchange(
        turn=number,
        trainee=turn,
        client=built_dataclass(ClientSide, client, "client"),
        at=str(record.get("at", "")),
        as_heard=read_turn(as_heard, "as_heard") if as_heard is not None else None,
        flagged=bool(trainee.get("flagged", False)),
        review=built_dataclass(Review, review, "review") if review is not None else None,
    )


def _amend(exchanges: dict[int, Exchange], record: dict[str, Any]) -> None:
    """A trainer's reading in place of what was heard; the first reading stays beside it."""
    turn = int(record["turn"])
    exchange = exchanges[turn]
    meant = read_turn({**record, "text": exchange.trainee.text}, "amendment")
    exchanges[turn] = replace(
        exchange,
        trainee=replace(meant, quantities=exchange.trainee.quantities),
        as_heard=exchange.as_heard or exchange.trainee,
        review=built_dataclass(Review, record, "amendment"),
    )


def _parse(number: int, line: str) -> dict[str, Any]:
    if len(line) > MAX_LINE:
        raise TranscriptError(number, "T102", "")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        raise TranscriptError(number, "T101", line[:60]) from None
    if not isinstance(record, dict):
        raise TranscriptError(number, "T101", line[:60])
    return record


def read_transcript(lines: Iterable[str], *, forgive_cut_tail: bool = True) -> Transcript:
    """The transcript in ``lines``.

    A last line that was cut in the middle (a crash while writing) is passed over if ``forgive_cut_tail``: it was
    never acknowledged. An exchange that stands twice (amended in the visit, resumed after a crash) counts once, the
    later one, and what followed the earlier one is forgotten.
    Raises `TranscriptError` for anything else that is not a transcript.
    """
    header: Header | None = None
    preparation: Preparation | None = None
    opening = ""
    ending: str | None = None
    follow_up: dict[str, Any] = {}
    exchanges: dict[int, Exchange] = {}
    numbered = [(n, line) for n, line in enumerate(lines, 1) if line.strip()]
    for number, line in numbered:
        try:
            record = _parse(number, line)
        except TranscriptError:
            if forgive_cut_tail and number == numbered[-1][0] and header is not None and not line.endswith("\n"):
                break
            raise
        try:
            match record.get("kind"):
                case "visit" if header is None:
                    header = _header(record)
                case _ if header is None:
                    raise TranscriptError(number, "T103", str(record.get("kind", "")))
                case "preparation":
                    preparation = built_dataclass(
                        Preparation, {k: v for k, v in record.items() if k != "kind"}, "preparation"
                    )
                case "opening":
                    opening = clean(str((record.get("client") or {}).get("text", "")))
                case "exchange":
                    exchange = _exchange(record)
                    if exchange.turn in exchanges:
                        _take_back(exchanges, exchange.turn)
                        ending = None
                    exchanges[exchange.turn] = exchange
                case "undo":
                    _take_back(exchanges, int(record["turn"]))
                    ending = None
                case "amendment":
                    _amend(exchanges, record)
                case "flag":
                    turn = int(record["turn"])
                    exchanges[turn] = replace(exchanges[turn], flagged=True)
                case "end":
                    ending = clean(str(record.get("ending", "")))
                    follow_up = {**follow_up, **(record.get("follow_up") or {})}
                case "follow_up":
                    follow_up = {**follow_up, **record["notes"]}
                case kind:
                    raise TranscriptError(number, "T104", str(kind))
        except TranscriptError:
            raise
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise TranscriptError(number, "T105", str(error)[:200]) from None
    if header is None:
        raise TranscriptError(1, "T100")
    return Transcript(
        header,
        tuple(exchanges[turn] for turn in sorted(exchanges)),
        preparation,
        ending,
        opening,
        follow_up,
    )


def _take_back(exchanges: dict[int, Exchange], first: int) -> None:
    for turn in [turn for turn in exchanges if turn >= first]:
        del exchanges[turn]


__all__ = [
    "Brief",
    "TranscriptError",
    "amendment_line",
    "end_line",
    "exchange_line",
    "flag_line",
    "follow_up_line",
    "header_line",
    "opening_line",
    "preparation_line",
    "read_transcript",
    "read_turn",
    "transcript_lines",
    "turn_record",
    "undo_line",
]
