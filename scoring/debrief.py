"""What a trainee reads after the visit, as a value: three things first, the rest on demand. Screens and pages show it."""

from dataclasses import dataclass, replace

from scoring.bargaining import Bargaining, agreed_at_last, bargaining
from scoring.course import MoodPoint, NeedLine, Talk, mood_course, needs_told, talk_of
from scoring.echoes import content, says_already
from scoring.finding import Evidence
from scoring.found import in_its_sentence, shown
from scoring.moments import acts_in, moment
from scoring.remarks import RemarkLine
from scoring.rubric import Item, Rubric
from scoring.scorecard import ItemMark, PhaseMark, Priority, Scorecard, TabooMark
from scoring.skills import Skill, skills
from scoring.view import VisitView
from scoring.what_if import WhatIf
from scoring.words import word
from simulator.transcript.record import Transcript
from simulator.vocabulary.moves import MOVES, name

STRENGTHS = 2
QUESTIONS = 3
GOOD = 0.55
"""The share of a phase from which on it may be called the best."""


@dataclass(frozen=True, slots=True)
class Advice:
    """One of the three priorities: what, where in the talk, why, and what to say next time.

    ``quote`` is the trainee's words (``own``) or the client's line that gave the chance, ``turn`` the exchange in which they
    stand; 0 is before the first turn: the client's opening line where there is a ``quote``, else the preparation.
    """

    kind: str
    id: str
    title: str
    turn: int
    quote: str
    own: bool
    why: str
    say: str
    gain: float


@dataclass(frozen=True, slots=True)
class Strength:
    """Something done well, with the words that show it."""

    id: str
    title: str
    turn: int
    quote: str


@dataclass(frozen=True, slots=True)
class Debrief:
    """The whole debrief. ``practise`` says what to rehearse next, ``questions`` what to ask oneself."""

    language: str
    title: str
    verdict: str
    priorities: tuple[Advice, ...]
    strengths: tuple[Strength, ...]
    phases: tuple[PhaseMark, ...]
    course: tuple[MoodPoint, ...]
    needs: tuple[NeedLine, ...]
    remarks: tuple[RemarkLine, ...]
    bargaining: Bargaining | None
    talk: Talk
    skills: tuple[Skill, ...]
    items: tuple[ItemMark, ...]
    taboos: tuple[TabooMark, ...]
    uncertain: tuple[TabooMark, ...]
    questions: tuple[str, ...]
    practise: tuple[str, ...]
    scorecard: Scorecard
    what_if: WhatIf | None = None
    """What would have come of other words; None where nobody tried them out."""


def debrief(transcript: Transcript, scorecard: Scorecard, rubric: Rubric, language: str | None = None) -> Debrief:
    """The debrief of a graded visit in the rubric's language (``language`` for the program's own words, if another)."""
    language = language or rubric.language
    view = VisitView(transcript, rubric.hearing, language)
    return Debrief(
        language=language,
        title=scorecard.title or scorecard.scenario,
        verdict=_verdict(view, scorecard, language),
        priorities=tuple(_advice(view, rubric, scorecard, p) for p in scorecard.priorities),
        strengths=_strengths(view, scorecard),
        phases=scorecard.phases,
        course=mood_course(view, scorecard.remarks),
        needs=needs_told(view),
        remarks=scorecard.remarks,
        bargaining=bargaining(view),
        talk=talk_of(view),
        skills=skills(scorecard),
        items=_items(view, rubric, scorecard.items),
        taboos=tuple(_with_its_sentence(view, taboo) for taboo in scorecard.taboos),
        uncertain=tuple(_with_its_sentence(view, taboo) for taboo in scorecard.uncertain),
        questions=_questions(scorecard, language),
        practise=_practise(scorecard, language),
        scorecard=scorecard,
    )


def _with_its_sentence(view: VisitView, taboo: TabooMark) -> TabooMark:
    return replace(taboo, clause=in_its_sentence(view, taboo.turn, taboo.clause))


def _verdict(view: VisitView, card: Scorecard, language: str) -> str:
    """One or two sentences: how it ended, what it is worth, why."""
    if not view.exchanges:
        return word("verdict.empty", language)
    if card.red_lines:
        names = word("list.and", language).join(dict.fromkeys(t.name for t in card.taboos if t.severity == "red"))
        return word("verdict.red", language, names=names, total=f"{card.total:g}")
    parts = [
        word(
            "verdict.passed" if card.passed else "verdict.failed",
            language,
            total=f"{card.total:g}",
            grade=card.grade_name,
        )
    ]
    ranked = sorted(card.phases, key=lambda phase: phase.earned / phase.possible)
    shares = [phase.earned / phase.possible for phase in ranked]
    if len(ranked) >= 2 and shares[-1] - shares[0] > 0.15:
        key = "verdict.phases" if shares[-1] >= GOOD else "verdict.worst"
        parts.append(word(key, language, best=ranked[-1].name, worst=ranked[0].name))
    end = _ending(view)
    if end:
        parts.append(word(f"verdict.{end}", language))
    return "".join(parts) if language == "zh" else " ".join(parts)


def _ending(view: VisitView) -> str:
    events = {event.kind for event in view.happenings}
    if agreed_at_last(view) or ("agreed" in events and "reopened" not in events):
        return "agreed"
    if "left" in events:
        return "left"
    return "empty_zone" if view.brief.empty_zone else ""


