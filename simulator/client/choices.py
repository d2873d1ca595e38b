"""Issues without a figure: which of the author's choices a clause names, which together, and which it waives."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from simulator.client.combinations import combined, one_each, single_values
from simulator.client.measures import SMALL_NUMBERS
from simulator.scenario.model import Issue
from simulator.vocabulary.choice_signs import meant_choice

_WAIVED_BEFORE = re.compile(
    r"(?:(?<![要是])不(?:用|需要?|须|要|必|做|再|提供|是|光|单|仅|以|经|存在|涉及)|(?<![得要能不])不|[用要]不着|[谈说]不上|无[需须]?|免(?:去|掉|除)?|没有|没说(?:过)?|去掉|取消|放弃|代替|替代|替换|取代|换掉|而不是|(?<!除)非)"
    r"(?:再|做|办|提供|追加|任何|另外|您|贵公司|的|个|是|原来|那个|光|单|经过?|须|需|要|什么|所谓){0,3}$"
    r"|(?:\bno(?: need for)?|\bwithout|\bwaive|\bdrop|\binstead of|\brather than|\bin place of|\breplac(?:es?|ing)|\bfree of"
    r"|(?:\bnot?|n[o']t|\bneedn't|\bnever)(?: (?:need|require|want|ask for|take|have|say|said|mean|just|only))?)"
    r"(?: (?:a|an|any|the|your|more|further|additional|just|only))*\s*$"
    r"|\b(?:no need (?:of|for)|nor|neither(?: you nor)?)(?: (?:a|an|any|the|your))*\s*$"
)
_WAIVED_AFTER = re.compile(
    r"^(?:(?:这[块条项])?[就也都]?(?:全?免了|免掉|[免不](?:要|用|需|必)?(?=[，,。；;、]|$)|不用了|不要了|不需要了|去掉|取消|算了|不做了)"
    r"|(?:[这那][一几两]?(?:个?字|句话?|条|款|项|层|个?说法|种写法))[^，,。；;]{0,6}?(?:删|拿掉|划掉|去掉|取消|不(?:会)?(?:有|出现|写|要|提|进|留|算))|(?:就|都|也)?(?:换成|改成|改为|改用|换作|变成)"
    r"|\s*(?:is|are|would be)?\s*(?:not (?:needed|required|necessary)|waived|dropped|off the table|replaced)"
    r"|\s*(?:is|are)n't (?:needed|required|necessary|asked|wanted|a condition|part of)|\s*(?:does|do)(?:n't| not) (?:come into|enter|figure|apply)|\s*(?:has|have) no (?:place|part))"
)
_REFUSED_BEFORE = re.compile(
    r"(?:不能|没法|不可以|不可能|做不到|办不到|[要是能]不[要是能])(?:再|都|做)?$|(?:can't|cannot|unable to)(?: \w+)?\s*$"
)
_REFUSED_AFTER = re.compile(
    r"^(?:[您我]|这一?[个条种样块]|的)?[，,]?(?:这一?[条个])?(?:[我俺咱][们这儿行边]{0,2}|行里|谁来)?(?:跟您[^，,。；;]{0,9}[，,]|[^，,。；;]{0,6}?)(?:真|可|也|都|就|是|实在)?(?:不(?:让|许|准(?!时)|肯|同意|答应)(?![您你]?为难)|不会(?:批|同意|答应)|不做(?!抵押|质押|担保)|做不[了到]|办不[了到]|给不了|批不[了下]|没法做|免谈|不可能|没这个做法)"
    r"|^[^,.;?!]{0,24}\b(?:(?:i|we|(?:the|our|my) (?:bank|branch|head office|committee)) (?:can't|cannot|don't|won't|can not|wouldn't|doesn't|will not)|(?:nobody|no one)\b[^,.;?!]{0,16} (?:can|would|will)) (?:do|lend|offer|give|sign|allow|accept|agree|have)|^,? (?:is|are|would be) (?:out|impossible|not (?:possible|on|enough)|off the table|no (?:good|use)|too late|a no)|^,? (?:isn't|aren't) (?:possible|on)"
)
_WITHOUT = re.compile(r"without\b|no\b|[不无]")
_DENIED_TWICE = re.compile(r"\b(?:no|not|never|n[o']t|nothing)\b[^,.;?!]*\s$")
"""No raise *without our consent* is one with it."""
_OTHERS_BEFORE = re.compile(
    r"(?:大行|别家|别的银行|另一家|他行|隔壁|那家|人家)(?!.*[我咱])[^，,。；;]*$|(?:other|big|old|another|rival) (?:bank|lender)\b(?!.*\bwe\b)[^,.;]*$"
)
_EITHER = re.compile(
    r"或者?|要么|二选一|任选|随您|随你|哪[样个种]都[行可]|您挑|任何一[样个]|\bor\b|\beither\b|\bwhichever\b|\byour (?:choice|pick)\b|\btake your pick\b"
)
_WHICH = re.compile(r"还是[^。]*[?？]|\bor\b[^.?]*\?|[您你](?:看|倾向|想)[^。]{0,4}(?:选)?哪")
_OPEN = re.compile(
    r"随您|随你|都[行可]|您挑|任选|要么|或|\bwhichever|\byour (?:choice|pick)|\bpick\b|\byou (?:like|prefer|choose)"
)
_BETWEEN = re.compile(
    r"(?:加上?|和|跟|与|及|并|同时|外带|连同|配|叠加|\+|再|还|也|另)|\b(?:plus|and|with|as well as|along|together|on top|alongside)\b|[&+]"
)
_ALL = re.compile(
    r"两[样个项条]都|都[要得]|缺一不可|一样都?不能少|[一两]起|双保险|(?:也|还)[要得]|\bboth\b|\bas well\b|\btoo\b|\balso\b|\bin addition\b|\btogether\b|\bon top\b"
)
_LATER = re.compile(r"^(?:[半一二三六\d]|先|期满|满|后|过|释放|解押|after|for|until|six|half|release|then)")
_NEGATIVE = re.compile(r"不|免|无|没|\bno\b|\bnot\b|n't\b|\bwithout\b|\bout\b|\bfree\b")


_NOTICE = re.compile(
    r"(?<=提前|事先|事前)[半一二三四五六七八九十两几\d个]{1,4}(?:工作日|天|日|周|月|星期|礼拜)(?=[^，,。；;]{0,4}[告通知])"
)
"""How long before, between the words of a choice."""
_COUNTED = re.compile(
    r"\b(\d{1,2})(?=[ -]?(?:working |business )?(?:days?|weeks?|months?|years?)\b)|(?<![\d.])(\d{1,2})(?=(?:个|天|日|周|年)(?!点))"
)
_ZH = ("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


@lru_cache(maxsize=4096)
def _as_spoken(text: str) -> str:
    """A text in small letters with the days and months that it counts in words, as the choices are written."""
    return _COUNTED.sub(_in_words, text.lower())


def _in_words(found: re.Match[str]) -> str:
    words = SMALL_NUMBERS if found[1] else _ZH
    number = int(found[1] or found[2])
    return words[number] if number < len(words) else found[0]


@dataclass(frozen=True, slots=True)
class Named:
    """A choice that a text names: where, its value, and whether it is waived."""

    start: int
    end: int
    value: float
    waived: bool

    @property
    def length(self) -> int:
        return self.end - self.start


def chosen(issue: Issue, clause: str, before: float | None = None) -> float | None:
    """The value of the choice that ``clause`` names, or None where it names none.

    Choices that are asked for together stand for their combination; of alternatives left to the client the one that
    he likes best; of a question which of them, none. Where choices only follow one another, the hardest counts. A
    choice that is waived ("no mortgage", "instead of the mortgage") stands for the other where there are two; where
    there are more, waiving what weighs most on the client leaves the client's best. So does waiving the issue itself
    ("no collateral"). What is refused ("that cannot be left out") names nothing. "Both", where fewer are named, joins
    them with ``before``, the choice that lay on the table.
    """
    if not issue.values:
        return None
    text = _as_spoken(clause)
    found = _named(issue, text) or _named(issue, _NOTICE.sub("", text)) or _meant(issue, text)
    positive = [one for one in found if not one.waived]
    if positive:
        return _wanted(issue, text, positive)
    left = [(one.length, other) for one in found if (other := _left(issue, one.value)) is not None]
    if found and before is not None and re.search(r"两[样个项]|\bboth\b", text):
        return _both(issue, found[0].value)
    if left:
        return max(left, key=lambda entry: entry[0])[1]
    return _best(issue) if not found and _issue_waived(issue, text) else None


def waived_before(text: str) -> bool:
    """Whether a text ends in words that waive what comes next."""
    return _WAIVED_BEFORE.search(text.lower()) is not None


def denies(issue: Issue, text: str, value: float) -> bool:
    """Whether a text says of the choice of this value that it is not meant."""
    return any(one.waived and one.value == value for one in _named(issue, _as_spoken(text)))


def refuses(issue: Issue, text: str, value: float) -> bool:
    """Whether a text says of the choice of this value that it cannot be had."""
    text = _as_spoken(text)
    words = {_as_spoken(word) for word, number in single_values(issue).items() if number == value}
    return any(
        _REFUSED_BEFORE.search(text[: match.start()]) or _REFUSED_AFTER.match(text[match.end() :])
        for match in (_pattern(tuple(sorted(words))).finditer(text) if words else ())
    )


def joined_choice(issue: Issue, text: str) -> float | None:
    """The value of choices that a longer text plainly asks for together; None where it does not."""
    if not issue.values:
        return None
    text = _as_spoken(text)
    positive = [one for one in _named(issue, text) if not one.waived]
    strong = _strong(issue, text, positive)
    if len(strong) < 2 or _EITHER.search(text) or not _joined(text, strong):
        return None
    if _LATER.match(text[strong[-1].start :]):
        return None
    return combined(issue, frozenset(one.value for one in strong))


def _named(issue: Issue, text: str) -> list[Named]:
    return list(_named_among(tuple(issue.values.items()), text))


@lru_cache(maxsize=1024)
def _named_among(entries: tuple[tuple[str, float], ...], text: str) -> tuple[Named, ...]:
    """The same of the words and values of an issue; the proof says the same sentence at thousands of positions."""
    words = {_as_spoken(word): value for word, value in one_each(entries)}
    found = []
    for match in _pattern(tuple(words)).finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if _REFUSED_BEFORE.search(before) or _REFUSED_AFTER.match(after) or _OTHERS_BEFORE.search(before):
            continue
        if _DENIED_TWICE.search(before) and _WITHOUT.match(match.group()):
            continue
        waived = bool(_WAIVED_BEFORE.search(before) or _WAIVED_AFTER.match(after))
        found.append(Named(match.start(), match.end(), words[match.group()], waived))
    return tuple(found)


def _meant(issue: Issue, text: str) -> list[Named]:
    """The choice that is meant in other words than the author's, where they tell it from the others."""
    if _WHICH.search(text) or _EITHER.search(text):
        return []
    values = ((_as_spoken(word), value) for word, value in one_each(tuple(issue.values.items())))
    meant = meant_choice(values, (issue.name, *issue.words), text)
    if meant is None:
        return []
    before, after = text[: meant.start], text[meant.end :]
    refused = _REFUSED_BEFORE.search(before) or _REFUSED_AFTER.match(after) or _OTHERS_BEFORE.search(before)
    return [] if refused or _WAIVED_AFTER.match(after) else [Named(meant.start, meant.end, meant.value, False)]


