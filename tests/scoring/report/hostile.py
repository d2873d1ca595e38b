"""A visit in which every text is replaced: by something harmless, or by something that wants to be more than text."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from scoring.debrief import Debrief
from simulator.transcript.record import Review, Transcript

HTML = "</title></style></p></svg><script>alert(1)</script><img src=x onerror=alert(1)>\" onload='x' &lt;b&gt; javascript:x"
MARKDOWN = (
    "# x **b** [a](http://e.vil) ![i](//e.vil/p.png) <b>h</b> `c` | a | b | www.e.vil a@e.vil https://e.vil/x "
    "~~s~~ - [ ] t &amp; mailto:a@e.vil e.vil/x 1. y"
)
STARTS = (
    "# h",
    "- l",
    "1. n",
    "> q",
    "    code",
    "---",
    "===",
    "| a |",
    "+ p",
    "* s",
    "```",
    "~~~",
    "1) x",
    "[a]: http://e.vil",
    ": d",
)
_KEPT = frozenset({
    "id", "kind", "verdict", "segment", "visit", "unit", "better_for_client", "language", "mode", "form", "topic",
    "issue", "state", "events", "asks", "revealed", "meets", "started", "phase", "framework", "why_not", "severity", "side", "outcome",
})  # fmt: skip


def with_texts(debrief: Debrief, transcript: Transcript, text: str) -> tuple[Debrief, Transcript]:
    """The graded visit with ``text`` wherever somebody wrote a text; ids and figures stay."""
    told: Transcript = _replaced(transcript, text)
    reviewed = replace(told.exchanges[0], review=Review(text, text))
    header = replace(told.header, learner=text, scenario=text, scenario_hash=text)
    follow_up = {text: text, "promises": text}
    visit = replace(told, header=header, exchanges=(reviewed, *told.exchanges[1:]), follow_up=follow_up)
    verdict = {"verdict": text, "questions": (text, text), "practise": (text,)}
    return replace(_replaced(debrief, text), **verdict), visit


def _replaced(value: Any, text: str, name: str = "") -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _replaced(getattr(value, f.name), text, f.name) for f in fields(value)}
        return replace(value, **changed)
    if name in _KEPT or name.endswith("_id"):
        return value
    if isinstance(value, tuple):
        return tuple(_replaced(part, text, name) if is_dataclass(part) else part for part in value)
    return text if isinstance(value, str) and value else value
