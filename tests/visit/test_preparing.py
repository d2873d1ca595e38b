"""The preparation form: what it asks for whom, and how what is typed becomes what is kept."""

import re
from collections.abc import Iterator

import pytest

from simulator.i18n import LANGUAGES, language, set_language
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Dossier
from simulator.visit.preparing import ELIGIBILITY, further_of, read_preparation, ticked_in_words
from tests.client.walks import FILES

BY_ID = {path.stem: path for path in FILES}


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    before = language()
    set_language("zh")
    yield
    set_language(before)


def dossier() -> Dossier:
    return load_scenario(BY_ID["retired-teacher"]).scenario.dossier


@pytest.mark.parametrize(
    ("client", "asked", "not_asked"),
    [
        ("auto-parts-exporter", {"key_person", "timing", "source", "appointment"}, set()),
        ("young-parents", {"source", "mindset"}, {"key_person", "timing", "appointment", "reconfirm", "image"}),
        ("leaving-customer", {"eligibility", "mindset", "appointment"}, {"key_person", "timing", "source"}),
    ],
)
def test_only_what_makes_sense_for_the_visit_is_asked(client: str, asked: set[str], not_asked: set[str]) -> None:
    fields = {field.id for field in further_of(load_scenario(BY_ID[client]).scenario)}
    assert asked <= fields
    assert not not_asked & fields


def test_ticks_and_ratings_are_kept_in_words_and_words_as_they_are() -> None:
    typed = "eligibility=clear,need mindset=4 reconfirm=done key_person=王老师 自己定 timing＝存款到期"
    preparation, unknown = read_preparation(dossier(), typed)
    assert not unknown
    assert preparation.notes == {
        "eligibility": "有需求还没人满足；不在限制名单上",
        "mindset": "4 / 5",
        "reconfirm": "时间地点又确认过一遍",
        "key_person": "王老师 自己定",
        "timing": "存款到期",
    }


@pytest.mark.parametrize(("typed", "kept"), [("mindset=9", "9"), ("eligibility=都核过了", "都核过了")])
def test_what_is_no_id_is_a_note_in_the_trainees_words(typed: str, kept: str) -> None:
    assert list(read_preparation(dossier(), typed)[0].notes.values()) == [kept]


def test_questions_may_be_called_what_the_form_calls_them() -> None:
    first, second = list(dossier().questions)[:2]
    preparation, unknown = read_preparation(dossier(), f"expect={first}，{second},nonsense")
    assert preparation.questions == (first, second)
    assert unknown == ("nonsense",)
    assert not preparation.notes


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_tick_is_one_point_of_the_note(spoken: str) -> None:
    """Scoring counts the points of a note; a comma inside a tick would count it twice."""
    set_language(spoken)
    words = ticked_in_words(ELIGIBILITY, tuple(id for id, _text in ELIGIBILITY.ticks))
    assert len(re.split(r"[；;，,。]", words)) == len(ELIGIBILITY.ticks)
