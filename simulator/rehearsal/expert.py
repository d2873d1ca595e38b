"""The expert: discovers before presenting, listens, is open about risk, bargains with room, closes with a next step."""

from collections.abc import Callable

from simulator.rehearsal.dealing import bargaining_turn
from simulator.rehearsal.discovering import drawing, general_questions, need_question, topic_question
from simulator.rehearsal.listening import answering, listening, told
from simulator.rehearsal.speech import Speech
from simulator.vocabulary.turn import MoveMade, Turn

Rule = Callable[[Speech], list[MoveMade] | None]
LONGEST = 45
"""Turns after which even an expert comes to the end."""
TIRED = 22
"""Patience below which there are no more questions."""


def expert(speech: Speech) -> Turn | None:
    """The next turn of the expert; None once everything has been said."""
    if speech.turn >= LONGEST:
        return speech.turn_of(*_farewell(speech))
    for rule in _rules(speech):
        acts = rule(speech)
        if acts:
            return speech.turn_of(*acts)
    return None


def _rules(speech: Speech) -> tuple[Rule, ...]:
    match speech.scenario.visit:
        case "phone":
            return (answering, _call, *_PHONE)
        case "complaint" | "retention":
            return (answering, _hear_out, *_COMPLAINT)
    return (answering, _open, _discover, _summarise, _present, bargaining_turn, *_CLOSING)


def _open(speech: Speech) -> list[MoveMade] | None:
    if not speech.turn:
        return [speech.move("greet.hello"), speech.move("introduce.self"), speech.move("thank.time")]
    if not speech.did("state_purpose.visit"):
        return [speech.move("state_purpose.visit"), speech.move("small_talk.place")]
    return None


def _call(speech: Speech) -> list[MoveMade] | None:
    if not speech.turn:
        return [
            speech.move("greet.hello"),
            speech.move("introduce.self"),
            speech.move("ask_clarify.verify", None, "closed"),
        ]
    if not speech.did("state_purpose.phone"):
        return [speech.move("state_purpose.phone")]
    return None


def _hear_out(speech: Speech) -> list[MoveMade] | None:
    if not speech.turn:
        return [speech.move("greet.hello"), speech.move("introduce.self"), speech.move("invite_feedback.hear")]
    if not speech.did("apologise.sorry"):
        return [
            speech.move("empathise.complaint"),
            speech.move("apologise.sorry"),
            speech.move("state_purpose.complaint"),
        ]
    return None


def _discover(speech: Speech) -> list[MoveMade] | None:
    if speech.position.patience < TIRED:
        return None
    drawn = need_question(speech)
    asked = [*drawn, *general_questions(speech, 2 - len(drawn))]
    if not asked and len(told(speech)) < len(speech.scenario.needs):
        asked = topic_question(speech)
    return [*listening(speech), *asked] if asked else None


def _summarise(speech: Speech) -> list[MoveMade] | None:
    known = told(speech)
    if (
        not known
        or speech.left_out("summarise_needs.all")
        or any(act.id == "summarise_needs" for e in speech.transcript.exchanges for act in e.trainee.moves)
    ):
        return None
    return [speech.move("summarise_needs.all", needs=speech.names(known))]


def _present(speech: Speech) -> list[MoveMade] | None:
    scenario = speech.scenario
    for product, needs in speech.known.products_for(told(speech) or list(scenario.needs))[:3]:
        fill = {"product": speech.name(product), "needs_met": speech.names(needs)}
        if speech.move("present_product.for", product, **fill).clause not in speech.said and not _said_of(
            speech, "present_product", product
        ):
            return [
                speech.move("present_product.for", product, **fill),
                speech.move("explain_benefit.for", product, **fill),
            ]
        if not _said_of(speech, "disclose_risk", product) and not speech.left_out(f"risk of {product}"):
            return _openly(speech, product)
    return _support(speech)


def _openly(speech: Speech, product: str) -> list[MoveMade]:
    """The risks and the costs of a product, and what the client thinks of it."""
    about = speech.scenario.products[product]
    risk = (
        speech.move("disclose_risk.of", product, risk=about.risks[0])
        if about.risks
        else speech.move("disclose_risk.plain", product)
    )
    terms = (
        speech.move("disclose_terms.of", product, fee=about.fees[0])
        if about.fees
        else speech.move("disclose_terms.plain")
    )
    return [risk, terms, speech.move("check_understanding.view")]


