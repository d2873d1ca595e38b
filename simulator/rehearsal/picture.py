"""The spread of marks as a picture: one self-contained SVG, in the language of the reader."""

from xml.sax.saxutils import escape

from simulator.i18n import _
from simulator.rehearsal.measuring import BINS, Rehearsal, Spread

_LEFT, _RIGHT, _ROW, _TOP = 130, 260, 58, 76
_WIDTH = _LEFT + 400 + _RIGHT
_COLOURS = (
    "#4269d0",
    "#efb118",
    "#ff725c",
    "#6cc5b0",
    "#3ca951",
    "#ff8ab7",
    "#a463f2",
    "#97bbf5",
    "#9c6b4e",
    "#9498a0",
)
_STYLE = (
    "text{font:13px system-ui,'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif;fill:#222}"
    ".small{font-size:11px;fill:#666}.title{font-size:17px;font-weight:600}"
)


def svg(rehearsal: Rehearsal, names: dict[str, str], endings: dict[str, str]) -> str:
    """The picture; ``names`` are the players' names, ``endings`` the titles of the endings."""
    shown = list(dict.fromkeys(ending for spread in rehearsal.spreads for ending in spread.endings))
    colours = {ending: _COLOURS[number % len(_COLOURS)] for number, ending in enumerate(shown)}
    foot = _TOP + _ROW * len(rehearsal.spreads)
    height = foot + 46 + 20 * len(shown)
    title = _("{title}: {visits} visits with each player").format(title=rehearsal.title, visits=rehearsal.visits)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" '
        f'viewBox="0 0 {_WIDTH} {height}" role="img">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
        _text(16, 28, title, "title"),
        _text(_LEFT, _TOP - 22, _("marks, 0-100"), "small"),
        _text(_LEFT + 420, _TOP - 22, _("how the visits ended"), "small"),
        *_axis(rehearsal.pass_mark, foot),
    ]
    for number, spread in enumerate(rehearsal.spreads):
        parts += _row(spread, names.get(spread.player, spread.player), _TOP + _ROW * number, colours)
    for number, ending in enumerate(shown):
        y = foot + 44 + 20 * number
        parts.append(f'<rect x="{_LEFT}" y="{y - 11}" width="12" height="12" fill="{colours[ending]}"/>')
        parts.append(_text(_LEFT + 20, y, endings.get(ending, ending), "small"))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    return f'<text x="{x:g}" y="{y:g}" class="{kind}" text-anchor="{anchor}">{escape(words)}</text>'


def _axis(pass_mark: int, foot: int) -> list[str]:
    parts = []
    for value in range(0, 101, 20):
        x = _LEFT + 4 * value
        parts.append(f'<line x1="{x}" y1="{_TOP - 14}" x2="{x}" y2="{foot}" stroke="#eee"/>')
        parts.append(_text(x, foot + 14, str(value), "small", "middle"))
    x = _LEFT + 4 * pass_mark
    parts.append(f'<line x1="{x}" y1="{_TOP - 14}" x2="{x}" y2="{foot}" stroke="#c33" stroke-dasharray="4 3"/>')
    parts.append(_text(x, foot + 28, _("pass mark {mark}").format(mark=pass_mark), "small", "middle"))
    return parts


def _row(spread: Spread, name: str, y: int, colours: dict[str, str]) -> list[str]:
    most = max(spread.histogram) or 1
    floor = y + _ROW - 16
    parts = [
        _text(_LEFT - 10, floor, name, "", "end"),
        f'<line x1="{_LEFT}" y1="{floor}" x2="{_LEFT + 400}" y2="{floor}" stroke="#bbb"/>',
    ]
    for bin, count in enumerate(spread.histogram):
        if count:
            high = 36 * count / most
            x, width = _LEFT + bin * 400 / BINS, 400 / BINS - 2
            parts.append(
                f'<rect x="{x:g}" y="{floor - high:.1f}" width="{width:g}" height="{high:.1f}" fill="#4269d0"/>'
            )
    x = _LEFT + 4 * spread.middle
    parts.append(f'<circle cx="{x:.1f}" cy="{floor}" r="4" fill="#fff" stroke="#222" stroke-width="1.5"/>')
    left = float(_LEFT + 420)
    for ending, count in spread.endings.items():
        width = 200 * count / len(spread.totals)
        parts.append(
            f'<rect x="{left:.1f}" y="{floor - 14}" width="{width:.1f}" height="14" fill="{colours[ending]}"/>'
        )
        left += width
    return parts
