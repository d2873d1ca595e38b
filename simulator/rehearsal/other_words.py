"""Lines with which a missed item could have been earned, each with how it is read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from scoring.act import LIKE, PROPOSAL, QUESTION, REMARK, STATEMENT
from scoring.criteria import Acts, Covered, Mentions, Offers, Revealed, Share, Wrote
from scoring.figures import figures_in
from scoring.moments import acts_in, criteria_in
from scoring.patterns import first_match
from scoring.plain_acts import PROPOSING
from scoring.rubric import Item
from scoring.sentences import asks_something
from simulator.rehearsal.dealing import bargaining_turn
from simulator.rehearsal.discovering import drawing
from simulator.rehearsal.rewinding import Rewound
from simulator.rehearsal.speech import Speech
from simulator.vocabulary.moves import MOVES
from simulator.vocabulary.turn import MoveMade, Turn

Reads = Callable[[str, str], Turn]
"""How a line is understood, said after the client's line."""
MOST = 4
"""Lines tried for one item at one place."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as a turn; ``confirmed`` where the recogniser read it so, else it is what the line was written for."""

    turn: Turn
    confirmed: bool


def item_lines(rewound: Rewound, item: Item, example: str, index: int, reads: Reads | None) -> Iterator[Line]:
    """Lines for ``item`` at the turn of that index: the rubric's example, the author's own lines, then an expert's.

    For needs that did not come out, questions that would have brought them out come first.
    """
    previous = _before(rewound, index)
    told: set[str] = set()
    for line in _found(rewound, item, example, index):
        if line.text in told:
            continue
        told.add(line.text)
        read = Line(reads(line.text, previous), True) if reads is not None else Line(line, False)
        if _bears_on(read.turn, item):
            yield read
        if len(told) >= MOST:
            return


def _bears_on(line: Turn, item: Item) -> bool:
    """Whether a line, as it is read, can have to do with the item at all; and does not end the talk by the way."""
    made = {move.id for move in line.moves}
    if _ENDS in made and item.phase not in _AT_THE_END:
        return False
    for criterion in criteria_in(item):
        match criterion:
            case Wrote(words=words) if first_match(line.text.lower(), words):
                return True
            case Mentions() | Revealed() | Offers() | Covered() | Share() if made:
                return True
    return any(made.intersection(asked_moves(acts)) or plainly(line.text, acts) for acts in acts_in(item))


def asked_moves(acts: Acts) -> tuple[str, ...]:
    """The moves that are asked for, with those that a plain act is mostly heard as."""
    return (*acts.moves, *(like for move in acts.moves for like in LIKE.get(move, ())))


def plainly(text: str, acts: Acts) -> bool:
    """Whether a line is what an act asks for by its words alone."""
    asks = asks_something(text)
    told = REMARK in acts.moves or (STATEMENT in acts.moves and not asks)
    asked = QUESTION in acts.moves and asks
    put_forward = PROPOSAL in acts.moves and first_match(text.lower(), PROPOSING) is not None
    if not (told or asked or put_forward) or figures_in(text) < acts.figures:
        return False
    return not acts.words or first_match(text.lower(), acts.words) is not None


def line_for(text: str, previous: str, reads: Reads | None) -> Line:
    """A line as it is read; without a recogniser it makes no move at all."""
    return Line(reads(text, previous), True) if reads is not None else Line(Turn(text), False)


def _found(rewound: Rewound, item: Item, example: str, index: int) -> Iterator[Turn]:
    if any(isinstance(criterion, Revealed) for criterion in criteria_in(item)):
        yield from _drawing_out(rewound, index)
    written = item.phase in _WRITTEN and not acts_in(item)
    general = [_meant(example, item)] if example and not written else []
    if item.phase == "negotiate":  # there the rubric's example names terms that are not those of this client
        yield from (*_by_the_author(rewound, item), *_at_the_table(rewound, index), *general)
    else:
        yield from (*general, *(_by_the_author(rewound, item) if item.phase == "discover" else ()))


