"""What of a turn has to be answered: each act once, and each stretch of words once, however many labels it bears."""

import re
from collections.abc import Sequence
from dataclasses import replace

from simulator.client.days import named_day
from simulator.client.evidence import asks_something
from simulator.client.likeness import questions
from simulator.client.referring import refers_up
from simulator.sentences import around
from simulator.vocabulary.moves import MOVES, TABOOS
from simulator.vocabulary.turn import MoveMade, TabooMade, Turn

_END = re.compile(r"[。！？!?]|\.\s")


SURE = {"minor": 0.6, "major": 0.75}
"""How sure a taboo short of a red line must be heard for the client to take offence. A red line has no line of its own here: it is
certain, fails the visit and offends the client, or it is to be confirmed and does neither (``TabooMade.certain``)."""
NOTHING_ELSE_SAID = 0.5
"""How sure it must be heard in a turn in which nothing else was: to ask again would be odder than to take it so."""
SURELY_LEAVING = 0.5
"""How sure a goodbye must be heard for the visit to end."""
PLANNED_IN_PARTING = 0.3
"""How sure a next step must be heard whose day is named, from who takes leave: that is when one arranges the next visit."""
SURELY_SAID = {
    "make_offer": 0.3, "trade": 0.3, "confirm_agreement": 0.3, "propose_next_step": 0.55, "refer_up": 0.6,
    "hold_position": 0.55, "apologise": 0.5, "offer_remedy": 0.45, "offer_materials": 0.6, "invite_feedback": 0.4,
    "ask_commitment": 0.4,
}  # fmt: skip
"""How sure an act that changes the course of a talk must be heard to be acted upon.

Below these, of what was heard in live turns by new hands, fewer than half was meant; no reaction is better than one to
what nobody said. The marks still count it with its confidence.
"""
_SOMEBODY_ABOVE = re.compile(
    r"报|请示|汇报|申请|审批|批[^次发]|上[级面头会]|领导|行长|[支分总]行|总部|回去|问|特批"
    r"|\b(?:ask|branch|head|boss|manager|committee|approv\w*|superiors?|refer|higher|upstairs|authori\w+|back|office|desk|up)\b",
    re.IGNORECASE,
)
"""Words without which nothing is taken back to the bank: a bare "I can't" only refuses."""
CHATTING = 0.5
"""How sure small talk of no subject must be heard to be taken up beside something else."""
ASKED_IN_PARTING = 0.8
"""How sure a question must be heard from who takes leave and asks nothing in so many words."""
ASKED_ON = 0.6
"""How sure a question after a goodbye must be heard for nobody to go."""
LEAVING_AFTER_A_GREETING = 0.75
"""How sure it must be in a turn that also greets: who has only just come in seldom takes leave."""


def beyond_doubt(turn: Turn) -> Turn:
    """The turn without what the client would be wrong to act upon: doubtful offences, bargains and goodbyes."""
    taboos = tuple(taboo for taboo in turn.taboos if _offends(taboo))
    if not (taboos or turn.moves):
        taboos = tuple(taboo for taboo in turn.taboos if taboo.confidence >= NOTHING_ELSE_SAID)
    greets = any(move.id == "greet" and move.confidence >= SURELY_LEAVING for move in turn.moves)
    sure = LEAVING_AFTER_A_GREETING if greets else SURELY_LEAVING
    least = SURELY_SAID | {"farewell": sure}
    parting = any(move.id == "farewell" and move.confidence >= sure for move in turn.moves)
    moves = tuple(
        move
        for move in turn.moves
        if move.confidence >= least.get(move.id, 0.0) or (parting and _names_its_day(move, turn.text))
    )
    moves = tuple(move for move in moves if move.id != "farewell" or not _asks_on(turn, move.clause))
    if any(move.id == "farewell" for move in moves) and not questions(turn.text):
        moves = tuple(m for m in moves if not MOVES[m.id].asks or m.confidence >= ASKED_IN_PARTING)
    if any(move.id != "small_talk" for move in moves):
        moves = tuple(m for m in moves if m.id != "small_talk" or m.topic or m.confidence >= CHATTING)
    moves = tuple(
        move for move in moves if move.id != "refer_up" or _SOMEBODY_ABOVE.search(around(turn.text, move.clause))
    )
    if any(move.id == "refer_up" for move in moves) and not refers_up(turn):  # a condition, and nobody is asked
        moves = tuple(replace(move, id="disclose_terms") if move.id == "refer_up" else move for move in moves)
    return turn if (moves, taboos) == (turn.moves, turn.taboos) else replace(turn, moves=moves, taboos=taboos)


