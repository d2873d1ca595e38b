"""A debrief as Markdown, short enough for a mail: verdict, three things, parts, taboos, needs, what to practise.

Everything from a visit is escaped, so that it stays text in CommonMark and in GitHub's dialect: punctuation that could
mean something is escaped, and what some readers turn into links by themselves is broken up with U+2060, which is not seen.
"""

import re
from collections.abc import Iterator, Sequence

from scoring.debrief import Advice, Debrief
from scoring.plain_what_if import best, turning, without_red
from scoring.plain_what_if import told as tried_out
from scoring.remarks import outcome_told, titled
from scoring.report.page import Visits
from scoring.report.told import Told
from scoring.scorecard import TabooMark
from scoring.words_report import said
from simulator.text import clean_line

_MARKS = re.compile(r"([\\`*_{}\[\]<>~|$^&])")
_FIRST = re.compile(r"^([-+#=:!]|\d+(?=[.)]))")
_LINKS = re.compile(r"(?i)(:?//+|\bwww(?=\.)|@|\b(?:mailto|xmpp|tel|javascript|data)(?=:))")
_DOMAIN = re.compile(r"(?<=\w)\.(?=[^\W\d])")
JOINER = "\u2060"


def text(words: str) -> str:
    """Words as one line of Markdown that shows them as they are."""
    line = clean_line(words, 10_000)
    line = _DOMAIN.sub("." + JOINER, _LINKS.sub(lambda found: JOINER.join(found[0]) + JOINER, line))
    line = _MARKS.sub(r"\\\1", line)
    first = _FIRST.match(line)
    if first is None:
        return line
    return f"{first[0]}\\{line[first.end() :]}" if first[0].isdigit() else f"\\{line}"


def markdown_page(visits: Visits, language: str) -> str:
    """The debriefs as one Markdown text, an overview before them where there are several."""
    told = [Told(debrief, talk, level=2 if len(visits) > 1 else 1) for debrief, talk in visits]
    lines: list[str] = []
    if len(told) > 1:
        lines += [f"# {text(said('title.many', language, count=len(told)))}", "", *_overview(told, language), ""]
    for one in told:
        lines += [*_visit(one)]
    return "\n".join(lines).rstrip() + "\n"


def _overview(told: Sequence[Told], language: str) -> Iterator[str]:
    yield from _table(
        [said(key, language) for key in ("visit", "learner", "total", "grade", "result")],
        [
            (
                one.debrief.title,
                one.transcript.header.learner,
                f"{one.debrief.scorecard.total:g}",
                one.debrief.scorecard.grade_name,
                one.w("plain.passed" if one.debrief.scorecard.passed else "plain.failed"),
            )
            for one in told
        ],
    )


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(map(text, heads))} |"
    yield "|" + " --- |" * len(heads)
    for row in rows:
        yield f"| {' | '.join(map(text, row))} |"


def _visit(told: Told) -> Iterator[str]:
    card, debrief = told.debrief.scorecard, told.debrief
    sharps = "#" * told.level
    learner = told.transcript.header.learner
    yield f"{sharps} {text(debrief.title)}"
    yield ""
    who = f"{told.w('learner')}{told.w('colon')}{learner} · " if learner else ""
    passed = told.w("plain.passed" if card.passed else "plain.failed")
    yield text(f"{who}{told.w('plain.score')} {card.total:g}/100 · {card.grade_name} · {passed}")
    yield ""
    yield text(debrief.verdict)
    yield ""
    if debrief.priorities:
        yield from _head(told, "plain.first")
        for number, advice in enumerate(debrief.priorities, 1):
            yield from _advice(told, number, advice)
        yield ""
    if debrief.talk.turns:
        yield from _rest(told, debrief)


def _head(told: Told, key: str) -> Iterator[str]:
    yield f"{'#' * (told.level + 1)} {text(told.w(key))}"
    yield ""


