"""A new client's file from a few answers: commented, without faults, and playable at once."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from simulator.authoring.scalars import quoted, spoken
from simulator.authoring.starter_visits import KINDS, OWN_PRODUCT, PLAIN, PUBLIC, PUBLIC_BODY
from simulator.authoring.starter_words import WORDS
from simulator.scenario.library import SHIPPED
from simulator.scenario.naming import telling

VISITS = ("first", "maintenance", "retention", "complaint", "phone", "referral", "negotiation")
SEGMENTS = ("corporate", "retail")


@dataclass(frozen=True, slots=True)
class NewNeed:
    """A need: what it is, what it is about, the words it is known by, and whether it has to be drawn out.

    ``said`` is how the client tells it; empty where the author has not said so yet.
    """

    statement: str
    topic: str
    words: tuple[str, ...]
    latent: bool
    said: str = ""
    own: bool = False
    """Whether the author named it, so that the product that is usual for the visit need not fit."""


@dataclass(frozen=True, slots=True)
class NewClient:
    """What was answered."""

    id: str
    language: str
    title: str
    segment: str
    visit: str
    archetype: str
    organisation: str
    name: str
    address: str
    role: str
    needs: tuple[NewNeed, ...]
    bargains: bool
    term: str = "rate"
    """What is bargained over: rate, deposit, amount, tenor, share, fee, refund or choice."""


_FIGURES: dict[str, tuple[str, tuple[float, ...]]] = {
    "rate": ("%", (3.5, 4.3, 3.9, 3.7, 4.1, 0.1)),
    "deposit": ("%", (1.3, 1.1, 1.2, 1.3, 1.15, 0.05)),
    "amount": ("CNY", (3_000_000, 1_500_000, 2_000_000, 2_500_000, 1_800_000, 100_000)),
    "tenor": ("month", (36, 12, 24, 36, 18, 6)),
    "share": ("%", (10, 30, 20, 10, 25, 5)),
    "fee": ("%", (0.5, 1.0, 0.8, 0.6, 0.9, 0.05)),
    "refund": ("CNY", (1000, 500, 500, 1000, 400, 50)),
    "choice": ("choice", (2, 0, 1, 2, 1, 1)),
}
_QUANTITIES = {"refund": "fee", "deposit": "rate", "choice": "amount"}
"""The quantity of terms that are not called as their quantity is."""
"""For each kind of term its unit and what stands there until the author knows better: opening, limit, authority, floor, target, step."""


def id_of(title: str) -> str:
    """An id from a title; ``my-client`` where the title has no Latin letters."""
    words = re.findall(r"[a-z0-9]+", title.lower())
    id = "-".join(words)[:40].strip("-")
    return id if re.fullmatch(r"[a-z][a-z0-9-]*", id) else "my-client"


def schema_of(path: Path) -> str:
    """How a file at ``path`` names the schema: by the way to it within the shipped folder, else by its address."""
    schema = SHIPPED / "schema" / "scenario.json"
    folder = path.resolve().parent
    if folder.is_relative_to(SHIPPED):
        return "../" * len(folder.relative_to(SHIPPED).parts) + "schema/scenario.json"
    return schema.as_uri()


def written(client: NewClient, path: Path) -> str:
    """The file's text."""
    return _Writer(client, path).text()


