"""Whether everything a scenario names exists: states, needs, topics, remarks, endings, issues, templates."""

import re
from collections.abc import Collection, Iterable, Iterator

from simulator.scenario.condition import Condition
from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.layers import Layer, closest
from simulator.scenario.model import ANYWHERE, GROUPS, Lines, Reaction, Scenario, Subject
from simulator.scenario.places import diagnostic_at
from simulator.scenario.source import Path_
from simulator.vocabulary.moves import MOVES, TABOOS

TEMPLATE = re.compile(
    r"\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))", re.ASCII
)  # as string.Template reads it: $gap没提 names gap
TEMPLATE_NAMES = (
    "terms",
    "mine",
    "bank",
    "address",
    "gap",
    "date",
    "figure",
    "agreed",
    "granted",
    "heard",
    "rider",
    "asked",
)
ENDING_NAMES = ("agreed", "date", "address")

Fault = tuple[Path_, str, dict[str, str]]


def reference_faults(
    scenario: Scenario, layers: tuple[Layer, ...], left_out: Collection[str] = ()
) -> tuple[Diagnostic, ...]:
    """Every dangling name, at its place, but for those of entries that were ``left_out``."""
    dangling = [fault for fault in _faults(scenario) if fault[2].get("value") not in left_out]
    found = [diagnostic_at(layers, path, code, **details) for path, code, details in dangling]
    return tuple(sorted(dict.fromkeys(_once(found, layers))))


def _once(found: list[Diagnostic], layers: tuple[Layer, ...]) -> Iterator[Diagnostic]:
    """Each circle only where it begins in the uppermost of the files that make it."""
    order = {source.file: at for at, layer in enumerate(layers) for source in (layer.source,)}
    first: dict[str, Diagnostic] = {}
    for one in found:
        if one.code == "S302":
            before = first.setdefault(one.details["value"], one)
            if (order.get(one.file, 0), one.line) < (order.get(before.file, 0), before.line):
                first[one.details["value"]] = one
        else:
            yield one
    yield from first.values()


def reactions(scenario: Scenario) -> Iterator[tuple[Path_, Reaction]]:
    """Every reaction of the scenario with its path."""
    for state_id, state in scenario.states.items():
        for id, reaction in state.on.items():
            yield ("states", state_id, "on", id), reaction
    for remark_id, remark in scenario.remarks.items():
        for part, answers in (("answers", remark.answers), ("partial", remark.partial)):
            for id, reaction in answers.items():
                yield ("remarks", remark_id, part, id), reaction
    for person_id, person in scenario.people.items():
        for id, reaction in person.answers.items():
            yield ("people", person_id, "answers", id), reaction


def _unknown(path: Path_, what: str, value: str, known: Iterable[str]) -> Fault:
    if re.search("[，、；]", value):
        return path, "S304", {"value": value[:40]}
    guess = closest(value, list(known)) or _named(value, known)
    return path, "S300", {"what": what, "value": value, "suggestion": guess}


def _named(value: str, known: Iterable[str]) -> str:
    """The id of what is called so, or, of needs, of what is about it: authors write the name or the topic at times."""
    if not isinstance(known, dict):
        return ""
    for id, entry in known.items():
        if any(getattr(entry, name) == value for name in _CALLED if name in type(entry).model_fields):
            return str(id)
    return ""


_CALLED = ("name", "title", "topic")
"""Fields with what an entry is called or about."""


