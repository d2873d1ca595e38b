"""Taboos that nobody can hear in a clause: they show in the order of the talk, in its balance, in what was left unanswered.

Sources: catalogue C7, C14, C15, C18, C22, C28 and moves.md (contextual taboos). The scorer finds each of them with the
words that show it; those found from the log of offers come from `scoring.slips`.
"""

import re

from scoring.act import Act
from scoring.asked import client_asked
from scoring.once import once_a_visit
from scoring.quoting import quote
from scoring.slips import Slip, authority_slips, final_slips, haste_slips
from scoring.view import COURTESIES, VisitView
from simulator.transcript.record import ProductBrief
from simulator.vocabulary.turn import TabooMade

SURE = 0.8
"""From this confidence on a contextual red line is certain."""
MONOLOGUE = (220, 150)
"""Chinese characters or English words in one turn without a single question."""
TALK_SHARE = 0.8
"""The share of the talk from which on a visit of some length is a monologue ..."""
LONG_TURNS = (80, 50)
"""... if the turns are this long on average, in characters or words; short turns to a taciturn client are none."""

_PITCH = ("present_product", "make_offer")
_LETTERS = re.compile(r"[^\W\d_]{2}")
"""A clause without a word in it, a bare figure, puts no product forward."""
_ELSEWHERE = frozenset({"small_talk", "ask_referral", "offer_materials"})
_UNRELATED = COURTESIES - {"acknowledge"} | _ELSEWHERE


@once_a_visit
def contextual_taboos(view: VisitView) -> tuple[tuple[int, TabooMade], ...]:
    """Every contextual taboo as (turn, taboo), in the order of the turns."""
    found = [
        *_premature_pitch(view),
        *_monologue(view),
        *_ignored(view),
        *_unsuitable(view),
        *_slips("exceed_authority", authority_slips(view)),
        *_slips("hasty_decision", haste_slips(view)),
        *_slips("false_final_offer", final_slips(view)),
    ]
    return tuple(sorted(found, key=lambda pair: pair[0]))


def _slips(id: str, slips: tuple[Slip, ...]) -> list[tuple[int, TabooMade]]:
    return [(slip.turn, TabooMade(id, slip.clause)) for slip in slips]


def _premature_pitch(view: VisitView) -> list[tuple[int, TabooMade]]:
    """A product before any question was asked and answered, unless the client brought it up or told a need unasked."""
    pitch = next((act for act in view.acts_of(_PITCH) if _LETTERS.search(_words(view, act))), None)
    if pitch is None or any(act.move.id.startswith("ask_") and act.index < pitch.index for act in view.acts):
        return []
    if view.revealed_before(pitch.index) or client_asked(view, pitch.index):
        return []
    return [(pitch.turn, TabooMade("premature_pitch", _words(view, pitch), kind="early_pitch"))]


def _words(view: VisitView, act: Act) -> str:
    return act.move.clause or view.exchanges[act.index].trainee.text


def _monologue(view: VisitView) -> list[tuple[int, TabooMade]]:
    """A long speech without a question; or a visit in which the client hardly came to speak."""
    found = []
    for index, exchange in enumerate(view.exchanges):
        text = exchange.trainee.text
        if view.length(index) <= MONOLOGUE[view.latin(index)] or "?" in text or "？" in text:
            continue
        if not any(act.move.form is not None for act in view.acts_at(index)):
            found.append((exchange.turn, TabooMade("monologue", quote(text))))
    mine, theirs = view.talk
    turns = len(view.exchanges)
    average = sum(view.length(index) for index in range(turns)) / (turns or 1)
    long = turns >= 6 and average > LONG_TURNS[view.latin(turns - 1)]
    if not found and long and mine / (mine + theirs or 1) > TALK_SHARE:
        longest = max(view.exchanges, key=lambda exchange: len(exchange.trainee.text))
        found.append((longest.turn, TabooMade("monologue", quote(longest.trainee.text))))
    return found


def _ignored(view: VisitView) -> list[tuple[int, TabooMade]]:
    """A direct question of the client to which the next turn, understood as it was, has no answer of any kind.

    A turn that could not be placed is never held against the trainee, nor is one of which only a courtesy was understood:
    the answer may stand in the rest.
    """
    found = []
    for index in range(1, len(view.exchanges)):
        if not view.exchanges[index - 1].client.asks:
            continue
        acts = {act.move.id for act in view.acts_at(index)}
        heard = {move.id for move in view.exchanges[index].trainee.moves}
        if not acts & _ELSEWHERE or index in view.echoing or heard - _UNRELATED:
            continue
        text = view.exchanges[index].trainee.text
        found.append((view.exchanges[index].turn, TabooMade("ignore_client", quote(text), kind="dodge_question")))
    return found


def _unsuitable(view: VisitView) -> list[tuple[int, TabooMade]]:
    """A product above the client's grade, or any that can lose money for a private client whose grade nobody asked for.

    To say that a product does not fit, or to answer when the client asks what it is, is no recommendation.
    """
    brief = view.brief
    products = {product.id: product for product in brief.products if product.risk_grade is not None}
    tested = next((act.index for act in view.acts_of(("ask_risk_profile",))), None)
    found = []
    for act in view.acts_of(("present_product", "make_offer", "explain_benefit")):
        product = products.get(act.move.topic or "")
        if product is None or _declined(view, act):
            continue
        grade = product.risk_grade or 0
        above = brief.risk_grade is not None and grade > brief.risk_grade
        untested = (
            brief.segment == "retail" and brief.risk_grade is None and grade >= 2
            and (tested is None or tested > act.index)
        )  # fmt: skip
        if above or untested:
            certain = _certain(view, act, product) and (above or grade >= 3)
            found.append(
                (act.turn, TabooMade("suitability_breach", _words(view, act), act.move.confidence, certain))
            )
    return _one_a_turn(found)


def _declined(view: VisitView, act: Act) -> bool:
    ids = {other.move.id for other in view.acts_at(act.index)}
    return bool(ids & {"decline", "match_suitability"})


def _certain(view: VisitView, act: Act, product: ProductBrief) -> bool:
    asked = product.name.lower() in view.client_before(act.index).lower() if product.name else False
    warned = any(other.move.id == "disclose_risk" for other in view.acts_at(act.index))
    return act.move.id != "explain_benefit" and act.move.confidence >= SURE and not asked and not warned


def _one_a_turn(found: list[tuple[int, TabooMade]]) -> list[tuple[int, TabooMade]]:
    """The surest of each turn."""
    best: dict[int, TabooMade] = {}
    for turn, taboo in found:
        if turn not in best or (taboo.certain and not best[turn].certain):
            best[turn] = taboo
    return list(best.items())
