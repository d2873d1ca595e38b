"""The language of ``when``."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.condition import ConditionError, parse_condition


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("trust >= 45", True),
        ("trust >= 46", False),
        ("trust > 40 and revealed.fx", True),
        ("trust > 50 or revealed.fx == 2", True),
        ("not heard.greet", True),
        ("not (trust > 40 and revealed.fx)", False),
        ("not trust > 90 and turn < 3", True),
        ("in.opening", True),
        ("offered.rate", False),
        ("since_remark >= 2 and since_remark < 4", True),
        ("1", True),
    ],
)
def test_conditions_mean_what_they_say(text: str, holds: bool) -> None:
    known = {"trust": 45, "revealed.fx": 2, "turn": 2, "since_remark": 3, "in.opening": 1}
    assert parse_condition(text).holds(known) is holds


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("", "C203", 1),
        ("trust >=", "C203", 9),
        ("trust >> 3", "C203", 8),
        ("mood > 3", "C204", 1),
        ("os.system", "C204", 1),
        ("(trust", "C202", 7),
        ("trust)", "C203", 6),
        ("trust > 3 then", "C203", 11),
        ("trust = 3", "C201", 6),
        ("__import__('os')", "C201", 12),
        ("trust > 3 and " * 60 + "1", "C205", 400),
    ],
)
def test_a_wrong_condition_is_told_with_its_column(text: str, code: str, column: int) -> None:
    with pytest.raises(ConditionError) as caught:
        parse_condition(text)
    assert caught.value.code == code
    assert code == "C201" or caught.value.column == column


@given(st.text(alphabet="trust evald.()<>=!andornot0123456789_ ", max_size=60))
def test_any_text_is_a_condition_or_a_declared_error(text: str) -> None:
    code = "C2"
    try:
        parse_condition(text).holds({})
    except ConditionError as error:
        code = error.code
    assert code.startswith("C2")
