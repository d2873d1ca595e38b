"""Words for the client's mood and for what was understood, shared by every face without a screen."""

from simulator.i18n import _, language
from simulator.transcript.record import Exchange
from simulator.visit.marks import marks
from simulator.visit.mood import PATIENCE, TRUST, word
from simulator.vocabulary.moves import name
from simulator.vocabulary.turn import Turn


def mood(exchange: Exchange) -> str:
    """The client's mood in two words."""
    return f"{_(word(exchange.client.trust, TRUST))} · {_(word(exchange.client.patience, PATIENCE))}"


def understood(turn: Turn) -> str:
    """What was understood in a turn, in one line: the moves, then the taboos with a mark."""
    spoken = language()
    moves = [name(move.id, spoken) + (f" ({form_word(move.form)})" if move.form else "") for move in turn.moves]
    taboos = [
        f"⚠ {name(taboo.id, spoken)}" + ("" if taboo.certain else _(" (to be confirmed)")) for taboo in turn.taboos
    ]
    words = list(dict.fromkeys([*moves, *taboos]))
    return (" · ".join(words)) if words else name("other", spoken)


def form_word(form: str) -> str:
    """The form of a question in a word."""
    return _("open question") if form == "open" else _("closed question")


def said_by_you(exchange: Exchange) -> str:
    """The trainee's words, marked as such."""
    return _("You: {text}").format(text=exchange.trainee.text)


def heard_line(exchange: Exchange) -> str:
    """What was understood, as a quiet line under the words."""
    words = _("understood: {what}").format(what=understood(exchange.trainee))
    return f"   [{' | '.join((words, *marks(exchange)))}]"


def first_heard_lines(exchange: Exchange) -> tuple[str, ...]:
    """For an amended turn: what had been understood at first, and why it was amended."""
    if exchange.as_heard is None:
        return ()
    words = _("at first understood: {what}").format(what=understood(exchange.as_heard))
    why = exchange.review.why if exchange.review is not None else ""
    return (f"   [{' | '.join(part for part in (words, why) if part)}]",)
