"""Whether what an author wrote is heard as meant: terms said with an issue's own words reach the table, a need's thread asks of its need.

The words are said to the client through the same understanding and the same step that a visit goes through.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from simulator.client import Client, Position, Reply
from simulator.client.combinations import single_values
from simulator.client.terms import offered_terms, spoken_value
from simulator.i18n import _, language
from simulator.language.understanding import Understanding
from simulator.scenario.advising import subjects_that_draw
from simulator.scenario.model import ANYWHERE, Issue, Scenario
from simulator.scenario.references import Fault
from simulator.scenario.translations import fits
from simulator.sentences import HAN
from simulator.vocabulary.choice_signs import is_denial, telling_units
from simulator.vocabulary.moves import name
from simulator.vocabulary.turn import MoveMade, Turn

ALONE = {
    "zh": (
        "{word}我们给到{value}。",
        "我给您{word}{value}。",
        "{word}按{value}给您，您看行不行？",
        "我这边能做到{word}{value}。",
    ),
    "en": (
        "I can offer {word} of {value}.",
        "We can do {value} on the {word}.",
        "I can give you {word} at {value}.",
        "I can offer you {value} {word}.",
    ),
}
"""Offers of one figure, as people make them."""
BESIDE = {
    "zh": ("我给您{one}，{other}。", "{one}，{other}，您看行不行？", "我这边能给到{one}，{other}。"),
    "en": ("I can offer you {one}, {other}.", "We can do {one} and {other}.", "{one}, {other}, would that do?"),
}
"""Offers of two terms."""
CHOSEN = {
    "zh": ("条件是{value}，您看行不行？", "我这边可以给您{value}。"),
    "en": ("We can offer {value}.", "I can do it with {value}."),
}
"""Offers of a choice alone."""
TURNED = {
    "zh": ("{word}这一块，还是{rest}。", "{rest}，我们安排{word}。", "{word}就定{rest}吧。"),
    "en": ("As for the {word}, {rest}.", "We can do {rest} for the {word}.", "{rest}, as to the {word}."),
}
"""A choice in other words than the author's: the same, with the issue's word in another place."""
_FAIR = 80
"""Trust and patience with which the client listens."""


@dataclass(frozen=True)
class Hearer:
    """The client as it listens to offers, and to questions in the state in which it talks of needs."""

    scenario: Scenario
    client: Client
    understanding: Understanding
    start: Position

    @staticmethod
    def of(scenario: Scenario) -> "Hearer":
        """One who hears offers from the first word on."""
        table = scenario.bargaining
        if table is not None and table.opens is not None:
            scenario = scenario.model_copy(update={"bargaining": table.model_copy(update={"opens": None})})
        client = Client(scenario)
        position, _ = client.start(0)
        position = replace(position, trust=_FAIR, patience=_FAIR)
        return Hearer(scenario, client, Understanding(scenario.language, scenario), position)

    @property
    def issues(self) -> Mapping[str, Issue]:
        """What is bargained over."""
        return self.scenario.bargaining.issues if self.scenario.bargaining is not None else {}

    def hear(self, text: str) -> tuple[Turn, Position, Reply]:
        """A turn as it is understood, and what comes of it."""
        turn = self.understanding.understand(text, "")
        return turn, *self.client.step(self.start, turn, 0)

    def terms(self, text: str) -> dict[str, float]:
        """What a turn puts on the table; a figure that the client asks back about was heard, too."""
        after = self.hear(text)[1]
        assert after.table is not None
        return {**dict(after.table.queried), **dict(after.table.theirs)}

    def chosen(self, text: str) -> dict[str, float]:
        """The terms of a turn in which an offer was heard for certain: what of them its words alone tell."""
        bargaining, table = self.scenario.bargaining, self.start.table
        assert bargaining is not None
        assert table is not None
        return dict(offered_terms(bargaining, Turn(text, (MoveMade("make_offer", text),)), table))

    def reading(self, text: str) -> str:
        """What was heard instead, in a word or two for the reader."""
        turn, after = self.hear(text)[:2]
        assert after.table is not None
        if after.table.theirs:
            return ", ".join(self.issues[id].name for id, _ in after.table.theirs)
        if any(move.id in ("make_offer", "trade") for move in turn.moves):
            return _("an offer without a term of this client's")
        return heard_as(turn)


def heard_as(turn: Turn) -> str:
    """What was heard in a turn, in the reader's language."""
    said = [name(id, language()) for id in dict.fromkeys(move.id for move in turn.moves)]
    return ", ".join(said) or name("other", language())


Found = tuple[Fault, str]
"""A fault with the word that it is about, which may be one of a list."""


def unheard_terms(hearer: Hearer) -> Iterator[Found]:
    """Words of issues and of choices with which no offer arrives at the table.

    Only words in the scenario's language: those of the other are there for a trainee who mixes the two.
    """
    scenario = hearer.scenario
    if scenario.bargaining is None:
        return
    heard: dict[str, str] = {}
    for id, issue in scenario.bargaining.issues.items():
        for word in () if issue.unit == "choice" else _own_language(scenario, issue.words):
            figure = _figure(issue, scenario.language)
            offers = [text.format(word=word, value=figure) for text in ALONE[scenario.language]]
            if any(hearer.terms(text).get(id) == issue.authority for text in offers):
                heard.setdefault(id, word)
            else:
                yield _unheard(hearer, id, word, offers[0]), word
    yield from _lost_beside(hearer, heard)
    yield from _unheard_choices(hearer, heard)


