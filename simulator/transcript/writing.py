"""Transcript records as lines of JSON, one a line, as `read_transcript` takes them back."""

import json
from collections.abc import Iterator
from typing import Any

from simulator.transcript.record import FORMAT, Exchange, Header, Preparation, Review, Transcript
from simulator.transcript.shape import plain_value
from simulator.vocabulary.moves import OTHER
from simulator.vocabulary.turn import Turn


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def header_line(header: Header) -> str:
    """The header as a line of the file."""
    record = plain_value(header)
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
    return _line({"kind": "preparation", **plain_value(preparation)})


def opening_line(text: str) -> str:
    """What the client says before the trainee's first turn, as a line of the file."""
    return _line({"kind": "opening", "client": {"text": text}})


def turn_record(turn: Turn) -> dict[str, Any]:
    """A turn as a JSON object, its moves and taboos always present, confidence always stated."""
    moves = [{**plain_value(move), "confidence": round(move.confidence, 3)} for move in turn.moves]
    if turn.other is not None:
        unplaced = {"id": OTHER, "clause": turn.text, "confidence": round(turn.other, 3)}
        moves.append(unplaced if turn.about is None else {**unplaced, "topic": turn.about})
    return {
        "text": turn.text,
        "moves": moves,
        "taboos": [
            {**plain_value(taboo), "confidence": round(taboo.confidence, 3), "certain": taboo.certain}
            for taboo in turn.taboos
        ],
        "quantities": [plain_value(quantity) for quantity in turn.quantities],
    }


def exchange_line(exchange: Exchange) -> str:
    """One exchange as a line of the file."""
    trainee = turn_record(exchange.trainee)
    if exchange.as_heard is not None:
        trainee["as_heard"] = turn_record(exchange.as_heard)
    if exchange.flagged:
        trainee["flagged"] = True
    if exchange.review is not None:
        trainee["review"] = plain_value(exchange.review)
    client = plain_value(exchange.client)
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


def undo_line(turn: int) -> str:
    """The trainee took back everything from ``turn`` on (practice only), as a line of the file."""
    return _line({"kind": "undo", "turn": turn})


def flag_line(turn: int) -> str:
    """The trainee disputes how a turn was understood, as a line of the file."""
    return _line({"kind": "flag", "turn": turn})


def amendment_line(turn: int, meant: Turn, review: Review) -> str:
    """What a trainer found a turn of a past visit to mean, as a line of the file."""
    record = turn_record(meant)
    said = {key: record[key] for key in ("moves", "taboos")}
    return _line({"kind": "amendment", "turn": turn, **said, "by": review.by, "why": review.why, "at": review.at})