def _names_its_day(move: MoveMade, text: str) -> bool:
    """Whether a move is a next step for which the words around it name a day."""
    planned = move.id == "propose_next_step" and move.confidence >= PLANNED_IN_PARTING
    return planned and bool(named_day(around(text, move.clause)))


def _asks_on(turn: Turn, goodbye: str) -> bool:
    """Whether something is asked in particular after what sounded of a goodbye: who wants to know does not go yet."""
    _, found, rest = turn.text.partition(goodbye)
    if not (goodbye and found):
        return False
    asked = questions(rest)
    clauses = [m.clause for m in turn.moves if MOVES[m.id].phase == "discover" and m.confidence >= ASKED_ON]
    return any(asks_something(question) or any(clause in question for clause in clauses) for question in asked)


def _offends(taboo: TabooMade) -> bool:
    known = TABOOS.get(taboo.id)
    severity = known.severity if known is not None else "minor"
    return taboo.certain if severity == "red" else taboo.confidence >= SURE[severity]


def acts_of(turn: Turn) -> list[tuple[TabooMade] | tuple[MoveMade, ...]]:
    """Taboos first, then the moves in their order, each (move, topic) once; readings of the same words together.

    A goodbye comes last, wherever it was said.
    """
    taboos = {taboo.id: taboo for taboo in reversed(turn.taboos)}
    heard: list[tuple[TabooMade] | tuple[MoveMade, ...]] = [
        (taboos[id],) for id in dict.fromkeys(taboo.id for taboo in turn.taboos)
    ]
    moves = {(move.id, move.topic): move for move in reversed(turn.moves)}
    order = sorted(
        dict.fromkeys((move.id, move.topic) for move in turn.moves), key=lambda key: key[0] == "farewell"
    )
    return [*heard, *_readings([moves[key] for key in order], turn.text)]


def _readings(moves: Sequence[MoveMade], text: str) -> list[tuple[MoveMade, ...]]:
    """The moves in groups: those that ask, listen or present in the same words are readings of one thing said."""
    groups: list[list[MoveMade]] = []
    for move in moves:
        kind = _kind(move)
        same = (g for g in groups if kind and _kind(g[0]) == kind and any(_overlap(move, m, text) for m in g))
        group = next(same, None)
        if group is None:
            groups.append([move])
        else:
            group.append(move)
    return [tuple(group) for group in groups]


def _kind(move: MoveMade) -> str:
    """What a move does with the client: ask, listen or present; empty for what stands for itself."""
    known = MOVES.get(move.id)
    if known is None:
        return ""
    if known.asks and known.phase in ("discover", "repair"):
        return "ask"
    return known.phase if known.phase in ("listen", "present") else ""


def _overlap(one: MoveMade, other: MoveMade, text: str) -> bool:
    """Whether the greater part of the shorter clause lies in the longer one, or one sentence asks twice of one topic."""
    if not one.clause or not other.clause:
        return False
    starts = text.find(one.clause), text.find(other.clause)
    if min(starts) < 0:
        return one.clause in other.clause or other.clause in one.clause
    if one.topic is not None and one.topic == other.topic and not _END.search(text, min(starts), max(starts)):
        return True
    ends = starts[0] + len(one.clause), starts[1] + len(other.clause)
    shared = min(ends) - max(starts)
    return shared * 2 > min(len(one.clause), len(other.clause))
