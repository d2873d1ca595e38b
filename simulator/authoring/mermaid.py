"""The machine as Mermaid, which many editors and web pages draw: states, needs, remarks and endings in groups."""

from simulator.authoring.machine import LEVELS, Card, Machine, Row, Way
from simulator.authoring.tracing import Coverage
from simulator.i18n import _
from simulator.scenario.model import ANYWHERE

MOST = 2
"""Reactions named on one edge; the rest is counted."""
_STYLE = (
    "  classDef state fill:#eef4f1,stroke:#4d7f6f,color:#1c2b26",
    "  classDef need fill:#fdf6e3,stroke:#a8823a,color:#3a2c0c",
    "  classDef remark fill:#f3f0f8,stroke:#7a6a99,color:#2a2338",
    "  classDef ending fill:#f1f1ef,stroke:#77776f,color:#2c2c28",
    "  classDef covered stroke-width:4px,fill:#cfe8dc",
)


def mermaid(machine: Machine, coverage: Coverage | None = None) -> str:
    """The text of a flowchart. What ``coverage`` has is marked with ✓, a thick border and a thick edge."""
    lines = ["flowchart LR", f"  %% {_line(machine.title)}"]
    lines += _group("states", _("States"), [_state(card, machine, coverage) for card in _states(machine)])
    if machine.needs:
        lines += _group("needs", _("Needs"), [_need(node.id, node.title, coverage) for node in machine.needs])
    if machine.remarks:
        lines += _group("remarks", _("Remarks"), [_remark(card, coverage) for card in machine.remarks])
    lines += _group(
        "endings",
        _("Endings"),
        [
            f'e_{node.id}["{_done(coverage is not None and coverage.ending == node.id)}{_quoted(node.title)}'
            f'<br/>{_quoted(node.note)}"]:::ending'
            for node in machine.endings
        ],
    )
    edges = _edges(machine, coverage)
    lines += [f"  {edge}" for edge, _done in edges]
    lines += [*_STYLE]
    thick = [str(number) for number, (_edge, done) in enumerate(edges) if done]
    if thick:
        lines.append(f"  linkStyle {','.join(thick)} stroke:#2f7d5f,stroke-width:4px")
    if coverage is not None:
        known = {card.id for card in machine.states}
        met = [f"s_{id}" for id in sorted(coverage.states & known)]
        met += [f"n_{node.id}" for node in machine.needs if node.id in coverage.needs]
        met += [f"r_{card.id}" for card in machine.remarks if card.id in coverage.remarks]
        met += [f"e_{coverage.ending}"] if coverage.ending in {node.id for node in machine.endings} else []
        lines.append(f"  class {','.join(met)} covered")
    return "\n".join(lines) + "\n"


def _states(machine: Machine) -> list[Card]:
    """The states, and the one that holds everywhere where a way begins in it."""
    known = {card.id for card in machine.states}
    extra = [Card(ANYWHERE, _("in every state"), "", ())] if ANYWHERE not in known else []
    return [*machine.states, *(extra if any(way.source == ANYWHERE for way in machine.ways) else [])]


def _state(card: Card, machine: Machine, coverage: Coverage | None) -> str:
    first = "▶ " if card.id == machine.first else ""
    done = _done(coverage is not None and card.id in coverage.states)
    note = f"<br/><small>{_quoted(card.note)}</small>" if card.note else ""
    return f's_{card.id}["{done}{first}{_quoted(card.title)}{note}"]:::state'


def _need(id: str, title: str, coverage: Coverage | None) -> str:
    done = _done(coverage is not None and id in coverage.needs)
    return f'n_{id}("{done}{_quoted(id)}<br/>{_quoted(_cut(title))}"):::need'


def _remark(card: Card, coverage: Coverage | None) -> str:
    done = _done(coverage is not None and card.id in coverage.remarks)
    answers = "".join(f"<br/>· {_quoted(_told(row))}" for row in card.rows)
    return f'r_{card.id}["{done}{_quoted(card.title)}<br/>{_quoted(card.note)}{answers}"]:::remark'


def _edges(machine: Machine, coverage: Coverage | None) -> list[tuple[str, bool]]:
    """The edges with whether they occurred."""
    edges = [_way(way, coverage) for way in machine.ways]
    levels = {level: _(words) for level, words in LEVELS.items()}
    for card in machine.states:
        told: dict[str, list[tuple[Row, str]]] = {}
        for row in card.rows:
            for need, level in row.reveals:
                told.setdefault(need, []).append((row, level))
        for need, rows in told.items():
            words = [f"{_told(row)} → {levels[level]}" for row, level in rows]
            done = coverage is not None and any(row.place in coverage.reactions for row, _level in rows)
            edges.append((f's_{card.id} -->|"{_label(words, done)}"| n_{need}', done))
        plain = [row for row in card.rows if not row.reveals and not row.go]
        if plain:
            done = coverage is not None and any(row.place in coverage.reactions for row in plain)
            edges.append((f's_{card.id} -->|"{_label([_told(row) for row in plain], done)}"| s_{card.id}', done))
        edges += [(f"s_{card.id} -.-> r_{id}", False) for row in card.rows for id in row.raises]
    return edges


def _way(way: Way, coverage: Coverage | None) -> tuple[str, bool]:
    done = coverage is not None and any(row.place in coverage.reactions for row in way.rows)
    done = done and any(target == way.target for _source, target in coverage.ways) if coverage else False
    label = _label([_told(row) for row in way.rows], done)
    return f's_{way.source} ==>|"{label}"| s_{way.target}', done


def _label(words: list[str], done: bool) -> str:
    shown = [_quoted(text) for text in words[:MOST]]
    if len(words) > MOST:
        shown.append(_("… and {n} more").format(n=len(words) - MOST))
    return _done(done) + "<br/>".join(shown)


def _told(row: Row) -> str:
    return f"{row.answers} [{row.guard}]" if row.guard else row.answers


def _done(done: bool) -> str:
    return "✓ " if done else ""


def _cut(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _line(text: str) -> str:
    return " ".join(text.split())


_ENTITIES = {
    '"': "#quot;", "<": "#lt;", ">": "#gt;", "#": "#35;", "&": "#amp;", ";": "#59;", "`": "#96;", "|": "#124;",
    "{": "#123;", "}": "#125;", "\\": "#92;",
}  # fmt: skip


def _quoted(text: str) -> str:
    """Text that Mermaid takes as text."""
    return "".join(_ENTITIES.get(letter, letter) for letter in _line(text))


def _group(id: str, title: str, nodes: list[str]) -> list[str]:
    return [f'  subgraph {id}["{_quoted(title)}"]', *(f"    {node}" for node in nodes), "  end"]