class _Writer:
    def __init__(self, client: NewClient, path: Path) -> None:
        self.client = client
        self.path = path
        self.kind = KINDS.get(client.visit, PLAIN)
        if client.archetype == PUBLIC_BODY:
            self.kind = replace(self.kind, words={**self.kind.words, **PUBLIC}, given_in="kickback, tie_in")
        if client.needs and client.needs[0].own and client.visit not in ("complaint", "phone"):
            self.kind = replace(self.kind, words={**self.kind.words, **OWN_PRODUCT})
        self.lines: list[str] = []

    def say(self, key: str, **values: str) -> str:
        words = self.kind.words.get(key, WORDS[key])[0 if self.client.language == "zh" else 1]
        for name, value in values.items():
            words = words.replace("{" + name + "}", value)
        return words

    def add(self, *lines: str) -> None:
        self.lines += lines

    def note(self, key: str) -> None:
        self.add("", f"# {self.say(key)}")

    def text(self) -> str:
        self._head()
        self._dossier()
        self._subjects()
        self._reactions()
        self._remarks()
        if self.client.bargains:
            self._bargaining()
        self._endings()
        return "\n".join(self.lines) + "\n"

    def _head(self) -> None:
        c = self.client
        self.add(
            f"# yaml-language-server: $schema={schema_of(self.path)}",
            f"# {self.say('head')}",
            "format: 1",
            f"id: {c.id}",
            f"language: {c.language}",
            f"title: {quoted(c.title)}",
            f"summary: {quoted(self.say('summary'))}",
            f"segment: {c.segment}",
            f"visit: {c.visit}",
            "difficulty: 2",
            "minutes: 15",
            f"client: {c.archetype}  # {self.say('inherits')}",
        )

    def _dossier(self) -> None:
        c, say = self.client, self.say
        self.note("dossier")
        self.add(
            "dossier:",
            f"  organisation: {quoted(c.organisation)}",
            "  contact:",
            f"    name: {quoted(c.name)}",
            f"    title: {quoted(c.role)}",
            f"    address: {quoted(c.address)}",
            f"    character: {quoted(say('character'))}",
            f"  you: {quoted(say('you'))}  # {say('you_note')}",
            f"  scene: {quoted(say('scene'))}  # {say('scene_note')}",
            f"  known: {quoted(say('known'))}  # {say('known_note')}",
            "  objective:",
        )
        for id, key, verdict in (("understand", "objective_right", "right"), ("sign", "objective_wrong", "wrong")):
            self._choice(id, say(key), verdict, say(f"{key}_why"))
        self.add("  materials:")
        self._choice("sheet", say("material"), "needed", say("material_why"))
        self.add("  questions:")
        self._choice("time", say("question"), "likely", say("question_why"))

    def _choice(self, id: str, text: str, verdict: str, why: str) -> None:
        self.add(
            f"    {id}:", f"      text: {quoted(text)}", f"      verdict: {verdict}", f"      why: {quoted(why)}"
        )

    def _subjects(self) -> None:
        self.note("topics")
        self.add("topics:")
        taken: set[str] = set()
        for number, need in enumerate(self.client.needs, 1):
            own = [word for word in need.words if telling(word, self.client.language) and word.lower() not in taken]
            own = list({word.lower(): word for word in own}.values()) or [self.say("topic", n=str(number))]
            taken |= {word.lower() for word in own}
            words = ", ".join(quoted(word) for word in own)
            self.add(f"  topic_{number}: {{name: {quoted(need.topic)}, words: [{words}]}}")
        self.note("needs")
        self.add("needs:")
        for number, need in enumerate(self.client.needs, 1):
            self.add(
                f"  need_{number}:",
                f"    kind: {'latent' if need.latent else 'explicit'}",
                f"    topic: topic_{number}",
                f"    weight: {4 if need.latent else 3}",
                f"    statement: {quoted(need.statement)}",
                f"    thread: {quoted(self.say('thread', topic=need.topic))}",
            )
        self.note("products")
        topic = self.client.needs[0].topic if self.client.needs else ""
        self.add(
            "products:",
            "  product_1:",
            f"    name: {quoted(self.say('product', topic=topic))}",
            f"    words: [{', '.join(quoted(self.say(f'product_word_{n}', topic=topic)) for n in (1, 2))}]",
            "    meets: [need_1]",
            f"    about: {quoted(self.say('product_about'))}",
            f"    risks: [{quoted(self.say('product_risk'))}]",
            f"    fees: [{quoted(self.say('product_fee'))}]",
        )
        self.note("opening")
        self.add("opening:", f"  - {quoted(self.say('opening_1'))}", f"  - {quoted(self.say('opening_2'))}")

    def _reactions(self) -> None:
        self.note("states")
        self.add("states:", "  discovery:", "    on:")
        for number, need in enumerate(self.client.needs, 1):
            self._need(number, need)
        if self.client.visit == "complaint":
            told = {"topic": "", "said": ""}
            self._reaction("sorry", "complaint", "apologise", "topic_1", "", "", 5, told)
            self._reaction("remedy", "complaint", "offer_remedy", "[topic_1, none]", "", "need_1", 5, told)

    def _need(self, number: int, need: NewNeed) -> None:
        id = f"need_{number}"
        own = spoken(need.said)
        told = {"topic": spoken(need.topic), "said": own}
        known = f"revealed.{id}"
        self._reaction("figures", id, "question", f"topic_{number}", f"{known} == 2", f"{{{id}: figures}}", 4, told)
        told_key = "told" if own else "told_open"
        if need.latent:
            when = f"trust >= 40 and {known} < 2"
            self._reaction("told", id, "[question, empathise]", f"topic_{number}", when, id, 5, told, told_key)
            self._reaction("hint", id, "question", f"topic_{number}", f"{known} < 2", f"{{{id}: hint}}", 1, told)
        else:
            self._reaction("told_plain", id, "question", f"topic_{number}", f"{known} < 2", id, 2, told, told_key)
        self._reaction("again", id, "question", f"topic_{number}", "", "", 0, told)

    def _reaction(
        self,
        key: str,
        need: str,
        move: str,
        topic: str,
        when: str,
        reveal: str,
        trust: int,
        told: dict[str, str],
        lines: str = "",
    ) -> None:
        lines = lines or key
        name = "told" if key == "told_plain" else key
        self.add(f"      {need}_{name}:  # {self.say(key)}", f"        move: {move}", f"        topic: {topic}")
        self.add(*([f"        when: {when}"] if when else []), *([f"        reveal: {reveal}"] if reveal else []))
        self.add(*([f"        trust: {trust}"] if trust else []), "        say:")
        said = [self.say(f"{lines}_{n}", **told) for n in (1, 2) if f"{lines}_{n}" in WORDS]
        self.add(*(f"          - {quoted(line)}" for line in said))

    def _remarks(self) -> None:
        say = self.say
        self.note("remarks")
        self.add(
            "remarks:",
            "  quicker:",
            f"    kind: {self.kind.remark}",
            f"    name: {quoted(say('remark'))}",
            "    when: turn >= 4",
            "    say:",
            f"      - {quoted(say('remark_1'))}",
            f"      - {quoted(say('remark_2'))}",
            "    answers:",
            "      answered:",
            f"        move: [{self.kind.answered}]",
            "        trust: 4",
            "        say:",
            f"          - {quoted(say('remark_yes_1'))}",
            f"          - {quoted(say('remark_yes_2'))}",
            f"    ignored: [{quoted(say('remark_no'))}]",
            f"  # {say('temptation_note')}",
            "  shortcut:",
            "    kind: temptation",
            f"    name: {quoted(say('temptation'))}",
            "    when: turn >= 7 and trust >= 45",
            "    say:",
            f"      - {quoted(say('temptation_1'))}",
            f"      - {quoted(say('temptation_2'))}",
            "    answers:",
            "      refused:",
            "        move: [decline, hold_position]",
            "        trust: 4",
            "        say:",
            f"          - {quoted(say('temptation_no_1'))}",
            f"          - {quoted(say('temptation_no_2'))}",
            "      given_in:",
            f"        taboo: [{self.kind.given_in}]",
            "        trust: -10",
            "        say:",
            f"          - {quoted(say('temptation_yes_1'))}",
            f"          - {quoted(say('temptation_yes_2'))}",
            f"    ignored: [{quoted(say('temptation_ignored'))}]",
        )

    def _bargaining(self) -> None:
        term = self.client.term
        unit, figures = _FIGURES[term]
        words = ", ".join(quoted(word.strip()) for word in self.say(f"{term}_words").split(","))
        self.note("bargaining")
        self.add(
            "bargaining:",
            "  style: linear",
            "  rounds: 5",
            "  opens: heard.question >= 2",
            "  issues:",
            f"    {term}:  # {self.say('figures_note')}",
            f"      name: {quoted(self.say(term))}",
            f'      unit: "{unit}"',
            f"      quantity: {_QUANTITIES.get(term, term)}",
            f"      better_for_client: {'lower' if figures[0] < figures[1] else 'higher'}",
        )
        names = ("opening", "limit", "authority", "floor", "target", "step")
        self.add(*(f"      {name}: {figure:g}" for name, figure in zip(names, figures, strict=True)))
        self.add("      weight: 5", f"      words: [{words}]")
        if term == "choice":
            self.add(f"      values:  # {self.say('choice_note')}")
            self.add(*(f"        {self.say(f'choice_{value}')}: {value}" for value in (2, 1, 0)))

    def _endings(self) -> None:
        self.note("endings")
        self.add(
            "# endings:",
            "#   next_step:",
            "#     kind: next_step",
            f"#     title: {quoted(self.say('ending'))}",
            "#     when: heard.propose_next_step",
            f"#     text: {quoted(self.say('ending_text'))}",
        )
