"""JSON Schemas for editors, made from the models that validate: complete, explain, and never another opinion.

Draft-07, which is what YAML language servers take. A file says less than the whole client, for the rest is inherited,
and so hardly anything is required here; what is missing in the end, `duilian check` tells.
"""

import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, BeforeValidator

from simulator.authoring.field_words import CONDITION, FIELDS, GROUPS, VALUES, Words
from simulator.authoring.rubric_schemas import rubric, rubric_overlay
from simulator.scenario import model
from simulator.scenario.model.values import to_condition, to_lines, to_list
from simulator.scenario.translations import TEXT_KEYS
from simulator.vocabulary.moves import MOVES, TABOOS

Schema = dict[str, Any]
KINDS = ("scenario", "archetype", "overlay", "rubric", "rubric-overlay")
DRAFT = "http://json-schema.org/draft-07/schema#"
_OPERAND = r"(?:[0-9]+(?:\.[0-9]+)?|[A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z_][A-Za-z0-9_-]*)?)"
CONDITION_PATTERN = rf"^(?:\s|\(|\)|<=|>=|==|!=|<|>|{_OPERAND})+$"
_INHERITED = {
    "Scenario": ("first", "endings", "talk", "states", "opening"),
    "Bargaining": ("issues", "lines"),
    "Talk": tuple(model.Talk.model_fields),
    "BargainingLines": tuple(model.BargainingLines.model_fields),
}
"""Required of the whole client, but not of a file that has an archetype beneath it."""
_KEY = model.Identifier
_EFFECTS = {
    "type": "object",
    "propertyNames": {"enum": [*MOVES, *TABOOS, "minor", "major", "red"]},
    "additionalProperties": {"$ref": "#/definitions/effect"},
}
_VOCABULARY: dict[str, Schema] = {
    "Reaction.move": {"$ref": "#/definitions/moves"},
    "Reaction.taboo": {"$ref": "#/definitions/taboos"},
    "Reaction.reveal": {
        "anyOf": [
            {"type": "string"},
            {"type": "array", "items": {"type": "string"}},
            {"type": "object", "additionalProperties": {"$ref": "#/definitions/level"}},
        ]
    },
    "Temperament.effects": _EFFECTS,
}
"""Fields whose values are of the closed vocabulary, which the models leave to a validator."""
_TRANSLATED = (*TEXT_KEYS, "words", "values", "says", "menu", "opening")


def schema(kind: str, language: str = "zh") -> Schema:
    """The schema of one kind of file; descriptions in both languages, those of ``language`` first."""
    makers = {
        "scenario": _scenario,
        "archetype": _archetype,
        "overlay": _overlay,
        "rubric": rubric,
        "rubric-overlay": rubric_overlay,
    }
    titles = {
        "scenario": ("客户场景", "A client to visit"),
        "archetype": ("客户原型", "An archetype of clients"),
        "overlay": ("译文", "A translation"),
        "rubric": ("评分表", "A rubric"),
        "rubric-overlay": ("评分表的译文", "The translation of a rubric"),
    }
    made = _spoken(makers[kind](), language)
    return {"$schema": DRAFT, "description": both(titles[kind], language, " · "), **made}


def both(words: Words, language: str, between: str = "\n\n") -> str:
    """The words in both languages, those of ``language`` first."""
    return between.join(words if language == "zh" else words[::-1])


def _spoken(value: Any, language: str) -> Any:
    """The schema with its pairs of words made one text each."""
    if isinstance(value, tuple):
        return both((value[0], value[1]), language)
    if isinstance(value, dict):
        return {key: _spoken(part, language) for key, part in value.items()}
    return [_spoken(part, language) for part in value] if isinstance(value, list) else value


def _scenario() -> Schema:
    made = _Maker().of_model(model.Scenario)
    return made | {"definitions": _definitions()}


def _archetype() -> Schema:
    made = _Maker().of_model(model.Scenario)
    own = {key: described("Archetype", key, {"type": "string"}) for key in ("extends", "name")}
    own["id"] = described("Scenario", "id", _Maker().of(model.ArchetypeName))
    kept = {
        key: part
        for key, part in made["properties"].items()
        if key not in ("id", "client", "segment", "visit", "dossier", "title", "summary", "difficulty", "minutes")
    }
    made["properties"] = {**own, **kept}
    made["required"] = ["format", "id", "language"]
    return made | {"definitions": _definitions()}


def _overlay() -> Schema:
    made = _Maker(texts_only=True).of_model(model.Scenario)
    head = _Maker().of_model(model.Scenario)["properties"]
    own = {
        "format": head["format"],
        "language": head["language"],
        "translates": described("Overlay", "translates", {"type": "string"}),
        "id": described("Scenario", "id", {"type": "string"}),
        "name": described("Archetype", "name", {"type": "string"}),
        "sources": described("Overlay", "sources", {"type": "object", "additionalProperties": {"type": "string"}}),
    }
    made["properties"] = {**own, **made["properties"]}
    made["required"] = ["language"]
    return made | {"definitions": _definitions(needed=False)}


def _definitions(needed: bool = True) -> Schema:
    lines = _Maker().of_model(model.Lines)
    text: Schema = {"type": "string", "minLength": 1}
    listed: Schema = {"type": "array", "items": text}
    return {
        "text": text,
        "texts": {"anyOf": [text, listed]},
        "say": {"anyOf": [text, listed, lines]},
    } | (_vocabulary() if needed else {})


def _vocabulary() -> Schema:
    return {
        "condition": _condition(),
        "moves": one_or_several(_moves()),
        "taboos": one_or_several(_taboos()),
        "effect": _Maker().of_model(model.Effect),
        "level": _literal(get_args(model.Level)),
    }


