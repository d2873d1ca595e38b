"""Whether what was agreed was said again (catalogue B-close): which of the agreed issues one turn names."""

import re
from dataclasses import dataclass

from scoring.act import Act
from scoring.bargaining import agreed_at_last
from scoring.echoes import content, shares
from scoring.finding import MISSED, NO_CHANCE, Evidence, Finding, Later
from scoring.found import evidence
from scoring.offers import bank_terms, gain
from scoring.patterns import first_match
from scoring.view import VisitView
from scoring.words import word
from simulator.transcript.record import IssueBrief

SUMMING = (
    "以…为准", "说定", "定了", "就定", "落槌", "对一下", "再说一遍", "复述", "归一下", "总结", "咱们就按", "就按", "写成一页", "对吧", "清楚吗",
    "重复一下", "再对一遍", "过一遍", "to recap", "recap", "once more", "go over it", "is that how", "have i got everything", "we agreed", "as agreed", "so the branch agrees", "to sum up", "then it's", "so that's", "is that right", "deal",
)  # fmt: skip
"""How one begins or ends to say it again, by whatever move it was heard."""
_SHARE = re.compile(r"\d\s*%|百分之|\bper ?cent\b|[一二三四五六七八九]成|个点")
_AMOUNT = re.compile(r"[\d一二两三四五六七八九十百千]\s*万|\b(million|thousand)\b")
_TENOR = re.compile(r"[\d一二两三四五六七八九十半]\s*(个月|年)|\b(months?|years?)\b")
_FIGURES = {"%": _SHARE, "percent_pa": _SHARE, "percent": _SHARE, "cny": _AMOUNT, "month": _TENOR}
_NEEDED = {
    _SHARE: ("%", "百分之", "per", "成", "点"),
    _AMOUNT: ("万", "million", "thousand"),
    _TENOR: ("月", "年", "month", "year"),
}
"""Of what each kind of figure one must stand in a text, so that it is looked for in few."""
_DECIMAL = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}(?![\d.])")
_WORSE = 1e-3


def recap(view: VisitView) -> Finding:
    """Every agreed issue named in one turn at or after the agreement, none of them worse for the client: full; some: half."""
    agreed = agreed_at_last(view)
    if not agreed:
        return NO_CHANCE
    issues = [issue for issue in view.brief.issues if issue.id in agreed]
    since = next(index for index, exchange in enumerate(view.exchanges) if exchange.client.agreed)
    names = [_Names.of(issue, agreed[issue.id], issues) for issue in issues]
    told: list[tuple[float, list[Act]]] = []
    remarks: dict[int, list[Act]] = {}
    for act in view.remarks:
        remarks.setdefault(act.index, []).append(act)
    for index in range(since, len(view.exchanges)):
        acts = [act for act in view.acts_at(index) if act.move.id == "confirm_agreement"]
        value = _told(view, index, acts, names, agreed)
        if value == 1 or acts or first_match(view.texts[index], SUMMING):
            naming = [act for act in remarks.get(index, []) if any(one.stand_in(act.text) for one in names)]
            told.append((value, naming or acts or remarks.get(index, [])))
    best, shown = max(reversed(told), key=lambda part: part[0], default=(0.0, []))
    return Finding(best, shown=Later(lambda: _said_again(view, best, shown, names))) if best and shown else MISSED


def _said_again(view: VisitView, best: float, shown: list[Act], names: list["_Names"]) -> tuple[Evidence, ...]:
    """The sentence of the turn that names most of what was agreed; all of it, where none names anything."""

    def named(act: Act) -> int:
        return sum(one.stand_in(view.sentences[view.place(act)].text.lower()) for one in names)

    most = max(shown, key=named)
    if not named(most):
        return evidence(view, shown)
    because = word("because.recap" if best == 1 else "because.recap_part", view.language)
    return tuple(e._replace(because=because) for e in evidence(view, [most]))


def _told(view: VisitView, index: int, acts: list[Act], names: list["_Names"], agreed: dict[str, float]) -> float:
    said = bank_terms(view.brief, [act.move for act in acts], {}) if acts else {}
    text = view.texts[index]
    named = [one for one in names if one.issue.id in said or one.stand_in(text)]
    worse = [
        one for one in names
        if one.issue.id in said and gain(one.issue, said[one.issue.id], agreed[one.issue.id]) > _WORSE
    ]  # fmt: skip
    if len(named) == len(names) and not worse:
        return 1.0
    return 0.5 if named or acts else 0.0


@dataclass(frozen=True, slots=True)
class _Names:
    """How an agreed issue is spoken of: by the words of what was ``chosen``; by the ``value`` itself; by a ``figure`` of its
    kind, with one of its ``words`` where more issues (``alike``) have such figures than were told."""

    issue: IssueBrief
    value: float
    chosen: frozenset[str]
    figure: re.Pattern[str] | None
    alike: int
    words: tuple[str, ...]

    @staticmethod
    def of(issue: IssueBrief, value: float, issues: list[IssueBrief]) -> "_Names":
        """Those of an issue agreed at a value, beside the other agreed issues."""
        known = content(issue.name.lower())
        figure = _FIGURES.get(issue.unit.lower())
        alike = sum(_FIGURES.get(other.unit.lower()) is figure for other in issues)
        words = tuple(word.rstrip("s") for word in known or {issue.name.lower()})
        chosen: frozenset[str] = frozenset()
        if issue.choices:
            label = min(issue.choices, key=lambda choice: abs(issue.choices[choice] - value))
            chosen = content(label.lower()) | known
        return _Names(issue, value, chosen, figure, alike, words)

    def stand_in(self, text: str) -> bool:
        """Whether a text (in lower case) speaks of the issue."""
        if self.issue.choices:
            return shares(text, self.chosen, 1)
        if "." in text and any(abs(float(found) - self.value) < _WORSE for found in _DECIMAL.findall(text)):
            return True
        told = 1 if self.figure is None else _counted(self.figure, text)
        return told >= self.alike or (told > 0 and any(word in text for word in self.words))


def _counted(figure: re.Pattern[str], text: str) -> int:
    """How many figures of a kind stand in a text in lower case."""
    return len(figure.findall(text)) if any(map(text.__contains__, _NEEDED[figure])) else 0
