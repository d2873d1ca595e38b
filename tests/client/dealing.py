"""Shipped clients at the bargaining table, spoken to in whole sentences."""

from functools import cache

from simulator.client import Client, Position, Reply
from simulator.language.understanding import Understanding
from simulator.vocabulary.turn import Turn
from tests.client.small import asks
from tests.client.walks import FILES, client

PATHS = {path.stem: path for path in FILES}
WHO = {"steel": "steel-trader", "tech": "tech-firm", "parts": "auto-parts-exporter"}
OPENERS = ("ask_situation", "ask_problem", "ask_expectation", "ask_plans")


def language_of(text: str) -> str:
    """The language that ``text`` is in."""
    return "zh" if any("一" <= letter <= "鿿" for letter in text) else "en"


@cache
def understanding(who: str, language: str) -> Understanding:
    """What the client of this name understands."""
    return Understanding(language, client(PATHS[WHO[who]], language).scenario)


@cache
def ready(who: str, language: str) -> tuple[Client, Position]:
    """The client after questions enough to bargain."""
    simulated = client(PATHS[WHO[who]], language)
    position, _ = simulated.start(1)
    for id in OPENERS:
        position, _ = simulated.step(position, asks(id), 1)
    return simulated, position


def talk(who: str, *said: str) -> list[tuple[Turn, Position, Reply]]:
    """What comes of these sentences, said one after the other to somebody who is ready to bargain."""
    language = language_of(said[0])
    simulated, position = ready(who, language)
    course, previous = [], ""
    for text in said:
        turn = understanding(who, language).understand(text, previous)
        position, reply = simulated.step(position, turn, 1)
        course.append((turn, position, reply))
        previous = reply.text
    return course


def on_table(who: str, *said: str) -> dict[str, float]:
    """The trainee's terms that lie on the table after these sentences."""
    table = talk(who, *said)[-1][1].table
    assert table is not None
    return dict(table.theirs)


def agreed(who: str, *said: str) -> dict[str, float]:
    """What is agreed after these sentences."""
    table = talk(who, *said)[-1][1].table
    assert table is not None
    return dict(table.agreed)


def places(who: str, *said: str) -> list[str]:
    """The places of the last reply's lines."""
    return [part.place for part in talk(who, *said)[-1][2].parts]
