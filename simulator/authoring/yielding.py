"""Whether one can give in to a client's temptations, and refuse them, in ordinary words.

A handful of the plainest ways to say yes and no, with the temptation's own name and without, are said to the client right after it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from simulator.authoring.hearing import Found, Hearer
from simulator.authoring.meant import all_heard
from simulator.scenario.model import Remark
from simulator.scenario.translations import fits
from simulator.vocabulary.turn import Turn

YES = {
    "zh": ("行，没问题，包在我身上。", "没问题，我来办。", "好，听您的，就这么办。"),
    "en": (
        "Sure, no problem, leave it to me.",
        "No problem, I'll do that for you.",
        "All right, consider it done.",
    ),
}
"""Ways to give in, as anybody says it."""
YES_TO = {"zh": ("{name}没问题，包在我身上。",), "en": ("{name}, no problem, leave it to me.",)}
"""The same with the name of what is asked for."""
NO = {
    "zh": ("这个我办不了。", "不行，这个我不能答应您。", "对不起，行里不允许，这个忙我帮不了。"),
    "en": ("I can't do that.", "No, I'm afraid I can't agree to that.", "I'm sorry, the bank doesn't allow it."),
}
"""Ways to refuse."""
NO_TO = {"zh": ("{name}这件事，我不能做。",), "en": ("{name}: that is something I can't do.",)}


def one_sided(hearer: Hearer) -> Iterator[Found]:
    """Temptations with an answer that none of these sentences reaches."""
    for id, remark in hearer.scenario.remarks.items():
        if remark.kind != "temptation" or not remark.say.all:
            continue
        tongue = hearer.scenario.language
        if any(answer.taboo for answer in remark.answers.values()):
            yield from _unreached(hearer, id, remark, _said(YES[tongue], YES_TO[tongue], remark, tongue), "yielded")
        if any(answer.move for answer in remark.answers.values()):
            yield from _unreached(hearer, id, remark, _said(NO[tongue], NO_TO[tongue], remark, tongue), "answered")


def _said(plain: Sequence[str], named: Sequence[str], remark: Remark, tongue: str) -> list[str]:
    """The sentences, with those that name what is asked for where it has a name in the language."""
    of_its_own = (
        [text.format(name=remark.name) for text in named] if remark.name and fits(remark.name, tongue) else []
    )
    return [*plain, *of_its_own]


def _unreached(hearer: Hearer, id: str, remark: Remark, sentences: Sequence[str], outcome: str) -> Iterator[Found]:
    """A finding where, after one of the temptation's lines, none of the sentences has this outcome."""
    code = "S492" if outcome == "yielded" else "S493"
    taboos = list(dict.fromkeys(taboo for answer in remark.answers.values() for taboo in answer.taboo))
    for line in remark.say.all:
        turns = [hearer.understanding.understand(text, line) for text in sentences]
        if not any(f"{outcome}:{id}" in _events(hearer, id, remark, turn) for turn in turns):
            details = {"value": id, "said": sentences[0], "heard": all_heard(turns[0]), "taboos": ", ".join(taboos)}
            yield (("remarks", id), code, details), id
            return


def _events(hearer: Hearer, id: str, remark: Remark, turn: Turn) -> tuple[str, ...]:
    """What comes of a turn right after the temptation was put."""
    start = hearer.start
    waiting = replace(start, pending=id, raised=(*start.raised, id), about=remark.topic, asked=True)
    return hearer.client.step(waiting, turn, 0)[1].events
