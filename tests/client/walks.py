"""Random turns for any client: moves, topics, forms, taboos and figures as the understanding could hear them."""

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from simulator.client import Client
from simulator.scenario.library import SHIPPED, is_overlay
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Issue, Scenario
from simulator.vocabulary.moves import MOVES, TABOOS
from simulator.vocabulary.turn import Form, MoveMade, Quantity, TabooMade, Turn

FILES = tuple(
    path
    for segment in ("corporate", "retail")
    for path in sorted((SHIPPED / segment).glob("*.yaml"))
    if not is_overlay(path)
)
NAMES = tuple(path.stem for path in FILES)
HEARD = tuple(id for id, taboo in TABOOS.items() if not taboo.contextual)
OFFERING = ("make_offer", "trade", "confirm_agreement", "hold_position")


@cache
def client(path: Path, language: str | None = None) -> Client:
    """The client of a shipped scenario, by default in the language that it is written in."""
    return Client(load_scenario(path, language).scenario)


def clause(*words: object) -> str:
    """Words for an act, different for different acts."""
    return " ".join(str(word) for word in words if word is not None)


def move(id: str, topic: str | None = None, form: Form | None = None, words: str = "") -> MoveMade:
    """A move with words of its own."""
    return MoveMade(id, words or clause(id, topic, form), 1.0, form if MOVES[id].asks else None, topic)


def turn(*moves: MoveMade) -> Turn:
    """A turn that makes these moves."""
    return Turn("; ".join(move.clause for move in moves), moves)


def turns(scenario: Scenario) -> st.SearchStrategy[Turn]:
    """Turns of any kind: courtesies, questions, offers, taboos, all at once, and nothing that could be placed."""
    topics = st.sampled_from([None, *scenario.topics, *scenario.needs, *scenario.products])
    forms: st.SearchStrategy[Form] = st.sampled_from(["open", "closed"])
    moves = st.builds(move, st.sampled_from(list(MOVES)), topics, forms, st.sampled_from(["", "a", "b"]))
    taboos = st.builds(lambda id: TabooMade(id, clause(id)), st.sampled_from(HEARD))
    rarely = st.integers(0, 11).flatmap(lambda n: st.tuples(taboos) if n == 0 else st.just(()))
    free = st.builds(
        lambda made, wrong: Turn(clause(*(act.clause for act in (*made, *wrong))), tuple(made), wrong),
        st.lists(moves, max_size=4),
        rarely,
    )
    flood = st.just(turn(*(move(id) for id in MOVES)))
    if scenario.bargaining is None:
        return st.one_of(free, free, free, free, flood)
    issues = list(scenario.bargaining.issues.values())
    return st.one_of(free, free, free, offers(issues), flood)


def offers(issues: list[Issue]) -> st.SearchStrategy[Turn]:
    """An offer on some of the issues, sensible or not."""

    def figure(issue: Issue) -> st.SearchStrategy[Quantity | str]:
        if issue.values:
            return st.sampled_from(list(issue.values))
        span = issue.limit - issue.opening
        shares = st.sampled_from([-1.0, 0.0, 0.25, 0.5, 0.9, 1.0, 2.0, 1e9])
        return shares.map(
            lambda s: Quantity(issue.quantity, issue.opening + s * span, issue.unit, clause=issue.name)
        )

    def spoken(id: str, named: list[Quantity | str]) -> Turn:
        terms = tuple(part for part in named if isinstance(part, Quantity))
        words = clause(*(part if isinstance(part, str) else f"{part.clause}{part.value:g}" for part in named))
        return Turn(words, (MoveMade(id, words, terms=terms),), (), terms)

    some = st.lists(st.sampled_from(issues), max_size=len(issues), unique_by=lambda issue: issue.name)
    named = some.flatmap(lambda chosen: st.tuples(*(figure(issue) for issue in chosen)).map(list))
    return st.builds(spoken, st.sampled_from(OFFERING), named)
