"""Laws of the grading, for any visit: bounded, deterministic, a good act never lowers, a taboo never raises."""

import json
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring import grade, load_rubric
from scoring.criteria import Acts, AnyOf, Said
from simulator.transcript.record import Brief, ClientSide, Exchange, Header, Preparation, Transcript
from simulator.vocabulary.moves import MOVES, TABOOS
from simulator.vocabulary.turn import Form, MoveMade, Quantity, TabooMade, Turn
from tests.scoring.reading_visits import COMPLAINT, CORPORATE, PHONE, RETAIL

RUBRIC = load_rubric()
SPOKEN = [id for id, taboo in TABOOS.items() if not taboo.contextual]
GOOD = [
    "acknowledge",
    "empathise",
    "paraphrase",
    "summarise_needs",
    "ask_problem",
    "ask_plans",
    "ask_clarify",
    "thank",
]
BRIEFS: list[Brief | None] = [None, CORPORATE, RETAIL, COMPLAINT, PHONE]
LAWS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TEXTS = [
    "您看今年回款怎么样？",
    "我记一下",
    "到期了",
    "could you tell me more?",
    "利率三个五，以审批为准",
    "周四我带小林来",
    "随便",
    "",
]


FORMS: st.SearchStrategy[Form] = st.sampled_from(("open", "closed"))
TERMS: st.SearchStrategy[tuple[Quantity, ...]] = st.sampled_from(
    [(), (Quantity("rate", 3.5, "%"),), (Quantity("rate", 3.3, "%"),), (Quantity("share", 50, "%"),)]
)


@st.composite
def moves(draw: st.DrawFn) -> MoveMade:
    id = draw(st.sampled_from(list(MOVES)))
    form = draw(FORMS) if MOVES[id].asks else None
    topic = draw(st.sampled_from([None, "fx", "fx_forward", "r3_fund", "ladder", "medical"]))
    clause = draw(st.sampled_from(TEXTS))
    return MoveMade(id, clause, draw(st.sampled_from([0.3, 0.7, 1.0])), form, topic, draw(TERMS))


@st.composite
def taboos(draw: st.DrawFn) -> TabooMade:
    id = draw(st.sampled_from(SPOKEN))
    kind = draw(st.sampled_from([None, *TABOOS[id].kinds]))
    return TabooMade(id, "话", draw(st.sampled_from([0.4, 0.9])), draw(st.booleans()), kind)


@st.composite
def exchanges(draw: st.DrawFn) -> Exchange:
    said = tuple(draw(st.lists(moves(), max_size=5)))
    sins = tuple(draw(st.lists(taboos(), max_size=1)))
    events = tuple(
        draw(st.lists(st.sampled_from(["objection:price", "answered:price", "temptation:x", "agreed"]), max_size=1))
    )
    offer = draw(st.sampled_from([None, None, {"rate": 3.1}, {"rate": 3.3, "share": 30.0}]))
    revealed = tuple(
        draw(st.lists(st.sampled_from(["line", "fx_loss", "medical", "fee"]), max_size=2, unique=True))
    )
    text = draw(st.sampled_from(["太高了", "汇率吃掉一块利润", "我怕亏", "别再打了", "要销户", "嗯", "how much?"]))
    asks = draw(st.sampled_from([None, None, "price"]))
    client = ClientSide(text, "talk", draw(st.integers(0, 100)), 50, revealed, offer, None, events, asks)
    return Exchange(0, Turn("".join(m.clause for m in said), said, sins), client)


@st.composite
def visits(draw: st.DrawFn, least: int = 0) -> Transcript:
    told = draw(st.lists(exchanges(), min_size=least, max_size=8))
    preparation = draw(st.sampled_from([None, Preparation("know", ("card",), ("margin",), {"mandate": "3.5"})]))
    header = Header("x", "0", "zh", 1, brief=draw(st.sampled_from(BRIEFS)))
    return Transcript(header, numbered(told), preparation, "ended", "您好，请坐")


def numbered(told: list[Exchange]) -> tuple[Exchange, ...]:
    return tuple(replace(exchange, turn=index + 1) for index, exchange in enumerate(told))


def total(transcript: Transcript) -> float:
    return grade(transcript, RUBRIC).total