def _strong(issue: Issue, text: str, positive: list[Named]) -> list[Named]:
    """Those that say what is wanted, one for each value; all where each says only what is not."""
    plain = [one for one in positive if not _NEGATIVE.search(text[one.start : one.end])] or positive
    by_value: dict[float, Named] = {}
    for one in plain:
        if one.value not in by_value or one.length > by_value[one.value].length:
            by_value[one.value] = one
    return sorted(by_value.values(), key=lambda one: one.start)


def _wanted(issue: Issue, text: str, positive: list[Named]) -> float | None:
    strong = _strong(issue, text, positive)
    if len(strong) == 1:
        return strong[0].value
    values = frozenset(one.value for one in strong)
    if _EITHER.search(text, max(0, strong[0].start - 8)) or _WHICH.search(text):
        if _WHICH.search(text) and not _OPEN.search(text):
            return None
        return (max if issue.better_for_client == "higher" else min)(values)
    if _LATER.match(text[strong[-1].start :]):  # the one is how long the other lasts
        return strong[-1].value
    if _joined(text, strong):
        return combined(issue, values)
    return (min if issue.better_for_client == "higher" else max)(values)


def _joined(text: str, strong: list[Named]) -> bool:
    """Whether the choices are asked for together."""
    gaps = [text[one.end : other.start] for one, other in pairwise(strong)]
    return all(_BETWEEN.search(gap) and len(gap) <= 24 for gap in gaps) or bool(_ALL.search(text))


