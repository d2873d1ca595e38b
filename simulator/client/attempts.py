"""An attempt at what the client asked: a statement that none of the author's answers takes is still an answer."""

from simulator.client.likeness import (
    SPECIFIC,
    Question,
    answers_it,
    opens_yes_or_no,
    question_of,
    shared,
    statements,
    units,
)
from simulator.client.position import with_outcome
from simulator.client.statechart import triggers
from simulator.client.taking import Taking
from simulator.scenario.model import Reaction, Remark, Scenario
from simulator.sentences import around, sentences
from simulator.vocabulary.moves import MOVES, TABOOS
from simulator.vocabulary.turn import MoveMade, Turn

WEIGHT = 70
NONSENSE = 0.95
"""How sure it must be that unplaced words are none of the moves for the client to hear no sense in them."""
SURE = 0.5
"""How sure a move must be heard to count as an answer given beforehand."""
FEW = 2
"""How many subjects a question names at most for one of them to stand for it."""
_COURTESIES = frozenset({"greet", "introduce", "small_talk", "thank", "farewell", "acknowledge", "empathise"})
_OPINIONS = frozenset(
    {"acknowledge", "empathise", "paraphrase", "introduce", "share_information", "give_example", "small_talk"}
)
"""Moves that an answer in the trainee's own words is taken for."""
_SPEAKS = 4
"""How many units of sense a statement holds at least that says something."""


def answerable(remark: Remark) -> bool:
    """Whether a remark waits for an answer in words of the trainee's own.

    A temptation must be refused; and where one may say too much to a third person, who talks at length does just that.
    """
    if remark.kind == "temptation" or not any(reaction.move for reaction in remark.answers.values()):
        return False
    if remark.kind == "third_person" and any(reaction.taboo for reaction in remark.answers.values()):
        return False
    return remark.kind in ("question", "objection") or any("?" in line or "？" in line for line in remark.say.all)


def take_attempt(taking: Taking, turn: Turn) -> bool:
    """Takes what the trainee states for an answer to the waiting remark; tells whether it was one.

    What says something else leaves the remark open, once, and costs nothing.
    """
    id = taking.start.pending
    remark = taking.scenario.remarks.get(id or "")
    if id is None or remark is None or taking.position.pending != id or taking.suspect or not answerable(remark):
        return False
    if turn.other is not None and turn.other >= NONSENSE and not opens_yes_or_no(turn.text):
        return False
    said = statements(turn.text)
    if taking.taken and remark.kind == "question":
        said = _without_terms(turn, said)
    topics = frozenset(move.topic for move in turn.moves if move.topic is not None and not MOVES[move.id].asks)
    question = question_of(taking.scenario, remark)
    if taking.settled_now:  # half an answer was heard: only what is plainly to the point goes before it
        to_the_point = shared(question, said, topics) >= SPECIFIC or _meets(remark, said, question)
        related = to_the_point and _only_courtesies(taking)
    elif remark.kind == "objection":
        related = bool(said) and shared(question, said, topics) > 0
    else:
        related = answers_it(question, said, topics) or (not question.yes_or_no and _goes_first(turn, said))
    if related:
        _answered(taking, id, remark)
        return True
    if turn.placed and not taking.settled_now and _says_something(turn, said):
        return _kept_open(taking, id, remark)
    return False


def _meets(remark: Remark, said: str, question: Question) -> bool:
    """Whether a statement speaks of what an objection is about in words in which the client would take up an answer to it.

    "One sheet, I can do" after "twenty-three pages": its author has the client say "one sheet" there.
    """
    if remark.kind != "objection" or not question.units & units(said):
        return False
    taken_up = (line for reaction in remark.answers.values() for line in reaction.say.all)
    asked_for = (
        line for lines in (*(one.say for one in remark.partial.values()), remark.ignored) for line in lines.all
    )
    return bool(frozenset().union(*map(units, (*taken_up, *asked_for))) & (units(said) - question.units))


def _without_terms(turn: Turn, said: str) -> str:
    """What is stated besides figures that went to the table: an offer is no answer to something else."""
    for quantity in turn.quantities:
        said = said.replace(quantity.clause, " ")
    return said


def _goes_first(turn: Turn, said: str) -> bool:
    """Whether a turn begins with a statement of some substance and of no other purpose.

    Right after a question that asks for more than yes or no, that is the answer, whatever its words.
    """
    first = next(iter(sentences(turn.text)), "")
    if not said.startswith(first) or len(units(first)) < _SPEAKS:
        return False
    return not any(
        move.confidence >= SURE and move.clause.strip() in first and move.id not in _OPINIONS for move in turn.moves
    )


