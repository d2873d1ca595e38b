"""The handbooks tell the truth: every example in them is assembled, checked and played, and every field is listed."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from simulator.client import Client
from simulator.scenario import model
from simulator.scenario.checking import check_file
from simulator.scenario.library import SHIPPED
from simulator.scenario.load import load_scenario
from simulator.scenario.model import GROUPS, Frozen
from simulator.scenario.source import parse_source
from simulator.vocabulary.moves import MOVES, TABOOS, name
from simulator.vocabulary.turn import Form, MoveMade, Quantity, TabooMade, Turn
from tests.commands.calling import call

PAGES = {"en": SHIPPED / "README.md", "zh": SHIPPED / "README.zh-CN.md"}
_EXAMPLE = re.compile(r"(?:<!-- ([\w ]+) -->\n)?```(\w+)\n(.*?)```", re.DOTALL)
every_page = pytest.mark.parametrize("language", sorted(PAGES))


def examples(language: str, kind: str) -> list[str]:
    """The examples of a page that are marked so."""
    return [text for mark, _, text in _EXAMPLE.findall(PAGES[language].read_text(encoding="utf-8")) if mark == kind]


def first_client(folder: Path, language: str) -> Path:
    """The first client of a page, in a file of its own."""
    path = folder / "corner-bakery.yaml"
    path.write_text("".join(examples(language, "first client")), encoding="utf-8")
    return path


def data(text: str) -> dict[str, Any]:
    """An example as the product reads it."""
    return parse_source(text, "example").data


def joined(base: Any, over: Any) -> Any:
    """``base`` with what ``over`` adds or replaces."""
    if not (isinstance(base, dict) and isinstance(over, dict)):
        return over
    return {**base, **{key: joined(base.get(key), value) for key, value in over.items()}}


@every_page
def test_every_example_is_marked(language: str) -> None:
    marks = [(mark, kind) for mark, kind, _ in _EXAMPLE.findall(PAGES[language].read_text(encoding="utf-8"))]
    assert {mark for mark, kind in marks if kind == "yaml"} == {"first client", "variant", "overlay"}
    assert len([mark for mark, _ in marks if mark == "first client"]) == 9


@every_page
def test_the_first_client_has_no_fault(tmp_path: Path, language: str) -> None:
    assert check_file(first_client(tmp_path, language)) == ()


@every_page
def test_every_variant_fits_into_it(tmp_path: Path, language: str) -> None:
    base = data(first_client(tmp_path, language).read_text(encoding="utf-8"))
    variants = examples(language, "variant")
    assert len(variants) == 7
    for number, text in enumerate(variants):
        path = tmp_path / f"variant-{number}.yaml"
        whole = joined(base, data(text))
        path.write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False), encoding="utf-8")
        assert check_file(path) == ()


@every_page
def test_the_translation_fits_and_what_it_lacks_is_listed(tmp_path: Path, language: str) -> None:
    path = first_client(tmp_path, language)
    other = "zh" if language == "en" else "en"
    (text,) = examples(language, "overlay")
    path.with_name(f"corner-bakery.{other}.yaml").write_text(text, encoding="utf-8")
    assert load_scenario(path, other).scenario.language == other
    found = check_file(path)
    assert found
    assert {fault.code for fault in found} == {"S402"}


def said(*acts: str, topic: str | None = None, form: Form | None = None) -> Turn:
    """A turn with these moves."""
    return Turn(" ".join(acts), tuple(MoveMade(id, f"{id} {topic}", 1.0, form, topic) for id in acts))


@every_page
def test_it_plays_as_the_page_says(tmp_path: Path, language: str) -> None:
    client = Client(load_scenario(first_client(tmp_path, language)).scenario)
    position, opening = client.start(1)
    assert opening in client.scenario.opening.all

    def needs() -> dict[str, int]:
        return dict(position.needs)

    steps = [said("greet", "introduce"), said("ask_problem", topic="lease", form="open")]
    for turn in steps:
        position, reply = client.step(position, turn, 1)
    assert needs() == {"lease": 1}  # too soon: a hint
    for turn in [
        said("state_purpose"),
        said("ask_plans", topic="oven", form="open"),
        said("empathise", topic="season"),
    ]:
        position, reply = client.step(position, turn, 1)
    assert position.trust >= 38
    position, reply = client.step(position, said("ask_problem", topic="lease", form="open"), 1)
    assert needs() == {"lease": 2, "oven": 2}
    position, reply = client.step(position, said("ask_clarify"), 1)
    assert needs() == {"lease": 3, "oven": 2}
    position, reply = client.step(position, said("present_product", topic="equipment_loan"), 1)
    assert "objection:five_minutes" in reply.events
    position, reply = client.step(position, said("compare_fairly"), 1)
    assert "answered:five_minutes" in reply.events
    assert reply.asks is None
    position, reply = client.step(position, said("ask_plans"), 1)
    assert reply.asks == "prettier_books"
    position, reply = client.step(position, said("decline"), 1)
    assert "answered:prettier_books" in reply.events
    rate, term = Quantity("rate", 3.7, "%"), Quantity("tenor", 36, "month")
    position, reply = client.step(position, Turn("3.7", (MoveMade("make_offer", "3.7", terms=(rate, term)),)), 1)
    assert "agreed" in reply.events
    position, reply = client.step(position, said("farewell"), 1)
    assert position.ending == "deal"


@every_page
def test_a_taboo_in_the_temptation_costs_trust(tmp_path: Path, language: str) -> None:
    client = Client(load_scenario(first_client(tmp_path, language)).scenario)
    position, _ = client.start(1)
    for _ in range(8):
        position, reply = client.step(position, said("acknowledge"), 1)
    assert reply.asks == "prettier_books"
    before = position.trust
    position, reply = client.step(position, Turn("yes", (), (TabooMade("falsify", "yes"),)), 1)
    assert position.trust == max(before - 10, 0)


@every_page
def test_the_talk_of_the_page_can_be_typed(tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUILIAN_HOME", str(tmp_path))
    (talk,) = examples(language, "talk")
    path = first_client(tmp_path, language)
    told = call("play", str(path), "--plain", "--lang", language, "--seed", "3", given=talk)
    assert told.status == 0
    lease = load_scenario(path).scenario.states["discovery"].on["lease_told"].say.all
    assert any(line in told.out for line in lease)


def parts() -> set[type[Frozen]]:
    """Every model that an author writes fields of."""
    return {part for part in vars(model).values() if isinstance(part, type) and issubclass(part, Frozen)} - {Frozen}


@every_page
def test_every_field_is_listed(language: str) -> None:
    text = PAGES[language].read_text(encoding="utf-8")
    reference = text[text.index("\n## All fields" if language == "en" else "\n## 全部字段") :]
    fields = {info.alias or field for part in parts() for field, info in part.model_fields.items()}
    fields -= {"low", "mid", "high", "any"}  # the bands, told of with the lines
    assert sorted(field for field in fields if f"`{field}`" not in reference) == []
    for band in ("low", "mid", "high"):
        assert f"`{band}`" in text


@every_page
def test_every_move_group_and_taboo_is_listed(language: str) -> None:
    text = PAGES[language].read_text(encoding="utf-8")
    last = text[text.rindex("\n## ") :]
    for id in (*MOVES, *TABOOS):
        assert f"`{id}` {name(id, language)}" in last
    assert [group for group in GROUPS if f"`{group}`" not in last] == []


def test_the_two_pages_are_one() -> None:
    """The same sections, the same rows, and examples of the same shape: only the words differ."""
    english, chinese = (path.read_text(encoding="utf-8") for path in (PAGES["en"], PAGES["zh"]))
    heads = [re.findall(r"^(#+) ", page, re.MULTILINE) for page in (english, chinese)]
    assert heads[0] == heads[1]
    rows = [
        [sorted(re.findall(r"`([a-z_]+)`", line)) for line in page.splitlines() if line.startswith("| `")]
        for page in (english, chinese)
    ]
    assert rows[0] == rows[1]

    def shape(value: Any) -> Any:
        if isinstance(value, dict) and not all(isinstance(item, (int, float)) for item in value.values()):
            return {key: shape(item) for key, item in value.items()}
        return len(value) if isinstance(value, list) and len(value) > 5 else type(value).__name__

    for kind in ("first client", "variant", "overlay"):
        both = [[data(text) for text in examples(language, kind)] for language in ("en", "zh")]
        assert [list(shape(part)) for part in both[0]] == [list(shape(part)) for part in both[1]]
    reactions = [
        data("".join(examples(language, "first client")))["states"]["discovery"]["on"] for language in PAGES
    ]
    without_words = [
        {id: {key: item for key, item in entry.items() if key != "say"} for id, entry in page.items()}
        for page in reactions
    ]
    assert without_words[0] == without_words[1]
