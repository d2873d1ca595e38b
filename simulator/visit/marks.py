"""What happened to the reading of a turn, in a word or two, for every face."""

from simulator.i18n import _
from simulator.transcript.record import Exchange


def marks(exchange: Exchange) -> tuple[str, ...]:
    """That the trainee flagged the turn, and who amended it."""
    found = [_("flagged")] if exchange.flagged else []
    if exchange.review is not None:
        found.append(_("amended by {name}").format(name=exchange.review.by))
    elif exchange.as_heard is not None:
        found.append(_("amended"))
    return tuple(found)
