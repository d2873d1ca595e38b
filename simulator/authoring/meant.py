"""Whether sentences that an author wrote for what they mean are heard so: examples, counterexamples, questions of a subject.

An example of a taboo is also tried against what nobody should be blamed for: the author's own harmless sentences, and
how visits begin.
"""

from collections.abc import Iterator, Mapping
from itertools import islice

from simulator.authoring.hearing import Found, Hearer, heard_as
from simulator.i18n import language
from simulator.language.examples import Examples
from simulator.language.segments import chunks
from simulator.language.subjects import spoken_of_as
from simulator.language.understanding import Understanding
from simulator.scenario.model import Fact, Need, Product, Scenario, Topic
from simulator.scenario.translations import fits
from simulator.vocabulary.moves import TABOOS, name
from simulator.vocabulary.turn import Turn

SAID = 8
"""So many of a subject's questions are said to the client; those after them are more of what people typed."""
INNOCENT = {
    "zh": (
        "{address}您好，我是这边支行的客户经理。",
        "{address}，谢谢您抽时间见我。",
        "今天过来，是想先听听您这边的情况。",
        "您先说，我听着。",
        "这个我不能帮您做。",
        "您的事我不会跟任何人说。",
        "您不用着急，回去商量商量再定。",
        "这是我们的错，给您添麻烦了。",
    ),
    "en": (
        "Good morning, {address}, I'm the relationship manager from the branch.",
        "Thank you for making the time, {address}.",
        "I came to hear how things stand with you.",
        "Go ahead, I'm listening.",
        "I can't do that for you.",
        "I won't speak of your affairs to anyone.",
        "There is no hurry, talk it over at home first.",
        "That is our mistake, I'm sorry for the trouble.",
    ),
}
"""Words for which nobody should be blamed, said to any client."""


def unmeant(hearer: Hearer) -> Iterator[Found]:
    """Sentences heard as something else than what they are written for, in the language that is spoken."""
    scenario, understanding = hearer.scenario, hearer.understanding
    yield from _questions(scenario, understanding)
    harmless = list(_harmless(scenario))
    for label, sentences in scenario.examples.items():
        own = [one for one in sentences if fits(one, scenario.language)]
        for sentence in own:
            turn = understanding.understand(sentence, "")
            wrong = [one.id for one in turn.taboos if one.id != label]
            if label not in heard_in(turn) or (label not in TABOOS and wrong):
                details = {"value": called(label), "heard": all_heard(turn)}
                yield (("examples", label), "S480", details), sentence
        if label in TABOOS:
            yield from _caught(hearer, label, own, harmless)
    for label, sentences in scenario.counterexamples.items():
        for sentence in (one for one in sentences if fits(one, scenario.language)):
            if label in heard_in(understanding.understand(sentence, "")):
                yield (("counterexamples", label), "S482", {"value": called(label)}), sentence


def _questions(scenario: Scenario, understanding: Understanding) -> Iterator[Found]:
    groups: tuple[tuple[str, Mapping[str, Need | Topic | Product | Fact]], ...] = (
        ("topics", scenario.topics),
        ("needs", scenario.needs),
        ("products", scenario.products),
        ("facts", scenario.facts),
    )
    for part, subjects in groups:
        for id, subject in subjects.items():
            own = (one for one in subject.asked if fits(one, scenario.language))
            for sentence in islice(own, SAID):
                turn = understanding.understand(sentence, "")
                topics = [move.topic for move in turn.moves if move.topic is not None]
                if turn.taboos or spoken_of_as(scenario, id) not in topics:
                    details = {"value": id, "heard": all_heard(turn), "about": ", ".join(topics) or "-"}
                    yield ((part, id, "asked"), "S479", details), sentence


def _harmless(scenario: Scenario) -> Iterator[str]:
    """What the author wrote for people to say without blame."""
    for label, sentences in scenario.examples.items():
        if label not in TABOOS:
            yield from sentences
    yield from (need.thread for need in scenario.needs.values() if need.thread)
    address = scenario.dossier.contact.address
    yield from (text.format(address=address).strip("，, ") for text in INNOCENT[scenario.language])


def _caught(hearer: Hearer, label: str, sentences: list[str], harmless: list[str]) -> Iterator[Found]:
    """Examples of a taboo because of which harmless words are heard as it."""
    together = _only(hearer.scenario, label, sentences)
    for said in harmless:
        if _alike(together, label, said) and label in heard_in(hearer.understanding.understand(said, "")):
            one = next(one for one in sentences if _alike(_only(hearer.scenario, label, [one]), label, said))
            yield (("examples", label), "S481", {"value": called(label), "said": said[:40]}), one


def _only(scenario: Scenario, label: str, sentences: list[str]) -> Examples:
    return Examples(scenario.model_copy(update={"examples": {label: tuple(sentences)}, "counterexamples": {}}))


def _alike(examples: Examples, label: str, said: str) -> bool:
    """Whether words are like one of the examples."""
    return any(label in own for own in examples.like(chunks(said)))


def heard_in(turn: Turn) -> frozenset[str]:
    """The moves and taboos of a turn."""
    return frozenset([*(move.id for move in turn.moves), *(taboo.id for taboo in turn.taboos)])


def all_heard(turn: Turn) -> str:
    """What was heard in a turn, taboos with a sign, in the reader's language."""
    taboos = [f"⚠ {called(one.id)}" for one in turn.taboos]
    return ", ".join([*([] if taboos and not turn.moves else [heard_as(turn)]), *taboos])


def called(id: str) -> str:
    """A move or a taboo by its name and id, as the handbook lists it."""
    return f"{name(id, language())} ({id})"
