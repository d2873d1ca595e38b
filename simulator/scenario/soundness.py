"""Whether what is written can ever happen, and fits together: faults that no single entry shows."""

from collections.abc import Iterator

from simulator.scenario.coverage import answered
from simulator.scenario.logic import possible
from simulator.scenario.model import ANYWHERE, GROUPS, LEVELS, Choice, Issue, Reaction, Remark, Scenario
from simulator.scenario.references import TEMPLATE, Fault, every_line, inherited_reactions, reactions
from simulator.scenario.source import Path_
from simulator.vocabulary.moves import MOVES, TABOOS

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
    yield from _unused(scenario)
    yield from _unfilled(scenario)
    yield from _to_write(scenario)
    yield from _silenced(scenario)
    for part, allowed in _VERDICTS.items():
        choices: dict[str, Choice] = getattr(scenario.dossier, part)
        for id, choice in choices.items():
            if choice.verdict not in allowed:
                details = {"value": choice.verdict, "expected": ", ".join(allowed)}
                yield ("dossier", part, id, "verdict"), "S102", details
        if choices and not any(choice.verdict == allowed[0] for choice in choices.values()):
            yield ("dossier", part), "S422", {"value": allowed[0]}
    if scenario.bargaining is not None:
        for id, issue in scenario.bargaining.issues.items():
            yield from _issue(("bargaining", "issues", id), issue)


def _needs(scenario: Scenario) -> Iterator[Fault]:
    told = {
        need
        for _, reaction in reactions(scenario)
        for need, level in reaction.reveal.items()
        if (reaction.when is None or possible(reaction.when.tree))
        if LEVELS[level] >= LEVELS["told"]
    }
    for id, need in scenario.needs.items():
        if id not in told:
            yield ("needs", id), "S403", {"value": id}
        if need.kind == "latent" and not need.thread:
            yield ("needs", id), "S436", {}


def _reactions(scenario: Scenario) -> Iterator[Fault]:
    for path, reaction in reactions(scenario):
        if not (reaction.move or reaction.taboo):
            yield path, "S404", {}
        for taboo in reaction.taboo:
            if taboo in TABOOS and TABOOS[taboo].contextual:
                yield (*path, "taboo"), "S431", {"value": taboo}
        moves = [id for id in answered(reaction) if id in MOVES]
        if reaction.form and moves and not any(MOVES[id].asks for id in moves):
            yield (*path, "form"), "S432", {}
        if not _has_effect(reaction):
            yield path, "S433", {}


def _has_effect(reaction: Reaction) -> bool:
    """Whether anything is said or changes."""
    told = reaction.say.all or reaction.reveal or reaction.settle or reaction.raise_
    moved = (reaction.go, reaction.end, reaction.trust, reaction.patience)
    return bool(told) or any(part is not None for part in moved)


def _remarks(scenario: Scenario) -> Iterator[Fault]:
    raised = {id for _, reaction in reactions(scenario) for id in reaction.raise_}
    for id, remark in scenario.remarks.items():
        if remark.when is None and id not in raised:
            yield ("remarks", id), "S405", {"value": id}
        yield from _answers(("remarks", id), remark)


_REFUSALS = frozenset({"decline", "hold_position", "any"})


def _answers(path: Path_, remark: Remark) -> Iterator[Fault]:
    """Whether what wants an answer can get one, and a temptation be refused."""
    moves = {move for reaction in remark.answers.values() for move in reaction.move}
    if remark.kind in ("question", "objection", "third_person") and not remark.answers:
        yield path, "S438", {}
    if remark.kind == "temptation" and not moves & _REFUSALS:
        yield path, "S437", {}
    if remark.kind == "temptation" and not any(reaction.taboo for reaction in remark.answers.values()):
        yield path, "S494", {}


def _unused(scenario: Scenario) -> Iterator[Fault]:
    """Topics that nothing asks for and about which nothing is said."""
    used = {topic for _, reaction in reactions(scenario) for topic in reaction.topic}
    used |= {need.topic for need in scenario.needs.values() if need.topic}
    used |= {remark.topic for remark in scenario.remarks.values() if remark.topic}
    for id, topic in scenario.topics.items():
        if id not in used and not topic.say.all and not topic.told.all:
            yield ("topics", id), "S419", {"value": id}


def _unfilled(scenario: Scenario) -> Iterator[Fault]:
    """Terms in the lines of a client with whom there is nothing to bargain over."""
    if scenario.bargaining is not None:
        return
    for path, line in every_line(scenario):
        for match in TEMPLATE.finditer(line):
            if (match[1] or match[2]) not in ("address", "date"):
                yield path, "S303", {"value": match[1] or match[2], "allowed": "$address, $date"}


TO_WRITE = ("【待写】", "[TO WRITE]")
"""What a line begins with that `duilian new` leaves to the author."""


def _to_write(scenario: Scenario) -> Iterator[Fault]:
    """Lines that only hold the place of one."""
    for path, line in every_line(scenario):
        if line.startswith(TO_WRITE):
            yield path, "S487", {"value": line[:40]}


def _silenced(scenario: Scenario) -> Iterator[Fault]:
    """Reactions to questions about anything, beside which what subjects have to say is never heard."""
    subjects = {**scenario.topics, **scenario.needs, **scenario.products}
    outermost = {id for id, state in scenario.states.items() if state.inside is None and not state.final}
    speaking = [id for id, subject in subjects.items() if subject.say.all]
    for path, reaction in reactions(scenario):
        general = (
            path[0] == "states"
            and path[1] in outermost
            and not (reaction.topic or reaction.when or reaction.form or reaction.once)
        )
        if not (general and speaking and reaction.say.all):
            continue
        asked = [id for id in answered(reaction) if id in MOVES and MOVES[id].asks and id in GROUPS["question"]]
        if asked:
            yield (
                path,
                "S488",
                {"value": str(path[-1]), "moves": ", ".join(sorted(asked)[:3]), "topics": ", ".join(speaking[:3])},
            )


def _facts(scenario: Scenario) -> Iterator[Fault]:
    if not scenario.opening.all:
        yield ("opening",), "S105", {}
    for name in ("unplaced", "flooded", "repeated", "impatient", "leaving", "goodbye"):
        if not getattr(scenario.talk, name).all:
            yield ("talk", name), "S105", {}
    for id, remark in scenario.remarks.items():
        if not remark.say.all:
            yield ("remarks", id, "say"), "S105", {}
    for id, person in scenario.people.items():
        if not person.say.all:
            yield ("people", id, "say"), "S105", {}
    for id, product in scenario.products.items():
        if product.risk_grade is not None and not product.risks:
            yield ("products", id), "S443", {"value": product.name}
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
    for word in issue.values:
        parts = [part.strip() for part in word.split("+")] if " + " in word else []
        if any(part not in issue.values for part in parts):
            yield (*path, "values", word), "S418", {"value": word}
    for name in ("opening", "limit", "authority", "floor"):
        if getattr(issue, name) not in issue.values.values():
            yield (*path, name), "S409", {"value": format(getattr(issue, name), "g")}
