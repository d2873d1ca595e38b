"""The machine as Mermaid and as a picture: complete, whole, and with what a visit covered marked by more than colour."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring.drawing import measured, wrapped
from simulator.authoring.machine import machine
from simulator.authoring.mermaid import mermaid
from simulator.authoring.tracing import covered, trace
from simulator.client import Client
from simulator.i18n import set_language
from simulator.scenario.library import SHIPPED
from simulator.scenario.load import load_scenario
from simulator.vocabulary.turn import MoveMade, Turn
from tests.commands.calling import CLIENTS, LANGUAGES, call

SVG = "{http://www.w3.org/2000/svg}"
FILE = SHIPPED / "corporate" / "steel-trader.yaml"


def said(move: str, topic: str | None = None) -> Turn:
    """A turn of one move."""
    return Turn(move, (MoveMade(move, move, 1.0, "open" if move.startswith("ask_") else None, topic),))


def test_every_state_need_remark_and_ending_is_in_the_flowchart() -> None:
    loaded = load_scenario(FILE)
    text = mermaid(machine(loaded))
    scenario = loaded.scenario
    for prefix, ids in (
        ("s", set(scenario.states) - {"anywhere"}),
        ("n", set(scenario.needs)),
        ("r", set(scenario.remarks)),
        ("e", set(scenario.endings)),
    ):
        for id in ids:
            assert re.search(rf"^ +{prefix}_{id}[\[(]", text, re.MULTILINE), id
    nodes = set(re.findall(r"^ +([snre]_[\w-]+)[\[(]", text, re.MULTILINE))
    used = set(re.findall(r"\b([snre]_[\w-]+) (?:-->|==>|-\.->)", text)) | set(
        re.findall(r"> ([snre]_[\w-]+)$|\| ([snre]_[\w-]+)$", text, re.MULTILINE)[0]
    )
    assert {name for name in used if name} <= nodes


def test_every_way_between_states_is_drawn() -> None:
    loaded = load_scenario(FILE)
    text = mermaid(machine(loaded))
    for id, state in loaded.scenario.states.items():
        for reaction in state.on.values():
            if reaction.go and reaction.go != id:
                assert re.search(rf"s_{id} ==>.* s_{reaction.go}$", text, re.MULTILINE)


def test_own_text_cannot_break_out_of_the_flowchart() -> None:
    loaded = load_scenario(FILE)
    bad = 'x"]; click s_opening "javascript:alert(1)" <script> | } ` \n end'
    states = {
        **loaded.scenario.states,
        "opening": loaded.scenario.states["opening"].model_copy(update={"name": bad}),
    }
    scenario = loaded.scenario.model_copy(update={"states": states, "title": bad})
    text = mermaid(machine(type(loaded)(scenario, "", loaded.layers)))
    line = next(line for line in text.splitlines() if line.strip().startswith("s_opening["))
    assert line.count('"') == 2
    assert "<script" not in line
    assert not re.search(r"^\s*(end|click).*alert", text, re.MULTILINE)


def test_what_a_visit_covered_is_marked_and_nothing_else() -> None:
    loaded = load_scenario(FILE)
    made = trace(Client(loaded.scenario), [said("greet"), said("state_purpose"), said("ask_plans")], 1)
    coverage = covered(made)
    text = mermaid(machine(loaded), coverage)
    assert re.search(r's_opening\["✓', text)
    assert not re.search(r's_negotiation\["✓', text)
    marked = next(
        line for line in text.splitlines() if line.strip().startswith("class ") and line.endswith(" covered")
    )
    assert "s_opening" in marked
    assert "s_negotiation" not in marked
    thick = next(line for line in text.splitlines() if "linkStyle" in line)
    edges = [line for line in text.splitlines() if re.search(r"-->|==>|-\.->", line)]
    numbers = {int(number) for number in re.findall(r"\d+", thick.split("stroke")[0])}
    assert {number for number, edge in enumerate(edges) if '|"✓' in edge} == numbers
    assert "✓" not in mermaid(machine(loaded))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("client", CLIENTS)
def test_the_picture_stands_by_itself(
    tmp_path: Path, played: dict[tuple[str, str], Path], client: str, language: str
) -> None:
    out = tmp_path / "machine.svg"
    transcript = played[client, language]
    done = call("graph", client, "--lang", language, "--svg", str(out), "--transcript", str(transcript))
    assert done.status == 0, done
    text = out.read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert not re.search(r"(href|src|url\((?!#)|<script|<image|@import)", text)
    assert "✓" in "".join(root.itertext())
    assert root.findall(f".//{SVG}rect[@class='on']")
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    assert 800 < width < 2400
    assert 400 < height < 20_000


@pytest.mark.parametrize("client", ["steel-trader", "retired-teacher", "young-parents"])
def test_no_text_is_wider_than_its_card(tmp_path: Path, client: str) -> None:
    out = tmp_path / "machine.svg"
    assert call("graph", client, "--lang", "en", "--svg", str(out), "--all").status == 0
    root = ElementTree.fromstring(out.read_text(encoding="utf-8"))
    cards = 0
    for group in root.findall(f"{SVG}g"):
        frame = group.find(f"{SVG}rect")
        assert frame is not None
        cards += 1
        inner, deep = float(frame.attrib["width"]), float(frame.attrib["height"])
        for text in group.findall(f"{SVG}text"):
            size = 11 if text.get("class") == "s" else 13
            assert float(text.attrib["x"]) + measured(text.text or "", size) <= inner + 1, text.text
            assert float(text.attrib["y"]) < deep
    assert cards > 8


@given(st.text(max_size=200), st.floats(60, 600))
def test_wrapping_keeps_every_word_and_the_width(text: str, width: float) -> None:
    lines = wrapped(text, width)
    from simulator.text import clean

    assert "".join("".join(lines).split()) == "".join(clean(text).split())
    assert all(measured(line) <= width for line in lines if len(line) > 1)


def test_the_graph_speaks_the_readers_language() -> None:
    shown = [call("graph", "retired-teacher", "--lang", language).out for language in LANGUAGES]
    assert "需求" in shown[0]
    assert "Needs" in shown[1]
    assert not re.search(r"[\u4e00-\u9fff]", shown[1])


def test_a_reaction_carries_move_topic_and_guard() -> None:
    set_language("en")
    rows = {row.place: row for card in machine(load_scenario(FILE, "en")).states for row in card.rows}
    row = rows["states/discovery/on/debt_told"]
    assert "explores needs" in row.answers
    assert "trust >= 50" in row.guard
    assert row.reveals == (("private_debt", "told"),)


def test_a_visit_to_somebody_else_is_told(played: dict[tuple[str, str], Path]) -> None:
    done = call(
        "graph", "retired-teacher", "--transcript", str(played["auto-parts-exporter", "zh"]), "--lang", "en"
    )
    assert done.status == 0
    assert "is a visit to auto-parts-exporter" in done.err


def test_what_is_inherited_is_listed_with_its_ids() -> None:
    told = call("graph", "leaving-customer", "--inherited", "--lang", "en")
    assert not told.status
    assert "endings/open_end (open) [retail/base.yaml:" in told.out
    assert "talk/goodbye [retail/upset-customer.yaml:" in told.out
    assert "\n    " in told.out
    own = load_scenario(SHIPPED / "retail" / "leaving-customer.yaml", "en").layers[0].source.data["endings"]
    assert not any(f"endings/{id} (" in told.out for id in own)
