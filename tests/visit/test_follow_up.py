"""What a note of one line says, field by field: nothing that was written is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.visit.follow_up import FIELDS, read_follow_up


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            "promise=the list by Friday; next=Tuesday 10:00",
            {"promise": "the list by Friday", "next": "Tuesday 10:00"},
        ),
        ("promise=电话回；周四前报价; next=周四15:00", {"promise": "电话回；周四前报价", "next": "周四15:00"}),
        ("promise=call; bring the form next=Tue", {"promise": "call; bring the form", "next": "Tue"}),
        ("'promise=a; b; step=c'", {"promise": "a; b", "step": "c"}),
        ("only words; and more", {"file": "only words; and more"}),
        ("quick one, people=his wife", {"file": "quick one", "people": "his wife"}),
        ("next=Monday; next=or Tuesday", {"next": "Monday; or Tuesday"}),
        (" ; ", {}),
        ("", {}),
    ],
)
def test_a_note_of_one_line(text: str, note: dict[str, str]) -> None:
    assert read_follow_up(text) == note


@given(st.dictionaries(st.sampled_from(FIELDS), st.text("abc 字。;,", min_size=1)))
def test_every_letter_of_every_field_comes_back(note: dict[str, str]) -> None:
    written = read_follow_up("; ".join(f"{name}={value}" for name, value in note.items()))
    for name, value in note.items():
        assert [c for c in value if c.isalpha()] == [c for c in written.get(name, "") if c.isalpha()]
