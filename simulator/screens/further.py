"""The further fields of the preparation form, folded until somebody wants them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from simulator.i18n import _
from simulator.scenario.model import Scenario
from simulator.screens.choices import Choices, Press
from simulator.screens.entry import Note
from simulator.screens.prose import Prose
from simulator.visit.preparing import STEPS, Further, further_of, step_in_words, ticked_in_words


class Scale(Prose, can_focus=True):
    """A self-rating on one line: the arrows or a figure choose, Space or Delete takes it back."""

    DEFAULT_CSS = """
    Scale { padding: 0 1; }
    Scale:focus { background: $block-cursor-background; color: $block-cursor-foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("left", "step(-1)"),
        ("right", "step(1)"),
        *((str(step), f"rate({step})") for step in range(1, STEPS + 1)),
        ("space,delete,backspace", "rate(0)"),
        ("up", "app.focus_previous"),
        ("down", "app.focus_next"),
    ]

    def __init__(self, low: str, high: str, *, id: str) -> None:
        super().__init__(id=id)
        self.step = 0
        self._ends = (low, high)

    def on_mount(self) -> None:
        """Nothing is chosen yet."""
        self._draw()

    def _draw(self) -> None:
        low, high = self._ends
        steps: list[str | tuple[str, str]] = []
        for step in range(1, STEPS + 1):
            steps.append((f"({step})", "bold $primary") if step == self.step else f" {step} ")
        self.show(Content.assemble(f"{low} ", *steps, f" {high}"))

    def rate(self, step: int) -> None:
        """Sets the rating; 0 takes it back."""
        self.step = max(0, min(STEPS, step))
        self._draw()

    def action_step(self, by: int) -> None:
        """One step on or back; from nothing to the middle."""
        self.rate(max(1, self.step + by) if self.step else (STEPS + 1) // 2)

    def action_rate(self, step: int) -> None:
        """The person has chosen this step."""
        self.rate(step)

    def on_click(self) -> None:
        """A click goes one step on, and from the last to none."""
        self.rate((self.step + 1) % (STEPS + 1))


class FurtherForm(Vertical):
    """A line that says that there is more; behind it, the fields."""

    DEFAULT_CSS = """
    FurtherForm { height: auto; }
    FurtherForm #fields { height: auto; display: none; }
    FurtherForm.-open #fields { display: block; }
    FurtherForm #fields Note { border: none; min-height: 1; background: $panel; }
    FurtherForm #fields Note:focus { background: $block-cursor-background; }
    """

    def __init__(self, scenario: Scenario) -> None:
        super().__init__(id="further")
        self._fields = further_of(scenario)

    def compose(self) -> ComposeResult:
        """The line and the fields."""
        yield Fold(_("More to prepare, if you like"), "further")
        with Vertical(id="fields"):
            yield Prose(_("All of it is optional; what you fill in counts in the debrief."), classes="muted")
            for field in self._fields:
                yield Prose(_(field.label), classes="heading")
                yield _input(field)

    def turn(self) -> None:
        """Unfolds the fields and goes to the first, or folds them and goes to the line; nothing filled in is lost."""
        self.toggle_class("-open")
        self.query_one(Fold).turn(self.has_class("-open"))
        if self.has_class("-open"):
            first = self.query(f"#{self._fields[0].id} Choice, Note#{self._fields[0].id}").first()
            first.focus()
            self.call_after_refresh(self.scroll_visible, top=True)
        else:
            self.query_one(Fold).focus()

    def notes(self) -> dict[str, str]:
        """What was filled in, by field; nothing of what was left out."""
        found = {field.id: self._written(field) for field in self._fields}
        return {id: text for id, text in found.items() if text}

    def _written(self, field: Further) -> str:
        match field.kind:
            case "ticks":
                return ticked_in_words(field, self.query_one(f"#{field.id}", Choices).ticked)
            case "scale":
                step = self.query_one(f"#{field.id}", Scale).step
                return step_in_words(step) if step else ""
            case "words":
                return self.query_one(f"#{field.id}", Note).text.strip()


class Fold(Press):
    """The line that unfolds the rest; it says whether that is open."""

    def __init__(self, text: str, action: str) -> None:
        super().__init__(f"▸ {text}", action)
        self._text = text

    def turn(self, opened: bool) -> None:
        """Shows which way it goes."""
        self.show(f"{'▾' if opened else '▸'} {self._text}")


def _input(field: Further) -> Choices | Scale | Note:
    match field.kind:
        case "ticks":
            return Choices({id: _(text) for id, text in field.ticks}, single=False, id=field.id)
        case "scale":
            return Scale(_(field.low), _(field.high), id=field.id)
        case "words":
            return Note(id=field.id)
