"""Transcript records to JSON lines and back. Reading is tolerant of what is missing, strict about what is wrong."""

import json
import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from functools import cache
from typing import Any

from simulator.text import clean
from simulator.transcript.record import (
    FORMAT,
    Brief,
    ClientSide,
    Exchange,
    Header,
    Preparation,
    Transcript,
)
from simulator.vocabulary.moves import OTHER
from simulator.vocabulary.turn import MoveMade, TabooMade, Turn

MAX_LINE = 1_000_000
"""Characters in one line of a transcript; a longer one is not a transcript's."""


class TranscriptError(ValueError):
    """A transcript cannot be read: ``line`` counts from 1, ``code`` names the fault, ``detail`` says what was found."""

    def __init__(self, line: int, code: str, detail: str = "") -> None:
        super().__init__(f"line {line}: {code} {detail}".strip())
        self.line = line
        self.code = code
        self.detail = detail


def _plain(value: Any) -> Any:
    """A value as JSON takes it; what equals its default is left out."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            f.name: _plain(getattr(value, f.name))
            for f in fields(value)
            if not _is_default(f, getattr(value, f.name))
        }
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, float):
        return round(value, 6)
    return value


def _is_default(field: Any, value: Any) -> bool:
    if field.default is not MISSING:
        return bool(value == field.default) and type(value) is type(field.default)
    return field.default_factory is not MISSING and value == field.default_factory()


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def header_line(header: Header) -> str:
    """The header as a line of the file."""
    record = _plain(header)
    brief = record.pop("brief", None)
    scenario = {"id": record.pop("scenario"), "hash": record.pop("scenario_hash")}
    if brief is not None:
        scenario["brief"] = brief
    record.setdefault("mode", header.mode)
    record.setdefault("learner", header.learner)
    record.setdefault("versions", {})
    return _line({"kind": "visit", "format": FORMAT, "scenario": scenario, **record})


def preparation_line(preparation: Preparation) -> str:
    """The preparation as a line of the file."""
    return _line({"kind": "preparation", **_plain(preparation)})


def opening_line(text: str) -> str:
    """What the client says before the trainee's first turn, as a line of the file."""
    return _line({"kind": "opening", "client": {"text": text}})


def turn_record(turn: Turn) -> dict[str, Any]:
    """A turn as a JSON object, its moves and taboos always present, confidence always stated."""
    moves = [{**_plain(move), "confidence": round(move.confidence, 3)} for move in turn.moves]
    if turn.other is not None:
        moves.append({"id": OTHER, "clause": turn.text, "confidence": round(turn.other, 3)})
    return {
        "text": turn.text,
        "moves": moves,
        "taboos": [
            {**_plain(taboo), "confidence": round(taboo.confidence, 3), "certain": taboo.certain}
            for taboo in turn.taboos
        ],
        "quantities": [_plain(quantity) for quantity in turn.quantities],
    }


def exchange_line(exchange: Exchange) -> str:
    """One exchange as a line of the file."""
    trainee = turn_record(exchange.trainee)
    if exchange.as_heard is not None:
        trainee["as_heard"] = turn_record(exchange.as_heard)
    if exchange.flagged:
        trainee["flagged"] = True
    client = _plain(exchange.client)
    client.setdefault("revealed", [])
    return _line(
        {"kind": "exchange", "turn": exchange.turn, "at": exchange.at, "trainee": trainee, "client": client}
    )


def end_line(ending: str, follow_up: dict[str, Any] | None = None) -> str:
    """The end of the visit as a line of the file."""
    record: dict[str, Any] = {"kind": "end", "ending": ending}
    if follow_up:
        record["follow_up"] = follow_up
    return _line(record)


def follow_up_line(notes: dict[str, Any]) -> str:
    """The trainee's note on what follows, as a line of the file; it may stand before or after the end."""
    return _line({"kind": "follow_up", "notes": notes})