def _both(issue: Issue, named: float) -> float:
    """What "both" means where one choice alone is denied: it and the next harder one."""
    values = sorted(set(single_values(issue).values()), reverse=issue.better_for_client == "higher")
    harder = values[values.index(named) + 1 :]
    return combined(issue, frozenset((named, harder[0]))) if harder else named


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    ranked = sorted({_as_spoken(word) for word in words}, key=lambda word: (-len(word), word))
    return re.compile("|".join(re.escape(word) for word in ranked) or r"(?!)")


def _best(issue: Issue) -> float:
    pick = max if issue.better_for_client == "higher" else min
    return pick(single_values(issue).values())


def _left(issue: Issue, waived: float) -> float | None:
    """What is meant where one choice is waived; None where that is open."""
    values = set(single_values(issue).values())
    others = values - {waived}
    if len(others) == 1:
        return next(iter(others))
    heaviest = (min if issue.better_for_client == "higher" else max)(values)
    return _best(issue) if waived == heaviest and others else None


_A_FEE = ("费", " fee")
"""Behind an issue's word: what it costs, and not the issue itself."""


def _issue_waived(issue: Issue, text: str) -> bool:
    if not issue.words:
        return False
    for match in _pattern(issue.words).finditer(text):
        before = text[: match.start()]
        if text.startswith(_A_FEE, match.end()):
            continue
        waived = _WAIVED_BEFORE.search(before) or _WAIVED_AFTER.match(text[match.end() :])
        if waived and not _REFUSED_BEFORE.search(before):
            return True
    return False
