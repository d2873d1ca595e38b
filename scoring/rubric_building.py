"""The rubric as a value from its data: every wrong part becomes a finding, and building goes on."""

import hashlib
import json
from dataclasses import replace
from typing import Any, cast

from scoring.faults import Faults
from scoring.reading import SEGMENTS, VISITS, CriterionReader
from scoring.rubric import Applies, Band, Item, Phase, Rubric, TabooRule, Weights, Wording
from scoring.view import Hearing
from scoring.words import word
from simulator.scenario.source import Path_
from simulator.vocabulary.moves import TABOOS

TOP = (
    "format", "id", "extends", "language", "title", "pass_mark", "grades", "hearing", "phases", "visits", "with_bargaining",
    "with_products", "lists", "items", "taboos", "repeated_minor", "minor_limit", "minor_share", "minor_leaves",
    "red_leaves", "raised_deduction",
)  # fmt: skip
_ITEM = (
    "phase", "weight", "source", "applies", "name", "met_when", "half_when", "chance_when", "advice", "example",
    "observable", "reason",
)  # fmt: skip
_HEARING = ("confidence", "taboo_confidence", "moves_a_turn", "questions_a_turn", "crowded", "hurried", "together")
_FOR_WHOM = ("any", *SEGMENTS, *VISITS)
_TABOO = ("severity", "deduction", "name", "why", "instead", "raised_for", "words", "certain", "kinds")
_APPLIES = ("segment", "visit", "bargaining", "latent_needs", "products", "investment", "empty_zone", "lending")


