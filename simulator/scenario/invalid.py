"""What validation finds, told at its place and in the author's words."""

import re
from functools import cache
from typing import Any

from pydantic import ValidationError

from simulator.i18n import N_
from simulator.scenario import model
from simulator.scenario.condition import SCALARS, SPACES
from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.layers import Layer, closest
from simulator.scenario.places import diagnostic_at
from simulator.scenario.remedies import EXPECTED
from simulator.scenario.source import Path_
from simulator.vocabulary.moves import MOVES, TABOOS

PARTS: dict[str, type[model.Frozen]] = {
    "states": model.State, "states.on": model.Reaction, "remarks": model.Remark, "remarks.answers": model.Reaction,
    "people": model.Companion, "people.answers": model.Reaction,
    "remarks.partial": model.Reaction, "topics": model.Topic, "needs": model.Need, "products": model.Product,
    "facts": model.Fact, "endings": model.Ending, "bargaining.issues": model.Issue, "bargaining": model.Bargaining,
    "bargaining.lines": model.BargainingLines, "dossier": model.Dossier, "dossier.contact": model.Contact,
    "profile": model.Profile, "temperament": model.Temperament, "talk": model.Talk,
    "dossier.objective": model.Choice, "dossier.materials": model.Choice, "dossier.questions": model.Choice,
}  # fmt: skip
"""The parts of a scenario by their place in it, ids left out."""

ENTRIES = frozenset(
    {"states", "states.on", "remarks", "remarks.answers", "remarks.partial", "people", "people.answers", "topics", "needs",
     "products", "facts", "endings", "bargaining.issues", "dossier.objective", "dossier.materials", "dossier.questions"}
)  # fmt: skip
"""Parts that are maps of entries by id."""

CHINESE = {
    "标题": "title", "题目": "title", "简介": "summary", "摘要": "summary", "概要": "summary", "语言": "language",
    "难度": "difficulty", "时长": "minutes", "分钟": "minutes", "客户": "client", "原型": "client", "档案": "dossier",
    "联系人": "contact", "姓名": "name", "名字": "name", "名称": "name", "称呼": "address", "年龄": "age", "性格": "character",
    "话题": "topics", "需求": "needs", "产品": "products", "事实": "facts", "开场": "opening", "开场白": "opening",
    "状态": "states", "反应": "on", "动作": "move", "禁忌": "taboo", "条件": "when", "台词": "say", "说": "say",
    "信任": "trust", "耐心": "patience", "结局": "endings", "权重": "weight", "词": "words", "关键词": "words", "类型": "kind",
    "回答": "answers", "透露": "reveal", "谈判": "bargaining", "议题": "issues", "利率": "rate", "底线": "limit", "风险": "risks",
}  # fmt: skip
"""What a Chinese author may call an entry."""

BANDS = {
    "低": "low", "中": "mid", "高": "high", "都行": "any", "任意": "any", "medium": "mid", "middle": "mid", "average": "mid",
    "normal": "mid", "all": "any", "default": "any",
}  # fmt: skip
"""What an author may call a band of trust."""


def placed(layers: tuple[Layer, ...], data: dict[str, Any], error: ValidationError) -> tuple[Diagnostic, ...]:
    """Every validation error as a diagnostic at its place, in the order of the files."""
    found = [_diagnostic(layers, fault) for fault in error.errors(include_url=False)]
    return tuple(sorted(dict.fromkeys(found)))


def _diagnostic(layers: tuple[Layer, ...], fault: Any) -> Diagnostic:
    path = tuple(fault["loc"])
    kind, message, context = fault["type"], fault["msg"], fault.get("ctx", {})
    value = _shown(fault.get("input"))
    if kind == "extra_forbidden":
        return _too_far_left(layers, path, fault.get("input")) or _unknown_entry(layers, path)
    if kind == "missing":
        empty = any(_says_nothing(layer, path) for layer in layers)
        return diagnostic_at(layers, path if empty else path[:-1], "S105" if empty else "S101", key=str(path[-1]))
    if kind == "value_error":
        return _own_fault(layers, path, str(context.get("error", message)))
    if kind == "string_pattern_mismatch":
        return diagnostic_at(layers, path, "S103", value=value)
    if kind in ("string_too_short", "too_short"):
        return diagnostic_at(layers, path, "S105")
    if kind in ("string_too_long", "too_long"):
        limit = str(context.get("max_length", ""))
        return diagnostic_at(layers, path, "S106", value=value[:20] + "…", limit=limit)
    if kind in ("greater_than_equal", "less_than_equal", "greater_than", "less_than"):
        bounds = ", ".join(f"{_SIGNS.get(name, name)} {bound}" for name, bound in context.items())
        return diagnostic_at(layers, path, "S107", value=value, expected=bounds)
    if kind in _MAPS and _belongs_above(path):
        return diagnostic_at(layers, path, "S108", key=str(path[-1]))
    if kind in _MAPS and _belongs_around(path):
        return diagnostic_at(layers, path, "S112", key=str(path[-1]), value=str(path[-2]))
    listed = str(context.get("expected", "")).replace(" or ", ", ")
    expected = listed or EXPECTED.get(kind) or message.removeprefix("Input should be ")
    details = {"value": value, "expected": expected}
    if kind in _NUMBERS and _UNIT.search(value):
        details["hint"] = N_("; write only the number, without unit or commas")
    if kind == "string_type" and _NUMBER.fullmatch(value):
        details["hint"] = N_("; put it in quotation marks, then it is a text")
    return diagnostic_at(layers, path, "S102", **details)


_NUMBER = re.compile(r"-?\d[\d.:-]*|true|false")
"""What YAML does not take for a text."""
_SIGNS = {"ge": ">=", "gt": ">", "le": "<=", "lt": "<"}
_MAPS = frozenset({"dict_type", "model_type", "model_attributes_type"})
_NUMBERS = frozenset({"int_type", "int_parsing", "float_type", "float_parsing"})
_UNIT = re.compile(r"\d\s*[^\d\s.]")


def _says_nothing(layer: Layer, path: Path_) -> bool:
    """Whether a file has the entry with nothing behind it."""
    here: Any = layer.source.data
    for part in path:
        if not (isinstance(here, dict) and part in here):
            return False
        here = here[part]
    return here is None


def _shown(value: Any) -> str:
    """A value as its author would recognise it: as YAML writes it, cut where it is long."""
    words = {True: "true", False: "false", None: "null"}
    if value is None or isinstance(value, bool):
        return words[value]
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: …" for key in list(value)[:3]) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_shown(item) for item in value[:3]) + "]"
    text = str(value)
    return text if len(text) <= 40 else text[:40] + "…"


def _part(path: Path_) -> str:
    """The part of a scenario in which a path lies, ids left out: ``states.on`` for a reaction's entry."""
    names: list[str] = []
    for at, part in enumerate(path):
        name = ".".join([*names, str(part)])
        if name in PARTS and (at == 0 or ".".join(names) not in ENTRIES or at % 2 == 0):
            names.append(str(part))
    return ".".join(names)


@cache
def _fields(part: type[model.Frozen]) -> frozenset[str]:
    return frozenset(info.alias or name for name, info in part.model_fields.items())


@cache
def _spoken() -> frozenset[str]:
    """The entries under which lines stand, perhaps by bands of trust."""
    parts: tuple[type[model.Frozen], ...] = (model.Scenario, *PARTS.values())
    return frozenset(
        info.alias or name
        for part in parts
        for name, info in part.model_fields.items()
        if info.annotation is model.Lines
    )


@cache
def _every_field() -> tuple[str, ...]:
    """What an entry may be called anywhere in a file, in the order of the alphabet."""
    return tuple(sorted(_fields(model.Scenario).union(*map(_fields, PARTS.values()))))


def _belongs_above(path: Path_) -> bool:
    """Whether what was taken for an entry is a field of the entry above it."""
    part = _part(path[:-1])
    return part in ENTRIES and path[-1] in _fields(PARTS[part])


def _belongs_around(path: Path_) -> bool:
    """Whether what was taken for an entry of a map stands in the same line with that map: a field of what is around it."""
    around = PARTS.get(_part(path[:-2]), model.Scenario if len(path) == 2 else None)
    return len(path) >= 2 and around is not None and path[-1] in _fields(around)


def _too_far_left(layers: tuple[Layer, ...], path: Path_, value: Any) -> Diagnostic | None:
    """What stands beside the map to which it belongs: a move beside ``effects``, a reaction beside ``on`` or ``answers``."""
    here, key = _part(path[:-1]), str(path[-1])
    if not isinstance(value, dict) or key in CHINESE:
        return None
    fields = [name for name in sorted(_fields(PARTS[here])) if f"{here}.{name}" in ENTRIES] if here else []
    homes = [name for name in fields if value and value.keys() <= _fields(PARTS[f"{here}.{name}"])]
    if here == "temperament" and (key in MOVES or key in TABOOS):
        homes = ["effects"]
    if not homes:
        return None
    above = {_before(layer.source.data, path) for layer in layers}
    if above & set(homes):
        return diagnostic_at(layers, path, "S108", key=key)
    return diagnostic_at(layers, path, "S109", key=key, where=", ".join(f"{here}.{name}" for name in homes))


def _before(data: Any, path: Path_) -> str:
    """The entry that stands right before the one at ``path``; nothing where there is none."""
    for part in path[:-1]:
        data = data.get(part) if isinstance(data, dict) else None
    names = list(data) if isinstance(data, dict) else []
    at = names.index(path[-1]) if path[-1] in names else 0
    return str(names[at - 1]) if at else ""


def _unknown_entry(layers: tuple[Layer, ...], path: Path_) -> Diagnostic:
    """An entry that is not known here: it belongs elsewhere, or is misspelt, or Chinese."""
    key = str(path[-1])
    here = _part(path[:-1])
    own = _fields(PARTS.get(here, model.Scenario))
    if key in CHINESE:
        return diagnostic_at(layers, path, "S100", key=key, suggestion=CHINESE[key])
    if len(path) > 1 and path[-2] in _spoken():
        bands = tuple(model.Lines.model_fields)
        guess = key if key in bands else BANDS.get(key.lower()) or closest(key, bands)
        return diagnostic_at(layers, path, "S111", key=key, suggestion=guess)
    top = _fields(model.Scenario)
    homes = [name for name, part in PARTS.items() if key in _fields(part) and name != here]
    guess = closest(key, sorted(own))
    if not guess and key in top:
        homes = [N_("the head of the file, without indentation")]
    if homes and not guess:
        return diagnostic_at(layers, path, "S109", key=key, where=", ".join(homes[:3]))
    return diagnostic_at(layers, path, "S100", key=key, suggestion=guess or closest(key, _every_field()))


def _own_fault(layers: tuple[Layer, ...], path: Path_, text: str) -> Diagnostic:
    code, _, rest = text.partition("|")
    first, _, second = rest.partition("|")
    if code == "S301":
        return _unknown_act(layers, path, first, second)
    guess = closest(second.partition(".")[0], (*sorted(SCALARS), *sorted(SPACES)))
    return diagnostic_at(layers, path, code, found=second, suggestion=guess if code == "C204" else "")


def _unknown_act(layers: tuple[Layer, ...], path: Path_, name: str, kind: str) -> Diagnostic:
    """A move or a taboo that is none: several in one, the other kind, its Chinese or English name, or a slip."""
    if re.search("[，、；]", name):
        return diagnostic_at(layers, path, "S304", value=name[:40])
    other = "taboo" if kind == "move" else "move"
    if name in (TABOOS if kind == "move" else (*MOVES, *model.GROUPS)):
        return diagnostic_at(layers, path, "S305", value=name, kind=other)
    acts = (MOVES if kind == "move" else TABOOS).values()
    named = {act.zh: act.id for act in acts} | {act.en: act.id for act in acts}
    known = (*MOVES, *model.GROUPS) if kind == "move" else tuple(TABOOS)
    guess = closest(name, known) or named.get(closest(name, list(named)), "")
    return diagnostic_at(layers, path, code="S301", what=kind, value=name, suggestion=guess)