def _faults(scenario: Scenario) -> Iterator[Fault]:
    subjects = {**scenario.topics, **scenario.needs, **scenario.products, **scenario.facts}
    if scenario.first not in scenario.states:
        yield _unknown(("first",), "state", scenario.first, scenario.states)
    for id, state in scenario.states.items():
        if state.inside is not None and state.inside not in scenario.states:
            yield _unknown(("states", id, "inside"), "state", state.inside, scenario.states)
        elif (circle := _circle(scenario, id)) and circle[0] == id:
            yield from ((("states", one, "inside"), "S302", {"value": " > ".join((*circle, id))}) for one in circle)
    for path, reaction in reactions(scenario):
        yield from _reaction_faults(scenario, path, reaction, subjects)
    for need_id, need in scenario.needs.items():
        if need.topic is not None and need.topic not in scenario.topics:
            yield _unknown(("needs", need_id, "topic"), "topic", need.topic, scenario.topics)
    for remark_id, remark in scenario.remarks.items():
        if remark.topic is not None and remark.topic not in subjects:
            yield _unknown(("remarks", remark_id, "topic"), "topic", remark.topic, subjects)
    for product_id, product in scenario.products.items():
        for met in product.meets:
            if met not in scenario.needs:
                yield _unknown(("products", product_id, "meets"), "need", met, scenario.needs)
    for issue_id, issue in (scenario.bargaining.issues if scenario.bargaining else {}).items():
        for named in issue.lives_with:
            if named not in scenario.needs:
                where = ("bargaining", "issues", issue_id, "lives_with", named)
                yield _unknown(where, "need", named, scenario.needs)
    for part, given in (("examples", scenario.examples), ("counterexamples", scenario.counterexamples)):
        for move in given:
            if move not in MOVES and move not in TABOOS:
                yield _unknown((part, move), "move", move, (*MOVES, *TABOOS))
    for id in scenario.temperament.effects:
        if id not in MOVES and id not in TABOOS and id not in ("minor", "major", "red", "unplaced"):
            yield _unknown(("temperament", "effects", id), "move", id, (*MOVES, *TABOOS))
    yield from _condition_faults(scenario)
    yield from _template_faults(scenario)


def _circle(scenario: Scenario, id: str) -> tuple[str, ...]:
    """The states that lie inside each other, with ``id`` among them, in the order of the file; or none."""
    seen = [id]
    here = scenario.states[id].inside
    while here is not None and here in scenario.states and here not in seen:
        seen.append(here)
        here = scenario.states[here].inside
    return tuple(one for one in scenario.states if one in seen) if here == id else ()


def _reaction_faults(
    scenario: Scenario, path: Path_, reaction: Reaction, subjects: Collection[str]
) -> Iterator[Fault]:
    for topic in reaction.topic:
        if topic not in subjects and topic != "none":
            yield _unknown((*path, "topic"), "topic", topic, subjects)
    for need in reaction.reveal:
        if need not in scenario.needs:
            yield _unknown((*path, "reveal"), "need", need, scenario.needs)
    if reaction.go is not None and reaction.go not in scenario.states:
        yield _unknown((*path, "go"), "state", reaction.go, scenario.states)
    if reaction.end is not None and reaction.end not in scenario.endings:
        yield _unknown((*path, "end"), "ending", reaction.end, scenario.endings)
    for key, ids in (("settle", reaction.settle), ("raise", reaction.raise_)):
        for id in ids:
            if id not in scenario.remarks:
                yield _unknown((*path, key), "remark", id, scenario.remarks)


def conditions(scenario: Scenario) -> Iterator[tuple[Path_, Condition]]:
    """Every condition of the scenario, with its path."""
    for path, reaction in reactions(scenario):
        if reaction.when is not None:
            yield (*path, "when"), reaction.when
    for id, remark in scenario.remarks.items():
        if remark.when is not None:
            yield ("remarks", id, "when"), remark.when
    for id, person in scenario.people.items():
        if person.when is not None:
            yield ("people", id, "when"), person.when
    for id, ending in scenario.endings.items():
        if ending.when is not None:
            yield ("endings", id, "when"), ending.when
    if scenario.bargaining is not None and scenario.bargaining.opens is not None:
        yield ("bargaining", "opens"), scenario.bargaining.opens