class RubricBuilder:
    """Builds the rubric from the data, collecting faults on the way."""

    def __init__(self, faults: Faults, texts: dict[str, Any], language: str) -> None:
        self.faults = faults
        self.texts = texts
        self.language = language
        self.reader = CriterionReader(faults, {})

    def rubric(self) -> Rubric:
        f, data = self.faults, self.faults.source.data
        f.mapping(data, (), TOP)
        if data.get("format") != 1:
            f.add(("format",), "R220", found=str(data.get("format")))
        if "language" in data:
            f.choice(data["language"], ("language",), ("zh", "en"))
        lists = f.mapping(data.get("lists") or {}, ("lists",))
        self.reader.lists = {
            name: tuple(text.lower() for text in f.texts(words, ("lists", name))) for name, words in lists.items()
        }
        phases = self._phases(data)
        rubric = Rubric(
            id=f.text(data.get("id"), ("id",)),
            hash="",
            language=self.language,
            title=self._text(("title",)),
            pass_mark=f.whole(data.get("pass_mark", 60), ("pass_mark",), 1, 95, 60),
            bands=self._bands(data),
            phases=phases,
            weights=self._weights(data, tuple(phases)),
            items=self._items(data, tuple(phases)),
            taboos=self._taboos(data),
            hearing=self._hearing(data),
            repeated_minor=f.whole(data.get("repeated_minor", 2), ("repeated_minor",), 2, 50, 2),
            minor_limit=f.whole(data.get("minor_limit", 40), ("minor_limit",), 0, 100, 40),
            minor_share=f.number(data.get("minor_share", 0.6), ("minor_share",), 0, 1, 0.6),
            minor_leaves=f.whole(data.get("minor_leaves", 10), ("minor_leaves",), 0, 100, 10),
            red_leaves=f.number(data.get("red_leaves", 0.1), ("red_leaves",), 0, 1, 0.1),
            raised_deduction=f.whole(data.get("raised_deduction", 8), ("raised_deduction",), 0, 100, 8),
        )
        wrong = any(fault.severity == "error" for fault in f.found)
        return (
            rubric if wrong else replace(rubric, hash=content_hash(data))
        )  # with an error in it nothing is graded

    def _text(self, path: Path_, needed: bool = True) -> str:
        """The text at ``path`` in the wanted language, the rubric's own where the overlay lacks it."""
        for data in (self.texts, self.faults.source.data):
            value = _at(data, path)
            if isinstance(value, (int, float)):
                self.faults.add(path, "R201", found="number", expected="text")
            elif value:
                return self.faults.text(value, path)
        return self.faults.text(None, path, needed)

    def _wording(self, path: Path_, needed: bool = True) -> Wording:
        """The text at ``path``, or the map of texts by kind of visit and segment."""
        by = _at(self.texts, path) or _at(self.faults.source.data, path)
        if not isinstance(by, dict):
            return Wording(self._text(path, needed), somebody=word("somebody", self.language))
        self.faults.mapping(by, path, _FOR_WHOM)
        if "any" not in by and not set(by) >= set(SEGMENTS):
            self.faults.add(path, "R243")
        texts = {key: self._text((*path, key)) for key in by if key in _FOR_WHOM}
        return Wording(texts.pop("any", ""), texts, word("somebody", self.language))

    def _hearing(self, data: dict[str, Any]) -> Hearing:
        f, where = self.faults, ("hearing",)
        body = f.mapping(data.get("hearing") or {}, where, _HEARING)
        return Hearing(
            f.number(body.get("confidence", 0.4), (*where, "confidence"), 0, 1, 0.4),
            f.number(body.get("taboo_confidence", 0.5), (*where, "taboo_confidence"), 0, 1, 0.5),
            f.whole(body.get("moves_a_turn", 4), (*where, "moves_a_turn"), 1, 40, 4),
            f.whole(body.get("questions_a_turn", 3), (*where, "questions_a_turn"), 1, 40, 3),
            f.whole(body.get("crowded", 7), (*where, "crowded"), 1, 43, 7),
            f.number(body.get("hurried", 3.2), (*where, "hurried"), 1, 43, 3.2),
            f.number(body.get("together", 0.75), (*where, "together"), 0, 1, 0.75),
        )

    def _phases(self, data: dict[str, Any]) -> dict[str, Phase]:
        f, phases = self.faults, {}
        for id, value in f.mapping(data.get("phases"), ("phases",)).items():
            body = f.mapping(value, ("phases", id), ("name", "full_at", "broad_at", "from_turn"))
            share = f.number(body.get("full_at", 1), ("phases", id, "full_at"), 0.1, 1, 1)
            broad = f.number(body.get("broad_at", 0), ("phases", id, "broad_at"), 0, 1, 0)
            since = f.whole(body.get("from_turn", 1), ("phases", id, "from_turn"), 1, 20, 1)
            phases[id] = Phase(id, self._text(("phases", id, "name")), share, broad, since)
        return phases

    def _bands(self, data: dict[str, Any]) -> tuple[Band, ...]:
        f, bands = self.faults, []
        for id, value in f.mapping(data.get("grades"), ("grades",)).items():
            body = f.mapping(value, ("grades", id), ("from", "name"))
            points = f.whole(body.get("from"), ("grades", id, "from"), 0, 100, 0)
            bands.append(Band(id, points, self._text(("grades", id, "name"))))
        return tuple(sorted(bands, key=lambda band: -band.points))

    def _weights(self, data: dict[str, Any], phases: tuple[str, ...]) -> Weights:
        visits = self._tables(data, "visits", phases)
        for visit in VISITS:
            if (
                visit not in visits and visit != "negotiation"
            ):  # graded as the first kind where nothing is said of it
                self.faults.add(("visits",), "R221", visit=visit)
        return Weights(
            visits or {"first": {}},
            self._tables(data, "with_bargaining", phases),
            self._tables(data, "with_products", phases),
        )

    def _tables(self, data: dict[str, Any], key: str, phases: tuple[str, ...]) -> dict[str, dict[str, int]]:
        tables = self.faults.mapping(data.get(key) or {}, (key,), VISITS)
        return {visit: self._table(table, (key, visit), phases) for visit, table in tables.items()}

    def _table(self, value: Any, path: Path_, phases: tuple[str, ...]) -> dict[str, int]:
        table = self.faults.mapping(value, path, phases)
        return {phase: self.faults.whole(n, (*path, phase), 0, 100, 0) for phase, n in table.items()}

    def _items(self, data: dict[str, Any], phases: tuple[str, ...]) -> dict[str, Item]:
        items = self.faults.mapping(data.get("items"), ("items",))
        return {id: self._item(id, value, phases) for id, value in items.items()}

    def _item(self, id: str, value: Any, phases: tuple[str, ...]) -> Item:
        f, where = self.faults, ("items", id)
        body = f.mapping(value, where, _ITEM)
        seen = f.truth(body.get("observable", True), (*where, "observable"))
        if seen and "met_when" not in body:
            f.add(where, "R222", item=id)
        criteria = {
            key: self.reader.criterion(body[key], (*where, key)) if key in body and seen else None
            for key in ("met_when", "half_when", "chance_when")
        }
        return Item(
            id=id,
            phase=f.choice(body.get("phase"), (*where, "phase"), phases or ("",)),
            weight=f.whole(body.get("weight"), (*where, "weight"), 1, 5, 1),
            source=f.text(body.get("source"), (*where, "source")),
            name=self._text((*where, "name")),
            advice=self._wording((*where, "advice"), needed=seen),
            example=self._wording((*where, "example"), needed=seen),
            applies=self._applies(body.get("applies") or {}, (*where, "applies")),
            reason=self._text((*where, "reason"), needed=not seen),
            **criteria,
        )

    def _applies(self, value: Any, where: Path_) -> Applies:
        f = self.faults
        body = f.mapping(value, where, _APPLIES)

        def flag(key: str) -> bool | None:
            return f.truth(body[key], (*where, key)) if key in body else None

        return Applies(
            f.choices(body.get("segment", []), (*where, "segment"), SEGMENTS),
            f.choices(body.get("visit", []), (*where, "visit"), VISITS),
            flag("bargaining"),
            bool(flag("latent_needs")),
            bool(flag("products")),
            bool(flag("investment")),
            flag("empty_zone"),
            flag("lending"),
        )

    def _taboos(self, data: dict[str, Any]) -> dict[str, TabooRule]:
        taboos = self.faults.mapping(data.get("taboos"), ("taboos",), tuple(TABOOS))
        return {id: self._taboo(id, value, ("taboos", id), None) for id, value in taboos.items()}

    def _taboo(self, id: str, value: Any, where: Path_, family: TabooRule | None) -> TabooRule:
        f = self.faults
        body = f.mapping(value, where, _TABOO if family is None else _TABOO[:-1])
        severity = body.get("severity", family.severity if family else None)
        least = f.whole(
            body.get("deduction", family.deduction if family else None), (*where, "deduction"), 0, 100, 0
        )
        rule = TabooRule(
            id,
            cast(Any, f.choice(severity, (*where, "severity"), ("minor", "major", "red"))),
            least,
            self._text((*where, "name")),
            self._wording((*where, "why")),
            self._wording((*where, "instead")),
            f.choices(body["raised_for"], (*where, "raised_for"), ("vulnerable", "lay"))
            if "raised_for" in body
            else (family.raised_for if family else ("vulnerable",)),
            words=self.reader.words(body["words"], (*where, "words")) if "words" in body else (),
            certain=f.truth(body.get("certain", False), (*where, "certain")),
        )
        kinds = f.mapping(body.get("kinds") or {}, (*where, "kinds")) if family is None else {}
        for kind, part in kinds.items():
            place = (*where, "kinds", kind)
            if id in TABOOS and kind not in TABOOS[id].kinds and not (isinstance(part, dict) and part.get("words")):
                f.unknown(place, "R235", kind, TABOOS[id].kinds)
                continue
            rule.kinds[kind] = self._taboo(kind, part, place, rule)
        return rule


def _at(data: Any, path: Path_) -> Any:
    """What stands at ``path``, None where nothing does."""
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


_BRANCHES = (dict, list)


def content_hash(data: dict[str, Any]) -> str:
    """The content hash of what grades, whatever the wording: texts may be polished without making old marks look new."""
    wording = ("name", "advice", "example", "why", "instead", "title", "reason", "source")

    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                key: bare(part) if type(part) in _BRANCHES else part
                for key, part in value.items()
                if key not in wording
            }
        return [bare(part) if type(part) in _BRANCHES else part for part in value]

    text = json.dumps(bare(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