def _advice(told: Told, number: int, advice: Advice) -> Iterator[str]:
    gain = told.gain(advice.gain)
    red = f"[{told.w('plain.red')}] " if advice.kind == "red" else ""
    yield f"{number}. **{text(red + advice.title)}**{text(gain) if gain else ''}"
    if advice.quote:
        who = told.colon("plain.you" if advice.own else "plain.client")
        yield f"   - {text(f'{told.where(advice.turn, advice.quote)} · {who}“{advice.quote}”')}"
    yield f"   - {text(told.colon('plain.why') + advice.why)}"
    if advice.say:
        yield f"   - {text(told.colon('plain.say') + advice.say)}"


def _rest(told: Told, debrief: Debrief) -> Iterator[str]:
    yield from _head(told, "plain.phases")
    heads = [told.w(key) for key in ("phase", "reached", "weight")]
    yield from _table(
        heads, [(p.name, f"{min(1.0, p.earned / p.possible):.0%}", f"{p.share:.0%}") for p in debrief.phases]
    )
    yield ""
    if debrief.strengths:
        yield from _head(told, "plain.strengths")
        yield from (
            f"- {text(f'{s.title} ({told.where(s.turn, s.quote)}) “{s.quote}”')}" for s in debrief.strengths
        )
        yield ""
    for key, marks in (("plain.taboos", debrief.taboos), ("plain.uncertain", debrief.uncertain)):
        if marks:
            yield from _head(told, key)
            for taboo in marks:
                yield from _taboo(told, taboo)
            yield ""
    yield from _needs(told, debrief)
    yield from _remarks(told, debrief)
    yield from _other_words(told, debrief)
    for key, texts in (("plain.questions", debrief.questions), ("plain.practise", debrief.practise)):
        yield from _head(told, key)
        yield from (f"- {text(line)}" for line in texts)
        yield ""


def _taboo(told: Told, taboo: TabooMark) -> Iterator[str]:
    points = f"{told.w('join')}{told.taken(taboo.deduction)}" if taboo.deduction else ""
    about = f"({told.w('severity.' + taboo.severity)}{points})"
    yield f"- **{text(taboo.name)}** {text(about)}"
    said_there = f"{told.where(taboo.turn, taboo.clause)} · {told.colon('plain.you')}“{taboo.clause}”"
    yield f"  - {text(said_there)}"
    yield f"  - {text(told.colon('plain.instead') + taboo.instead)}"


def _needs(told: Told, debrief: Debrief) -> Iterator[str]:
    if not debrief.needs:
        return
    yield from _head(told, "plain.needs")
    for need in debrief.needs:
        kind = told.w("plain.latent" if need.latent else "plain.explicit")
        found = told.w(f"plain.{need.outcome}", turn=need.turn or need.settled or need.touched or need.hinted)
        yield f"- {text(f'{need.statement} [{kind}] {found}')}"
        if need.told:
            yield f"  - {text(told.colon('plain.client') + f'“{need.told}”')}"
        if need.turn is None and need.settled is None and need.thread:
            yield f"  - {text(told.colon('plain.thread') + need.thread)}"
    yield ""


def _remarks(told: Told, debrief: Debrief) -> Iterator[str]:
    if not debrief.remarks:
        return
    yield from _head(told, "plain.remarks")
    for remark in debrief.remarks:
        yield f"- **{text(titled(remark, told.language))}** {text(outcome_told(remark, told.language))}"
        client = told.colon("plain.client")
        yield f"  - {text(f'{told.where(remark.turn, remark.quote)} · {client}“{remark.quote}”')}"
        if remark.settled is not None and remark.reply:
            you = told.colon("plain.you")
            yield f"  - {text(f'{told.where(remark.settled, remark.reply)} · {you}“{remark.reply}”')}"
    yield ""


def _other_words(told: Told, debrief: Debrief) -> Iterator[str]:
    """The few lines that would have gained most; nothing where none was tried out."""
    if debrief.what_if is None:
        return
    yield from _head(told, "plain.what_if")
    lost = [
        line
        for line in (turning(debrief.what_if, told.language), without_red(debrief.what_if, told.language))
        if line
    ]
    lines = [tried_out(found, told.language) for found in best(debrief.what_if)]
    for line in (*lost, *(lines or [told.w("plain.what_if.none")])):
        yield f"- {text(line)}"
    yield ""
