"""What a careful person would mark: by the words that were said, where they were said, whatever they were heard as."""

from dataclasses import replace

import pytest

from scoring import debrief, grade, load_rubric
from scoring.scorecard import ItemMark, Scorecard
from simulator.transcript.record import Brief, ClientSide, Exchange, Header, NeedBrief, Transcript
from simulator.vocabulary.turn import MoveMade, Quantity, TabooMade, Turn
from tests.scoring.reading_visits import CORPORATE, RETAIL, visit

QUIET = ClientSide("嗯。", "talk", 50, 60)
ENGLISH = replace(
    RETAIL, contact="Mrs Wang", organisation="A client for years; a deposit matures the day after tomorrow"
)


def told(*said: Turn, brief: Brief = CORPORATE, clients: tuple[ClientSide, ...] = (), zh: bool = True) -> Scorecard:
    answers = [*clients, *[QUIET] * len(said)]
    exchanges = tuple(
        Exchange(number, turn, client) for number, (turn, client) in enumerate(zip(said, answers, strict=False), 1)
    )
    language = "zh" if zh else "en"
    return grade(
        Transcript(Header("x", "0", language, 1, brief=brief), exchanges, ending="ended"),
        load_rubric(language=language),
    )


def item(card: Scorecard, id: str) -> ItemMark:
    return next(item for item in card.items if item.id == id)


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("disc_cash_cycle", "货一般压多少天，客户多久回款？"),
        ("disc_chain", "您最大的几个买家是哪几家？"),
        ("disc_other_bank_service", "别的银行现在主要跟哪家，给您做了哪些？"),
        ("disc_decision_people", "这事要沈总两口子都签字，你们是怎么想的？"),
        ("disc_collateral", "担保这头，厂房有没有押在别处？"),
        ("disc_payroll_staff", "厂里多少员工，工资几号发？"),
        ("close_authority", "合同谁签字，要不要决议？"),
    ],
)
@pytest.mark.parametrize("heard", ["ask_situation", "ask_plans", "small_talk", ""])
def test_a_question_earns_its_item_by_whatever_name_it_was_heard(id: str, text: str, heard: str) -> None:
    moves = (MoveMade(heard, text, 0.6),) if heard else ()
    offer = Turn("我报一个价。", (MoveMade("make_offer", "我报一个价。"),))
    assert item(told(Turn(text, moves), offer), id).earned == 1


@pytest.mark.parametrize("id", ["disc_cash_cycle", "disc_chain", "disc_payroll_staff", "disc_goal_long"])
def test_words_outside_the_question_ask_nothing(id: str) -> None:
    text = "我女儿上三年级。结算搬家，工资、供应商、车厂回款的账号都得改。您喝茶吗？"
    heard = MoveMade("ask_situation", "工资、供应商、车厂回款的账号都得改。", 0.6, "closed")
    assert item(told(Turn(text, (heard,))), id).earned == 0


def test_a_name_is_a_name_and_no_word_of_a_description() -> None:
    card = told(Turn("Good day Mrs Wang, I won't take much of your time."), brief=ENGLISH, zh=False)
    assert item(card, "open_greet_honorific").earned == 1
    assert item(card, "prep_client_research").earned == 0.5
    known = told(Turn("Your deposit matures the day after tomorrow."), brief=ENGLISH, zh=False)
    assert item(known, "prep_client_research").earned == 1
    assert (
        item(told(Turn("Morning, good to see you."), brief=ENGLISH, zh=False), "open_greet_honorific").earned == 0.5
    )


def test_a_scrap_of_a_clause_says_nothing() -> None:
    scraps = (MoveMade("value_relationship", "slowly", 0.8), MoveMade("small_talk", "哈哈，", 0.8))
    card = told(Turn("哈哈，slowly", scraps))
    assert item(card, "open_rapport").earned == 0
    assert not item(card, "neg_long_term").applicable


def test_bargaining_that_never_took_place_does_not_weigh() -> None:
    last = replace(QUIET, text="给我2.95。", offer={"rate": 2.95})
    card = told(Turn("最近怎么样？"), Turn("下周三我带方案来。"), clients=(QUIET, last))
    assert not [one for one in card.items if one.phase == "negotiate" and one.applicable]
    assert "negotiate" not in {phase.id for phase in card.phases}
    thin = told(Turn("这个我不能做。", (MoveMade("decline", "这个我不能做。"),)))
    full = next(phase for phase in grade(visit("corporate_good"), load_rubric()).phases if phase.id == "negotiate")
    assert next(phase for phase in thin.phases if phase.id == "negotiate").share < full.share / 2


def test_nothing_is_missed_in_proposing_where_nothing_was_known_yet() -> None:
    card = told(Turn("王老师您好。"), brief=RETAIL)
    assert not item(card, "prop_benefit").applicable
    assert not item(card, "prop_map_needs").applicable


def pried(client: ClientSide, *before: Exchange, text: str = "您身体怎么样？") -> Scorecard:
    turn = Turn(text, (), (TabooMade("pry", text, 0.9, True),))
    exchanges = (*before, Exchange(len(before) + 1, turn, client))
    return grade(Transcript(Header("x", "0", "zh", 1, brief=RETAIL), exchanges, ending="ended"), load_rubric())


def test_a_question_that_bears_on_a_need_or_asks_leave_is_no_prying() -> None:
    assert [taboo.id for taboo in pried(QUIET).taboos] == ["pry"]
    assert not pried(replace(QUIET, events=("need:medical",))).taboos
    assert not pried(QUIET, Exchange(1, Turn("您看这样。"), replace(QUIET, events=("hint:medical",)))).taboos
    assert not pried(QUIET, text="您要是不介意，身体怎么样？好给您留出看病的钱。").taboos


