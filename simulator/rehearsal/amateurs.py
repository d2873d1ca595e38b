"""Players that are not experts: the good one with gaps, the beginner, the pushy one, the rule-breaker, two that only fill turns."""

import random
from dataclasses import replace

from simulator.rehearsal.dealing import limit_of, opening_terms
from simulator.rehearsal.expert import expert
from simulator.rehearsal.speech import Speech
from simulator.scenario.model import Remark, Scenario
from simulator.vocabulary.moves import MOVES, TABOOS
from simulator.vocabulary.turn import MoveMade, TabooMade, Turn

_LISTENING = ("acknowledge", "paraphrase", "empathise")


def good(speech: Speech) -> Turn | None:
    """Goes the expert's way, but leaves out much of what can be left out, and listens half as often."""
    turn = expert(replace(speech, gaps=0.6))
    if turn is None:
        return None
    kept = [move for move in turn.moves if move.id not in _LISTENING or speech.chance(f"listen{speech.turn}", 0.5)]
    return speech.turn_of(*(kept or turn.moves))


def beginner(speech: Speech) -> Turn | None:
    """Closed questions on what comes to mind, a product early, no summary, a vague end."""
    scenario, turn = speech.scenario, speech.turn
    topics, product = _topics(speech), _product(speech)
    if turn == 0:
        return speech.turn_of(speech.move("greet.hello"))
    if turn == 1:
        return speech.turn_of(_closed(speech, "ask_situation.closed", topics[0]))
    if turn == 2 and product:
        return speech.turn_of(speech.move("present_product.push", product))
    if turn in (3, 6) and product:
        return speech.turn_of(speech.move("explain_benefit.push", product))
    if turn in (4, 5):
        key = "ask_problem.closed" if turn == 4 else "ask_situation.closed"
        return speech.turn_of(_closed(speech, key, topics[turn % len(topics)]))
    if turn == 7 and scenario.bargaining is not None:
        return speech.turn_of(speech.offer("make_offer.push", _at_once(speech)))
    if turn <= 8 and speech.chance("sign", 0.5) and not speech.did("ask_commitment.push"):
        return speech.turn_of(speech.move("ask_commitment.push", None, "closed"))
    return speech.turn_of(speech.move("propose_next_step.vague"), speech.move("farewell.bye"))


def _closed(speech: Speech, key: str, topic: str) -> MoveMade:
    return speech.move(key, topic, "closed")


def _topics(speech: Speech) -> list[str]:
    """Topics in an order of this visit's own."""
    topics = list(speech.scenario.topics) or [""]
    random.Random(speech.seed).shuffle(topics)
    return topics


def _product(speech: Speech, number: int = 0) -> str | None:
    """A product to push, none that would be a red line by itself for a client whose grade nobody knows."""
    products = [id for id, product in speech.scenario.products.items() if (product.risk_grade or 1) < 2]
    return products[(speech.seed + number) % len(products)] if products else None


def _at_once(speech: Speech) -> dict[str, float]:
    """All that one may give alone, in one go."""
    return limit_of(speech.bargaining.issues, authorised=False)


def pushy(speech: Speech) -> Turn | None:
    """Pitches from the first minute, speaks of the bank's targets, rushes."""
    turn, product = speech.turn, _product(speech, speech.turn)
    acts: list[MoveMade | TabooMade] = []
    if turn == 0:
        acts.append(speech.move("greet.hello"))
    if product and turn < 7:
        acts.append(speech.move("present_product.push" if turn % 2 == 0 else "explain_benefit.push", product))
    if turn in (1, 4):
        acts.append(speech.taboo("bank_centred.push"))
    if turn in (2, 5):
        acts.append(speech.taboo("rush_decision.push"))
    if turn == 3:
        acts.append(speech.taboo("boast.push"))
    if turn == 4 and speech.scenario.bargaining is not None:
        acts.append(speech.offer("make_offer.push", opening_terms(speech.bargaining.issues)))
    if turn in (6, 7) and speech.fresh("ask_commitment.push"):
        acts.append(speech.move("ask_commitment.push", None, "closed"))
    if turn >= 8 or not acts:
        acts = [speech.move("propose_next_step.vague"), speech.move("farewell.bye")]
    return speech.turn_of(*acts)


