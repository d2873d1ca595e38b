"""The last breath of a visit: the day is taken up by its name, the goodbye comes last, and nobody takes back what he said."""

from pathlib import Path
from typing import Any

import pytest

from simulator.client.composing import kept
from simulator.client.days import named_day
from simulator.client.echoing import contradicts
from simulator.client.replies import Part
from simulator.vocabulary.turn import MoveMade, Turn
from tests.client.small import played, small

PLANS: dict[str, Any] = {
    "discovery": {
        "on": {
            "plan": {
                "move": "propose_next_step",
                "say": ["Send me the list.", "Good, $date, the kiln is cold then."],
            },
        }
    },
    "opening": {"on": {"thanked": {"move": "share_information", "say": "So that is how it works with the clay."}}},
}


def parting(*acts: tuple[str, str, float]) -> Turn:
    return Turn(
        " ".join(clause for _, clause, _ in acts), tuple(MoveMade(id, clause, sure) for id, clause, sure in acts)
    )


PLAN = "I come again on Monday at four with the drawings."


@pytest.mark.parametrize("sure", [0.35, 0.9])
@pytest.mark.parametrize("seed", range(1, 6))
def test_the_day_of_the_next_visit_is_taken_up_by_its_name_before_the_goodbye(
    tmp_path: Path, sure: float, seed: int
) -> None:
    turn = parting(("farewell", "I must be off.", 1.0), ("propose_next_step", PLAN, sure))
    _, reply = played(small(tmp_path, states=PLANS), turn, seed=seed)[-1]
    assert reply.parts[0].place == "states/discovery/on/plan"
    assert reply.text.startswith("Good, Monday at four, the kiln is cold then.")
    assert reply.parts[-1].place.startswith("states/anywhere/on/bye")


def test_what_was_explained_is_still_answered_beside_the_appointment(tmp_path: Path) -> None:
    turn = parting(
        ("share_information", "Clay is priced by the ton.", 0.9), ("propose_next_step", PLAN, 0.9), ("farewell", "Goodbye.", 1.0)
    )  # fmt: skip
    _, reply = played(small(tmp_path, states=PLANS), turn)[-1]
    assert [part.place.rpartition("/")[2] for part in reply.parts][:2] == ["thanked", "plan"]


def test_a_doubtful_step_without_a_day_is_still_not_acted_upon(tmp_path: Path) -> None:
    turn = parting(("propose_next_step", "I shall see to the drawings.", 0.35), ("farewell", "Goodbye.", 1.0))
    _, reply = played(small(tmp_path, states=PLANS), turn)[-1]
    assert not any(part.place.endswith("/plan") for part in reply.parts)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The day after tomorrow at nine, then.", "the day after tomorrow at nine"),
        ("Next Friday half four, same shop.", "next Friday half four"),
        ("Next Monday at ten I shall ring.", "next Monday at ten"),
    ],
)
def test_a_day_stands_in_a_sentence_of_the_clients_as_it_is_spoken(text: str, day: str) -> None:
    assert named_day(text) == day


def part(text: str, place: str, weight: int = 70, **fields: Any) -> Part:
    return Part(text, place, weight, **fields)


ACCEPT = part("Done, four per cent.", "bargaining/lines/accept", 92)


@pytest.mark.parametrize(
    "pressing",
    [
        part("Stop, one thing at a time.", "talk/flooded", 95, due=True),
        part("You have not told me why.", "remarks/why/partial/soft", due=True),
        part("You went round it.", "remarks/why/ignored", due=True),
    ],
)
def test_nobody_presses_in_the_breath_in_which_he_agrees(pressing: Part) -> None:
    assert kept([pressing, ACCEPT]) == [ACCEPT]


def test_an_answer_is_taken_up_before_the_figures_unless_it_ends_in_a_question() -> None:
    refused = part("Not for that.", "bargaining/lines/refuse", 92)
    settled = part("Fine, that is one trip less.", "remarks/papers/answers/one_list", due=True)
    asking = part("Then my brother sits in, all right?", "remarks/papers/answers/back", due=True)
    assert kept([refused, settled]) == [settled, refused]
    assert kept([refused, asking]) == [refused, asking]


def test_whoever_stays_does_not_go() -> None:
    assert contradicts("那我不走了。", "好，走了。")
    assert contradicts("I'm not leaving.", "Right, I'll be off.")
    assert not contradicts("那我不走了。", "您慢走。")
    assert not contradicts("I'm not leaving.", "Off with you, then.")
    stay = part("I'm not going, then.", "states/staying/on/exit", 65, phase="close")
    bye = part("I'm off.", "states/anywhere/on/farewell", 44, phase="close", due=True)
    assert kept([stay, bye]) == [bye]
