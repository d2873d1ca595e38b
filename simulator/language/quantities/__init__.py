"""Figures in what was said, in one canonical unit each (see "Quantities" in the label guide)."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, cast

from simulator.language.normalise import simplified
from simulator.language.quantities.context import asked_currency, in_millions, informed, placed
from simulator.language.quantities.recognised import recognised
from simulator.language.quantities.span import Bare, Span
from simulator.vocabulary.turn import Base, Issue, Quantity

if TYPE_CHECKING:
    from simulator.language.known_figures import KnownFigures

_NUMERAL = re.compile(
    r"[\d零〇一二两俩三四五六七八九十半]|lpr"
    r"|[½¼¾]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|half|thirds?|quarters?|fifths?|tenths?"
    r"|zero|flat|a (?:hundred|thousand|million|billion|year|month|dozen|grand))"
)


_PER_CENT = re.compile(r"\s*(?:%|per\s?cent)")
HOME = "CNY"
"""The currency of a sum of which neither side names one: the bank is in China."""


def find_quantities(
    language: str, clause: str, previous: str = "", currency: str = HOME, company: bool | None = None
) -> tuple[Quantity, ...]:
    """The figures of a clause in their order.

    ``previous``, the client's last line, tells what a bare figure is about; ``currency`` is the ISO code of sums whose
    currency nobody says; ``company`` is whether the client is one, and so counts in ten thousands, None where that is not known.
    """
    return tuple(
        dict.fromkeys(figure for _, figure in placed_quantities(language, clause, previous, currency, company))
    )


def placed_quantities(
    language: str,
    turn: str,
    previous: str = "",
    currency: str = HOME,
    company: bool | None = None,
    client: "KnownFigures | None" = None,
) -> tuple[tuple[int, Quantity], ...]:
    """The figures of a whole turn with the place in it where each begins, so that its clauses can share them out.

    ``client`` are the figures known of this client: a bare number that is one of them is read as that.
    """
    text = simplified(turn)
    if _NUMERAL.search(text) is None:
        return ()
    before = simplified(previous)
    read = _reader(language)
    spans, bare = read(text, before, company)
    if bare or any(not span.sure or not span.unit or span.points for span in spans):
        known = _known(language, before, text, company, client)
        if client is not None:
            spans, bare = recognised(language, text, spans, bare, client, known)
        asked = asked_currency(text) or asked_currency(before)
        spans = [
            informed(
                span, spans, known, asked, per_cent=_PER_CENT.search(text, span.start, span.end + 9) is not None
            )
            for span in spans
        ]
        spans += _all_placed(language, bare, spans, known, text)
    return tuple((span.start, _quantity(span, turn.strip(), currency)) for span in _apart(spans))


def _in_per_cent(text: str, span: Span) -> bool:
    """Whether a figure is said with its per cent."""
    said = text[span.start : span.end].rstrip()
    return said.endswith(("%", "cent")) or _PER_CENT.match(text, span.end) is not None


def _known(
    language: str, before: str, text: str, company: bool | None, client: "KnownFigures | None"
) -> list[Span]:
    """The figures that the client named, sums without a unit too where their scale is plain."""
    if not before or not _NUMERAL.search(before):
        return []
    spans, bare = _reader(language)(before, "", company, text)
    if client is not None:
        spans, bare = recognised(language, before, spans, bare, client, [])
    spans = [in_millions(span) if span.millions else span for span in spans]
    sums = _all_placed(language, [one for one in bare if one.money], spans, [], before)
    return [*spans, *(one for one in sums if one.issue == "amount" and one.scale > 1)]


def _all_placed(language: str, bare: list[Bare], spans: list[Span], known: list[Span], text: str) -> list[Span]:
    """What the numbers without a unit stand for; one that is placed helps to place the next."""
    found: list[Span] = []
    for one in bare:
        span = placed(one, [*spans, *found], known, text)
        if span is not None:
            found.append(_in_thousands(span) if language == "en" else span)
    return found


def _in_thousands(span: Span) -> Span:
    """``eleven thousand`` and ``154,000`` are so many thousands, of which "eleven" and "154" may be said later."""
    whole = span.issue == "amount" and span.scale == 1.0 and span.value >= 1000 and not span.value % 1000
    return replace(span, scale=1e3) if whole else span


@cache
def _reader(language: str) -> Callable[..., tuple[list[Span], list[Bare]]]:
    """The reader of a language; only the one that is needed compiles its patterns."""
    if language == "zh":
        from simulator.language.quantities import zh

        return zh.read
    from simulator.language.quantities import en

    return en.read


def _apart(spans: list[Span]) -> list[Span]:
    """The spans in the order of the text; of two that overlap the first found, ends of one range excepted."""
    kept: list[Span] = []
    for span in spans:
        if all(
            span.end <= other.start or span.start >= other.end or (span.start, span.end) == (other.start, other.end)
            for other in kept
        ):
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)


def _quantity(span: Span, words: str, currency: str) -> Quantity:
    base = cast("Base | None", span.base)
    return Quantity(cast(Issue, span.issue), span.value, span.unit or currency, base, words, span.approximate)