def _advice(view: VisitView, rubric: Rubric, card: Scorecard, priority: Priority) -> Advice:
    if priority.kind == "item":
        item = next(item for item in card.items if item.id == priority.id)
        place = moment(view, rubric.items[item.id], item.evidence, item.earned)
        say = (_thread(view) if item.id in _DRAWN_OUT else "") or item.example
        said = _unsaid(view, say)
        return Advice(
            "item", item.id, item.name, place.turn, place.quote, place.own, item.advice, said, priority.gain
        )
    taboo = _with_its_sentence(
        view, next(t for t in card.taboos if t.id == priority.id and t.turn == priority.turn)
    )
    instead = _unsaid(view, taboo.instead)
    return Advice(
        priority.kind, taboo.id, taboo.name, taboo.turn, taboo.clause, True, taboo.why, instead, priority.gain
    )


SAME = 0.7
"""The share of a line's content from which on a turn that has it needs no such line."""


def _unsaid(view: VisitView, line: str) -> str:
    """A line to say next time; none where the trainee said just that."""
    words = content(line.lower())
    said = any(len(words & content(text)) >= SAME * len(words) for text in view.texts)
    said = (said and bool(words)) or any(says_already(line, sentence.text) for sentence in view.sentences)
    return "" if said else line


def _items(view: VisitView, rubric: Rubric, items: tuple[ItemMark, ...]) -> tuple[ItemMark, ...]:
    """The items as they are told: with a model sentence only where the trainee said none like it, and a missed one with what was heard
    of its kind and did not do."""
    return tuple(item if item.earned == 1 or not item.applicable else _item(view, rubric, item) for item in items)


def _item(view: VisitView, rubric: Rubric, item: ItemMark) -> ItemMark:
    told = item._replace(example=_unsaid(view, item.example))
    if item.earned or item.evidence or item.id not in rubric.items:
        return told
    return told._replace(shown=_heard_but(view, rubric.items[item.id]))


HEARD = 0.5
"""How surely an act must have been heard for a missed item to tell that it was not enough."""


def _heard_but(view: VisitView, item: Item) -> tuple[Evidence, ...]:
    """The surest act of the kind that an item waits for: it was heard, and the item asks for more than that."""
    wanted = {move for acts in acts_in(item) for move in acts.moves if move in MOVES and not MOVES[move].asks}
    heard = [act for act in view.acts_of(tuple(sorted(wanted))) if act.move.confidence >= HEARD]
    if not heard:
        return ()
    best = max(heard, key=lambda act: act.move.confidence)
    because = word("because.heard_but", view.language, move=name(best.move.id, view.language))
    return (shown(view, best)._replace(because=because, lost=True),)


_DRAWN_OUT = ("disc_probe_latent", "ex_cause")
"""Items on needs that are not said aloud: there the scenario itself knows the best question."""


def _thread(view: VisitView) -> str:
    """The question that would have drawn out the weightiest need that stayed hidden, if the scenario has one."""
    hidden = [need for need in view.brief.needs if need.kind == "latent" and need.id not in view.revealed]
    asked = [need for need in hidden if need.thread.rstrip().endswith(("?", "？"))]
    return max(asked, key=lambda need: need.weight).thread if asked else ""


def _strengths(view: VisitView, card: Scorecard) -> tuple[Strength, ...]:
    """The weightiest items fully met with words to show, of different phases where possible. Nobody is praised for a turn in which
    anything offended, however unsurely it was heard, or after which the client trusted less."""
    share = {phase.id: phase.share / phase.possible for phase in card.phases}
    met = [
        item
        for item in card.items
        if item.applicable and item.earned == 1 and any(e.turn and e.clause for e in item.evidence)
    ]
    spoilt = {taboo.turn for taboo in (*card.taboos, *card.uncertain)} | {turn for turn, _ in view.taboos_heard}
    spoilt |= {view.exchanges[index].turn for index, _ in view.improper}
    spoilt |= {point.turn for point in mood_course(view) if point.change < 0}
    met = [item for item in met if not spoilt & {e.turn for e in item.evidence}]
    met.sort(key=lambda item: -item.weight * share.get(item.phase, 0))
    chosen: list[ItemMark] = []
    for item in met:
        if len(chosen) < STRENGTHS and item.phase not in {other.phase for other in chosen}:
            chosen.append(item)
    chosen += [item for item in met if item not in chosen][: STRENGTHS - len(chosen)]
    shown = [(item, next(e for e in item.evidence if e.turn and e.clause)) for item in chosen]
    return tuple(Strength(item.id, item.name, e.turn, e.clause) for item, e in shown)


def _weakest(card: Scorecard) -> list[str]:
    return [phase.id for phase in sorted(card.phases, key=lambda p: (p.earned - p.possible) / p.possible * p.share)]


def _questions(card: Scorecard, language: str) -> tuple[str, ...]:
    keys = ["question.red"] if card.red_lines else []
    keys += [f"question.{phase}" for phase in _weakest(card)] + ["question.adviser"]
    return tuple(word(key, language) for key in keys[:QUESTIONS])


def _practise(card: Scorecard, language: str) -> tuple[str, ...]:
    keys = ["practise.red"] if card.red_lines else []
    weak = [p.id for p in card.phases if p.earned / p.possible < 0.7]
    keys += [f"practise.{phase}" for phase in _weakest(card) if phase in weak]
    return tuple(word(key, language) for key in (keys or ["practise.harder"])[:2])