def _condition_faults(scenario: Scenario) -> Iterator[Fault]:
    issues = scenario.bargaining.issues if scenario.bargaining else {}
    spaces: dict[str, tuple[str, Iterable[str]]] = {
        "revealed": ("need", scenario.needs),
        "heard": ("move", (*MOVES, *GROUPS)),
        "said": ("taboo", (*TABOOS, "any")),
        "raised": ("remark", scenario.remarks),
        "settled": ("remark", scenario.remarks),
        "answered": ("remark", scenario.remarks),
        "yielded": ("remark", scenario.remarks),
        "ignored": ("remark", scenario.remarks),
        "with": ("remark", [id for id, remark in scenario.remarks.items() if remark.speaker]),
        "offered": ("issue", (*issues, "any")),
        "agreed": ("issue", (*issues, "any", "date")),
        "in": ("state", scenario.states),
    }
    for path, condition in conditions(scenario):
        for name in condition.names:
            space, dot, id = name.partition(".")
            if not dot or id in spaces[space][1]:
                continue
            other = next((one for one, (_what, known) in spaces.items() if id in known and id not in _SHARED), "")
            if other:
                yield path, "S306", {"what": spaces[other][0], "value": id, "written": f"{other}.{id}"}
            else:
                yield _unknown(path, spaces[space][0], id, spaces[space][1])


_SHARED = frozenset({"any", "date"})
"""What conditions ask for that is no entry of its own."""


def spoken_lines(scenario: Scenario) -> Iterator[tuple[Path_, Lines]]:
    """Everything the client can say, with its path."""
    yield ("opening",), scenario.opening
    for path, reaction in reactions(scenario):
        yield (*path, "say"), reaction.say
    for id, remark in scenario.remarks.items():
        yield ("remarks", id, "say"), remark.say
        yield ("remarks", id, "heard"), remark.heard
        yield ("remarks", id, "ignored"), remark.ignored
    for id, person in scenario.people.items():
        yield ("people", id, "passes"), person.passes
        yield ("people", id, "say"), person.say
    for part in ("topics", "needs", "products"):
        subjects: dict[str, Subject] = getattr(scenario, part)
        for id, subject in subjects.items():
            yield (part, id, "say"), subject.say
            yield (part, id, "told"), subject.told
    for id, fact in scenario.facts.items():
        yield ("facts", id, "say"), fact.say
    for name in type(scenario.talk).model_fields:
        yield ("talk", name), getattr(scenario.talk, name)
    if scenario.bargaining is not None:
        for name in type(scenario.bargaining.lines).model_fields:
            yield ("bargaining", "lines", name), getattr(scenario.bargaining.lines, name)


def each_line(lines: Lines, path: Path_) -> Iterator[tuple[Path_, str]]:
    """Every line of ``lines``, which stand at ``path``, with its own path."""
    for band in type(lines).model_fields:
        for number, line in enumerate(getattr(lines, band)):
            yield (*path, band, number), line


def every_line(scenario: Scenario) -> Iterator[tuple[Path_, str]]:
    """Every single line the client can say, with its path."""
    for path, lines in spoken_lines(scenario):
        yield from each_line(lines, path)


def _template_faults(scenario: Scenario) -> Iterator[Fault]:
    for path, line in every_line(scenario):
        for match in TEMPLATE.finditer(line):
            name = match[1] or match[2]
            if name not in TEMPLATE_NAMES:
                yield path, "S303", _unfilled(name, TEMPLATE_NAMES)
    for id, ending in scenario.endings.items():
        for part in ("text", "dated"):
            for match in TEMPLATE.finditer(getattr(ending, part)):
                name = match[1] or match[2]
                if name not in ENDING_NAMES:
                    yield ("endings", id, part), "S303", _unfilled(name, ENDING_NAMES)


def _unfilled(name: str, known: tuple[str, ...]) -> dict[str, str]:
    """What is told of a name in a template that is none of the ``known`` ones."""
    near = closest(name, known)
    return {
        "value": name,
        "suggestion": f"${near}" if near else "",
        "allowed": ", ".join(f"${one}" for one in known),
    }


def inherited_reactions(scenario: Scenario, state_id: str) -> Iterator[tuple[Path_, Reaction]]:
    """The reactions that hold in a state, in the order they are tried: its own, its parents', those of anywhere."""
    here: str | None = state_id
    seen: set[str] = set()
    while here is not None and here not in seen:
        seen.add(here)
        if here not in scenario.states:  # that is told as a dangling name
            break
        for id, reaction in scenario.states[here].on.items():
            yield ("states", here, "on", id), reaction
        here = scenario.states[here].inside
    if ANYWHERE in scenario.states and ANYWHERE not in seen:
        for id, reaction in scenario.states[ANYWHERE].on.items():
            yield ("states", ANYWHERE, "on", id), reaction