@LAWS
@given(visits())
def test_bounded_deterministic_and_traceable(transcript: Transcript) -> None:
    card = grade(transcript, RUBRIC)
    assert 0 <= card.total <= 100
    assert all(0 <= item.earned <= 1 and (item.applicable or item.earned == 0) for item in card.items)
    assert all(0 <= phase.earned <= phase.possible for phase in card.phases)
    again = grade(transcript, RUBRIC)
    assert json.dumps(card.as_json()) == json.dumps(again.as_json())
    turns = {exchange.turn for exchange in transcript.exchanges} | {0}
    assert {e.turn for item in card.items for e in item.evidence} <= turns
    assert not (card.passed and card.red_lines)


@LAWS
@given(visits(least=1), taboos(), st.data())
def test_a_taboo_never_raises(transcript: Transcript, taboo: TabooMade, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(transcript.exchanges) - 1))
    told = list(transcript.exchanges)
    turn = told[place].trainee
    told[place] = replace(told[place], trainee=replace(turn, taboos=(*turn.taboos, taboo)))
    worse = grade(replace(transcript, exchanges=tuple(told)), RUBRIC)
    before = grade(transcript, RUBRIC)
    assert worse.total <= before.total
    assert worse.passed <= before.passed


@LAWS
@given(visits(least=1), st.sampled_from(GOOD))
def test_a_good_act_at_the_end_of_a_turn_never_lowers(transcript: Transcript, id: str) -> None:
    """In talk, that is: what makes a turn a list of keywords is meant to lower."""
    told = [replace(e, trainee=replace(e.trainee, moves=e.trainee.moves[:2])) for e in transcript.exchanges]
    turn = told[-1].trainee
    calm = replace(turn, moves=turn.moves[:2])
    base = replace(transcript, exchanges=(*told[:-1], replace(told[-1], trainee=calm)))
    act = MoveMade(id, calm.text, 0.9, "open" if MOVES[id].asks else None)
    better = replace(calm, moves=(*calm.moves, act))
    added = replace(transcript, exchanges=(*told[:-1], replace(told[-1], trainee=better)))
    assert total(added) >= total(base)


@LAWS
@given(visits(least=3))
def test_turns_that_could_not_be_placed_may_change_places(transcript: Transcript) -> None:
    silent = [Exchange(0, Turn(f"某某{i}"), ClientSide("嗯", "talk", 40, 50)) for i in range(2)]
    middle = len(transcript.exchanges) // 2
    before, after = list(transcript.exchanges[:middle]), list(transcript.exchanges[middle:])
    one = replace(transcript, exchanges=numbered([*before, *silent, *after]))
    other = replace(transcript, exchanges=numbered([*before, *silent[::-1], *after]))
    assert total(one) == total(other)


@LAWS
@given(visits(), st.integers(1, 3))
def test_half_met_never_counts_as_nothing(transcript: Transcript, times: int) -> None:
    item = RUBRIC.items["disc_open_question"]
    always = Said(Acts(("greet",)), 1)
    hard = Said(Acts(("ask_decision",)), times + 40)
    graded = replace(RUBRIC, items={item.id: replace(item, met_when=hard, half_when=AnyOf((always,)))})
    greeted = bool([m for e in transcript.exchanges for m in e.trainee.moves if m.id == "greet"])
    mark = grade(transcript, graded).items[0]
    if mark.applicable and mark.earned == 0 and greeted:
        fresh = replace(graded, items={item.id: replace(item, met_when=always)})
        assert grade(transcript, fresh).items[0].earned == 0


@LAWS
@given(visits(least=2))
def test_unrelated_turns_may_change_places(transcript: Transcript) -> None:
    """Two turns in the middle, about different things and with nothing hanging on their order."""
    client = ClientSide("嗯", "talk", 40, 50)
    filler = [Exchange(0, Turn(f"好的{i}"), client) for i in range(3)]
    one = Exchange(0, Turn("一般谁签字？", (MoveMade("ask_decision", "一般谁签字？", 0.9, "closed"),)), client)
    two = Exchange(0, Turn("上月挂牌降了", (MoveMade("share_information", "上月挂牌降了", 0.9),)), client)
    told = list(transcript.exchanges)
    first = replace(transcript, exchanges=numbered([*told, *filler, one, two, *filler, *filler]))
    second = replace(transcript, exchanges=numbered([*told, *filler, two, one, *filler, *filler]))
    assert total(first) == total(second)
