"""A sheet of marks: both forms, every way a spreadsheet writes it, every mistake with its place."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import grade, load_rubric
from scoring.agreement import SheetError, Visit, read_sheet, template
from scoring.agreement.cells import rows
from scoring.agreement.values import Sheet
from scoring.words_agreement import FAULTS, WORDS, fault_told
from tests.scoring.reading_visits import visit

RUBRIC = load_rubric()
VISITS = [
    Visit((f"{name}.jsonl", name), grade(visit(name), RUBRIC)) for name in ("corporate_good", "corporate_red")
]
LONG = """\
grader,transcript,item,mark
王芳,corporate_good.jsonl,prep_objective,1
王芳,corporate_good,prep_key_person,0.5
王芳,corporate_good,disc_summary,na
王芳,corporate_good,red_line,0
王芳,corporate_good,total,88.5
李雷,folder/corporate_red.jsonl,prep_objective,
李雷,corporate_red,red_line,1
"""
WIDE = """\
grader,transcript,name,prep_objective,prep_key_person,disc_summary,red_line,total
王芳,corporate_good.jsonl,,1,0.5,na,0,88.5
李雷,corporate_red,"a, b",,,,1,
"""


def read(text: str) -> Sheet:
    return read_sheet(text.encode(), VISITS, tuple(RUBRIC.items))


@pytest.mark.parametrize("text", [LONG, WIDE])
def test_both_forms_say_the_same(text: str) -> None:
    sheet = read(text)
    assert sheet.marks == {"王芳": {0: {"prep_objective": 1.0, "prep_key_person": 0.5, "disc_summary": None}}}
    assert sheet.red == {"王芳": {0: False}, "李雷": {1: True}}
    assert sheet.totals == {"王芳": {0: 88.5}}


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace(",", ";"),
        lambda text: text.replace(",", "\t"),
        lambda text: text.rstrip("\n"),
        lambda text: text + ",,,\n\n",
        lambda text: text.replace("王芳", '"王芳"').replace(",na", ",N/A"),
        lambda text: text.replace(",0.5", ",½").replace(",na", ",不适用"),
        lambda text: text.replace("grader,transcript", "Grader, Transcript"),
        lambda text: text.replace("王芳", "'王芳"),
    ],
)
def test_as_spreadsheets_write_it(change: "object") -> None:
    assert callable(change)
    assert read(change(LONG)) == read(LONG)


@pytest.mark.parametrize(
    ("old", "new", "place", "code", "told"),
    [
        ("prep_key_person,0.5", "prep_key_persn,0.5", (3, 19), "G105", "prep_key_person"),
        ("prep_key_person,0.5", "prep_key_person,0.7", (3, 35), "G115", "0.7"),
        ("王芳,corporate_good,prep_key", ",corporate_good,prep_key", (3, 1), "G107", "grader"),
        ("王芳,corporate_good,prep_key", "duilian,corporate_good,prep_key", (3, 1), "G106", "duilian"),
        ("王芳,corporate_good,prep_key", "王芳,corporate_god,prep_key", (3, 4), "G112", "corporate_good"),
        ("disc_summary,na", "prep_objective,0", (4, 34), "G108", ""),
        ("red_line,0", "red_line,maybe", (5, 28), "G114", "maybe"),
        ("total,88.5", "total,188", (6, 25), "G113", "188"),
        ("grader,", "rater,", (1, 1), "G104", "grader"),
        (",mark", ",marks", (1, 1), "G104", "mark"),
        (",na", ',"na', (4, 32), "G101", ""),
        (",na", ",na,well, then", (4, 35), "G110", "well"),
        (LONG, "", (1, 1), "G102", ""),
        (LONG, "grader,transcript,item,mark\n王芳,corporate_good,prep_objective,\n", (2, 1), "G103", ""),
        (LONG, "grader,transcript,prep_objectiv\n", (1, 19), "G105", "prep_objective"),
        (LONG, "grader,transcript,prep_objective,prep_objective\n", (1, 34), "G109", "prep_objective"),
    ],
)
def test_a_mistake_is_told_at_its_place(old: str, new: str, place: tuple[int, int], code: str, told: str) -> None:
    with pytest.raises(SheetError) as error:
        read(LONG.replace(old, new, 1))
    (fault,) = error.value.faults
    assert (fault.code, (fault.line, fault.column)) == (code, place)
    for language in ("zh", "en"):
        sentence = fault_told(code, language, fault.details)
        assert told in sentence
        assert "{" not in sentence


def test_every_mistake_is_told_at_once() -> None:
    text = LONG.replace("prep_key_person", "x").replace(",na", ",2").replace("red_line,1", "red_line,y")
    with pytest.raises(SheetError) as error:
        read(text)
    assert [fault.line for fault in error.value.faults] == [3, 4, 8]


def test_another_encoding_is_told_with_its_line() -> None:
    with pytest.raises(SheetError) as error:
        read_sheet(LONG.encode("gb18030"), VISITS, tuple(RUBRIC.items))
    assert (error.value.faults[0].code, error.value.faults[0].line) == ("G100", 2)


def test_a_name_that_fits_two_visits_is_told() -> None:
    twice = [VISITS[0], Visit(("other.jsonl", "corporate_good"), VISITS[1].card)]
    with pytest.raises(SheetError) as error:
        read_sheet(
            LONG.replace("folder/corporate_red", "other").replace("corporate_red", "other.jsonl").encode(),
            twice,
            tuple(RUBRIC.items),
        )
    assert [(fault.code, fault.line) for fault in error.value.faults] == [("G111", 3)]


def test_the_template_is_a_sheet_with_every_item_that_can_be_marked() -> None:
    text = template(VISITS, {"prepare": "=1+1", "total": "总分", "red_line": "红线"})
    assert text.startswith("\ufeffgrader,transcript,item,")
    table = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    asked = {row["item"] for row in table if row["transcript"] == "corporate_good.jsonl"}
    card = VISITS[0].card
    assert asked == {item.id for item in card.items if item.why_not in ("", "chance")} | {"total", "red_line"}
    assert {row["phase"] for row in table if row["item"] == "prep_objective"} == {"'=1+1"}
    with pytest.raises(SheetError) as error:
        read(text)
    assert [fault.code for fault in error.value.faults] == ["G103"]
    filled = text.replace(",定一个看得见结果的目标,,", ",定一个看得见结果的目标,1,").replace("\r\n,", "\r\n王芳,")
    assert read(filled).marks["王芳"] == {0: {"prep_objective": 1.0}, 1: {"prep_objective": 1.0}}


_CELL = st.text(st.sampled_from('ab"，\n ,é'), max_size=6)


@given(st.lists(st.lists(_CELL, min_size=2, max_size=4), min_size=1, max_size=5))
def test_cells_are_those_of_the_standard_library(table: list[list[str]]) -> None:
    table = [["h", "h"], *table]
    out = io.StringIO()
    csv.writer(out).writerows(table)
    wanted = [row for row in table if any(cell.strip() for cell in row)]
    assert [[cell.text for cell in row] for row in rows(out.getvalue())] == wanted


@given(st.text(max_size=80))
def test_no_text_shakes_the_reader(text: str) -> None:
    with pytest.raises(SheetError) as error:
        read(text)
    lines = text.count("\n") + 1
    assert all(1 <= fault.line <= lines and fault.column >= 1 for fault in error.value.faults)


def test_words_stand_in_both_languages() -> None:
    assert set(WORDS["zh"]) == set(WORDS["en"])
    assert all(set(texts) == {"zh", "en"} for texts in FAULTS.values())
