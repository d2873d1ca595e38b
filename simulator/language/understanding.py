"""From a typed turn to moves, taboos, topics and figures, each with the words that triggered it."""

from bisect import bisect_right
from dataclasses import replace
from functools import cached_property

from simulator.language.examples import Examples
from simulator.language.features import chunk_features, plain
from simulator.language.forms import form_of
from simulator.language.model import Label, Model, load_model, probability
from simulator.language.quantities import placed_quantities
from simulator.language.segments import chunks
from simulator.language.topics import Topics
from simulator.scenario.model import Scenario
from simulator.vocabulary.moves import MOVES, TABOOS
from simulator.vocabulary.turn import MoveMade, Quantity, TabooMade, Turn

_TOPICAL = frozenset(
    {
        "paraphrase",
        "summarise_needs",
        "present_product",
        "explain_benefit",
        "disclose_risk",
        "disclose_terms",
        "match_suitability",
        "compare_fairly",
        "give_example",
        "share_information",
        "check_understanding",
    }
)
_WITH_TERMS = frozenset({"make_offer", "trade", "confirm_agreement", "decline", "hold_position", "state_ask"})


class Understanding:
    """Understands the turns of one visit: one language and, where there is one, the scenario's subjects."""

    version = "1"

    def __init__(self, language: str, scenario: Scenario | None = None) -> None:
        self.language = language
        self._topics = Topics(scenario)
        self._examples = Examples(scenario)

    @cached_property
    def _model(self) -> Model:
        return load_model(self.language)

    def understand(self, text: str, previous: str = "") -> Turn:
        """What ``text`` does, said after the client's line ``previous``. What cannot be placed leaves no moves."""
        pieces = chunks(text)
        if not pieces:
            return Turn(text, other=1.0)
        figures = self._figures(text, pieces, previous)
        quantities = tuple(dict.fromkeys(figure for found in figures for figure in found))
        moves, taboos, likeliest = self._labelled(pieces, previous, figures)
        other = None if moves or taboos else round(1 - likeliest, 3)
        return Turn(text, tuple(moves), tuple(taboos), quantities, other)

    def _figures(self, text: str, pieces: tuple[str, ...], previous: str) -> list[tuple[Quantity, ...]]:
        """The figures of the turn, each given to the chunk it stands in."""
        ends, end = [], 0
        for piece in pieces:
            end += len(piece)
            ends.append(end)
        shared: list[list[Quantity]] = [[] for _ in pieces]
        for start, figure in placed_quantities(self.language, text, previous):
            at = min(bisect_right(ends, start), len(pieces) - 1)
            shared[at].append(replace(figure, clause=pieces[at].strip()))
        return [tuple(found) for found in shared]

    def _labelled(
        self, pieces: tuple[str, ...], previous: str, figures: list[tuple[Quantity, ...]]
    ) -> tuple[list[MoveMade], list[TabooMade], float]:
        texts = [plain(piece) for piece in pieces]
        before = plain(previous)
        rows = [self._model.scores(chunk_features(self.language, texts, at, before)) for at in range(len(texts))]
        likened = [self._examples.like(piece) for piece in pieces]
        likeliest = 0.0
        found: list[tuple[int, MoveMade | TabooMade]] = []
        for at, label in enumerate(self._model.labels):
            name = label.name.lstrip("!")
            chances = [
                max(probability(label, row[at]), like.get(name, 0.0))
                for row, like in zip(rows, likened, strict=True)
            ]
            likeliest = max(likeliest, *chances)
            for first, last in _runs(chances, label.threshold):
                clause = "".join(pieces[first:last]).strip()
                terms = tuple(q for figure in figures[first:last] for q in figure)
                chance = max(chances[first:last])
                found.append((first, self._made(label, clause, chance, terms)))
        found.sort(key=lambda pair: pair[0])
        return (
            [made for _, made in found if isinstance(made, MoveMade)],
            [made for _, made in found if isinstance(made, TabooMade)],
            likeliest,
        )

    def _made(self, label: Label, clause: str, chance: float, terms: tuple[Quantity, ...]) -> MoveMade | TabooMade:
        if label.name.startswith("!"):
            id = label.name[1:]
            certain = chance >= label.certain or TABOOS[id].severity != "red"
            return TabooMade(id, clause, chance, certain)
        move = MOVES[label.name]
        about = move.asks or move.id in _TOPICAL or move.id == "make_offer"
        return MoveMade(
            move.id,
            clause,
            chance,
            form=form_of(self.language, clause) if move.asks else None,
            topic=self._topics.of(clause, products=move.phase != "discover") if about else None,
            terms=terms if move.id in _WITH_TERMS else (),
        )


def _runs(chances: list[float], threshold: float) -> list[tuple[int, int]]:
    """The stretches of neighbouring chunks that reach the threshold, as (first, behind the last)."""
    runs: list[tuple[int, int]] = []
    for at, chance in enumerate(chances):
        if chance < threshold:
            continue
        if runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs
