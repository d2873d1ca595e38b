"""Schemas of rubrics and their translations, from the closed vocabulary that the reader takes."""

from typing import Any

from scoring.act import PLAIN
from scoring.reading import KINDS as CRITERIA
from scoring.reading import SEGMENTS, VISITS
from scoring.rubric_building import TOP
from simulator.authoring.field_words import FIELDS
from simulator.vocabulary.moves import MOVES, TABOOS

Schema = dict[str, Any]
_NUMBER: Schema = {"type": "number"}
_WHOLE: Schema = {"type": "integer"}
_TEXT: Schema = {"type": "string"}
_TRUTH: Schema = {"type": "boolean"}
_TEXTS: Schema = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_FOR_WHOM = ("any", *SEGMENTS, *VISITS)


def _object(properties: Schema, owner: str = "", required: tuple[str, ...] = ()) -> Schema:
    told = {key: _described(owner, key, part) for key, part in properties.items()}
    made: Schema = {"type": "object", "properties": told, "additionalProperties": False}
    return made | ({"required": list(required)} if required else {})


def _described(owner: str, key: str, part: Schema) -> Schema:
    words = FIELDS.get(f"{owner}.{key}")
    return part | {"description": words} if words else part


def _map(entry: Schema, removable: bool = False) -> Schema:
    return {"type": "object", "additionalProperties": {"anyOf": [entry, {"type": "null"}]} if removable else entry}


def _some_of(values: tuple[str, ...]) -> Schema:
    one: Schema = {"type": "string", "enum": list(values)}
    return {"anyOf": [one, {"type": "array", "items": one}]}


def _wording() -> Schema:
    return {"anyOf": [_TEXT, _object(dict.fromkeys(_FOR_WHOM, _TEXT))]}


def _criterion() -> Schema:
    """A map with one key, the kind of the criterion; what a kind takes is left to `check`, which explains it better."""
    inner: Schema = {"$ref": "#/definitions/criterion"}
    listed = {"type": "array", "items": inner, "minItems": 1}
    kinds: Schema = {kind: listed if kind in ("all", "any", "none") else _asked(kind) for kind in CRITERIA}
    kinds["impression"] = {"type": "object", "properties": {"of": inner, "shown_by": inner}, "required": ["of"]}
    return {"type": "object", "properties": kinds, "additionalProperties": False, "maxProperties": 1}


def _asked(kind: str) -> Schema:
    if kind == "offers":
        return _TEXT
    if kind == "visit":
        return _some_of((*VISITS, *SEGMENTS))
    acts: Schema = {
        "move": {"$ref": "#/definitions/moves"},
        "taboo": {"$ref": "#/definitions/taboos"},
        "form": {"type": "string", "enum": ["open", "closed"]},
        "topic": _TEXTS,
        "words": _TEXTS,
        "also": _TEXTS,
        "without": _TEXTS,
    }
    return {"type": "object", "properties": acts}


def _item() -> Schema:
    criterion: Schema = {"anyOf": [{"$ref": "#/definitions/criterion"}, {"type": "null"}]}
    applies = _object(
        {
            "segment": _some_of(SEGMENTS),
            "visit": _some_of(VISITS),
            **dict.fromkeys(
                ("bargaining", "latent_needs", "products", "investment", "empty_zone", "lending"), _TRUTH
            ),
        }
    )
    return _object(
        {
            "phase": _TEXT, "weight": {"type": "integer", "minimum": 1, "maximum": 5}, "source": _TEXT, "applies": applies,
            "name": _TEXT, "met_when": criterion, "half_when": criterion, "chance_when": criterion, "advice": _wording(),
            "example": _wording(), "observable": _TRUTH, "reason": _TEXT,
        },
        "Item",
    )  # fmt: skip


def _taboo(kinds: bool = True) -> Schema:
    made: Schema = {
        "severity": {"type": "string", "enum": ["minor", "major", "red"]}, "deduction": _WHOLE, "name": _TEXT,
        "why": _wording(), "instead": _wording(), "raised_for": _some_of(("vulnerable", "lay")), "words": _TEXTS,
        "certain": _TRUTH,
    }  # fmt: skip
    return _object(made | ({"kinds": _map(_taboo(False), removable=True)} if kinds else {}), "TabooRule")


def rubric() -> Schema:
    """The schema of a rubric."""
    weights: Schema = _object(dict.fromkeys(VISITS, _map(_WHOLE)))
    hearing = dict.fromkeys(("confidence", "taboo_confidence", "hurried", "together"), _NUMBER)
    parts: Schema = {
        "format": {"enum": [1]}, "id": _TEXT, "extends": _TEXT, "language": {"type": "string", "enum": ["zh", "en"]},
        "title": _TEXT, "pass_mark": {"type": "integer", "minimum": 0, "maximum": 100},
        "grades": _map(_object({"from": _WHOLE, "name": _TEXT}, "Grade")),
        "hearing": _object(hearing | dict.fromkeys(("moves_a_turn", "questions_a_turn", "crowded"), _WHOLE)),
        "phases": _map(_object({"name": _TEXT, "full_at": _NUMBER, "broad_at": _NUMBER, "from_turn": _WHOLE}, "Phase")),
        "visits": weights, "with_bargaining": weights, "with_products": weights, "lists": _map(_TEXTS),
        "items": _map(_item(), removable=True), "taboos": _map(_taboo(), removable=True),
        **dict.fromkeys(("repeated_minor", "minor_limit", "minor_leaves", "raised_deduction"), _WHOLE),
        **dict.fromkeys(("minor_share", "red_leaves"), _NUMBER),
    }  # fmt: skip
    parts["taboos"]["propertyNames"] = {"enum": list(TABOOS)}
    made = _object({key: parts[key] for key in TOP}, "Rubric", ("format", "id"))
    defined = {"criterion": _criterion(), "moves": _some_of((*MOVES, *PLAIN)), "taboos": _some_of(tuple(TABOOS))}
    return made | {"definitions": defined}


def rubric_overlay() -> Schema:
    """The schema of a rubric's translation: only texts."""
    named = _map(_object({"name": _TEXT}))
    item = _object({"name": _TEXT, "advice": _wording(), "example": _wording(), "reason": _TEXT}, "Item")
    texts: Schema = {"name": _TEXT, "why": _wording(), "instead": _wording()}
    taboo = _object(texts | {"kinds": _map(_object(texts, "TabooRule"))}, "TabooRule")
    return _object(
        {
            "format": {"enum": [1]}, "translates": _described("Overlay", "translates", _TEXT),
            "language": {"type": "string", "enum": ["zh", "en"]}, "title": _TEXT, "grades": named, "phases": named,
            "items": _map(item), "taboos": _map(taboo),
        }, "Rubric", ("translates",),
    )  # fmt: skip