def _by_the_author(rewound: Rewound, item: Item) -> Iterator[Turn]:
    """The scenario's own line for each of the moves that the item asks for."""
    examples = rewound.client.scenario.examples
    for move in dict.fromkeys(move for acts in acts_in(item) for move in asked_moves(acts)):
        for text in examples.get(move, ())[:1] if move in MOVES else ():
            yield Turn(text, (MoveMade(move, text, form="open" if MOVES[move].asks else None),))


def _at_the_table(rewound: Rewound, index: int) -> Iterator[Turn]:
    """What an expert would say at the table now, with terms that fit this client."""
    if rewound.client.scenario.bargaining is not None:
        speech = _speech(rewound, index)
        acts = bargaining_turn(speech)
        if acts:
            yield speech.turn_of(*acts)


def _speech(rewound: Rewound, index: int) -> Speech:
    return Speech(rewound.client, rewound.positions[index], rewound.until(index), rewound.transcript.header.seed)


def _drawing_out(rewound: Rewound, index: int) -> Iterator[Turn]:
    """Questions to which the client, as things stood, tells a need: the author's own where it does, else an expert's."""
    speech = _speech(rewound, index)
    hidden = dict(speech.position.needs)
    for id, need in rewound.client.scenario.needs.items():
        if need.kind == "latent" and hidden.get(id, 0) < _TOLD and need.thread.rstrip().endswith(("?", "？")):
            yield Turn(need.thread, (MoveMade("ask_problem", need.thread, form="open", topic=need.topic or id),))
    for move in list(drawing(speech, figures=False))[:MOST]:
        yield Turn(move.clause, (move,))


_TOLD = 2
"""The level from which on a need has come out."""
_WRITTEN = ("prepare", "follow_up")
"""Where an example is a note and not a line, unless the item asks for something said."""
_ENDS = "farewell"
_AT_THE_END = ("close", "phone", "complaint_exit")


def _meant(text: str, item: Item) -> Turn:
    """The line as the move that the item asks for first."""
    acts = acts_in(item)
    meant = next(((MOVES[id], each.form) for each in acts for id in each.moves if id in MOVES), None)
    if meant is None:
        return Turn(text)
    move = meant[0]
    form = (meant[1] or "open") if move.asks else None
    return Turn(text, (MoveMade(move.id, text, form=form),))


def _before(rewound: Rewound, index: int) -> str:
    """The client's line that the turn at ``index`` answers."""
    exchanges = rewound.transcript.exchanges
    return exchanges[index - 1].client.text if index else rewound.transcript.opening


def together(own: Turn, line: Turn, language: str, *, first: bool) -> Turn:
    """Both in one turn, the ``line`` ``first`` or last."""
    one, other = (line, own) if first else (own, line)
    space = "" if language == "zh" else " "
    return Turn(
        f"{one.text.rstrip()}{space}{other.text.lstrip()}",
        (*one.moves, *other.moves),
        (*one.taboos, *other.taboos),
        (*one.quantities, *other.quantities),
    )


def without(own: Turn, clause: str, line: Turn) -> Turn:
    """The turn with ``line`` in place of a ``clause`` of it and of everything that was heard in that clause."""
    inside = clause.strip()
    if inside not in own.text:
        return replace(line)
    kept = tuple(move for move in own.moves if not _overlaps(move.clause, inside))
    before, _, after = own.text.partition(inside)
    return Turn(
        f"{before}{line.text}{after}",
        (*kept, *line.moves),
        tuple(taboo for taboo in own.taboos if not _overlaps(taboo.clause, inside)),
        tuple(q for q in own.quantities if q.clause not in inside) + line.quantities,
    )


def _overlaps(one: str, other: str) -> bool:
    return bool(one) and (one.strip() in other or other in one)
