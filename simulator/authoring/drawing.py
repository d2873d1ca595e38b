"""The machine as one self-contained SVG: a card for every state and remark, its reactions as rows, and arrows between them.

Nothing is fetched. Text is measured before it is placed, on the wide side, and wrapped, so that nothing is cut
whatever font the reader has.
"""

import unicodedata
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from simulator.authoring.machine import Card, Machine, Node, Row, effects
from simulator.authoring.tracing import Coverage
from simulator.i18n import _
from simulator.scenario.model import ANYWHERE
from simulator.text import clean

SIZE, SMALL = 13, 11
"""Font sizes in pixels."""
_CARD, _SIDE, _GAP, _PAD = 520, 300, 26, 10
_GUTTER = 170
_BOLD = 1.1
"""How much wider bold text is."""
_LINE, _SMALL_LINE = 19, 16
_FONT = "system-ui,'Noto Sans CJK SC','PingFang SC','Microsoft YaHei','WenQuanYi Zen Hei',sans-serif"
_STYLE = (
    f"text{{font:{SIZE}px {_FONT};fill:#22282d}}.s{{font-size:{SMALL}px;fill:#5c625f}}"
    ".t{font-weight:600}.h{font-size:18px;font-weight:600}.card{fill:#fff;stroke:#b9c4bf}"
    ".head{fill:#eef4f1}.rhead{fill:#f3f0f8}.need{fill:#fdf6e3;stroke:#c9a860}.end{fill:#f1f1ef;stroke:#a5a59c}"
    ".on{fill:#d8efe4}.met{stroke:#2f7d5f;stroke-width:3}.edge{fill:none;stroke:#9aa5a0;stroke-width:1.4}"
    ".go{stroke:#4d7f6f;stroke-width:2}.was{stroke:#2f7d5f;stroke-width:3.4}.raise{stroke:#7a6a99;stroke-dasharray:5 4}"
    ".mark{fill:#2f7d5f;font-weight:700}"
)


def measured(text: str, size: float = SIZE) -> float:
    """The width of a text in pixels, rather too wide than too narrow."""
    return sum(_em(letter) for letter in text) * size


def _em(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in "WFA":
        return 1.04
    return 0.95 if letter in "mwMW@%—…" else 0.74 if letter.isupper() else 0.62


def wrapped(text: str, width: float, size: float = SIZE) -> list[str]:
    """The text in lines no wider than ``width`` pixels; words are torn only where they are wider than a line."""
    lines, line = [], ""
    for word in _words(clean(text)):
        if line and measured(line + word.rstrip(), size) > width:
            lines.append(line.rstrip())
            line = ""
            word = word.lstrip()
        while measured(word.rstrip(), size) > width and len(word) > 1:
            fits = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or measured(word[:n], size) <= width)
            lines.append(word[:fits])
            word = word[fits:]
        line += word
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _words(text: str) -> list[str]:
    """Where a line may break: at spaces, and beside a Chinese character unless punctuation follows it."""
    words: list[str] = []
    for letter in " ".join(text.split()):
        wide = unicodedata.east_asian_width(letter) in "WF"
        closing = letter in "，。、；：！？）】》”’,.;:!?)]"
        last = words[-1][-1:] if words else " "
        if not words or (not closing and (last == " " or wide or unicodedata.east_asian_width(last) in "WF")):
            words.append(letter)
        else:
            words[-1] += letter
    return words


@dataclass(frozen=True, slots=True)
class _Box:
    """Something placed: where it is, and the SVG of it. ``rows`` are the middles of its rows by place."""

    x: float
    y: float
    width: float
    height: float
    parts: tuple[str, ...]
    rows: dict[str, float]


def svg(machine: Machine, coverage: Coverage | None = None) -> str:
    """The picture. What ``coverage`` has is coloured, has a thick border and a ✓."""
    drawing = _Drawing(machine, coverage)
    return drawing.svg()