def _own_language(scenario: Scenario, words: Iterable[str]) -> list[str]:
    return [word for word in words if fits(word, scenario.language)]


def _unheard(hearer: Hearer, id: str, word: str, offer: str, part: str = "words") -> Fault:
    details = {"value": word, "said": offer, "heard": hearer.reading(offer)}
    return ("bargaining", "issues", id, part), "S475", details


def _term(hearer: Hearer, id: str, word: str) -> str:
    """A term as it is said with a word of its issue."""
    issue = hearer.issues[id]
    figure = _figure(issue, hearer.scenario.language)
    return f"{word}{figure}" if hearer.scenario.language == "zh" else f"{word} {figure}"


def _figure(issue: Issue, language: str) -> str:
    """What the trainee may grant, as people offer it: a small sum with its unit."""
    said = spoken_value(issue, issue.authority, language)
    return f"{said} yuan" if issue.unit == "CNY" and language == "en" and said[-1].isdigit() else said


def _lost_beside(hearer: Hearer, heard: Mapping[str, str]) -> Iterator[Found]:
    """Words beside which another term of the same offer is lost."""
    for id, word in heard.items():
        for other, beside in heard.items():
            if other == id:
                continue
            offers = [
                text.format(one=_term(hearer, id, word), other=_term(hearer, other, beside))
                for text in BESIDE[hearer.scenario.language]
            ]
            wanted = {id: hearer.issues[id].authority, other: hearer.issues[other].authority}
            if not any(wanted.items() <= hearer.terms(text).items() for text in offers):
                yield _unheard(hearer, id, word, offers[0]), word


def _unheard_choices(hearer: Hearer, heard: Mapping[str, str]) -> Iterator[Found]:
    """Choices that do not arrive, neither beside a figure nor alone, in what is plainly an offer."""
    figure = next((_term(hearer, id, word) for id, word in heard.items()), None)
    tongue = hearer.scenario.language
    for id, issue in hearer.issues.items():
        values = single_values(issue) if issue.unit == "choice" else {}
        for word in _own_language(hearer.scenario, values):
            offers = [text.format(value=word) for text in CHOSEN[tongue]]
            if figure is not None:
                offers = [*(text.format(one=figure, other=word) for text in BESIDE[tongue]), *offers]
            if not any(hearer.chosen(text).get(id) == values[word] for text in offers):
                yield _unheard(hearer, id, word, offers[0], "values"), word
        yield from _literal_choices(hearer, id, issue)


TELLING = {"zh": 3, "en": 2}
"""Pairs of characters, or words, without which a wording says too little to be said in another order."""


def _literal_choices(hearer: Hearer, id: str, issue: Issue) -> Iterator[Found]:
    """Choices none of whose wordings arrives when it is turned round, with the issue's word before it or after it."""
    tongue = hearer.scenario.language
    values = single_values(issue) if issue.unit == "choice" else {}
    own = _own_language(hearer.scenario, issue.words)
    wordings: dict[float, list[tuple[str, list[str]]]] = {}
    for wording in _own_language(hearer.scenario, values):
        word, rest = _parted(wording, own)
        if not is_denial(wording) and len(telling_units(rest.lower())) >= TELLING[tongue]:
            turned = [text.format(word=word, rest=rest) for text in TURNED[tongue]]
            wordings.setdefault(values[wording], []).append((wording, turned))
    for value, said in wordings.items():
        if not any(hearer.chosen(text).get(id) == value for _, turned in said for text in turned):
            wording, turned = said[0]
            yield _unheard(hearer, id, wording, turned[0], "values"), wording


def _parted(wording: str, words: Iterable[str]) -> tuple[str, str]:
    """The first of an issue's words that a wording has, and the rest of it; nothing where it has none."""
    for word in words:
        found = re.search(re.escape(word) if HAN.search(word) else rf"\b{re.escape(word)}\b", wording)
        if found is not None:
            return word, " ".join(f"{wording[: found.start()]} {wording[found.end() :]}".split())
    return "", ""


def stray_threads(hearer: Hearer) -> Iterator[Found]:
    """Threads of needs that a trusting client does not hear as a question about that need."""
    scenario = hearer.scenario
    drawing = subjects_that_draw(scenario)
    for id, need in scenario.needs.items():
        if not need.thread:
            continue
        turn = hearer.understanding.understand(need.thread, "")
        if any(move.topic in drawing[id] for move in turn.moves) or _comes_out(hearer, id, turn):
            continue
        about = next((move.topic for move in turn.moves if move.topic), None)
        details = {
            "value": id,
            "heard": heard_as(turn),
            "about": f"'{about}'" if about else "-",
        }
        yield (("needs", id, "thread"), "S476", details), need.thread


def _comes_out(hearer: Hearer, need: str, turn: Turn) -> bool:
    """Whether the need comes out, at least as a hint, in some state of the talk."""
    for id, state in hearer.scenario.states.items():
        if state.final or id == ANYWHERE:
            continue
        here = replace(hearer.start, state=id, trust=100, patience=100)
        after, _ = hearer.client.step(here, turn, 0)
        if dict(after.needs).get(need, 0) > 0:
            return True
    return False
