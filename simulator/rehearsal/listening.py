"""How a good player answers a remark of the client's, and shows having listened."""

from collections.abc import Iterator

from simulator.client.environment import environment
from simulator.client.statechart import fits
from simulator.rehearsal.knowledge import ways
from simulator.rehearsal.phrasebook import phrasebook
from simulator.rehearsal.speech import Speech
from simulator.scenario.model import Reaction, Remark
from simulator.vocabulary.moves import MOVES
from simulator.vocabulary.turn import MoveMade

PREFERRED: dict[str, tuple[str, ...]] = {
    "temptation": ("decline", "hold_position", "disclose_risk", "match_suitability", "disclose_terms", "propose_next_step"),
    "objection": (
        "compare_fairly", "explain_benefit", "disclose_terms", "share_information", "give_example", "offer_remedy", "decline",
        "apologise", "propose_next_step", "present_product", "ask_clarify", "ask_problem",
    ),
    "question": (
        "respect_exit", "share_information", "give_example", "disclose_terms", "confirm_agreement", "apologise", "disclose_risk",
        "state_purpose", "match_suitability", "compare_fairly", "present_product", "explain_benefit", "ask_decision",
        "propose_next_step", "decline", "ask_clarify",
    ),
    "third_person": (
        "ask_clarify", "state_purpose", "decline", "propose_next_step", "apologise", "acknowledge", "summarise_needs", "small_talk",
    ),
    "call": ("ask_clarify", "ask_problem", "paraphrase", "respect_exit", "propose_next_step", "apologise", "empathise", "acknowledge"),
}  # fmt: skip
"""By kind of remark: what answers it best, the best first."""

PRESENTING = ("present_product", "explain_benefit")
PHRASE: dict[str, tuple[str, ...]] = {
    "decline": ("decline.temptation", "decline.price"),
    "hold_position": ("hold_position.firm",),
    "disclose_risk": ("disclose_risk.plain",),
    "match_suitability": ("match_suitability.of",),
    "disclose_terms": ("disclose_terms.plain", "disclose_terms.approval"),
    "compare_fairly": ("compare_fairly.bank",),
    "share_information": ("share_information.market",),
    "give_example": ("give_example.case",),
    "offer_remedy": ("offer_remedy.simple", "offer_remedy.person", "offer_remedy.compensate"),
    "apologise": ("apologise.sorry",),
    "respect_exit": ("respect_exit.help",),
    "confirm_agreement": ("confirm_agreement.plain",),
    "state_purpose": ("state_purpose.visit",),
    "summarise_needs": ("summarise_needs.all",),
    "small_talk": ("small_talk.place",),
    "refer_up": ("refer_up.bank",),
    "value_relationship": ("value_relationship.long",),
    "offer_materials": ("offer_materials.list",),
    "acknowledge": ("acknowledge.quote", "acknowledge.plain"),
    "empathise": ("empathise.worry", "empathise.quote"),
    "paraphrase": ("paraphrase.quote", "paraphrase.need"),
    "ask_clarify": ("ask_clarify.topic", "ask_clarify.figures"),
    "ask_situation": ("ask_situation.topic", "ask_situation.business"),
    "ask_problem": ("ask_problem.topic",),
    "ask_plans": ("ask_plans.topic", "ask_plans.short", "ask_plans.long"),
    "ask_expectation": ("ask_expectation.topic", "ask_expectation.use"),
    "ask_current_bank": ("ask_current_bank.satisfaction", "ask_current_bank.service"),
    "ask_decision": ("ask_decision.people", "ask_decision.process"),
    "ask_risk_profile": ("ask_risk_profile.test",),
    "invite_feedback": ("invite_feedback.own", "invite_feedback.improve"),
    "introduce": ("introduce.again",),
    "greet": ("greet.hello",),
    "thank": ("thank.time",),
    "present_product": ("present_product.for",),
    "explain_benefit": ("explain_benefit.for",),
    "check_understanding": ("check_understanding.view",),
    "ask_commitment": ("ask_commitment.free",),
}
"""By move: the phrases that make it, as an answer."""


