"""While somebody else waits for a word, the client still sees one off and hears which day was named; and nobody says that he asked who
asked nothing."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from simulator.client import Position, Reply
from simulator.language.understanding import Understanding
from tests.client.small import small

DEPUTY: dict[str, Any] = {
    "kind": "third_person",
    "speaker": "Deputy Deng",
    "when": "turn >= 90",
    "say": ["(A man comes in.) Oh, the bank? I'm Deng. Don't mind me, I'll just listen."],
    "answers": {"kind": {"move": ["greet", "introduce"], "say": ["Good to meet you."]}},
    "ignored": ["(Deng says nothing and opens his notebook.)"],
}
SPONSOR: dict[str, Any] = {
    "kind": "temptation",
    "speaker": "Deputy Deng",
    "when": "turn >= 90",
    "say": ["The sports day wants a sponsor. Pay for it, and I'll put in a word."],
    "answers": {
        "no": {"move": ["decline", "hold_position"], "say": ["Well refused."]},
        "took": {"taboo": "kickback", "say": ["I'll report that."]},
    },
    "partial": {"dodge": {"move": ["acknowledge", "thank"], "say": ["Yes or no?"]}},
    "ignored": ["(The director breaks in.) That's as far as that goes."],
}


def answered(folder: Path, pending: str, text: str, **more: Any) -> tuple[Position, Reply]:
    """What comes of a turn right after a remark."""
    client = small(folder, remarks={"deputy": DEPUTY, "sponsor": SPONSOR})
    scenario = client.scenario
    turn = Understanding("en", scenario).understand(text, scenario.remarks[pending].say.all[0])
    position, _ = client.start(1)
    waiting = replace(position, state="discovery", trust=60, turn=12, pending=pending, raised=(pending,), **more)
    return client.step(waiting, turn, 3)


@pytest.mark.parametrize("pending", ["deputy", "sponsor"])
@pytest.mark.parametrize("text", ["Thank you, I'll be going now. Goodbye.", "Thanks for your time, goodbye."])
def test_the_last_word_to_somebody_who_leaves_is_a_goodbye(tmp_path: Path, pending: str, text: str) -> None:
    position, reply = answered(tmp_path, pending, text)
    assert position.over
    assert reply.parts[-1].place.endswith(("/bye", "talk/goodbye"))
    assert not any(part.place == "talk/again" for part in reply.parts)


def test_a_day_that_is_named_is_taken_up_whoever_waits(tmp_path: Path) -> None:
    position, reply = answered(tmp_path, "deputy", "May I bring the plan next Wednesday at three?")
    assert position.date == "next Wednesday at three"
    assert any(part.place.endswith("/next_step") for part in reply.parts)
    assert not any(part.place == "talk/deflect" for part in reply.parts)


def test_who_asked_nothing_does_not_say_that_his_question_waits(tmp_path: Path) -> None:
    said = "Our branch has done this for two schools in the district."
    _, reply = answered(tmp_path, "deputy", said, asked=False)
    assert not any(part.place == "talk/waiting" for part in reply.parts)
