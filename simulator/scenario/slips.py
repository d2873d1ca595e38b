"""What a slip of the pen looks like to YAML, told as the person who made it would see it.

The YAML reader often notices a slip lines later and speaks of tokens. This looks for the usual ones where they were made: a
tabulator, a full-width colon, a quotation mark or a bracket that is not closed, a colon or its space forgotten.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import yaml

from simulator.text import clean

_KEY = re.compile(r"(\s*(?:- )?)([A-Za-z_][\w-]*)(\s*：\s*)", re.ASCII)
_ODD_DASH = re.compile(r"(\s*)([－–—‐−•·])(\s+)(?=\S)")
_ODD_DASHES = frozenset("－–—‐−•·")
_ODD_DASH_ANYWHERE = re.compile(r"[－–—‐−•·]\s")
_ODD_SPACE = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BEHIND_COLON = re.compile(r"\s*(?:- +)?[A-Za-z_][\w-]*:([\u00a0\u2000-\u200a\u202f\u205f\u3000]+)", re.ASCII)
_TEXT_COLON = re.compile(r"(\s*(?:- +)?)([A-Za-z_][\w-]*): +([^\s\"'\[{|>&*!].*?\S:) ", re.ASCII)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_ENTRY = re.compile(r"\s*(?:- +)?[\w$-]+ *:(\s|$)")
_OPENING = re.compile(r"[\[{\"']")
_BARE = re.compile(r"\s*([A-Za-z_][\w-]*)(:?)(.*)", re.ASCII)
_BEHIND = frozenset({"", " ", ",", "]", "}", ":", '"', "'", "\r"})
"""What may follow a closing quotation mark (or the second half of a doubled one)."""
MOST = 200
"""Slips of one kind that are told."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: line and column from 1, its code and what its sentence needs."""

    line: int
    column: int
    code: str
    details: dict[str, str]


def plain_slips(lines: list[str]) -> Iterator[Slip]:
    """Tabulators in front of a line and full-width colons behind a name, wherever they are."""
    found = 0
    for number, line in enumerate(lines, 1):
        if line.isascii() and line.isprintable():
            continue  # nothing of what is looked for
        key = _KEY.match(line) if "：" in line else None
        dash = odd_dash(number, line)
        if line.isprintable() and not key and not dash:
            continue
        indent = line[: len(line) - len(line.lstrip())]
        control, space = _CONTROL.search(line), odd_space(number, line)
        if found >= MOST or not ("\t" in indent or key or control or space or dash):
            continue
        found += 1
        if "\t" in indent:
            yield Slip(number, indent.index("\t") + 1, "Y112", {})
        if key:
            yield Slip(number, key.start(3) + 1, "Y113", {"key": key[2]})
        if control:
            yield Slip(number, control.start() + 1, "Y119", {"value": f"U+{ord(control[0]):04X}"})
        yield from (slip for slip in (space, dash) if slip is not None)


def odd_space(number: int, line: str) -> Slip | None:
    """A space that YAML does not take for one, in front of a line or behind a name."""
    if line.isprintable():  # as no such space is
        return None
    indent = line[: len(line) - len(line.lstrip())]
    if found := _ODD_SPACE.search(indent):
        return Slip(number, found.start() + 1, "Y117", {}) if line.strip() else None
    if behind := _BEHIND_COLON.match(line):
        return Slip(number, behind.start(1) + 1, "Y117", {})
    return None


def odd_dash(number: int, line: str) -> Slip | None:
    """A dash of a list that is none."""
    found = _ODD_DASH.match(line) if line.lstrip()[:1] in _ODD_DASHES else None
    return Slip(number, found.start(2) + 1, "Y123", {"value": found[2]}) if found else None


def without_plain_slips(lines: list[str]) -> list[str]:
    """The lines as they were meant, as far as tabulators and full-width colons go."""
    meant: list[str] = []
    above = ""
    for line in lines:
        meant.append(_meant(line, above))
        above = meant[-1] if meant[-1].strip() else above
    return meant


def _meant(line: str, above: str) -> str:
    if line.isascii() and line.isprintable():
        return line
    if not line.isprintable():
        line = _CONTROL.sub("", line)
        indent = line[: len(line) - len(line.lstrip())]
        if _ODD_SPACE.search(indent):  # one wide space stands for two
            line = "".join("  " if letter == "\u3000" else " " for letter in indent) + line.lstrip()
    if _ODD_DASH_ANYWHERE.search(line):
        line = _ODD_DASH.sub(r"\1- ", line, count=1)
    if not line.isprintable():
        if behind := _BEHIND_COLON.match(line):
            line = f"{line[: behind.start(1)]} {line[behind.end() :]}"
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:  # as far in as the line above, or below it
            line = " " * (_depth(above) + 2 * above.rstrip().endswith(":")) + line.lstrip()
    if "：" not in line:
        return line
    key = _KEY.match(line)
    return f"{key[1]}{key[2]}: {line[key.end() :]}" if key else line


