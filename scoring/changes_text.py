"""What changed, as plain text."""

from collections.abc import Iterator

from scoring.changes import Changes, ItemChange, TabooChange
from scoring.words import word
from scoring.words_changes import told
from scoring.wrapping import columns, wrap


def plain_changes(found: Changes, grades: dict[str, str], language: str, width: int = 80) -> str:
    """The changes, the largest first; ``grades`` are the names of the grades."""
    lines: list[str] = []
    for line in change_lines(found, grades, language):
        if line.startswith("#"):
            lines += ["", line[1:], "-" * columns(line[1:])]
        else:
            lines += wrap(line.lstrip(), width, " " * (len(line) - len(line.lstrip())))
    return "\n".join(lines) + "\n"


def change_lines(found: Changes, grades: dict[str, str], language: str) -> Iterator[str]:
    """The changes line by line: ``#`` begins a heading, the bullet an entry, spaces what stands below one."""

    def say(key: str, **values: object) -> str:
        return told(key, language, **values)

    yield say("title", title=found.title or found.scenario)
    same = found.rubrics[0] == found.rubrics[1]
    yield say("same_rubric" if same else "rubrics", before=found.rubrics[0], after=found.rubrics[1])
    change = f"{found.totals[1] - found.totals[0]:+.1f}"
    yield say("total", before=f"{found.totals[0]:g}", after=f"{found.totals[1]:g}", change=change)
    if found.grades[0] != found.grades[1]:
        names = [grades.get(grade, grade) for grade in found.grades]
        yield say("grade", before=names[0], after=names[1])
    if found.passed[0] != found.passed[1]:
        results = [say("passed.yes" if passed else "passed.no") for passed in found.passed]
        yield say("passed", before=results[0], after=results[1])
    if found.nothing:
        yield say("nothing")
        return
    yield from _parts(found, language)
    if found.taboos:
        yield f"#{say('taboos')}"
        for taboo in found.taboos:
            yield say("bullet") + _taboo(taboo, language)
    if found.items:
        yield f"#{say('items')}"
        for item in found.items:
            yield from _item(item, language)
    if abs(found.shifted) >= 0.05:
        yield say("shifted", points=f"{found.shifted:+.1f}")


def _parts(found: Changes, language: str) -> Iterator[str]:
    def share(value: float | None) -> str:
        return told("none", language) if value is None else f"{value:.0%}"

    if found.parts:
        yield f"#{told('parts', language)}"
    for part in found.parts:
        (before, after), (weight_before, weight_after) = map(
            tuple, (map(share, part.reached), map(share, part.weight))
        )
        yield told("bullet", language) + told(
            "part", language, name=part.name, before=before, after=after, weight_before=weight_before,
            weight_after=weight_after,
        )  # fmt: skip


def _item(item: ItemChange, language: str) -> Iterator[str]:
    def mark(value: float | None) -> str:
        return told("none", language) if value is None else f"{value:g}"

    why = told(f"why.{item.why}", language, weight_before=item.weights[0], weight_after=item.weights[1])
    yield told("bullet", language) + told(
        "item", language, name=item.name, id=item.id, before=mark(item.before), after=mark(item.after),
        points=f"{item.points:+.1f}", why=why,
    )  # fmt: skip
    if item.why in ("criterion", "reading", "rule_or_reading", "applies", "new"):
        colon = "：" if language == "zh" else ": "
        for key, shown in (("before", item.evidence_before), ("after", item.evidence_after)):
            for evidence in shown:
                turn, _, words = evidence.partition(": ")
                yield f"    {told(key, language)}{colon}{told('words', language, turn=turn)} “{words}”"


def _taboo(taboo: TabooChange, language: str) -> str:
    def taken(value: float | None) -> str:
        return told("none", language) if value is None else told("taken", language, points=f"{value:g}")

    severities = [word(f"severity.{s}", language) if s else "" for s in taboo.severities]
    why = told(f"taboo.{taboo.why}", language, severity_before=severities[0], severity_after=severities[1])
    return told(
        "taboo", language, turn=taboo.turn, name=taboo.name, before=taken(taboo.before), after=taken(taboo.after),
        why=why, clause=taboo.clause,
    )  # fmt: skip