def one_or_several(one: Schema) -> Schema:
    """One, or a list of them."""
    return {"anyOf": [one, {"type": "array", "items": one}]}


def _condition() -> Schema:
    return {
        "description": CONDITION,
        "anyOf": [{"type": "string", "pattern": CONDITION_PATTERN}, {"type": "boolean"}],
    }


def _moves() -> Schema:
    named = {**GROUPS, **{id: (move.zh, move.en) for id, move in MOVES.items()}}
    return one_of_words(named)


def _taboos() -> Schema:
    return one_of_words({"any": ("任何禁忌", "any taboo"), **{id: (t.zh, t.en) for id, t in TABOOS.items()}})


def one_of_words(named: dict[str, Words]) -> Schema:
    """One of these words, each explained."""
    return {
        "type": "string",
        "enum": list(named),
        "enumDescriptions": [f"{zh} · {en}" for zh, en in named.values()],
    }


def described(owner: str, field: str, schema_: Schema) -> Schema:
    """A schema with the words of a field of ``owner``, or of a model above it."""
    words = FIELDS.get(f"{owner}.{field}")
    return schema_ | ({"description": words} if words else {})


def owner_of(part: type[BaseModel], field: str) -> str:
    """The name of the model that declares a field: ``part`` or one above it."""
    return next(above.__name__ for above in reversed(part.__mro__) if field in getattr(above, "model_fields", {}))


class _Maker:
    """Walks the models. ``texts_only`` keeps what an overlay may hold."""

    def __init__(self, texts_only: bool = False) -> None:
        self.texts_only = texts_only

    def of_model(self, part: type[BaseModel]) -> Schema:
        hints = get_type_hints(part, include_extras=True)
        properties: Schema = {}
        required: list[str] = []
        for name, info in part.model_fields.items():
            key = info.alias or name
            made = self.of(hints[name])
            made = _VOCABULARY.get(f"{part.__name__}.{name}", made)
            if self.texts_only and not self._translated(part, key, made):
                continue
            owner = owner_of(part, name)
            properties[key] = described(owner, key, made)
            if info.is_required() and not self.texts_only and key not in _INHERITED.get(part.__name__, ()):
                required.append(key)
            elif part is model.Scenario:
                properties[key] = _or_nothing(properties[key])
        made = {"type": "object", "properties": properties, "additionalProperties": False}
        return made | ({"required": required} if required else {})

    def _translated(self, part: type[BaseModel], key: str, made: Schema) -> bool:
        """Whether an overlay may have this: a text a person reads, or a part that has some."""
        if part in (model.Talk, model.BargainingLines, model.Lines) or key in _TRANSLATED:
            return True
        inner = made.get("additionalProperties") or made
        if not isinstance(inner, dict):
            return False
        inside: Schema = next((one for one in inner.get("anyOf", [inner]) if one.get("type") == "object"), {})
        return bool(inside.get("properties")) or key in ("facts", "examples", "counterexamples")

    def of(self, hint: Any) -> Schema:
        """The schema of one annotation."""
        if get_origin(hint) is Annotated:
            return self._annotated(hint)
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            return self.of_model(hint)
        origin, inner = get_origin(hint), get_args(hint)
        if origin is Literal:
            return _literal(inner)
        if origin in (Union, types.UnionType):
            return self.of(next(one for one in inner if one is not type(None)))
        if origin is dict:
            return self._map(*inner)
        plain = {str: "string", int: "integer", float: "number", bool: "boolean"}
        return {"type": plain[hint]}

    def _annotated(self, hint: Any) -> Schema:
        base, *metadata = get_args(hint)
        for mark in metadata:
            if isinstance(mark, BeforeValidator):
                own = {to_condition: "condition", to_lines: "say", to_list: "texts"}
                # silenced: pydantic types func as any validator; here it is always one of these three
                return {"$ref": f"#/definitions/{own[mark.func]}"}  # type: ignore[index]
        made = self.of(base)
        for mark in metadata:
            for limit in getattr(mark, "metadata", ()):
                made |= _limit(limit, made)
        return made

    def _map(self, key: Any, value: Any) -> Schema:
        entry = self.of(value)
        names = self.of(key)
        made: Schema = {"type": "object", "additionalProperties": _or_nothing(entry)}
        if "enum" in names:
            made["properties"] = dict.fromkeys(names["enum"], entry)
            made["additionalProperties"] = False
        elif key == _KEY:
            made["propertyNames"] = {"pattern": names["pattern"]}
        return made


def _or_nothing(made: Schema) -> Schema:
    """What stands here, or ``null``, which takes what is inherited away."""
    words = {key: made[key] for key in ("description",) if key in made}
    options = made.get("anyOf")
    if options is not None and {"type": "null"} in options:
        return made
    bare = {key: part for key, part in made.items() if key != "description"}
    return {**words, "anyOf": [bare, {"type": "null"}]}


def _literal(values: tuple[Any, ...]) -> Schema:
    if all(isinstance(value, str) for value in values):
        words = [VALUES.get(value) for value in values]
        told = [f"{pair[0]} · {pair[1]}" if pair else "" for pair in words]
        return {"type": "string", "enum": list(values)} | ({"enumDescriptions": told} if any(told) else {})
    return {"enum": list(values)}


def _limit(limit: Any, made: Schema) -> Schema:
    names = {
        "ge": "minimum",
        "le": "maximum",
        "gt": "exclusiveMinimum",
        "pattern": "pattern",
        "lt": "exclusiveMaximum",
    }
    lengths = {"min_length": "minLength", "max_length": "maxLength"}
    return {
        schema_key: getattr(limit, key)
        for key, schema_key in (names | lengths).items()
        if getattr(limit, key, None) is not None
    }
