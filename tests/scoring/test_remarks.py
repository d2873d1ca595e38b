"""What the client brought up unasked: what became of it, by which words, and where the debrief tells it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from scoring import Scorecard, debrief, grade, load_rubric, plain_debrief
from scoring.course import mood_course
from scoring.remarks import KINDS, RemarkLine, outcome_told, remarks_made
from scoring.report import html_page, markdown_page
from scoring.view import VisitView
from simulator.transcript.format import read_transcript, transcript_lines
from simulator.transcript.record import Brief, ClientSide, Exchange, Header, RemarkBrief, Transcript
from simulator.visit.store import read_file
from simulator.vocabulary.turn import MoveMade, TabooMade, Turn

PLAYED = sorted((Path(__file__).parents[1] / "visit" / "played").glob("*.jsonl"))
NAMES = (
    RemarkBrief("fund", "temptation", "八个点的私募"),
    RemarkBrief("stay", "question", "您能管我多久"),
    RemarkBrief("call", "call"),
)
Row = tuple[str, str, int, tuple[str, ...], str | None]
"""What the trainee says, what the client answers, its trust then, the events, and what waits for an answer."""


def visit(*rows: Row, taboos: dict[int, str] | None = None, names: tuple[RemarkBrief, ...] = NAMES) -> Transcript:
    exchanges = []
    for turn, (said, answer, trust, events, asks) in enumerate(rows, 1):
        red = [clause for number, clause in (taboos or {}).items() if number == turn]
        heard = Turn(
            said,
            (MoveMade("ask_situation", said, form="open"),),
            tuple(TabooMade("private_sale", clause, 0.9, certain=True) for clause in red),
        )
        exchanges.append(Exchange(turn, heard, ClientSide(answer, "talk", trust, 60, events=events, asks=asks)))
    header = Header(
        "x", "h", "zh", 1, brief=Brief(title="试", segment="retail", visit="maintenance", remarks=names)
    )
    return Transcript(header, tuple(exchanges), None, "open", "请坐。")


def made(transcript: Transcript) -> tuple[RemarkLine, ...]:
    rubric = load_rubric(language="zh")
    return remarks_made(VisitView(transcript, rubric.hearing, "zh"))


ASKED: Row = ("您好。", "您坐。那个私募八个点，您帮我牵个线？", 50, ("temptation:fund",), "fund")
STAY: Row = ("您好。", "您坐。您在这个位子上能坐多久？", 50, ("question:stay",), "stay")
RANG: Row = ("您好。", "您坐。等一下，我接个电话。", 50, ("call:call",), "call")
NEXT: Row = ("今年厂里怎么样？", "还行。", 52, (), None)


@pytest.mark.parametrize(
    ("rows", "outcome", "settled", "reply", "change"),
    [
        (
            (ASKED, ("这个我不能牵线。", "明白了。", 54, ("answered:fund",), None)),
            "declined",
            2,
            "这个我不能牵线。",
            4,
        ),
        ((ASKED, ("行，我帮您牵。", "好。", 42, ("yielded:fund",), None)), "yielded", 2, "行，我帮您牵。", -8),
        (
            (STAY, ("两年一轮，走前告诉您。", "好。", 53, ("answered:stay",), None)),
            "answered",
            2,
            "两年一轮，走前告诉您。",
            3,
        ),
        (
            (STAY, ("您儿子多大？", "十岁。您还没说呢。", 48, ("ignored:stay",), None)),
            "missed",
            2,
            "您儿子多大？",
            -2,
        ),
        (
            (
                STAY,
                ("您儿子多大？", "十岁。", 50, (), "stay"),
                ("两年一轮。", "好。", 51, ("answered:stay",), None),
            ),
            "later",
            3,
            "两年一轮。",
            1,
        ),
        (
            (
                STAY,
                ("您儿子多大？", "您没答我。", 48, ("ignored:stay",), None),
                ("两年一轮。", "好。", 51, ("answered:stay",), None),
            ),
            "later",
            3,
            "两年一轮。",
            3,
        ),
        ((STAY,), "open", None, "", 0),
        ((STAY, ("您儿子多大？", "十岁。", 50, (), "stay")), "open", None, "", 0),
        ((RANG, NEXT), "untaken", None, "", 0),
        ((RANG, ("您先接。", "没事。", 53, ("answered:call",), None)), "answered", 2, "您先接。", 3),
    ],
)
def test_what_became_of_a_remark(
    rows: tuple[Row, ...], outcome: str, settled: int | None, reply: str, change: int
) -> None:
    (line,) = made(visit(*rows))
    assert (line.outcome, line.settled, line.reply, line.change) == (outcome, settled, reply, change)
    assert line.turn == 1


def test_giving_in_is_quoted_by_the_words_that_gave_in() -> None:
    rows = (ASKED, ("您别急。那个项目我帮您牵线。", "好。", 40, ("yielded:fund",), None))
    (line,) = made(visit(*rows, taboos={2: "那个项目我帮您牵线。"}))
    assert line.reply == "那个项目我帮您牵线。"
    assert outcome_told(line, "zh") == "第2轮顺了客户的意（这一轮信任−10）"
    assert outcome_told(replace(line, kind="objection"), "en") == (
        "answered in turn 2 with what must not be said (trust −10 in that turn)"
    )


def test_nobody_is_praised_for_declining_in_the_breath_of_a_taboo() -> None:
    rows = (ASKED, ("我不能牵线，不过那边肯定保本。", "哦。", 51, ("answered:fund",), None))
    (line,) = made(visit(*rows, taboos={2: "肯定保本"}))
    assert line.outcome == "answered"


def test_the_same_remark_made_again_is_told_again() -> None:
    again: Row = ("今年怎么样？", "还行。您到底能坐多久？", 47, ("ignored:stay", "question:stay"), "stay")
    lines = made(visit(STAY, again, ("两年一轮。", "好。", 50, ("answered:stay",), None)))
    assert [(line.turn, line.outcome) for line in lines] == [(1, "missed"), (2, "answered")]


def test_the_words_of_the_remark_alone_are_quoted_where_the_transcript_has_them() -> None:
    old = visit(ASKED)
    first = replace(old.exchanges[0].client, remark="那个私募八个点，您帮我牵个线？")
    new = replace(old, exchanges=(replace(old.exchanges[0], client=first),))
    assert made(new)[0].quote == "那个私募八个点，您帮我牵个线？"
    assert made(old)[0].quote == "您坐。那个私募八个点，您帮我牵个线？"


def test_what_was_answered_before_it_was_asked_is_no_remark() -> None:
    assert made(visit(("您好。", "好。", 50, ("answered:stay",), None))) == ()


def test_a_drop_for_passing_the_client_over_stands_among_what_moved_trust() -> None:
    transcript = visit(STAY, ("您儿子多大？", "十岁。您还没说呢。", 49, ("ignored:stay",), None), NEXT)
    rubric = load_rubric(language="zh")
    view = VisitView(transcript, rubric.hearing, "zh")
    points = mood_course(view, remarks_made(view))
    assert [(point.turn, point.change, point.why, point.moved) for point in points if point.why] == [
        (2, -1, "没有接客户的话：您能管我多久", True)
    ]
    assert points[1].quote == "您儿子多大？"
    text = plain_debrief(debrief(transcript, grade(transcript, rubric), rubric), "zh")
    assert "第2轮 -1 (没有接客户的话：您能管我多久)" in text


WHOLE = visit(
    STAY,
    ("您儿子多大？", "十岁。那个私募八个点，您帮我牵个线？", 48, ("ignored:stay", "temptation:fund"), "fund"),
    (
        "这个我不能牵线，钱出了事追不回来。",
        "明白了。等一下，我接个电话。",
        55,
        ("answered:fund", "call:call"),
        "call",
    ),
    NEXT,
)
TOLD = {
    "zh": (
        "客户主动说的",
        "第2轮没有接，绕过去了（这一轮信任−2）",
        "第3轮没有答应，守住了（这一轮信任+7）",
        "没有接，也不碍事",
    ),
    "en": (
        "What the client brought up",
        "passed over in turn 2 (trust −2 in that turn)",
        "declined in turn 3 (trust +7 in that turn)",
        "not taken up, which cost nothing",
    ),
}


def graded(language: str) -> tuple[Scorecard, str, str, str]:
    rubric = load_rubric(language=language)
    card = grade(WHOLE, rubric)
    page = debrief(WHOLE, card, rubric)
    visits = [(page, WHOLE)]
    plain = plain_debrief(page, language, 400)
    return card, plain, html_page(visits, language), markdown_page(visits, language)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_face_tells_what_became_of_the_clients_own_remarks(language: str) -> None:
    _card, plain, html, markdown = graded(language)
    words = (
        "八个点的私募",
        "您能管我多久",
        "您帮我牵个线？",
        "这个我不能牵线，钱出了事追不回来。",
        *TOLD[language],
    )
    for face in (plain, html, markdown.replace("\\", "")):
        assert [word for word in words if word not in face] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_screen_has_a_page_for_them(language: str) -> None:
    from simulator.screens.debrief_course import remarks

    rubric = load_rubric(language=language)
    page = debrief(WHOLE, grade(WHOLE, rubric), rubric)
    text = remarks(page).plain
    for word in ("八个点的私募", "您能管我多久", "这个我不能牵线，钱出了事追不回来。", *TOLD[language][1:]):
        assert word in text


def test_the_scorecard_has_them_for_machines() -> None:
    card = graded("zh")[0]
    told = json.loads(card.as_line())["remarks"]
    assert told == card.as_json()["remarks"]
    assert [(one["id"], one["outcome"], one["trust"]) for one in told] == [
        ("stay", "missed", -2),
        ("fund", "declined", 7),
        ("call", "untaken", 0),
    ]
    assert told[1]["clause"].endswith("您帮我牵个线？")


def test_names_and_words_survive_the_file() -> None:
    first = replace(WHOLE.exchanges[0].client, remark="您在这个位子上能坐多久？")
    whole = replace(WHOLE, exchanges=(replace(WHOLE.exchanges[0], client=first), *WHOLE.exchanges[1:]))
    again = read_transcript(list(transcript_lines(whole)))
    assert made(again) == made(whole)
    assert made(again)[0].name == "您能管我多久"


@pytest.mark.parametrize("path", PLAYED[::7], ids=lambda path: path.stem)
def test_old_visits_tell_every_remark_once_and_in_words_that_were_said(path: Path) -> None:
    transcript = read_file(path)
    lines = made(transcript)
    events = [event for exchange in transcript.exchanges for event in exchange.client.events]
    assert len(lines) == sum(event.partition(":")[0] in KINDS for event in events)
    spoken = {exchange.turn: exchange for exchange in transcript.exchanges}
    for line in lines:
        assert line.quote in spoken[line.turn].client.text
        assert line.settled is None or line.reply in spoken[line.settled].trainee.text


def test_an_improper_request_is_refused_by_words_and_where_they_are_said() -> None:
    price: Row = ("利率按挂牌来。", "好。", 54, ("answered:fund",), None)
    later: Row = ("那个八个点的私募，我不能牵线。", "明白了。", 55, (), None)
    assert [(one.outcome, one.settled) for one in made(visit(ASKED, price))] == [("unrefused", 2)]
    assert [(one.outcome, one.settled) for one in made(visit(ASKED, price, later))] == [("declined", 3)]
