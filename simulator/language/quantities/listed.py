"""Numerals that number the items of a list ("一，…；二，…", "(1) … (2) …") or the clauses of a contract: they measure nothing."""

import re

from simulator.language.quantities.numbers import numeral_value

_MARK = {
    "zh": re.compile(r"(?:^|[。;:!?,、(\s])\s*(?P<n>[一二三四五六七八九1-9])(?=[,、.:)](?!\d))"),
    "en": re.compile(
        r"(?:^|[.;:!?,(–—-])\s*(?P<n>one|two|three|four|five|six|seven|eight|nine|[1-9])(?=[,:)](?!\d)|\.(?!\d) ?)"
    ),
}


def list_marks(language: str, text: str) -> frozenset[int]:
    """Where in ``text`` (already simplified) the numerals stand that count off items: one, then two, in their order."""
    found: list[int] = []
    for match in _MARK[language].finditer(text):
        if numeral_value(language, match["n"]) == len(found) + 1:
            found.append(match.start("n"))
    return frozenset(found) if len(found) > 1 else frozenset()


_CLAUSE = re.compile(
    r"(?:\b(?:clause|section|article|paragraph)|协议|合同|条款|第)\s?(?P<behind>\d{1,2}\.\d{1,2})|(?P<before>\d{1,2}\.\d{1,2})\s?(?:那|这)?条"
)


def clause_numbers(text: str, previous: str) -> frozenset[str]:
    """The numbers of clauses that either side named ("clause 8.3", 8.3条), which may be said alone afterwards."""
    return frozenset(
        found["behind"] or found["before"] for said in (previous, text) for found in _CLAUSE.finditer(said)
    )
