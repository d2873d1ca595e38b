"""Where in the talk a piece of advice is pinned: never to a line of the client's that asks for something else."""

from pathlib import Path

import pytest

from scoring import debrief, grade, load_rubric
from scoring.debrief import Debrief
from scoring.echoes import says_already
from scoring.remarks import KINDS
from simulator.transcript.record import Transcript
from simulator.visit.store import read_file
from tests.scoring.reading_visits import parse

PLAYED = sorted((Path(__file__).parents[1] / "visit" / "played").glob("*.jsonl"))
RUBRICS = {language: load_rubric(language=language) for language in ("zh", "en")}
WANTED = {
    "neg_escalate": ("offer", "objection"),
    "neg_firm_polite": ("temptation",),
    "prop_objection": ("objection",),
}


def told(transcript: Transcript) -> Debrief:
    rubric = RUBRICS["zh" if transcript.header.language == "zh" else "en"]
    return debrief(transcript, grade(transcript, rubric), rubric)


@pytest.mark.parametrize("path", PLAYED, ids=lambda path: path.stem)
def test_no_advice_is_pinned_to_a_line_that_asks_for_something_else(path: Path) -> None:
    transcript = read_file(path)
    spoken = {exchange.turn: exchange for exchange in transcript.exchanges}
    for advice in told(transcript).priorities:
        if advice.kind != "item" or advice.own or not advice.quote or not advice.turn:
            continue
        client = spoken[advice.turn].client
        assert advice.quote in client.text
        raised = {event.partition(":")[0] for event in client.events} & set(KINDS)
        assert not raised or raised & set(WANTED.get(advice.id, ())), advice


@pytest.mark.parametrize("path", PLAYED, ids=lambda path: path.stem)
def test_no_advice_repeats_what_was_said(path: Path) -> None:
    transcript = read_file(path)
    page = told(transcript)
    lines = [advice.say for advice in page.priorities if advice.kind == "item"]
    lines += [item.example for item in page.items if item.applicable and item.earned < 1]
    said = [exchange.trainee.text for exchange in transcript.exchanges]
    assert [line for line in lines if line and any(says_already(line, text) for text in said)] == []


WAITING = "asks=rebate events=temptation:rebate"


def test_a_temptation_is_no_cue_for_another_subject() -> None:
    text = "> 您好。 | greet\n< 大行的额度快到期了{asked}。 | {labels}\n> 好的。 | acknowledge\n< 嗯。 |\n> 再见。 | farewell\n< 慢走。 |"
    quoted = {
        labels: _quote(text.format(asked=asked, labels=labels), "disc_other_bank_service")
        for asked, labels in (("", ""), ("，您给我返点现", WAITING))
    }
    assert quoted[""] == (1, "大行的额度快到期了。")
    assert quoted[WAITING] == (0, "")


def test_a_question_of_the_clients_is_no_cue() -> None:
    text = "> 您好。 | greet\n< 大行的额度您清楚吗？ |\n> 好的。 | acknowledge\n< 嗯。 |\n> 再见。 | farewell\n< 慢走。 |"
    assert _quote(text, "disc_other_bank_service") == (0, "")


def test_what_is_only_written_down_has_no_turn() -> None:
    text = "> 您好。 | greet\n< 好。 |\n> 再见。 | farewell\n< 慢走，回头把价钱发我。 |"
    assert _quote(text, "fu_record") == (0, "")


def _quote(text: str, id: str) -> tuple[int, str]:
    from scoring.moments import moment
    from scoring.view import VisitView

    rubric = RUBRICS["zh"]
    transcript = parse(text, "corporate_x")
    mark = next(item for item in grade(transcript, rubric).items if item.id == id)
    place = moment(VisitView(transcript, rubric.hearing, "zh"), rubric.items[id], mark.evidence, mark.earned)
    assert not place.own
    return place.turn, place.quote


@pytest.mark.parametrize(
    ("line", "said", "same"),
    [
        ("您那笔存款下个月到期，到期后您打算怎么安排？", "存单到期以后，这四百万您自己是怎么打算的？", True),
        ("您那笔存款下个月到期，到期后您打算怎么安排？", "您女儿什么时候出国？", False),
        ("Would half an hour suit you?", "Would half an hour suit?", True),
        ("Would half an hour suit you?", "That suits me.", False),
        (
            "您说的这个日子，我记一下。",
            "您还记得不，有一年下大雪，您说的那一个日子，我让全班把炉子边儿让给最瘦的同学坐，一下午没动。",
            False,
        ),
        ("好。", "好。", False),
    ],
)
def test_a_line_that_was_said_nearly_word_for_word_is_known(line: str, said: str, same: bool) -> None:
    assert says_already(line, said) is same
