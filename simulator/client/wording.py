"""Terms as a person says them: "ten million at 2.6%, patents only for the guarantee", 1000万、利率2.6%、只质押专利."""

import re
from collections.abc import Sequence
from string import Template

from simulator.client.measures import DIGITS, SMALL_NUMBERS
from simulator.client.position import Terms
from simulator.client.terms import spoken_value
from simulator.scenario.model import Bargaining, Issue

ANY = "any"
"""The key of ``says`` that stands for every value of an issue."""
_STEM = 4
"""So many letters shared at the beginning of a word make it the same word."""
_BACK = {"zh": "刚才说的那几条", "en": "what I told you"}
_SENTENCE_START = re.compile(r"(?:^|(?<=[.!?] ))\$(?=(mine|terms|agreed|gap|bank|granted|heard|rider)\b)")


def spoken_terms(bargaining: Bargaining, terms: Terms, language: str) -> str:
    """Terms in one phrase, in the order of the issues; the author's words (``says``) where there are any."""
    known = [(id, bargaining.issues[id], value) for id, value in terms if id in bargaining.issues]
    by_name = _said_by_name(tuple(bargaining.issues.items()))
    phrases = [_phrase(issue, value, language, id in by_name) for id, issue, value in known]
    if language == "zh":
        return "、".join(phrases)
    said = [(issue, value) for id, issue, value in known if id not in by_name]
    if len(said) < len(known):
        return ", ".join(phrases)
    return ", ".join(_at_their_price(said, phrases))


def _said_by_name(issues: tuple[tuple[str, Issue], ...]) -> frozenset[str]:
    """The issues whose figures would not tell by themselves what they are: one of several sums or rates, a fee beside other terms."""
    sums = {id for id, issue in issues if issue.unit == "CNY"}
    fees = {id for id, issue in issues if id in sums and issue.quantity == "fee"}
    rates = {id for id, issue in issues if _is_rate(issue)}
    named = sums if len(sums) > 1 else fees if len(issues) > 1 else set()
    return frozenset(named | (rates if len(rates) > 1 or named else set()))


def _at_their_price(said: Sequence[tuple[Issue, float]], phrases: Sequence[str]) -> list[str]:
    """English phrases, a rate said with the sum before it: "ten million at 2.6%"."""
    joined: list[str] = []
    for number, (issue, value) in enumerate(said):
        sum_before = number > 0 and said[number - 1][0].unit == "CNY"
        if sum_before and _is_rate(issue) and _written(issue, value, "en") is None:
            joined[-1] = f"{joined[-1]} at {phrases[number]}"
        else:
            joined.append(phrases[number])
    return joined


def _phrase(issue: Issue, value: float, language: str, by_name: bool = False) -> str:
    written = _written(issue, value, language)
    if written is not None:
        return written
    if by_name:
        return _named(issue, value, language)
    if language == "zh":
        return _chinese(issue, value)
    return _english(issue, value)


def _written(issue: Issue, value: float, language: str) -> str | None:
    """The author's phrase for this value of the issue."""
    if issue.values:
        for word, number in issue.values.items():
            if number == value and word in issue.says:
                return issue.says[word]
    pattern = issue.says.get(ANY)
    return None if pattern is None else Template(pattern).safe_substitute(value=_bare(issue, value, language))


def _bare(issue: Issue, value: float, language: str) -> str:
    """The value without the issue's name."""
    if _is_rate(issue):
        return f"{short_rate(value)}%"
    if issue.quantity == "share" and language == "zh":
        return _tenths(value)
    if (
        issue.unit == "CNY"
        and language != "zh"
        and value % 1_000_000 == 0
        and value / 1_000_000 < len(SMALL_NUMBERS)
    ):
        return f"{SMALL_NUMBERS[int(value / 1_000_000)]} million" if value else "0"
    return spoken_value(issue, value, language)


def _named(issue: Issue, value: float, language: str) -> str:
    """A sum or a rate with the name of its issue; a sum of nothing is waived."""
    said = _bare(issue, value, language)
    if value == 0 and issue.quantity == "fee":
        return f"不收{issue.name}" if language == "zh" else f"no {issue.name}"
    return f"{issue.name}{said}" if language == "zh" else f"{issue.name} of {said}"


def _chinese(issue: Issue, value: float) -> str:
    said = _bare(issue, value, "zh")
    if issue.unit == "CNY" or (issue.values and _tells_itself(issue, said)):
        return said
    return f"{issue.name}{said}"


def _english(issue: Issue, value: float) -> str:
    said = _bare(issue, value, "en")
    if issue.unit == "CNY" or _is_rate(issue):
        return said
    if issue.values:
        return said if _tells_itself(issue, said) else f"{said} for the {issue.name}"
    if issue.quantity == "share":
        return f"{said} of the {issue.name.removesuffix(' share')}" if " " in issue.name else f"a share of {said}"
    return f"over {said}" if issue.unit == "month" else f"{issue.name} {said}"


def _is_rate(issue: Issue) -> bool:
    return issue.quantity == "rate" and issue.unit == "%"


def _tells_itself(issue: Issue, said: str) -> bool:
    """Whether a choice's words tell by themselves what they are about."""
    stems = (word.lower()[: max(_STEM, len(word) - 2)] if word.isascii() else word for word in issue.words)
    return any(stem in said.lower() for stem in stems)


def short_rate(value: float) -> str:
    """2.6, 3.05, 3.0: no more decimals than are said."""
    said = f"{value:.2f}" if round(value, 2) == round(value, 4) else f"{value:.4g}"
    return said[:-1] if said.endswith("0") and len(said.rpartition(".")[2]) > 1 else said


def _tenths(value: float) -> str:
    """三成, 四成五; other shares in per cent."""
    tens, rest = divmod(value, 10)
    if not 10 <= value < 100 or rest not in (0, 5):
        return f"{value:.10g}%"
    return f"{DIGITS[int(tens)]}成{'五' if rest else ''}"


def open_terms(mine: Terms, theirs: Terms) -> Terms:
    """Of the client's terms those that the trainee has not met; all where none or every one was met."""
    there = dict(theirs)
    left = tuple((id, value) for id, value in mine if there.get(id) != value)
    return left or mine


def newly_met(mine: Terms, theirs: Terms, before: Terms) -> Terms:
    """The client's terms that the trainee's last offer meets and none before did."""
    there, earlier = dict(theirs), dict(before)
    return tuple((id, value) for id, value in mine if there.get(id) == value and earlier.get(id) != value)


def referred_back(language: str) -> str:
    """What stands for terms that were named before and have not moved."""
    return _BACK[language]


def confirmed(issue: Issue, value: float, language: str) -> str:
    """The answer to whether a figure of the client's own was heard rightly."""
    said = _phrase(issue, value, language)
    return f"没错，就是{said}。" if language == "zh" else f"You heard that right, {said}."


def capitals(line: str, values: dict[str, str]) -> dict[str, str]:
    """``values`` with a capital where the line begins a sentence with one of them."""
    found = {match[1] for match in _SENTENCE_START.finditer(line)}
    return values | {name: values[name][:1].upper() + values[name][1:] for name in found if name in values}
