"""A small client over the shipped archetypes, with whatever a test adds to it."""

from pathlib import Path
from typing import Any

import yaml

from simulator.client import Client, Position, Reply
from simulator.scenario.load import load_scenario
from simulator.vocabulary.turn import Form, MoveMade, TabooMade, Turn

BASE: dict[str, Any] = {
    "format": 1,
    "id": "small",
    "language": "en",
    "title": "Small",
    "segment": "corporate",
    "visit": "first",
    "client": "corporate/base",
    "dossier": {"known": "-", "contact": {"name": "Ann Lee", "address": "Ms Lee"}},
    "opening": "Come in.",
    "bargaining": None,
}


def small(folder: Path, **parts: Any) -> Client:
    """A client of the small scenario with ``parts`` of its own; ``null`` takes inherited ones away."""
    path = folder / "small.yaml"
    path.write_text(yaml.safe_dump({**BASE, **parts}, sort_keys=False), encoding="utf-8")
    return Client(load_scenario(path).scenario)


def asks(id: str, topic: str | None = None, form: Form = "open") -> Turn:
    """A turn with one question."""
    return says(id, topic=topic, form=form)


def says(*acts: str, topic: str | None = None, form: Form | None = None) -> Turn:
    """A turn with these moves; an id with ``!`` before it is a taboo."""
    moves = tuple(MoveMade(id, f"{id} {topic}", 1.0, form, topic) for id in acts if not id.startswith("!"))
    taboos = tuple(TabooMade(id[1:], id) for id in acts if id.startswith("!"))
    return Turn(" ".join(acts), moves, taboos)


def played(client: Client, *turns: Turn, seed: int = 1) -> list[tuple[Position, Reply]]:
    """The position and reply after each turn."""
    position, _ = client.start(seed)
    course = []
    for turn in turns:
        position, reply = client.step(position, turn, seed)
        course.append((position, reply))
    return course