def test_a_yes_before_an_answer_is_not_perfunctory() -> None:
    taboo = TabooMade("perfunctory", "Yep,", 0.6, True)
    answer = Turn("Yep, five of them, three in auto parts. What month does it start to bite?", (), (taboo,))
    bare = Turn("Yep,", (), (taboo,))
    assert not told(answer, zh=False).taboos
    assert [one.id for one in told(bare, zh=False).taboos] == ["perfunctory"]


def offered(clause: str, value: float) -> Turn:
    return Turn(
        clause, (MoveMade("make_offer", clause, 0.9, terms=(Quantity("rate", value, "%", clause=clause),)),)
    )


def test_what_another_named_or_the_next_turn_puts_right_is_no_breach() -> None:
    def breached(first: Turn, then: str) -> bool:
        return "exceed_authority" in {taboo.id for taboo in told(first, Turn(then)).taboos}

    assert breached(offered("利率3.0%。", 3.0), "您看行吗？")
    assert not breached(offered("另一家3.0%，一千万。", 3.0), "您看行吗？")
    assert not breached(offered("利率3.0%。", 3.0), "您误会了，我说的是三个五。")


def test_a_demand_in_the_last_line_was_never_there_to_answer() -> None:
    demand = replace(QUIET, text="3.0，不然免谈。", offer={"rate": 3.0})
    turns = (offered("利率3.5%。", 3.5), Turn("您看呢？"), Turn("再想想？"))
    ended = told(*turns, clients=(QUIET, demand, demand))
    assert not item(ended, "neg_escalate").applicable
    left = told(*turns, Turn("好的。"), clients=(QUIET, demand, demand))
    assert item(left, "neg_escalate").applicable
    assert item(left, "neg_escalate").earned == 0


def test_a_need_that_was_taken_up_is_not_told_as_left_lying() -> None:
    brief = replace(
        RETAIL, needs=(NeedBrief("medical", "latent", 3, "要有十二万当天拿得出来给老伴看病", topic="medical"),)
    )
    hint = replace(QUIET, text="唉，家里的事。", events=("hint:medical",))
    asked = Turn("哪一份是给老伴看病备的，要不要当天拿得出来？")
    for later, outcome in ((asked, "touched"), (Turn("好的。"), "hinted")):
        exchanges = (Exchange(1, Turn("您说。"), hint), Exchange(2, later, QUIET))
        transcript = Transcript(Header("x", "0", "zh", 1, brief=brief), exchanges, ending="ended")
        rubric = load_rubric()
        (need,) = debrief(transcript, grade(transcript, rubric), rubric).needs
        assert need.outcome == outcome


def test_the_same_words_are_not_told_twice_among_the_three() -> None:
    card = told(offered("利率3.0%。", 3.0), Turn("您看行吗？"))
    assert [one.id for one in card.priorities if one.id in ("exceed_authority", "neg_in_mandate")] == [
        "exceed_authority"
    ]


def test_a_clause_is_quoted_with_its_sentence() -> None:
    text = "一年里钱最紧的是哪两个月，还是货在海上的时候？"
    card = told(Turn(text, (MoveMade("ask_problem", "还是货在海上的时候？", 0.7, "closed"),) * 1), Turn(text))
    assert item(card, "disc_need_content").evidence[0].clause == text


def test_no_example_names_the_terms_of_another_client() -> None:
    for language in ("zh", "en"):
        for one in load_rubric(language=language).items.values():
            for text in (*one.example.all, *one.advice.all):
                assert not any(figure in text for figure in ("3.45", "3.55", "三个四五", "三个五五", "六成", "sixty per cent")), (
                    one.id, text,
                )  # fmt: skip


@pytest.mark.parametrize(
    ("clause", "slips"),
    [
        ("利率三点零，今天就定，", 1),
        ("不报三点零，", 0),
        ("三点零没有，", 0),
        ("三点零我定不了，", 0),
        ("您要的是三点零，", 0),
        ("three per cent is not possible with us, let me be straight with you about that,", 0),
    ],
)
def test_a_figure_refused_or_given_back_is_no_offer(clause: str, slips: int) -> None:
    asks = replace(QUIET, text="我要三点零。", offer={"rate": 3.0})
    figure = Quantity("rate", 3.0, "%", clause=clause)
    offer = Turn(clause, (MoveMade("make_offer", clause, terms=(figure,)),), quantities=(figure,))
    heard = [taboo.id for taboo in told(Turn("您好。"), offer, clients=(asks,)).taboos]
    assert heard.count("exceed_authority") == slips


@pytest.mark.parametrize(("trust", "earned"), [(60, 1), (41, 1), (20, 0)])
def test_what_the_run_of_the_talk_shows_takes_a_client_who_grew_no_colder(trust: int, earned: float) -> None:
    asked = [Turn(text) for text in ("生意是怎么做起来的？", "旺季怎么安排？", "哪些客户付得慢？")]
    card = told(*asked, clients=tuple(replace(QUIET, trust=trust) for _ in asked))
    assert item(card, "disc_open_question").earned == earned


def test_the_clients_mood_alone_gives_no_occasion() -> None:
    assert not item(told(Turn("您好。"), Turn("下周三我再来。")), "neg_package").applicable


def test_an_agreement_that_was_reopened_is_none() -> None:
    yes = replace(QUIET, agreed={"rate": 3.4}, events=("agreed",))
    no = replace(QUIET, events=("reopened",))
    said = (Turn("三点四，您看？"), Turn("我没那么说。"), Turn("好的。"))
    assert item(told(*said, clients=(yes,)), "close_explain_agreement").applicable
    assert not item(told(*said, clients=(yes, no)), "close_explain_agreement").applicable
