"""What was understood of a turn, in a few quiet words."""

from textual.content import Content

from simulator.i18n import N_, _, language
from simulator.transcript.record import Exchange
from simulator.visit.marks import marks
from simulator.visit.visit import Visit
from simulator.vocabulary.moves import name
from simulator.vocabulary.turn import MoveMade, Quantity, TabooMade, Turn

_FORMS = {"open": N_("{move} (open)"), "closed": N_("{move} (closed)")}


def move_words(move: MoveMade) -> str:
    """The name of a move, for a question with its form, and the figures it carries."""
    words = name(move.id, language())
    if move.form is not None:
        words = _(_FORMS[move.form]).format(move=words)
    figures = " ".join(figure_words(figure) for figure in move.terms)
    return f"{words} {figures}".rstrip()


def figure_words(figure: Quantity) -> str:
    """A figure as it was understood: 3.35%, LPR+20bp, 12 months."""
    number = f"{figure.value:,.10g}"
    match figure.unit:
        case "%":
            return f"{number}%"
        case "bp":
            base = figure.base if figure.base == "LPR" else ""
            return f"{base}{figure.value:+g}bp"
        case "month":
            return _("{number} months").format(number=number)
        case "CNY" if language() == "zh":
            return f"{figure.value / 10_000:g}万元" if figure.value >= 10_000 else f"{figure.value:g}元"
    return f"{number} {figure.unit}"


def taboo_words(taboo: TabooMade) -> str:
    """The name of a taboo, marked as one, or as a suspicion where it is not certain."""
    pattern = _("Taboo: {name}") if taboo.certain else _("Perhaps a taboo: {name}")
    return pattern.format(name=name(taboo.id, language()))


def heard_and_marked(exchange: Exchange) -> list[Content]:
    """What was understood of a turn as it stands, and that it was flagged or amended."""
    return heard(exchange.trainee) + [Content.styled(mark, "$secondary italic") for mark in marks(exchange)]


def advice(exchange: Exchange, visit: Visit) -> str:
    """What one can do about a turn that was not understood; empty where it was, or was dealt with."""
    if exchange.trainee.placed or exchange.flagged or visit.over:
        return ""
    if visit.practice:
        return _("Never mind: say it differently, or press F6 to tell what you meant.")
    return _("Never mind: say it differently, or press F6 to flag it for the trainer.")


def heard(turn: Turn) -> list[Content]:
    """Moves and taboos of a turn, each once, in the order of the words."""
    if not turn.placed:
        return [Content.styled(name("other", language()), "$muted italic")]
    parts = [Content.styled(words, "$muted") for words in dict.fromkeys(map(move_words, turn.moves))]
    taboos = dict.fromkeys((taboo_words(taboo), taboo.certain) for taboo in turn.taboos)
    return parts + [Content.styled(words, "bold $error" if sure else "$warning") for words, sure in taboos]
