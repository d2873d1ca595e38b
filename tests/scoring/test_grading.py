"""Whole visits: the order of players, red lines, what counts as said, evidence that can be traced."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest

from scoring import Scorecard, grade, load_rubric
from simulator.transcript.format import read_transcript, transcript_lines
from simulator.transcript.record import ClientSide, Exchange, Header, Transcript
from simulator.vocabulary.moves import MOVES
from simulator.vocabulary.turn import MoveMade, TabooMade, Turn
from tests.scoring.reading_visits import CORPORATE, RETAIL, names, visit

RUBRIC = load_rubric()


def total(name: str) -> float:
    return grade(visit(name), RUBRIC).total


def stuffer(turns: int, moves_a_turn: int) -> Transcript:
    """A player who recites every move, whatever the client says."""
    ids = list(MOVES)
    exchanges = []
    for index in range(turns):
        said = [ids[(index * moves_a_turn + place) % len(ids)] for place in range(moves_a_turn)]
        moves = tuple(MoveMade(id, f"第{index}句{id}", 0.9, "open" if MOVES[id].asks else None) for id in said)
        client = ClientSide("我没听懂您要说什么。", "talk", 40 - index, 50)
        exchanges.append(Exchange(index + 1, Turn("".join(m.clause for m in moves), moves), client))
    return Transcript(Header("stuffed", "0", "zh", 1, brief=CORPORATE), tuple(exchanges), ending="ended")


def test_players_come_out_in_their_order_with_clear_gaps() -> None:
    marks = [total(f"corporate_{kind}") for kind in ("good", "middling", "beginner", "pushy", "red")]
    gaps = [better - worse for better, worse in pairwise(marks)]
    assert all(gap >= 14 for gap in gaps[:3]), marks
    assert gaps[3] >= 5, marks


def test_good_visits_pass_and_poor_ones_do_not() -> None:
    for name in names():
        card = grade(visit(name), RUBRIC)
        assert card.passed == name.endswith("_good"), name


@pytest.mark.parametrize(
    ("turns", "moves"), [(1, len(MOVES)), (1, 8), (4, 9), (5, 8), (8, 5), (11, 4), (9, len(MOVES))]
)
def test_a_keyword_stuffer_comes_out_below_the_beginner(turns: int, moves: int) -> None:
    assert grade(stuffer(turns, moves), RUBRIC).total < total("corporate_beginner")


def test_a_visit_broken_off_gave_no_occasion_and_earns_nothing_by_it() -> None:
    good = visit("corporate_good")
    short = replace(good, exchanges=good.exchanges[:1], ending="left")
    lasting = replace(short, ending=None)  # not over yet: what is missing can still come
    over, going = grade(short, RUBRIC), grade(lasting, RUBRIC)
    later = [item for item in over.items if item.why_not == "short"]
    assert {"open", "discover", "close"} <= {item.phase for item in later}
    assert not any(item.applicable or item.earned for item in later)
    assert all(item.phase != "prepare" for item in later)
    assert not any(item.why_not == "short" for item in going.items)
    assert over.total == going.total < total("corporate_beginner")


def test_a_red_line_fails_whatever_the_points() -> None:
    good = visit("corporate_good")
    last = good.exchanges[-1]
    taboo = TabooMade("kickback", "给您留一个点。", 0.95, True, "offer_bribe")
    turn = replace(last.trainee, text=last.trainee.text + taboo.clause, taboos=(taboo,))
    card = grade(replace(good, exchanges=(*good.exchanges[:-1], replace(last, trainee=turn))), RUBRIC)
    assert card.red_lines == ("kickback",)
    assert not card.passed
    assert card.total <= RUBRIC.red_leaves * total("corporate_good") + 0.1
    assert card.total < total("corporate_pushy") + 0.1
    assert card.priorities[0].kind == "red"


def test_an_uncertain_red_line_is_listed_and_costs_nothing_until_confirmed() -> None:
    good = visit("corporate_good")
    first = good.exchanges[0]
    taboo = TabooMade("tie_in", "您先存一点。", 0.6, False)
    told = replace(first, trainee=replace(first.trainee, taboos=(taboo,)))
    seen = replace(good, exchanges=(told, *good.exchanges[1:]))
    card, clean = grade(seen, RUBRIC), grade(good, RUBRIC)
    assert card.red_lines == ()
    assert [t.clause for t in card.uncertain] == ["您先存一点。"]
    assert card.total == clean.total
    assert grade(seen, RUBRIC, frozenset({(first.turn, "tie_in")})).red_lines == ("tie_in",)


def doubtful(*sure: float, same_turn: bool = False) -> Scorecard:
    """A good visit in which so many turns (or one) sounded of a red line, with these probabilities."""
    good = visit("corporate_good")
    heard = [TabooMade(id, "您先存一点。", one, False) for id, one in zip(("tie_in", "falsify"), sure, strict=True)]
    taken = [heard] if same_turn else [[one] for one in heard]
    told = tuple(
        replace(e, trainee=replace(e.trainee, taboos=tuple(taken[i]))) if i < len(taken) else e
        for i, e in enumerate(good.exchanges)
    )
    return grade(replace(good, exchanges=told), RUBRIC)


def test_several_turns_that_sound_of_a_red_line_leave_no_doubt_together() -> None:
    card = doubtful(0.6, 0.55)
    assert card.red_lines == ("tie_in",)
    assert card.taboos[0].together
    assert [t.id for t in card.uncertain] == ["falsify"]
    assert doubtful(0.5, 0.42).red_lines == ()
    assert doubtful(0.6, 0.55, same_turn=True).red_lines == ()


def test_a_taboo_of_which_the_recogniser_is_unsure_is_not_held_against_anyone() -> None:
    good = visit("corporate_good")
    first = good.exchanges[0]
    told = replace(first, trainee=replace(first.trainee, taboos=(TabooMade("rude", "请坐", 0.2),)))
    card = grade(replace(good, exchanges=(told, *good.exchanges[1:])), RUBRIC)
    assert card.taboos == ()
    assert len(card.uncertain) == 1


def minor(times: int, vulnerable: bool = False) -> Scorecard:
    good = visit("corporate_good")
    taboo = TabooMade("informal_address", "你", 0.9, True, "no_honorific")
    told = tuple(
        replace(e, trainee=replace(e.trainee, taboos=(taboo,))) if i < times else e
        for i, e in enumerate(good.exchanges)
    )
    header = replace(good.header, brief=replace(CORPORATE, vulnerable=vulnerable))
    return grade(replace(good, header=header, exchanges=told), RUBRIC)


def test_a_minor_taboo_weighs_more_when_repeated_or_aimed_at_a_vulnerable_client() -> None:
    assert [t.severity for t in minor(1).taboos] == ["minor"]
    assert [t.severity for t in minor(2).taboos] == ["minor", "major"]
    assert [t.severity for t in minor(1, vulnerable=True).taboos] == ["major"]


def severity(family: str, kind: str | None) -> str | None:
    rule = RUBRIC.taboo(family, kind)
    return rule.severity if rule is not None else None


def test_a_kind_can_weigh_otherwise_than_its_family() -> None:
    assert severity("guarantee_return", "forecast_performance") == "major"
    assert severity("rude", "abusive_collection") == "red"
    assert severity("rude", None) == "major"


@pytest.mark.parametrize("name", names())
def test_every_mark_can_be_traced_to_words_of_the_visit(name: str) -> None:
    transcript = visit(name)
    texts = {0: transcript.opening}
    for e in transcript.exchanges:
        texts[e.turn] = e.trainee.text + "\n" + e.client.text
    for item in grade(transcript, RUBRIC).items:
        if item.applicable and item.earned > 0:
            assert item.evidence, item.id
        for evidence in item.evidence:
            if evidence.turn:
                assert evidence.clause.rstrip("…") in texts[evidence.turn], (item.id, evidence)


@pytest.mark.parametrize("name", names())
def test_points_add_up(name: str) -> None:
    card = grade(visit(name), RUBRIC)
    points = sum(p.share * p.earned / p.possible for p in card.phases) * 100
    assert card.total == pytest.approx(max(0, points - sum(t.deduction for t in card.taboos)), abs=0.051)
    assert sum(p.share for p in card.phases) == pytest.approx(1, abs=1e-5)


def test_not_applicable_stands_apart_from_missed() -> None:
    marks = {item.id: item for item in grade(visit("corporate_beginner"), RUBRIC).items}
    assert marks["ph_identify"].why_not == "visit"
    assert marks["fu_postloan"].why_not == "chance"
    assert marks["disc_summary"].applicable
    assert marks["disc_summary"].earned == 0
    assert marks["prop_suitability"].why_not == "visit"


def test_the_scorecard_is_the_one_of_the_design() -> None:
    record = grade(visit("corporate_good"), RUBRIC).as_json()
    keys = {"scenario", "rubric", "total", "grade", "passed", "red_lines", "phases", "items", "taboos", "needs"}
    assert keys | {"bargaining"} <= set(record)
    item = next(item for item in record["items"] if item["evidence"])
    assert {"id", "phase", "weight", "applicable", "earned", "evidence", "advice", "example"} <= set(item)
    assert {"turn", "clause", "because"} <= set(item["evidence"][0])
    assert {"revealed", "missed"} == set(record["needs"])
    json.dumps(record, ensure_ascii=False)


def test_the_same_transcript_gives_the_same_bytes_also_after_a_way_through_the_file() -> None:
    for name in names():
        transcript = visit(name)
        again = read_transcript(transcript_lines(transcript))
        first, second = (json.dumps(grade(t, RUBRIC).as_json(), ensure_ascii=False) for t in (transcript, again))
        assert first == second


def test_an_empty_visit_is_graded_without_a_fault() -> None:
    for brief in (None, CORPORATE, RETAIL):
        card = grade(Transcript(Header("x", "0", "zh", 1, brief=brief)), RUBRIC)
        assert card.total == 0 or card.total <= 100
        assert not card.passed


def test_grades_are_the_same_in_both_languages() -> None:
    english = load_rubric(language="en")
    for name in names():
        assert grade(visit(name), english).total == grade(visit(name), RUBRIC).total


def test_what_a_person_adds_to_a_full_turn_counts() -> None:
    crowded = ("ask_situation", "ask_problem", "ask_plans", "present_product")
    turn = Turn("…", tuple(MoveMade(id, id, 0.9, "open" if MOVES[id].asks else None) for id in crowded))
    meant = replace(turn, moves=(*turn.moves, MoveMade("summarise_needs", "…")))
    client = ClientSide("…", "talk", 40, 60)
    before = Exchange(1, Turn("您说"), client)
    heard = Transcript(Header("x", "0", "zh", 1, brief=CORPORATE), (before, Exchange(2, meant, client)))
    added = replace(heard, exchanges=(before, Exchange(2, meant, client, as_heard=turn)))
    marks = [
        {item.id: item.earned for item in grade(told, RUBRIC).items}["disc_summary"] for told in (heard, added)
    ]
    assert marks == [0.0, 0.5]