class _Drawing:
    def __init__(self, machine: Machine, coverage: Coverage | None) -> None:
        self.machine, self.coverage = machine, coverage or Coverage()
        self.shown = coverage is not None
        self.remark_x = 24.0
        remarks_width = _SIDE + 60 if machine.remarks else 0
        self.state_x = self.remark_x + remarks_width + (_GUTTER if machine.remarks else 90)
        self.need_x = self.state_x + _CARD + _GUTTER
        self.width = self.need_x + _SIDE + 24

    def svg(self) -> str:
        top = 96 if self.shown else 76
        states = self._column([self._state(card) for card in self._state_cards()], self.state_x, top)
        remarks = self._column([self._remark(card) for card in self.machine.remarks], self.remark_x, top)
        needs = self._column([self._need(node) for node in self.machine.needs], self.need_x, top)
        foot = max([_bottom(boxes) for boxes in (states, remarks, needs)])
        below = max(_bottom(needs), top) + 40
        endings = self._column([self._ending(node) for node in self.machine.endings], self.need_x, below)
        foot = max(foot, _bottom(endings)) + 30
        by_state = dict(zip([card.id for card in self._state_cards()], states, strict=True))
        by_remark = dict(zip([card.id for card in self.machine.remarks], remarks, strict=True))
        by_need = dict(zip([node.id for node in self.machine.needs], needs, strict=True))
        arrows = [*self._reveals(by_state, by_need), *self._raises(by_state, by_remark), *self._ways(by_state)]
        boxes = [*states, *remarks, *needs, *endings]
        return "\n".join(
            [
                *self._head(foot),
                *self._titles(top, below if self.machine.endings else None),
                *arrows,
                *(part for box in boxes for part in box.parts),
                "</svg>",
                "",
            ]
        )

    def _state_cards(self) -> list[Card]:
        known = {card.id for card in self.machine.states}
        if ANYWHERE in known or not any(way.source == ANYWHERE for way in self.machine.ways):
            return [*self.machine.states]
        return [Card(ANYWHERE, _("in every state"), "", ()), *self.machine.states]

    def _head(self, height: float) -> list[str]:
        title = escape(clean(self.machine.title))
        return [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width:g}" height="{height:g}" '
            f'viewBox="0 0 {self.width:g} {height:g}" role="img">',
            f"<title>{title}</title><style>{_STYLE}</style>",
            '<defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">'
            '<path d="M0 0L8 4L0 8z" fill="#4d7f6f"/></marker></defs>',
            f'<rect width="{self.width:g}" height="{height:g}" fill="#fbfbf9"/>',
        ]

    def _titles(self, top: float, endings: float | None) -> list[str]:
        lines = wrapped(self.machine.title, self.width - 60, 18)
        parts = [_text(24, 34, lines[0], "h")]
        if self.shown:
            parts.append(_text(24, 58, _("✓ and green: occurred in the visit"), "s mark"))
        heads = [(self.state_x, top, _("States and reactions"))]
        heads += [(self.remark_x, top, _("Remarks"))] if self.machine.remarks else []
        heads += [(self.need_x, top, _("Needs"))] if self.machine.needs else []
        heads += [(self.need_x, endings, _("Endings"))] if endings is not None else []
        return [*parts, *(_text(x, y - 10, words, "s") for x, y, words in heads)]

    def _column(self, boxes: list[_Box], x: float, top: float) -> list[_Box]:
        placed = []
        for box in boxes:
            placed.append(_moved(box, x, top))
            top += box.height + _GAP
        return placed

    def _state(self, card: Card) -> _Box:
        first = "▶ " if card.id == self.machine.first else ""
        more = _("and {n} inherited reactions").format(n=card.hidden) if card.hidden else ""
        met = card.id in self.coverage.states
        titled = replace(
            card, title=f"{first}{card.title}  ({card.id})", note=" · ".join(filter(None, (card.note, more)))
        )
        return self._card(titled, _CARD, met, "head")

    def _remark(self, card: Card) -> _Box:
        return self._card(card, _SIDE + 60, card.id in self.coverage.remarks, "rhead")

    def _card(self, card: Card, width: float, met: bool, head: str) -> _Box:
        inner = width - 2 * _PAD - 16
        title = wrapped(card.title, inner / _BOLD)
        note = wrapped(card.note, inner, SMALL) if card.note else []
        top: float = _PAD + _LINE * len(title) + _SMALL_LINE * len(note) + 4
        parts = [f'<rect width="{width}" height="{top:g}" class="{head}"/>']
        parts += _lines(_PAD, 4, title, "t", _LINE) + _lines(_PAD, 4 + _LINE * len(title), note, "s", _SMALL_LINE)
        rows: dict[str, float] = {}
        for row in card.rows:
            drawn, height = self._row(row, width, top)
            rows[row.place] = top + height / 2
            parts += drawn
            top += height
        frame = f'<rect width="{width}" height="{top:g}" rx="4" class="card{" met" if met else ""}"/>'
        edge = f'<rect width="{width}" height="{top:g}" rx="4" fill="none" stroke="#b9c4bf" class="{"met" if met else ""}"/>'
        tick = [_text(width - 20, 18, "✓", "mark")] if met else []
        return _Box(0, 0, width, top, (frame, *parts, edge, *tick), rows)

    def _row(self, row: Row, width: float, top: float) -> tuple[list[str], float]:
        inner = width - 2 * _PAD - 18
        lines = wrapped(row.answers, inner)
        guard = wrapped(f"[{row.guard}]", inner, SMALL) if row.guard else []
        done = effects(row)
        under = [*guard, *(wrapped(done, inner, SMALL) if done else []), *wrapped(row.id, inner, SMALL)]
        height = _LINE * len(lines) + _SMALL_LINE * len(under) + 8
        met = row.place in self.coverage.reactions
        parts = [f'<rect y="{top:g}" width="{width}" height="{height:g}" class="on"/>'] if met else []
        parts.append(f'<line x1="0" y1="{top:g}" x2="{width}" y2="{top:g}" stroke="#e2e6e3"/>')
        parts += _lines(_PAD, top + 2, lines, "", _LINE)
        parts += _lines(_PAD + 8, top + 2 + _LINE * len(lines), under, "s", _SMALL_LINE)
        parts += [_text(width - 20, top + 18, "✓", "mark")] if met else []
        return parts, height

    def _need(self, node: Node) -> _Box:
        return self._pill(node, "need", node.id in self.coverage.needs, f"{node.id}: {node.note}")

    def _ending(self, node: Node) -> _Box:
        return self._pill(node, "end", node.id == self.coverage.ending, node.note)

    def _pill(self, node: Node, kind: str, met: bool, note: str) -> _Box:
        inner = _SIDE - 2 * _PAD - 18
        title, small = wrapped(node.title, inner / _BOLD), wrapped(note, inner, SMALL)
        height = _LINE * len(title) + _SMALL_LINE * len(small) + 14
        parts = [f'<rect width="{_SIDE}" height="{height:g}" rx="12" class="{kind}{" met" if met else ""}"/>']
        parts += _lines(_PAD, 4, title, "t", _LINE) + _lines(_PAD, 4 + _LINE * len(title), small, "s", _SMALL_LINE)
        parts += [_text(_SIDE - 22, 20, "✓", "mark")] if met else []
        return _Box(0, 0, _SIDE, height, tuple(parts), {})

    def _reveals(self, states: dict[str, _Box], needs: dict[str, _Box]) -> list[str]:
        arrows = []
        for card in self.machine.states:
            box = states[card.id]
            for row in card.rows:
                for need, _level in row.reveals:
                    if need in needs:
                        target = needs[need]
                        start = (box.x + box.width, box.y + box.rows[row.place])
                        end = (target.x, target.y + target.height / 2)
                        arrows.append(_curve(start, end, "edge", row.place in self.coverage.reactions))
        return arrows

    def _raises(self, states: dict[str, _Box], remarks: dict[str, _Box]) -> list[str]:
        arrows = []
        for card in self.machine.states:
            box = states[card.id]
            for row in card.rows:
                for id in row.raises:
                    if id in remarks:
                        target = remarks[id]
                        start = (box.x, box.y + box.rows[row.place])
                        end = (target.x + target.width, target.y + 14)
                        arrows.append(_curve(start, end, "edge raise", row.place in self.coverage.reactions))
        return arrows

    def _ways(self, states: dict[str, _Box]) -> list[str]:
        """The ways between states, each in a lane of its own to the left of them."""
        arrows = []
        known = [way for way in self.machine.ways if way.source in states and way.target in states]
        ends: dict[str, int] = {}
        for number, way in enumerate(known):
            source, target = states[way.source], states[way.target]
            lane = self.state_x - 16 - 14 * (number % 9)
            out = source.y + 14 + 9 * ends.setdefault(f"o{way.source}", 0)
            into = target.y + 20 + 9 * ends.setdefault(f"i{way.target}", 0)
            ends[f"o{way.source}"] += 1
            ends[f"i{way.target}"] += 1
            out, into = min(out, source.y + source.height - 4), min(into, target.y + target.height - 4)
            was = any(row.place in self.coverage.reactions for row in way.rows) and any(
                target_state == way.target for _source, target_state in self.coverage.ways
            )
            told = "\n".join(f"{row.answers} [{row.guard}]" if row.guard else row.answers for row in way.rows)
            arrows.append(
                f'<path d="M{source.x:g} {out:g}H{lane:g}V{into:g}H{target.x - 2:g}" '
                f'class="edge go{" was" if was else ""}" marker-end="url(#a)"><title>{escape(clean(told))}</title></path>'
            )
        return arrows


def _bottom(boxes: list[_Box]) -> float:
    return max((box.y + box.height for box in boxes), default=0)


def _moved(box: _Box, x: float, y: float) -> _Box:
    return replace(box, x=x, y=y, parts=(f'<g transform="translate({x:g} {y:g})">', *box.parts, "</g>"))


def _curve(start: tuple[float, float], end: tuple[float, float], kind: str, was: bool) -> str:
    bend = (end[0] - start[0]) / 2
    return (
        f'<path d="M{start[0]:g} {start[1]:g}C{start[0] + bend:g} {start[1]:g} {end[0] - bend:g} {end[1]:g} '
        f'{end[0]:g} {end[1]:g}" class="{kind}{" was" if was else ""}" marker-end="url(#a)"/>'
    )


def _lines(x: float, y: float, lines: list[str], kind: str, step: float) -> list[str]:
    return [_text(x, y + step * number + step * 0.78, line, kind) for number, line in enumerate(lines)]


def _text(x: float, y: float, words: str, kind: str) -> str:
    return f'<text x="{x:g}" y="{y:g}"{f" class={chr(34)}{kind}{chr(34)}" if kind else ""}>{escape(words)}</text>'