def slip_behind(error: yaml.MarkedYAMLError, lines: list[str]) -> Slip:
    """The slip that made the YAML reader stop."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    line = min(line, max(len(lines) - 1, 0))
    problem = clean(str(error.problem or error.context or ""))
    context = str(error.context or "")
    for name, code in (("anchor", "Y106"), ("alias", "Y106"), ("tag", "Y107")):
        if f"scanning a {name}" in context or f"scanning an {name}" in context:
            return Slip(line + 1, column + 1, code, {"tag": lines[line].strip()[:40]})
    found = _unclosed(lines, line)
    if found is None and "mapping values" in problem:
        found = _colon_in_text(lines, line) or _too_far_out(lines, line)
    if found is None and any(word in problem for word in ("expected ':'", "expected key", "'-'", "simple key")):
        found = _dashless(lines, line) or _no_colon(lines, line)
    return found or Slip(line + 1, column + 1, "Y101", {"problem": problem})


def _colon_in_text(lines: list[str], line: int) -> Slip | None:
    """A text with a colon and a space, which has to stand in quotes."""
    found = _TEXT_COLON.match(lines[line])
    return Slip(line + 1, found.start(3) + 1, "Y125", {"key": found[2]}) if found else None


def _too_far_out(lines: list[str], line: int) -> Slip | None:
    """An entry less far in than its neighbours above and below."""
    near = _above(lines, line, 3)
    if len(near) < 3 or not all(_ENTRY.match(lines[at]) for at in near[:2]):
        return None
    here, above, before = (_depth(lines[at]) for at in near[:3])
    if above < here <= before and lines[near[1]].split("#")[0].rstrip()[-1:] != ":":
        return Slip(
            near[1] + 1, above + 1, "Y124", {"n": str(here - above), "key": lines[near[1]].split(":")[0].strip()}
        )
    return None


def _above(lines: list[str], line: int, most: int = 3) -> list[int]:
    """A line and those just above it that say something."""
    near = range(min(line, len(lines) - 1), max(line - most - 2, -1), -1)
    return [at for at in near if lines[at].strip() and not lines[at].lstrip().startswith("#")][: most + 1]


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _dashless(lines: list[str], line: int) -> Slip | None:
    """A line that stands among others with a dash and has none, or one without its space."""
    near = _above(lines, line)
    for at, above in pairwise(near):
        text = lines[at].lstrip()
        listed = lines[above].lstrip().startswith("- ") and _depth(lines[at]) == _depth(lines[above])
        if listed and not text.startswith("- ") and not _ENTRY.match(lines[at]):
            return Slip(at + 1, _depth(lines[at]) + 1, "Y118", {})
    return None


def _unclosed(lines: list[str], last: int) -> Slip | None:
    """The first quotation mark or bracket down to a line that is left open although an entry follows."""
    for number in range(min(last, len(lines) - 1) + 1):
        line = lines[number]
        if not _OPENING.search(line):
            continue
        quoted, depth, places = _open_ends(line)
        if quoted is None and not depth:
            continue
        following = next((text for text in lines[number + 1 : number + 4] if text.strip()), "")
        if not _ENTRY.match(following) and following.lstrip()[:2] != "- " and following:
            continue
        if quoted is not None:
            return Slip(number + 1, quoted + 1, "Y115", {})
        if line.rstrip()[-1] not in ",[{":
            return Slip(number + 1, places[-1] + 1, "Y116", {})
    return None


def _open_ends(line: str) -> tuple[int | None, int, list[int]]:
    """Where a quotation mark is left open, how many brackets are, and where."""
    quote, began = "", 0
    places: list[int] = []
    before = " "
    for at, letter in enumerate(line):
        if quote:
            if letter == quote and not (quote == '"' and before == "\\"):
                quote = ""
                if line[at + 1 : at + 2] not in _BEHIND:
                    return began, len(places), places
        elif letter in "\"'" and before in " [{,:-":
            quote, began = letter, at
        elif letter == "#" and before == " ":
            break
        elif letter in "[{":
            places.append(at)
        elif letter in "]}" and places:
            places.pop()
        before = letter
    return (began if quote else None), len(places), places


def _no_colon(lines: list[str], line: int) -> Slip | None:
    """A name without its colon, or a colon without its space, at or just above a line."""
    for number in _above(lines, line, 1):
        text = lines[number]
        bare = _BARE.fullmatch(text)
        if bare is None or _ENTRY.match(text):
            continue
        if bare[2] and bare[3][:1] not in ("", " "):
            return Slip(number + 1, bare.start(2) + 1, "Y114", {"key": bare[1]})
        if not bare[2] and bare[3][:1] in ("", " ") and ":" not in text:
            return Slip(number + 1, bare.end(1) + 1, "Y114", {"key": bare[1]})
    return None
