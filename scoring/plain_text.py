"""The debrief as plain text, for pipes, terminals without a screen and screen readers: short first, then the rest."""

from scoring.bargaining import Bargaining
from scoring.course import MoodPoint, moved_most
from scoring.debrief import Advice, Debrief
from scoring.plain_what_if import best, told, turning, without_red
from scoring.remarks import outcome_told, titled
from scoring.scorecard import ItemMark, TabooMark
from scoring.words import word
from scoring.wrapping import columns, pad, wrap

_BAR = 20
_TOLD = 6
"""So many turns that moved the client are told, those that passed the client over among them."""
SIGNS = {
    "answered": "+", "declined": "+", "later": "~", "unrefused": "~", "untaken": "·", "missed": "-", "open": "-", "yielded": "!"
}  # fmt: skip
"""The sign before a remark of the client's, by what became of it."""


def plain_debrief(debrief: Debrief, language: str, width: int = 72) -> str:
    """The debrief as text in lines of at most ``width`` columns (at least 40), in ``language``'s program words."""
    return _Page(debrief, "zh" if language == "zh" else "en", max(40, width)).text()


class _Page:
    """Builds the page line by line."""

    def __init__(self, debrief: Debrief, language: str, width: int) -> None:
        self.d = debrief
        self.language = language
        self.width = width
        self.lines: list[str] = []

    def w(self, key: str, **values: object) -> str:
        return word(f"plain.{key}", self.language, **values)

    def put(self, text: str, first: str = "", rest: str | None = None) -> None:
        self.lines += wrap(text, self.width, first, rest)

    def head(self, key: str) -> None:
        title = self.w(key)
        self.lines += ["", title, "-" * columns(title)]

    def text(self) -> str:
        self._top()
        if self.d.talk.turns:
            for part in (
                self._phases,
                self._taboos,
                self._needs,
                self._remarks,
                self._bargaining,
                self._course,
                self._talk,
            ):
                part()
            self._skills()
            self._what_if()
            self._items()
            self._list("questions", self.d.questions)
            self._list("practise", self.d.practise)
        return "\n".join(self.lines) + "\n"

    def _top(self) -> None:
        card = self.d.scorecard
        passed = self.w("passed" if card.passed else "failed")
        self.put(self.d.title)
        self.put(f"{self.w('score')} {card.total:g}/100 · {card.grade_name} · {passed}")
        self.put(self.d.verdict)
        if self.d.priorities:
            self.head("first")
            for number, advice in enumerate(self.d.priorities, 1):
                self._advice(number, advice)
        if self.d.strengths:
            self.head("strengths")
            for strength in self.d.strengths:
                quoted = self._quoted(strength.quote)
                self.put(f"{strength.title} ({self._turn(strength.turn)}) {quoted}", "+ ")

    def _turn(self, turn: int) -> str:
        return self.w("turn", turn=turn) if turn else self.w("before_visit")

    def _taken(self, points: float) -> str:
        return self.w("deduction.one") if points == 1 else self.w("deduction", points=f"{points:.3g}")

    def _quoted(self, text: str) -> str:
        return f"“{text}”" if text else ""

    def _colon(self) -> str:
        return "：" if self.language == "zh" else ": "

    def _advice(self, number: int, advice: Advice) -> None:
        points = f"{advice.gain:.0f}"
        told = self.w("gain.one") if points == "1" else self.w("gain", gain=points)
        gain = f" ({told})" if advice.gain >= 0.5 else ""
        red = f"[{self.w('red')}] " if advice.kind == "red" else ""
        self.put(f"{red}{advice.title}{gain}", f"{number}. ")
        if advice.quote:
            who = self.w("you" if advice.own else "client")
            where = self._turn(advice.turn) if advice.turn else self.w("opening")
            self.put(f"{where} · {who}{self._colon()}{self._quoted(advice.quote)}", "   ")
        self.put(f"{self.w('why')}{self._colon()}{advice.why}", "   ")
        if advice.say:
            self.put(f"{self.w('say')}{self._colon()}{self._quoted(advice.say)}", "   ")

    def _phases(self) -> None:
        self.head("phases")
        wide = max((columns(phase.name) for phase in self.d.phases), default=0)
        for phase in self.d.phases:
            share = phase.earned / phase.possible
            length = max(4, min(_BAR, self.width - wide - 15))
            full = round(share * length)
            bar = "#" * full + "." * (length - full)
            self.lines.append(f"{pad(phase.name, wide)}  {bar} {share:>4.0%}  x{phase.share:.0%}")

    def _taboos(self) -> None:
        if self.d.taboos:
            self.head("taboos")
            for taboo in self.d.taboos:
                self._taboo(taboo)
        if self.d.uncertain:
            self.head("uncertain")
            for taboo in self.d.uncertain:
                self._taboo(taboo)

    def _taboo(self, taboo: TabooMark) -> None:
        points = f", {self._taken(taboo.deduction)}" if taboo.deduction else ""
        severity = word(f"severity.{taboo.severity}", self.language)
        raised = f", {self.w('raised')}" if taboo.raised else ""
        together = f", {self.w('together')}" if taboo.together else ""
        self.put(f"{taboo.name} ({severity}{points}{raised}{together})", "! ")
        self.put(f"{self._turn(taboo.turn)} · {self.w('you')}{self._colon()}{self._quoted(taboo.clause)}", "  ")
        self.put(f"{self.w('why')}{self._colon()}{taboo.why}", "  ")
        self.put(f"{self.w('instead')}{self._colon()}{self._quoted(taboo.instead)}", "  ")

    def _what_if(self) -> None:
        found = self.d.what_if
        if found is None:
            return
        self.head("what_if")
        for text in (turning(found, self.language), without_red(found, self.language)):
            self.put(text, "  ")
        names = {item.id: item.name for item in self.d.items} | {taboo.id: taboo.name for taboo in self.d.taboos}
        shown = best(found)
        for counterfactual in shown:
            self.put(names.get(counterfactual.id, counterfactual.id), "- ")
            self.put(told(counterfactual, self.language), "  ")
        self.put(self.w("what_if.about" if shown else "what_if.none"), "  ")
        if found.reachable:
            self.put(self.w("what_if.reachable"), "  ")
            self.put(" ".join(f"{point.total:.0f}" for point in found.reachable), "  ")

    def _needs(self) -> None:
        if not self.d.needs:
            return
        self.head("needs")
        for need in self.d.needs:
            kind = self.w("latent" if need.latent else "explicit")
            if need.settled is not None and need.turn is None:
                self.put(f"{need.statement} [{kind}] {self.w('settled', turn=need.settled)}", "+ ")
            elif need.turn is None:
                missed = self.w(need.outcome, turn=need.touched or need.hinted)
                self.put(f"{need.statement} [{kind}] {missed}", "- ")
                if need.hinted is not None:
                    self.put(f"{self.w('client')}{self._colon()}{self._quoted(need.quote)}", "  ")
                if need.thread:
                    self.put(f"{self.w('thread')}{self._colon()}{need.thread}", "  ")
            else:
                self.put(f"{need.statement} [{kind}] {self.w('found', turn=need.turn)}", "+ ")
                self.put(f"{self.w('client')}{self._colon()}{self._quoted(need.told)}", "  ")

    def _remarks(self) -> None:
        if not self.d.remarks:
            return
        self.head("remarks")
        for remark in self.d.remarks:
            told = outcome_told(remark, self.language)
            self.put(f"{titled(remark, self.language)} {told}", f"{SIGNS[remark.outcome]} ")
            client = f"{self.w('client')}{self._colon()}{self._quoted(remark.quote)}"
            self.put(f"{self._turn(remark.turn)} · {client}", "  ")
            if remark.settled is not None and remark.reply:
                you = f"{self.w('you')}{self._colon()}{self._quoted(remark.reply)}"
                self.put(f"{self._turn(remark.settled)} · {you}", "  ")

    def _bargaining(self) -> None:
        deal = self.d.bargaining
        if deal is None or not deal.rounds:
            return
        self.head("bargaining")
        zones = {zone.issue: zone for zone in deal.zones}
        for offer in deal.rounds:
            side = self.w("bank" if offer.side == "bank" else "client_side")
            terms = ", ".join(
                f"{zones[id].name or id} {zones[id].said(value, self.language)}"
                for id, value in offer.terms.items()
                if id in zones
            )
            self.put(f"{self._turn(offer.turn)} {side}{self._colon()}{terms}", "  ")
        self._zones(deal)

    def _zones(self, deal: Bargaining) -> None:
        for zone in deal.zones:
            bank, client = zone.said(zone.bank, self.language), zone.said(zone.client, self.language)
            room = self.w("zone") + f" {bank} - {client}" if zone.exists else self.w("no_zone")
            agreed = (
                f"; {self.w('agreed')} {zone.said(zone.agreed, self.language)}" if zone.agreed is not None else ""
            )
            left = (
                f"; {self.w('left')} {zone.said(zone.left, self.language)}"
                if zone.left and not zone.choices
                else ""
            )
            self.put(f"{zone.name or zone.issue}{self._colon()}{room}{agreed}{left}", "  ")
        if deal.outcome:
            bank, client = f"{deal.outcome.bank_share:.0%}", f"{1 - deal.outcome.bank_share:.0%}"
            self.put(self.w("surplus", bank=bank, client=client), "  ")
            self.put(self.w("nash", nash=f"{deal.outcome.nash:.0%}", pareto=f"{deal.outcome.pareto:.0%}"), "  ")

    def _course(self) -> None:
        self.head("course")
        self.put(" ".join(str(point.trust) for point in self.d.course), "  ")
        moved = moved_most(self.d.course, _TOLD)
        if not moved:
            self.put(self.w("course.none"), "  ")
        for point in moved:
            self.put(self._moved(point), "  ")

    def _moved(self, point: MoodPoint) -> str:
        return f"{self._turn(point.turn)} {point.change:+d} ({point.why}) {self._quoted(point.quote)}"

    def _talk(self) -> None:
        talk = self.d.talk
        self.head("talk")
        line = self.w(
            "talk.line",
            share=f"{talk.trainee:.0%}",
            questions=talk.questions,
            open=talk.open_questions,
            turn=talk.longest_turn,
            longest=talk.longest,
        )
        self.put(line, "  ")

    def _skills(self) -> None:
        self.head("skills")
        framework = ""
        for skill in self.d.skills:
            if skill.framework != framework:
                framework = skill.framework
                self.put(word(f"framework.{framework}", self.language))
            value = self.w("no_occasion") if skill.value is None else str(skill.value)
            because = f" ({skill.because})" if skill.because else ""
            self.put(f"{skill.name} {value}{because}", "  ")

    def _items(self) -> None:
        self.head("items")
        names = {phase.id: phase.name for phase in self.d.phases}
        for phase, title in names.items():
            self.put(f"[{title}]")
            for item in self.d.items:
                if item.phase == phase and item.applicable:
                    self._item(item)
        out = [item.why_not for item in self.d.items if not item.applicable]
        counts = {key: out.count(key) for key in ("visit", "chance", "short", "unseen")}
        no_occasion = counts["chance"] + counts["short"]
        values = {"unsuited": counts["visit"], "chance": no_occasion, "unseen": counts["unseen"]}
        self.put(self.w("not_applicable", count=len(out), **values))

    def _item(self, item: ItemMark) -> None:
        sign, state = {1.0: ("+", "met"), 0.5: ("~", "half")}.get(item.earned, ("-", "not_met"))
        self.put(f"{item.name} ({self.w(state)}, {item.earned * item.weight:g}/{item.weight})", f"{sign} ")
        for evidence in item.evidence[:2]:
            where = self._turn(evidence.turn) if item.has_place(evidence) else ""
            parts = [part for part in (where, self._quoted(evidence.clause), evidence.because) if part]
            self.put(" ".join(parts), "    ")
        if item.earned < 1:
            self.put(item.advice, "    > ", "      ")
            tried = self.d.what_if.of_item(item.id) if self.d.what_if is not None else None
            if tried is not None:
                self.put(told(tried, self.language), "      ")
            elif item.example:
                self.put(self._quoted(item.example), "      ")

    def _list(self, key: str, texts: tuple[str, ...]) -> None:
        self.head(key)
        for text in texts:
            self.put(text, "- ")