def _said_of(speech: Speech, move: str, topic: str) -> bool:
    return any(
        made.id == move and made.topic == topic for e in speech.transcript.exchanges for made in e.trainee.moves
    )


def _support(speech: Speech) -> list[MoveMade] | None:
    if not speech.scenario.products:
        return None
    pairs = [("give_example.case", "compare_fairly.bank"), ("value_relationship.long", "share_information.market")]
    if any((product.risk_grade or 0) >= 1 for product in speech.scenario.products.values()):
        pairs.insert(0, ("match_suitability.of", "check_understanding.view"))
    for pair in pairs:
        left = [key for key in pair if not speech.did(key)]
        if left:
            return [speech.move(key) for key in left]
    return None


def _close_terms(speech: Speech) -> list[MoveMade] | None:
    left = [key for key in ("disclose_terms.approval", "ask_decision.sign") if not speech.used(key)]
    return [speech.move(key) for key in left] if left else None


def _recap(speech: Speech) -> list[MoveMade] | None:
    table = speech.position.table
    if speech.used("confirm_agreement.plain") or speech.used("confirm_agreement.terms"):
        return None
    if table is not None and table.round:  # with terms still open, to confirm would be to accept the client's
        return None
    return [speech.move("confirm_agreement.plain"), speech.move("check_understanding.view")]


def _next_step(speech: Speech) -> list[MoveMade] | None:
    if speech.used("propose_next_step.date"):
        return None
    return [speech.move("propose_next_step.date"), speech.move("offer_materials.list")]


def _free_choice(speech: Speech) -> list[MoveMade] | None:
    if speech.did("ask_commitment.free"):
        return None
    return [*listening(speech), speech.move("ask_commitment.free")]


def _farewell(speech: Speech) -> list[MoveMade]:
    return [speech.move("thank.bye"), speech.move("farewell.bye")]


_CLOSING: tuple[Rule, ...] = (_close_terms, _next_step, _recap, _free_choice, _farewell)


def _phone_needs(speech: Speech) -> list[MoveMade] | None:
    if speech.position.patience < TIRED or speech.turn > 12:
        return None
    found = next(drawing(speech, figures=False), None)
    return [*listening(speech), found] if found is not None else None


def _slots(speech: Speech) -> list[MoveMade] | None:
    if speech.used("propose_next_step.slots"):
        return None
    return [*listening(speech), speech.move("propose_next_step.slots")]


def _phone_recap(speech: Speech) -> list[MoveMade] | None:
    """What was arranged is said again; once more where by then the client has only just found a date."""
    settled = speech.position.state not in ("closing", "discovery", "opening")
    if settled or speech.left_out("confirm_agreement.plain") or not speech.fresh("confirm_agreement.plain"):
        return None
    return [speech.move("confirm_agreement.plain")]


_PHONE: tuple[Rule, ...] = (_phone_needs, _slots, _phone_needs, _phone_recap, _farewell)


def _causes(speech: Speech) -> list[MoveMade] | None:
    if speech.position.patience < TIRED:
        return None
    asked = (
        need_question(speech)
        or [
            speech.move(key)
            for key in ("invite_feedback.improve", "ask_current_bank.rival", "invite_feedback.own")
            if not speech.did(key)
        ][:1]
    )
    if not asked and len(told(speech)) < len(speech.scenario.needs):
        asked = topic_question(speech)
    return [*listening(speech), *asked] if asked else None


def _read_back(speech: Speech) -> list[MoveMade] | None:
    if speech.used("summarise_needs.complaint") or not told(speech):
        return None
    return [speech.move("summarise_needs.complaint", needs=speech.names(told(speech)))]


def _remedy(speech: Speech) -> list[MoveMade] | None:
    for key in ("offer_remedy.compensate", "offer_remedy.person"):
        if not speech.used(key):
            return [*listening(speech), speech.move(key)]
    return None


def _future(speech: Speech) -> list[MoveMade] | None:
    if not speech.used("disclose_terms.exit"):
        return [speech.move("disclose_terms.exit"), speech.move("check_understanding.view")]
    return None if speech.did("value_relationship.long") else [speech.move("value_relationship.long")]


def _let_go(speech: Speech) -> list[MoveMade] | None:
    return None if speech.used("respect_exit.help") else [*listening(speech), speech.move("respect_exit.help")]


_COMPLAINT: tuple[Rule, ...] = (
    _causes,
    _read_back,
    _remedy,
    _future,
    _let_go,
    _next_step,
    _recap,
    _free_choice,
    _farewell,
)
