"""Issues without a figure: which of the author's choices a clause names, and which it waives."""

import re
from functools import lru_cache

from simulator.scenario.model import Issue

_WAIVED_BEFORE = re.compile(
    r"(?:(?<![要是])不(?:用|需要|要|必|做|再|提供|是)|(?<![得要能不])不|无[需须]|免(?:去|掉|除)?|没有|去掉|取消|放弃)"
    r"(?:再|做|办|提供|追加|任何|另外|您|贵公司|的|个){0,3}$"
    r"|(?:\bno(?: need for)?|\bwithout|\bwaive|\bdrop|\binstead of|\brather than|\bfree of"
    r"|(?:\bnot?|n[o']t|\bneedn't)(?: (?:need|require|want|ask for|take|have))?)"
    r"(?: (?:a|an|any|the|your|more|further|additional))*\s*$"
)
_WAIVED_AFTER = re.compile(
    r"^(?:(?:这[块条项])?[就也都]?(?:全?免了|免掉|不用了|不要了|不需要了|去掉|取消|算了|不做了)"
    r"|\s*(?:is|are|would be)?\s*(?:not (?:needed|required|necessary)|waived|dropped|off the table)"
    r"|\s*(?:is|are)n't (?:needed|required|necessary))"
)
_REFUSED_BEFORE = re.compile(
    r"(?:不能|没法|不可以|不可能|做不到|办不到|[要是能]不[要是能])(?:再|都|做)?$|(?:can't|cannot|unable to)(?: \w+)?\s*$"
)


def chosen(issue: Issue, clause: str) -> float | None:
    """The value of the choice that ``clause`` names, or None where it names none.

    The longest of the author's words counts. One that is waived ("no mortgage") stands for the other choice where
    there are two; where there are more, waiving what weighs most on the client leaves the client's best. So does
    waiving the issue itself ("no collateral"). What is refused ("that cannot be left out") names nothing.
    """
    if not issue.values:
        return None
    text = clause.lower()
    found: list[tuple[int, int, float]] = []
    for match in _pattern(tuple(issue.values)).finditer(text):
        word = match.group()
        value = next(number for name, number in issue.values.items() if name.lower() == word)
        before, after = text[: match.start()], text[match.end() :]
        if _REFUSED_BEFORE.search(before):
            continue
        if _WAIVED_BEFORE.search(before) or _WAIVED_AFTER.match(after):
            other = _left(issue, value)
            if other is not None:
                found.append((0, len(word), other))
        else:
            found.append((1, len(word), value))
    if found:
        return max(found, key=lambda entry: entry[:2])[2]
    return _best(issue) if _issue_waived(issue, text) else None


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    ranked = sorted({word.lower() for word in words}, key=lambda word: (-len(word), word))
    return re.compile("|".join(re.escape(word) for word in ranked) or r"(?!)")


def _best(issue: Issue) -> float:
    pick = max if issue.better_for_client == "higher" else min
    return pick(issue.values.values())


def _left(issue: Issue, waived: float) -> float | None:
    """What is meant where one choice is waived; None where that is open."""
    others = set(issue.values.values()) - {waived}
    if len(others) == 1:
        return next(iter(others))
    heaviest = (min if issue.better_for_client == "higher" else max)(issue.values.values())
    return _best(issue) if waived == heaviest and others else None


def _issue_waived(issue: Issue, text: str) -> bool:
    if not issue.words:
        return False
    for match in _pattern(issue.words).finditer(text):
        before = text[: match.start()]
        waived = _WAIVED_BEFORE.search(before) or _WAIVED_AFTER.match(text[match.end() :])
        if waived and not _REFUSED_BEFORE.search(before):
            return True
    return False
