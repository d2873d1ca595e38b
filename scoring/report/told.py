"""One visit for a page: its debrief and its transcript, with the small things every section needs."""

from dataclasses import dataclass

from scoring.debrief import Debrief
from scoring.report.frame import TAGS
from scoring.report.markup import Element, Node, h
from scoring.words_report import said
from simulator.transcript.record import Transcript


@dataclass(frozen=True, slots=True)
class Told:
    """A graded visit to be shown. ``id`` begins every anchor on the page; ``level`` is that of its own heading, 1 or 2."""

    debrief: Debrief
    transcript: Transcript
    id: str = "v1"
    level: int = 1

    @property
    def language(self) -> str:
        """The language of the page's own words, ``zh`` or ``en``."""
        return "zh" if self.debrief.language == "zh" else "en"

    def w(self, key: str, **values: object) -> str:
        """A text of the page."""
        return said(key, self.language, **values)

    def heading(self, text: str, below: int = 1, **attributes: str | None) -> Element:
        """A heading ``below`` the visit's own."""
        return h(f"h{self.level + below}", text, **attributes)

    def section(self, name: str, title: str, *parts: Node | None) -> Element:
        """A section with its heading, which names it."""
        id = f"{self.id}-{name}"
        return h(
            "section",
            self.heading(title, id=f"{id}-head"),
            *parts,
            id=id,
            aria_labelledby=f"{id}-head"
            if self.level == 1
            else None,  # landmarks of several visits would be too many
        )

    def colon(self, key: str) -> str:
        """A text with the colon behind it."""
        return self.w(key) + self.w("colon")

    def turn(self, turn: int, quote: str = "") -> Node:
        """`where` as a link to that place of the talk."""
        name = self.where(turn, quote)
        return h("a", name, href=f"#{self.id}-t{turn}") if turn or quote else name

    def where(self, turn: int, quote: str) -> str:
        """The name of a turn; turn 0 is the opening line where there are words, else before the visit."""
        key = "plain.turn" if turn else "plain.opening" if quote else "plain.before_visit"
        return self.w(key, turn=turn)

    def gain(self, points: float) -> str:
        """What would have been gained, in brackets; nothing for less than half a point."""
        told = self.w("plain.gain.one") if f"{points:.0f}" == "1" else self.w("plain.gain", gain=f"{points:.0f}")
        return f" ({told})" if points >= 0.5 else ""

    def taken(self, points: float) -> str:
        """What a taboo took."""
        return self.w("plain.deduction.one") if points == 1 else self.w("plain.deduction", points=f"{points:.3g}")

    def quote(self, text: str) -> Element:
        """Words from the visit, marked as such, and in which language they are."""
        spoken = "zh" if self.transcript.header.language == "zh" else "en"
        lang = TAGS[spoken] if spoken != self.language else None
        return h("span", self.w("quote", text=text), class_="quote", lang=lang)

    def line(self, *parts: Node | None, class_: str | None = None) -> Element:
        """A paragraph."""
        return h("p", *parts, class_=class_)
