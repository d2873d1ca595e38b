"""The preparation form: what there is to settle before a visit beside the client's own choices, and how it is written down.

Everything may be left out. The notes of `ALWAYS` and `BARGAINING` stand open before everybody and are kept even where they
are empty; of the further fields, which the screen folds away, only what is filled in.
"""

from dataclasses import dataclass
from typing import Literal

from simulator.i18n import N_, _, language
from simulator.scenario.model import Choice, Dossier, Scenario
from simulator.transcript.record import Preparation

ALWAYS = {"hypotheses": N_("What may they need, spoken or not? Your guesses")}
BARGAINING = {
    "opening": N_("Your opening, issue by issue"),
    "target": N_("What you aim at"),
    "floor": N_("Where you stop, and whom you would ask"),
}
STEPS = 5
"""The steps of a self-rating, from 1."""


@dataclass(frozen=True, slots=True)
class Further:
    """A further field: ``words`` of one's own, any of several ``ticks`` (id and text), or a ``scale`` from 1 to `STEPS`.

    ``low`` and ``high`` say what the ends of a scale mean.
    """

    id: str
    label: str
    kind: Literal["words", "ticks", "scale"] = "words"
    ticks: tuple[tuple[str, str], ...] = ()
    low: str = ""
    high: str = ""


ELIGIBILITY = Further(
    "eligibility", N_("Is this a client for us? (tick what holds)"), "ticks",
    (
        ("need", N_("There is a need that nobody has met yet")),
        ("able", N_("We can serve it")),
        ("edge", N_("We have an edge over others")),
        ("clear", N_("Not on the restricted list")),
    ),
)  # fmt: skip
KEY_PERSON = Further("key_person", N_("Who uses it, who compares, who decides?"))
TIMING = Further("timing", N_("Why today? The occasion"))
APPOINTMENT = Further("appointment", N_("The appointment: time, place, people"))
SOURCE = Further("source", N_("Where does the lead come from?"))
RECONFIRM = Further(
    "reconfirm", N_("Before you leave"), "ticks", (("done", N_("Time and place confirmed once more")),)
)
IMAGE = Further(
    "image", N_("On arrival"), "ticks", (("ready", N_("Dressed for the occasion, there five minutes early")),)
)
MINDSET = Further(
    "mindset", N_("If the first answer is no, how steady will you be?"), "scale",
    low=N_("shaken"), high=N_("steady"),
)  # fmt: skip
_FURTHER = (ELIGIBILITY, KEY_PERSON, TIMING, APPOINTMENT, SOURCE, RECONFIRM, IMAGE, MINDSET)
_SAME = {"expect": "questions", "material": "materials", "objectives": "objective", "question": "questions"}
"""Other names under which a choice is often given."""


def notes_of(scenario: Scenario) -> dict[str, str]:
    """The notes that everybody is asked for, by id, with what is asked."""
    return {**ALWAYS, **(BARGAINING if scenario.bargaining else {})}


def further_of(scenario: Scenario) -> tuple[Further, ...]:
    """The further fields that make sense for a visit of this kind."""
    pointless = set()
    if scenario.segment != "corporate":
        pointless.add("key_person")
    if scenario.visit == "phone":
        pointless |= {"appointment", "reconfirm", "image"}
    if scenario.visit not in ("first", "referral", "maintenance"):
        pointless.add("timing")
    if scenario.visit not in ("first", "referral", "phone"):
        pointless.add("source")
    return tuple(field for field in _FURTHER if field.id not in pointless)


def ticked_in_words(field: Further, ids: tuple[str, ...]) -> str:
    """Ticks as they are kept: their words, apart by semicolons, in the order of the form."""
    return ("；" if language() == "zh" else "; ").join(_(text) for id, text in field.ticks if id in ids)


def step_in_words(step: int) -> str:
    """A step of a self-rating as it is kept."""
    return f"{step} / {STEPS}"


def read_preparation(dossier: Dossier, text: str) -> tuple[Preparation, tuple[str, ...]]:
    """The preparation written as ``objective=ID materials=ID,ID questions=ID eligibility=ID,ID mindset=4 timing=...``.

    With it come the ids that are not there. What stands under any other name is a note.
    """
    given: dict[str, str] = {}
    key = ""
    for word in text.replace("＝", "=").split():
        name, equals, value = word.partition("=")
        if equals:
            key = _SAME.get(name.lower(), name.lower())
            given[key] = value
        elif key:
            given[key] += f" {word}"
    unknown: list[str] = []

    def chosen(name: str, choices: dict[str, Choice]) -> tuple[str, ...]:
        ids = _ids(given.pop(name, ""))
        unknown.extend(id for id in ids if id not in choices)
        return tuple(id for id in ids if id in choices)

    objective = chosen("objective", dossier.objective)
    materials = chosen("materials", dossier.materials)
    questions = chosen("questions", dossier.questions)
    notes = {name: _noted(name, value) for name, value in given.items()}
    return Preparation(objective[0] if objective else "", materials, questions, notes), tuple(unknown)


def _ids(text: str) -> tuple[str, ...]:
    return tuple(id.strip() for id in text.replace("，", ",").split(",") if id.strip())


def _noted(name: str, value: str) -> str:
    """A note as it is kept: ids of ticks and steps in words, everything else as it was written."""
    field = next((field for field in _FURTHER if field.id == name), None)
    if field is not None and field.kind == "scale" and value.strip() in map(str, range(1, STEPS + 1)):
        return step_in_words(int(value))
    if field is not None and field.kind == "ticks":
        ids, known = _ids(value), {id for id, _text in field.ticks}
        if ids and known.issuperset(ids):
            return ticked_in_words(field, ids)
    return value
