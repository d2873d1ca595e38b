"""Whether what is written can ever happen, and fits together: faults that no single entry shows."""

from collections.abc import Iterator

from simulator.scenario.model import ANYWHERE, LEVELS, Choice, Issue, Scenario
from simulator.scenario.references import Fault, inherited_reactions, reactions
from simulator.scenario.source import Path_

_VERDICTS = {
    "objective": ("right", "wrong"),
    "materials": ("needed", "harmless", "premature"),
    "questions": ("likely", "unlikely"),
}


def unsound(scenario: Scenario) -> Iterator[Fault]:
    """Every such fault with its path in the scenario."""
    yield from _needs(scenario)
    yield from _reactions(scenario)
    yield from _remarks(scenario)
    yield from _facts(scenario)
    yield from _unreached(scenario)
    for part, allowed in _VERDICTS.items():
        choices: dict[str, Choice] = getattr(scenario.dossier, part)
        for id, choice in choices.items():
            if choice.verdict not in allowed:
                details = {"value": choice.verdict, "expected": ", ".join(allowed)}
                yield ("dossier", part, id, "verdict"), "S102", details
    if scenario.bargaining is not None:
        for id, issue in scenario.bargaining.issues.items():
            yield from _issue(("bargaining", "issues", id), issue)


def _needs(scenario: Scenario) -> Iterator[Fault]:
    told = {
        need
        for _, reaction in reactions(scenario)
        for need, level in reaction.reveal.items()
        if LEVELS[level] >= LEVELS["told"]
    }
    for id in scenario.needs:
        if id not in told:
            yield ("needs", id), "S403", {"value": id}


def _reactions(scenario: Scenario) -> Iterator[Fault]:
    for path, reaction in reactions(scenario):
        if not (reaction.move or reaction.taboo):
            yield path, "S404", {}


def _remarks(scenario: Scenario) -> Iterator[Fault]:
    raised = {id for _, reaction in reactions(scenario) for id in reaction.raise_}
    for id, remark in scenario.remarks.items():
        if remark.when is None and id not in raised:
            yield ("remarks", id), "S405", {"value": id}


def _facts(scenario: Scenario) -> Iterator[Fault]:
    for id, fact in scenario.facts.items():
        if not fact.say.all:
            yield ("facts", id, "say"), "S105", {}
        if id in {**scenario.topics, **scenario.needs, **scenario.products}:
            yield ("facts", id), "S410", {"value": id}


def _unreached(scenario: Scenario) -> Iterator[Fault]:
    """States that no way leads to."""
    by_answers = {
        reaction.go
        for remark in scenario.remarks.values()
        for reaction in (*remark.answers.values(), *remark.partial.values())
    }
    reached: set[str] = set()
    waiting = [scenario.first, *(go for go in by_answers if go)]
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting.extend(reaction.go for _, reaction in inherited_reactions(scenario, here) if reaction.go)
    around = {state.inside for state in scenario.states.values()} | {ANYWHERE}
    for id, state in scenario.states.items():
        if id not in reached and id not in around and not state.final:
            yield ("states", id), "S406", {"value": id}


def _issue(path: Path_, issue: Issue) -> Iterator[Fault]:
    gap = issue.limit - issue.opening
    if gap and (gap > 0) != (issue.better_for_client == "lower"):
        yield (*path, "limit"), "S407", {"value": issue.better_for_client}
    if issue.unit != "choice":
        return
    if not issue.values:
        yield path, "S408", {}
        return
    for name in ("opening", "limit", "authority", "floor"):
        if getattr(issue, name) not in issue.values.values():
            yield (*path, name), "S409", {"value": format(getattr(issue, name), "g")}
