"""``duilian check --prove``: what is proved of each client, what is not, and the routes that show it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from simulator.commands.finding import find_rubric
from simulator.i18n import N_, _, language
from simulator.rehearsal.ahead import Ahead, forks, spare_processors
from simulator.rehearsal.proving import Claim, Proof, prove
from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.load import Loaded, load_scenario
from simulator.scenario.places import diagnostic_at

REFUTED = {
    "P301": N_("no visit can end in '{subject}'; loosen its 'when', or that of the endings before it"),
    "P302": N_(
        "the need '{subject}' can never come out; give a reaction that reveals it a condition that can hold"
    ),
    "P303": N_("the figures of '{subject}' can never come out; loosen the condition of what reveals them"),
    "P304": N_("the client can never make the remark '{subject}'; loosen its 'when'"),
    "P305": N_("in the state {subject} the client can be left without an answer; add a reaction that always holds"),
    "P307": N_("a visit with the red line '{value}' is passed; check the rubric's deductions and marks"),
    "P308": N_(
        "saying '{value}' again and again wins trust ({gain}) beyond its first gain; lower the reaction's trust"
    ),
}
OPEN = {
    "P301": N_("the ending '{subject}' was not reached; try more positions (--positions) or loosen its 'when'"),
    "P302": N_("the need '{subject}' was not brought out; try more positions (--positions)"),
    "P303": N_("the figures of '{subject}' were not brought out; try more positions (--positions)"),
    "P304": N_("the remark '{subject}' was never made; try more positions (--positions) or loosen its 'when'"),
    "P306": N_("no way to pass without a taboo was found: the best visit has {total} of {mark} points"),
    "P307": N_("without a passed visit it was not tried whether a red line can pass"),
}
"""What is not settled within the bound; said like a finding, so that nobody takes it for proved."""
PROVED = {
    "P301": N_("the ending '{subject}' is reached"),
    "P302": N_("the need '{subject}' can be brought out"),
    "P303": N_("the figures of '{subject}' can be brought out"),
    "P304": N_("the client makes the remark '{subject}'"),
    "P305": N_("there is always an answer: a reaction that always holds, in every state to every move"),
    "P306": N_("the pass mark is reached without a taboo"),
    "P307": N_("no pass through a red line: the grading forbids it, and it failed in {visits} visits that tried"),
    "P308": N_("repeating oneself wins no trust beyond its first gain: {steps} repetitions tried"),
}


def proof_of(path: Path, positions: int, helpers: int = 0) -> tuple[Loaded, Proof]:
    """The proof of the client in a file that `check` has found fit to be played, with so many further processes."""
    loaded = load_scenario(path)
    return loaded, prove(loaded, find_rubric(None, loaded.scenario.language), positions, helpers)


def proofs_of(paths: Sequence[Path], positions: int) -> Iterator[tuple[Loaded, Proof]]:
    """The proofs of several clients in their order, on all the processors there are: one client each, or together one."""
    helpers = spare_processors()
    if len(paths) == 1:
        yield proof_of(
            paths[0], positions, helpers if forks() else 0
        )  # one is done before another process is there
        return
    with Ahead[Path, Proof](_Proving(positions), min(helpers, len(paths) - 1)) as ahead:
        for number, path in enumerate(paths):
            rest = tuple(enumerate(paths))[number:]
            yield load_scenario(path), ahead.of(number, path, partial(tuple, rest))


@dataclass(frozen=True, slots=True)
class _Proving:
    """The proof of one client after another in one process."""

    positions: int

    def __call__(self, path: Path) -> Proof:
        return proof_of(path, self.positions)[1]


def findings(loaded: Loaded, proof: Proof) -> list[tuple[Diagnostic, Claim]]:
    """What is refuted or open, at its place in the file."""
    return [(_at(loaded, claim), claim) for claim in proof.of("refuted", "open")]


def _at(loaded: Loaded, claim: Claim) -> Diagnostic:
    found = diagnostic_at(loaded.layers, claim.path, claim.code)
    severity = "error" if claim.status == "refuted" else "open" if claim.status == "open" else claim.status
    return Diagnostic(found.file, found.line, found.column, claim.code, {}, severity)


def told(claim: Claim) -> str:
    """A claim as a sentence."""
    table = {"refuted": REFUTED, "open": OPEN}.get(claim.status, PROVED)
    return _(table[claim.code]).format(subject=claim.subject, **claim.details)


def finding_lines(loaded: Loaded, proof: Proof) -> list[str]:
    """Refuted and open claims as lines, each with the route that shows it."""
    lines = []
    for place, claim in findings(loaded, proof):
        lines.append(f"{place.file}:{place.line}:{place.column}: {place.code} {told(claim)}")
        if claim.route:
            from simulator.rehearsal.routes import in_short  # with all that it takes to understand what is typed

            way = _("for instance: {route}").format(route=in_short(claim.route[:30], language()))
            lines.append(f"    {way}")
    return lines


def summary(loaded: Loaded, proof: Proof) -> list[str]:
    """What is proved, in a few lines."""
    bound = (
        _("{id}: {positions} positions, {steps} steps; nothing is left that would be new")
        if proof.exhausted
        else _(
            "{id}: {positions} positions, {steps} steps; everything was tried up to {depth} turns, beyond that the likeliest"
        )
    )
    lines = [bound.format(id=loaded.scenario.id, positions=proof.positions, steps=proof.steps, depth=proof.depth)]
    for code, title in (
        ("P301", _("endings")), ("P302", _("needs")), ("P303", _("figures of needs")), ("P304", _("remarks")),
    ):  # fmt: skip
        lines += _row(proof, code, title)
    lines += [f"  {_mark(claim)} {_with_route(claim)}" for claim in proof.claims if claim.code >= "P305"]
    return lines


def _row(proof: Proof, code: str, title: str) -> list[str]:
    claims = [claim for claim in proof.claims if claim.code == code]
    if not claims:
        return []
    fine = [claim for claim in claims if claim.status == "proved"]
    ways = ", ".join(f"{claim.subject} {claim.details['turns']}" for claim in fine)
    unused = ", ".join(claim.subject for claim in claims if claim.status == "unused")
    needed = [claim for claim in claims if claim.status != "unused"]
    mark = "✓" if len(fine) == len(needed) else "✗"
    words = _("{title}: {n} of {all} reached, after so many turns: {ways}").format(
        title=title, n=len(fine), all=len(needed), ways=ways or "-"
    )
    if unused:
        words += _("; inherited and not used here: {names}").format(names=unused)
    return [f"  {mark} {words}"]


def _mark(claim: Claim) -> str:
    return {"proved": "✓", "refuted": "✗"}.get(claim.status, "?")


def _with_route(claim: Claim) -> str:
    if claim.code == "P306" and claim.status == "proved":
        return _("{claim}: the expert has {total} points; {turns} turns are enough").format(
            claim=told(claim), total=claim.details["total"], turns=claim.details["turns"]
        )
    return told(claim)


def as_records(loaded: Loaded, proof: Proof) -> list[dict[str, Any]]:
    """Every claim as a JSON object, proved or not."""
    records = []
    for claim in proof.claims:
        if claim.status == "unused":
            continue
        place = _at(loaded, claim)
        record: dict[str, Any] = {"file": place.file, "line": place.line, "column": place.column}
        record |= {"code": claim.code, "severity": place.severity, "message": told(claim)}
        record |= {"subject": claim.subject, "positions": proof.positions, "exhausted": proof.exhausted}
        if claim.route:
            record["route"] = [
                {
                    "text": turn.text,
                    "moves": [
                        {
                            "id": move.id,
                            **({"topic": move.topic} if move.topic else {}),
                            **({"form": move.form} if move.form else {}),
                        }
                        for move in turn.moves
                    ],
                    "taboos": [taboo.id for taboo in turn.taboos],
                }
                for turn in claim.route
            ]
        records.append(record)
    return records


def print_records(loaded: Loaded, proof: Proof) -> None:
    """The claims, one JSON object a line."""
    for record in as_records(loaded, proof):
        print(json.dumps(record, ensure_ascii=False))


def write_routes(loaded: Loaded, proof: Proof, folder: Path) -> tuple[int, int, list[str]]:
    """Writes every route as a script for ``play --plain``; gives how many could be typed so that they lead there, of
    how many there are, and the names of those that could not."""
    from simulator.client import Client
    from simulator.rehearsal.routes import Scribe

    scribe = Scribe(Client(loaded.scenario))
    home = folder / loaded.scenario.id
    home.mkdir(parents=True, exist_ok=True)
    written = 0
    untyped: list[str] = []
    claims = [claim for claim in proof.claims if claim.route and claim.code in _GOALS]
    for claim in claims:
        script = scribe.script(claim.route, partial(_leads, claim))
        name = f"{_GOALS[claim.code]}-{claim.subject}"
        if script is None:
            untyped.append(name)
            continue
        (home / f"{name}.txt").write_text("\n".join([*script.lines, ""]), encoding="utf-8")
        written += 1
    return written, len(claims), untyped


_GOALS = {"P301": "ending", "P302": "need", "P303": "figures", "P304": "remark"}


def _leads(claim: Claim, end: Any) -> bool:
    """Whether a script ends where its route was to lead."""
    from simulator.rehearsal.goals import reached

    goals = {
        "P301": f"ending:{claim.subject}",
        "P302": f"need:{claim.subject}:told",
        "P303": f"need:{claim.subject}:figures",
        "P304": f"raised:{claim.subject}",
    }
    return goals[claim.code] in set(reached(end))
