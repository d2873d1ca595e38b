"""The client's mood: trust and patience as bars with words, and a face."""

from textual.content import Content

from simulator.i18n import _
from simulator.screens.prose import PackedVisual
from simulator.visit.mood import PATIENCE, TRUST, word

CELLS, FEW_CELLS = 10, 6
FACES = ((20, "(>_<)"), (40, "(-_-)"), (65, "(o_o)"), (85, "(^_^)"), (101, "(^o^)"))


def face(trust: int, patience: int) -> str:
    """A face made of plain characters: that of the trust, soured by short patience."""
    return word(min(trust, patience + 20), FACES)


def bar(value: int, cells: int = CELLS) -> str:
    """A bar for a value of 0-100; empty only at 0, full only at 100."""
    full = round(value * cells / 100)
    full = max(full, 1) if value > 0 else 0
    full = min(full, cells - 1) if value < 100 else cells
    return "▰" * full + "▱" * (cells - full)


def word_bar(value: int, words: tuple[tuple[int, str], ...], cells: int) -> str:
    """A bar for a value of 0-100 on which every word has cells of its own: another word, another bar."""
    low, first = 0, 0
    for below, _name in words:
        last = max(round(min(below, 100) * cells / 100), first + 1)
        if value < below:
            share = (value - low) / (min(below, 100) - low)
            full = min(first + 1 + int(share * (last - first)), last) if value > 0 else 0
            return "▰" * full + "▱" * (cells - full)
        low, first = below, last
    return "▰" * cells


def change(now: int, before: int) -> str:
    """How far a value has moved, with its sign; empty when it has not."""
    return f"{now - before:+d}".replace("-", "−") if now != before else ""


def gauge(
    label: str, value: int, words: tuple[tuple[int, str], ...], before: int, colour: str, cells: int
) -> Content:
    """One bar with its name before it, its word and its last change after it."""
    low = value < 40
    moved = change(value, before)
    return Content.assemble(
        (f"{label} ", "$muted"),
        (word_bar(value, words, cells), "$warning" if low else colour),
        f" {_(word(value, words))}",
        (f" {moved}" if moved else "", "$muted"),
    )


def mood_line(
    trust: int, patience: int, before: tuple[int, int] | None = None, *, cells: int = CELLS
) -> PackedVisual:
    """Face and both bars on one line; ``before`` are trust and patience one turn ago."""
    earlier = before or (trust, patience)
    first = gauge(_("Trust"), trust, TRUST, earlier[0], "$primary", cells)
    second = gauge(_("Patience"), patience, PATIENCE, earlier[1], "$secondary", cells)
    return PackedVisual([Content.assemble((face(trust, patience), "$accent"), "   ", first), second])