def transcript_lines(transcript: Transcript) -> Iterator[str]:
    """The whole transcript, line by line, as `read_transcript` takes it back."""
    yield header_line(transcript.header)
    if transcript.preparation is not None:
        yield preparation_line(transcript.preparation)
    if transcript.opening:
        yield opening_line(transcript.opening)
    for exchange in transcript.exchanges:
        yield exchange_line(exchange)
    if transcript.ending is not None:
        yield end_line(transcript.ending, transcript.follow_up)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _build(annotation: Any, value: Any, where: str) -> Any:
    """A value of the annotated type from its JSON form; raises ValueError naming ``where``."""
    origin = typing.get_origin(annotation)
    arguments = typing.get_args(annotation)
    if annotation is Any:
        return value
    if origin is typing.Union or origin is types.UnionType:
        if value is None:
            return None
        return _build(next(a for a in arguments if a is not type(None)), value, where)
    if origin is typing.Literal:
        if value not in arguments:
            raise ValueError(f"{where}: {value!r}")
        return value
    if origin is tuple:
        if not isinstance(value, list):
            raise ValueError(f"{where}: {value!r}")
        return tuple(_build(arguments[0], item, where) for item in value)
    if origin is dict:
        if not isinstance(value, dict):
            raise ValueError(f"{where}: {value!r}")
        return {clean(str(key)): _build(arguments[1], item, where) for key, item in value.items()}
    if is_dataclass(annotation):
        return _dataclass(typing.cast(type, annotation), value, where)
    return _scalar(annotation, value, where)


def _scalar(annotation: Any, value: Any, where: str) -> Any:
    if annotation is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, annotation) or (annotation is not bool and isinstance(value, bool)):
        raise ValueError(f"{where}: {value!r}")
    return clean(value) if annotation is str else value


def _dataclass(kind: type, value: Any, where: str) -> Any:
    if not isinstance(value, dict):
        raise ValueError(f"{where}: {value!r}")
    hints = _hints(kind)
    return kind(**{name: _build(hints[name], value[name], f"{where}.{name}") for name in hints if name in value})


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
    return typing.cast(Header, _dataclass(Header, flat, "visit"))


def read_turn(record: Any, where: str = "trainee") -> Turn:
    """A turn from its JSON object (as in a transcript or as `duilian understand` prints it)."""
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ValueError(f"{where}.text")
    entries = [_clause(move) for move in record.get("moves", ())]
    moves = tuple(_build(MoveMade, m, f"{where}.moves") for m in entries if m.get("id") != OTHER)
    other = next((float(m.get("confidence", 1.0)) for m in entries if m.get("id") == OTHER), None)
    taboos = tuple(_build(TabooMade, _clause(t), f"{where}.taboos") for t in record.get("taboos", ()))
    hints = _hints(Turn)
    quantities = _build(hints["quantities"], record.get("quantities", []), f"{where}.quantities")
    return Turn(clean(record["text"]), moves, taboos, quantities, other)


def _clause(record: Any) -> Any:
    return {"clause": "", **record} if isinstance(record, dict) else {"id": record, "clause": ""}


def _exchange(record: dict[str, Any]) -> Exchange:
    trainee = record.get("trainee")
    turn = read_turn(trainee)
    assert isinstance(trainee, dict)
    client = {"state": "", "trust": 0, "patience": 0, **(record.get("client") or {})}
    as_heard = trainee.get("as_heard")
    number = record.get("turn")
    if not isinstance(number, int):
        raise ValueError(f"turn: {number!r}")
    return Exchange(
        turn=number,
        trainee=turn,
        client=_dataclass(ClientSide, client, "client"),
        at=str(record.get("at", "")),
        as_heard=read_turn(as_heard, "as_heard") if as_heard is not None else None,
        flagged=bool(trainee.get("flagged", False)),
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
    never acknowledged. An exchange that stands twice (resumed after a crash) counts once, the later one.
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
                    preparation = _dataclass(
                        Preparation, {k: v for k, v in record.items() if k != "kind"}, "preparation"
                    )
                case "opening":
                    opening = clean(str((record.get("client") or {}).get("text", "")))
                case "exchange":
                    exchange = _exchange(record)
                    exchanges[exchange.turn] = exchange
                case "undo":
                    _take_back(exchanges, record)
                    ending = None
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


def undo_line(turn: int) -> str:
    """The trainee took back everything from ``turn`` on (practice only), as a line of the file."""
    return _line({"kind": "undo", "turn": turn})


def flag_line(turn: int) -> str:
    """The trainee disputes how a turn was understood, as a line of the file."""
    return _line({"kind": "flag", "turn": turn})


def _take_back(exchanges: dict[int, Exchange], record: dict[str, Any]) -> None:
    first = int(record["turn"])
    for turn in [turn for turn in exchanges if turn >= first]:
        del exchanges[turn]


__all__ = [
    "Brief",
    "TranscriptError",
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