_BREAKS = (
    "guarantee_return.break", "conceal_risk.break", "kickback.break", "leak_client.break", "tie_in.break", "falsify.break",
    "high_interest_deposit.break", "private_sale.break",
)  # fmt: skip


def rule_breaker(speech: Speech) -> Turn | None:
    """Sells by breaking the rules: promises, ties, rebates, and yields to whatever it is tempted to."""
    turn, product = speech.turn, _product(speech, speech.turn)
    tempting = speech.scenario.remarks.get(speech.position.pending or "")
    if tempting is not None and (yielding := _yielding(speech, tempting)):
        return speech.turn_of(*yielding)
    if turn >= 7:
        return speech.turn_of(speech.move("propose_next_step.vague"), speech.move("farewell.bye"))
    acts: list[MoveMade | TabooMade] = [speech.move("greet.hello")] if turn == 0 else []
    if product:
        acts.append(speech.move("present_product.push" if turn % 2 == 0 else "explain_benefit.push", product))
    if turn in (1, 3, 5):
        acts.append(speech.taboo(speech.pick(f"break{turn}", list(_BREAKS))))
    if turn in (2, 4):
        acts.append(speech.taboo("overpromise.break" if turn == 2 else "rush_decision.push"))
    return speech.turn_of(*(acts or [speech.taboo("boast.push")]))


def _yielding(speech: Speech, remark: Remark) -> list[TabooMade]:
    """The taboo that gives in to a temptation, where the phrases know it."""
    if remark.kind != "temptation":
        return []
    wanted = [taboo for answer in remark.answers.values() for taboo in answer.taboo]
    key = next((key for key in (*_BREAKS, "overpromise.break") if key.partition(".")[0] in wanted), None)
    return [speech.taboo(key)] if key and speech.taboo(key).clause not in speech.said else []


def stuffer(speech: Speech) -> Turn | None:
    """Every move there is, in one breath, several times over."""
    if speech.turn >= 6:
        return speech.turn_of(speech.move("farewell.bye"))
    ids = [id for id in MOVES if id != "farewell"]
    words = {id: MOVES[id].zh if speech.scenario.language == "zh" else MOVES[id].en for id in ids}
    number = speech.turn + 1
    return speech.turn_of(
        *(MoveMade(id, f"{words[id]} {number}", 1.0, "open" if MOVES[id].asks else None) for id in ids)
    )


def at_random(speech: Speech) -> Turn | None:
    """One to three moves on any subject, now and then a taboo, drawn by the seed."""
    draw = random.Random(speech.seed * 1000 + speech.turn)
    if speech.turn >= 8 + speech.seed % 13:
        return speech.turn_of(speech.move("farewell.bye"))
    acts: list[MoveMade | TabooMade] = [_any_move(speech.scenario, draw) for _ in range(draw.randint(1, 3))]
    if draw.random() < 0.05:
        acts.append(_any_taboo(speech.scenario, draw))
    return speech.turn_of(*acts)


def _any_move(scenario: Scenario, draw: random.Random) -> MoveMade:
    id = draw.choice([id for id in MOVES if id != "farewell"])
    subjects = [None, *scenario.topics, *scenario.products]
    topic = draw.choice(subjects)
    word = MOVES[id].zh if scenario.language == "zh" else MOVES[id].en
    named = scenario.topics.get(topic or "") or scenario.products.get(topic or "")
    clause = f"{word} {named.name if named else ''} {draw.randint(1, 9)}"
    return MoveMade(id, clause, 1.0, draw.choice(["open", "closed"]) if MOVES[id].asks else None, topic)


def _any_taboo(scenario: Scenario, draw: random.Random) -> TabooMade:
    id = draw.choice([id for id, taboo in TABOOS.items() if not taboo.contextual])
    return TabooMade(id, TABOOS[id].zh if scenario.language == "zh" else TABOOS[id].en)