def _only_courtesies(taking: Taking) -> bool:
    """Whether the half answer was given by a nod or a greeting, which say nothing by themselves."""
    half = {place.rpartition("/")[2] for place in taking.fired if "/partial/" in place}
    remark = taking.scenario.remarks[taking.start.pending or ""]
    return all(set(triggers(remark.partial[id])) <= _COURTESIES | {"apologise", "paraphrase"} for id in half)


def _answered(taking: Taking, id: str, remark: Remark) -> None:
    taking.parts = [part for part in taking.parts if "/partial/" not in part.place]
    place, lines = (
        (f"remarks/{id}/heard", remark.heard) if remark.heard.all else ("talk/heard", taking.scenario.talk.heard)
    )
    taking.say(lines, place, WEIGHT, speaker=remark.speaker, further=(taking.scenario.talk.heard,), due=True)
    taking.parts = [*taking.parts[-1:], *taking.parts[:-1]]  # an answer is taken up before what else was said
    taking.trust += smaller_effect(tuple(remark.answers.values()))
    settle(taking, id)
    taking.settled_now = True


def settle(taking: Taking, id: str) -> None:
    """A remark counts as answered, and nothing waits any more."""
    position = taking.position
    taking.event(f"answered:{id}")
    taking.change(
        settled=tuple(sorted({*position.settled, id})),
        pending=None if position.pending == id else position.pending,
    )
    taking.position = with_outcome(taking.position, "answered", id)


def smaller_effect(answers: tuple[Reaction, ...]) -> int:
    """The trust that an attempt wins: half of what the least of the author's answers does."""
    gains = [reaction.trust for reaction in answers if reaction.move and (reaction.trust or 0) > 0]
    return max(1, min(gain for gain in gains if gain) // 2) if gains else 0


def _says_something(turn: Turn, said: str) -> bool:
    """Whether a turn holds more than questions, courtesy and small talk."""
    moves = [move for move in turn.moves if not MOVES[move.id].asks]
    if any(move.id not in _COURTESIES and move.id != "invite_feedback" for move in moves):
        return True
    for move in moves:
        said = said.replace(move.clause, " ")
    return len(units(said)) >= _SPEAKS


def _kept_open(taking: Taking, id: str, remark: Remark) -> bool:
    """Leaves the remark open, the first time, and says so last; nobody says that he asked who only came in and said so."""
    asked = remark.kind != "third_person" or taking.start.asked
    if f"open.{id}" in taking.position.outcomes or not remark.presses or not asked:
        return False
    taking.position = with_outcome(taking.position, "open", id)
    taking.settled_now = True
    if not any(part.due for part in taking.parts):  # nobody presses for an answer in the breath of a confidence
        taking.say(taking.scenario.talk.waiting, "talk/waiting", WEIGHT, speaker=remark.speaker, due=True)
    return True


def hear_beforehand(taking: Taking, turn: Turn) -> None:
    """What the trainee says unasked may answer what the client was going to bring up: that is then not asked any more."""
    offences = [t.clause for t in turn.taboos if t.id in TABOOS and TABOOS[t.id].severity != "minor"]
    if any(TABOOS[t.id].severity == "red" for t in turn.taboos if t.id in TABOOS):
        return
    moves = [move for move in turn.moves if move.confidence >= SURE and not MOVES[move.id].asks]
    told = {move: around(turn.text, move.clause) for move in moves}
    moves = [move for move in moves if not any(_lies_in(clause, told[move]) for clause in offences)]
    if not moves:
        return
    for id, remark in taking.scenario.remarks.items():
        if taking.position.is_spent(id) or remark.when is None or remark.kind not in ("question", "objection"):
            continue
        # an objection to nothing in particular is only met by the very words that meet it; so is anything by a greeting
        wide = taking.position.turn > 1 and (remark.kind == "question" or remark.topic is not None)
        if any(_gives(move, told[move] if wide else move.clause, remark, taking.scenario) for move in moves):
            settle(taking, id)
            taking.change(raised=(*taking.position.raised, id))


def _lies_in(clause: str, sentence: str) -> bool:
    """Whether words lie in a sentence, or hold it."""
    clause = clause.strip()
    return clause in sentence or sentence in clause


def _gives(move: MoveMade, said: str, remark: Remark, scenario: Scenario) -> bool:
    """Whether a move, with what is ``said`` in it, is one that the remark waits for and speaks of just what it asks."""
    fits = any(
        move.id in triggers(reaction) and (not reaction.topic or (move.topic or "none") in reaction.topic)
        for reaction in remark.answers.values()
    )
    if not fits or (remark.topic is not None and move.topic != remark.topic):
        return False
    question = question_of(scenario, remark)
    named = move.topic is not None and len(question.subjects) <= FEW
    topics = frozenset({move.topic or ""} if named else ())
    return shared(question, statements(said) or said, topics) >= SPECIFIC
