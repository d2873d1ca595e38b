"""Names and words that stand in each other's way: shared, doubled, reserved, or so common that they catch everything."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from simulator.scenario.model import GROUPS, Scenario
from simulator.scenario.references import Fault, reactions
from simulator.scenario.source import Path_

_ZH = """
什么 怎么 怎样 多少 可以 您好 你好 谢谢 好的 是的 没有 知道 觉得 现在 时候 今天 明天 我们 你们 他们 咱们 自己
这个 那个 这样 那样 这里 那里 这边 如果 因为 所以 但是 不过 还是 就是 已经 一下 一个 一些 需要 想要 希望 应该
可能 能不能 可不可以 是不是 有没有 为什么 怎么样 问题 情况 事情 东西 方面 您的 我的 我行 请问 了解 介绍 非常 目前
"""
_EN = """
a an the and or but so if it is are was be do does did have has had can could would will should may i you we
they he she this that these those what where which who why how there here to of in on at for with from by as
not no yes please thanks hello hi good think know want need like get see say tell ask now today thing things
question
"""
EVERYDAY = {"zh": frozenset(_ZH.split()), "en": frozenset(_EN.split())}
"""Words of nearly every sentence: as the word of a topic they take what was meant for the others."""
GREEDY = frozenset(
    "的了是我您你他她它们这那有在不也就都和与要会能可说看问想来去做给把被让到从对为以上下中大小多少好吗呢吧啊哦嗯呀么行人事家年月日天时"
    "点分个一二三四五六七八九十百千万亿元块钱款贷存利率息卡办买卖用开"
)
"""Single characters that stand in nearly every sentence."""
RESERVED = {
    "topics": ("none", "any"),
    "needs": ("none", "any"),
    "products": ("none", "any"),
    "facts": ("none", "any"),
}

_COMMAS = re.compile(r"[，、；,]")
_WIDE = re.compile(r"[，、]")
"""Commas of a Chinese keyboard: in a list of words they were meant to part two."""


@dataclass(frozen=True, slots=True)
class WordFault:
    """A finding about one word of a list at ``path``."""

    path: Path_
    word: str
    code: str
    details: dict[str, str]


def reserved_names(scenario: Scenario) -> Iterator[Fault]:
    """Entries with a name that means something else."""
    for part, names in RESERVED.items():
        for id in getattr(scenario, part):
            if id in names:
                yield (part, id), "S442", {"value": id}
    if scenario.bargaining is not None and "any" in scenario.bargaining.issues:
        yield ("bargaining", "issues", "any"), "S442", {"value": "any"}


def doubled_names(scenario: Scenario) -> Iterator[Fault]:
    """Lists of names in which one stands twice, by itself or in a group."""
    for path, reaction in reactions(scenario):
        moves = [name for name in reaction.move if name not in GROUPS]
        grouped = {id for name in reaction.move if name in GROUPS for id in GROUPS[name]}
        for key, names, others in (
            ("move", moves, grouped), ("taboo", reaction.taboo, set()), ("topic", reaction.topic, set()),
            ("settle", reaction.settle, set()), ("raise", reaction.raise_, set()),
        ):  # fmt: skip
            if twice := _twice(names) or next((name for name in names if name in others), ""):
                yield (*path, key), "S417", {"value": twice}
    for id, product in scenario.products.items():
        if twice := _twice(product.meets):
            yield ("products", id, "meets"), "S417", {"value": twice}


def _twice(names: tuple[str, ...] | list[str]) -> str:
    return next((name for at, name in enumerate(names) if name in names[:at]), "")


def word_faults(scenario: Scenario) -> Iterator[WordFault]:
    """Words that cannot tell one subject from another, and examples of more than one act."""
    # products and needs are named first, and may share the words of their topic
    for parts in (("topics", "facts"), ("products",), ("needs",)):
        yield from _shared(scenario, parts)
    for part in ("topics", "needs", "products", "facts"):
        for id, subject in getattr(scenario, part).items():
            yield from _own_words((part, id, "words"), subject.words, scenario.language)
    yield from _examples(scenario)


def _shared(scenario: Scenario, parts: tuple[str, ...]) -> Iterator[WordFault]:
    """Words by which two of the same rank are known."""
    owner: dict[str, str] = {}
    for part in parts:
        for id, subject in getattr(scenario, part).items():
            path: Path_ = (part, id, "words")
            for word in dict.fromkeys(subject.words):
                other = owner.setdefault(word.lower(), id)
                if other != id:
                    yield WordFault(path, word, "S440", {"value": word, "other": other})


def telling(word: str, language: str) -> bool:
    """Whether a word tells one subject from another."""
    bare = word.strip().lower()
    letter = len(bare) < 2 and bare.isascii() and bare.isalpha()
    return not (bare in EVERYDAY[language] or bare in GREEDY or letter) and any(map(str.isalnum, bare))


def occurs(word: str, text: str) -> bool:
    """Whether a word stands in a text: one in Latin letters by itself, perhaps with an ending."""
    if word.lower() not in text.lower() or not word.isascii():
        return word.lower() in text.lower()
    literal = re.escape(word.lower())
    return re.search(rf"(?<![a-z]){literal}(?:s|es|ed|ing)?(?![a-z])", text.lower()) is not None


def _own_words(path: Path_, words: tuple[str, ...], language: str) -> Iterator[WordFault]:
    if twice := _twice(words):
        yield WordFault(path, twice, "S417", {"value": twice})
    for word in words:
        if not telling(word, language):
            yield WordFault(path, word, "S441", {"value": word})
        several = len([part for part in _COMMAS.split(word) if any(map(str.isalnum, part))])
        if several > 2 or (several == 2 and (len(words) == 1 or _WIDE.search(word))):
            yield WordFault(path, word, "S435", {"value": word if len(word) <= 20 else word[:20] + "…"})


def _examples(scenario: Scenario) -> Iterator[WordFault]:
    owner: dict[str, str] = {}
    for act, sentences in scenario.examples.items():
        if twice := _twice(sentences):
            yield WordFault(("examples", act), twice, "S417", {"value": twice[:20]})
        for sentence in dict.fromkeys(sentences):
            other = owner.setdefault(sentence, act)
            if other != act:
                yield WordFault(("examples", act), sentence, "S452", {"value": sentence[:20], "other": other})
            if sentence in scenario.counterexamples.get(act, ()):
                yield WordFault(("counterexamples", act), sentence, "S483", {"value": sentence[:20]})