def sentences(speech: Speech, id: str, topic: str | None) -> Iterator[MoveMade]:
    """Ways to make a move about a topic, none that was said before."""
    scenario = speech.scenario
    for key in _phrases(speech, id):
        about = topic
        fill: dict[str, str] = {}
        if key.endswith(".topic") is not (topic is not None and id not in PRESENTING):
            continue
        if id in PRESENTING:
            product, needs = _product(speech, topic)
            if product is None:
                continue
            about, fill = (topic or product), {"product": speech.name(product), "needs_met": speech.names(needs)}
        if key in ("summarise_needs.all", "paraphrase.need"):
            fill = {key: speech.names(told(speech)) for key in ("needs", "needs_met")}
            if not told(speech):
                continue
        if key.endswith(".quote") and not speech.quote:
            continue
        if key == "disclose_risk.plain" and topic is None:
            fill = {"topic": speech.name(next(iter(scenario.topics), ""))}
        if speech.fresh(
            key,
            **({"topic": speech.known.word_for(about), "product": speech.known.word_for(about)} if about else {})
            | fill,
        ):
            yield speech.move(key, about, **fill)


def _phrases(speech: Speech, id: str) -> tuple[str, ...]:
    keys = _next_steps(speech) if id == "propose_next_step" else PHRASE.get(id, ())
    own = f"{id}.topic"
    return keys if own in keys or own not in phrasebook(speech.scenario.language).texts else (own, *keys)


def _next_steps(speech: Speech) -> tuple[str, ...]:
    match speech.scenario.visit:
        case "phone":
            return ("propose_next_step.slots", "propose_next_step.date")
        case "complaint" | "retention":
            return ("propose_next_step.third", "propose_next_step.date")
    return ("propose_next_step.date",)


def _product(speech: Speech, topic: str | None) -> tuple[str | None, list[str]]:
    scenario = speech.scenario
    if topic in scenario.products:
        return topic, list(scenario.products[topic].meets) or [topic]
    best = speech.known.products_for(told(speech) or list(scenario.needs))
    return best[0] if best else (None, [])


def told(speech: Speech) -> list[str]:
    """The needs that have come out, in the scenario's order."""
    levels = dict(speech.position.needs)
    return [need for need in speech.scenario.needs if levels.get(need, 0) >= 2]


def listening(speech: Speech) -> list[MoveMade]:
    """A word that takes up what the client just said."""
    kinds = ("acknowledge", "paraphrase", "empathise")
    for offset in range(len(kinds)):
        for move in sentences(speech, kinds[(speech.turn + offset) % len(kinds)], None):
            return [move]
    return []


def answering(speech: Speech) -> list[MoveMade] | None:
    """The best answer to the remark that waits; None where none waits or nothing fits."""
    id = speech.position.pending
    if id is None:
        return None
    remark: Remark = speech.scenario.remarks[id]
    answer = _best(speech, id, remark)
    if answer is None:
        return None
    soft = list(sentences(speech, "empathise", None))[:1] if remark.kind == "objection" else []
    return [*soft, answer]


def _best(speech: Speech, id: str, remark: Remark) -> MoveMade | None:
    order = PREFERRED.get(remark.kind, ())
    found: list[tuple[float, int, MoveMade]] = []
    for name, reaction in remark.answers.items():
        place = f"remarks/{id}/answers/{name}"
        for move in _drawing(speech, reaction, place):
            rank = order.index(move.id) if move.id in order else len(order) + 5
            gain = reaction.trust if reaction.trust is not None else 1
            found.append((rank - gain / 2 - 4 * bool(reaction.reveal), len(found), move))
    return min(found)[2] if found else None


def _drawing(speech: Speech, reaction: Reaction, place: str) -> Iterator[MoveMade]:
    """Sentences that draw this reaction now."""
    if (reaction.trust or 0) < 0:
        return
    known = environment(speech.position)
    seen: set[str] = set()
    for id, topic in ways(reaction):
        if id in seen or id in ("make_offer", "trade", "farewell") or id not in MOVES:
            continue
        for move in sentences(speech, id, topic):
            if fits(reaction, move, known, place, speech.position.fired):
                seen.add(id)
                yield move
                break
