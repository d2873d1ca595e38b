"""Each criterion of the closed vocabulary on small talks."""

import re
from pathlib import Path

import pytest

from scoring.evaluate import evaluate
from scoring.faults import Faults
from scoring.finding import Finding
from scoring.patterns import first_match
from scoring.reading import KINDS, CriterionReader
from scoring.rubric_layers import single
from scoring.view import VisitView
from simulator.scenario.source import parse_source
from simulator.transcript.record import Transcript
from tests.scoring.reading_visits import parse


def ask(yaml: str, talk: str, name: str = "corporate_x") -> Finding:
    """The finding of a criterion, written as in a rubric, on a talk, written as the visits are."""
    source = parse_source(f"c: {yaml}", "c.yaml")
    faults = Faults(single(source))
    criterion = CriterionReader(faults, {"money": ("钱", "cash")}).criterion(source.data["c"], ("c",))
    assert faults.found == []
    return evaluate(criterion, VisitView(_talk(talk, name)))


def _talk(talk: str, name: str) -> Transcript:
    return parse("\n".join(re.split(r"\s+/\s+", talk.strip())), name)


TALK = """
> 陈总您好 | greet / < 请坐 / > 今年怎么样 | ask_situation/open / < 钱紧，回款慢 | revealed=line events=objection:x /
> 明白，钱紧 | acknowledge / < 嗯 / > 有款产品 | present_product@working_capital / < 说说看? /
> 您觉得呢 | check_understanding / < 还行 | trust=55 / > （双手递上名片）再见 | farewell / < 再见
"""


@pytest.mark.parametrize(
    ("criterion", "value"),
    [
        ("{said: {move: greet}}", 1),
        ("{said: {move: greet, by_turn: 1}}", 1),
        ("{said: {move: farewell, by_turn: 2}}", 0),
        ("{said: {move: farewell, last_turns: 1}}", 1),
        ("{said: {move: greet, from_turn: 2}}", 0),
        ("{said: {move: ask_situation, form: closed}}", 0),
        ("{said: {move: [greet, farewell], times: 2}}", 1),
        ("{said: {move: [greet, farewell], times: 3}}", 0.5),
        ("{said: {move: [greet, farewell], times: 4, half_at: 3}}", 0),
        ("{said: {move: [greet, farewell], kinds: 2, times: 2}}", 1),
        ("{said: {move: acknowledge, words: $money}}", 1),
        ("{said: {move: greet, words: $money}}", 0),
        ("{said: {move: present_product, topic: any_product}}", 1),
        ("{said: {move: present_product, topic: any_need}}", 0),
        ("{count: {move: [greet, acknowledge, farewell], at_least: 3}}", 1),
        ("{never_said: {move: make_offer}}", 1),
        ("{dossier: {words: [老客户]}}", 0),
        ("{dossier: {words: [老客户, 宁川]}}", 1),
        ("{happened: {client_words: [请坐], by_turn: 1}}", 1),
        ("{happened: {client_words: [说说看], by_turn: 1}}", 0),
        ("{never_said: {move: greet}}", 0),
        ("{never_said: {taboo: rude}}", 1),
        ("{said: {move: statement, words: [明白]}}", 1),
        ("{said: {move: statement, words: [明白], without: [钱紧]}}", 0),
        ("{said: {move: acknowledge, without: [钱紧]}}", 0),
        ("{said: {move: acknowledge, without: [再见]}}", 1),
        ("{share: {of: open_questions, at_least: 0.5, of_at_least: 1}}", 1),
        ("{share: {of: client_talk, at_least: 0.3}}", 1),
        ("{share: {of: taken_up, at_least: 0.2}}", 1),
        ("{before: {first: {move: ask_situation}, then: {move: present_product}}}", 1),
        ("{before: {first: {move: present_product}, then: {move: ask_situation}}}", 0),
        ("{before: {first: {move: greet}, then: {move: make_offer}, then_needed: false}}", 1),
        ("{within: {after: {move: present_product}, then: {move: check_understanding}, turns: 1}}", 1),
        ("{within: {after: {move: greet}, then: {move: check_understanding}, turns: 2}}", 0),
        ("{within: {after: {event: objection}, then: {move: acknowledge}, turns: 1}}", 1),
        ("{within: {after: {client_words: [回款]}, then: {move: acknowledge}, turns: 1}}", 1),
        ("{within: {after: {asked: true}, then: {move: check_understanding}, turns: 1}}", 1),
        ("{revealed: {at_least: 0.3}}", 1),
        ("{revealed: {kind: latent, at_least: 0.5}}", 0),
        ("{covered: {at_least: 1}}", 1),
        ("{wrote: {words: [名片], narrated: true}}", 1),
        ("{wrote: {words: [再见], narrated: true}}", 0),
        ("{mentions: {what: contact, by_turn: 1}}", 1),
        ("{mentions: {what: organisation}}", 0),
        ("{happened: {event: objection}}", 1),
        ("{happened: {event: temptation}}", 0),
        ("{short: {move: present_product, characters: 10}}", 1),
        ("{mood: {risen: 10}}", 1),
        ("{mood: {at_least: 60}}", 0.5),
        ("{visit: first}", 1),
        ("{visit: [retention, complaint]}", 0),
        ("{all: [{said: {move: greet}}, {said: {move: farewell}}]}", 1),
        ("{all: [{said: {move: greet}}, {said: {move: thank}}]}", 0),
        ("{any: [{said: {move: thank}}, {said: {move: farewell}}]}", 1),
        ("{none: [{said: {move: thank}}]}", 1),
        ("{none: [{said: {move: greet}}]}", 0),
    ],
)
def test_value(criterion: str, value: float) -> None:
    finding = ask(criterion, TALK)
    assert finding.chance
    assert finding.value == value


@pytest.mark.parametrize(
    "criterion",
    [
        "{before: {first: {move: greet}, then: {move: make_offer}}}",
        "{within: {after: {event: temptation}, then: {move: decline}}}",
        "{offers: in_mandate}",
        "{short: {move: explain_benefit}}",
        "{all: [{offers: shrinking}, {offers: referral}]}",
        "{any: [{offers: shrinking}, {offers: referral}]}",
        "{never_said: {move: make_offer, min_turns: 20}}",
    ],
)
def test_what_never_had_a_chance_is_not_missed(criterion: str) -> None:
    assert not ask(criterion, TALK).chance


def test_a_note_left_out_of_the_form_and_going_without_the_form_are_a_miss() -> None:
    note, form = "{prepared: {what: note, fields: [image]}}", "{prepared: {what: form}}"
    left_out = ask(note, f"prepare objective=know / {TALK.strip()}")
    assert left_out.chance
    assert left_out.value == 0
    without = ask(note, TALK)
    assert without.chance
    assert without.value == 0
    assert ask(form, f"prepare objective=know / {TALK.strip()}").value == 1
    assert ask(form, TALK).value == 0


NOTED = "follow promises=周三前把报价问回来,报国际业务部 / "


@pytest.mark.parametrize(
    ("criterion", "value"),
    [
        ("{followed_up: {fields: [promises]}}", 1),
        ("{followed_up: {words: [国际业务部]}}", 1),
        ("{followed_up: {fields: [promises], words: [法务]}}", 0),
        ("{followed_up: {fields: [people]}}", 0),
    ],
)
def test_a_note_after_the_visit_counts_by_field_and_by_words(criterion: str, value: float) -> None:
    assert ask(criterion, f"{NOTED}{TALK.strip()}").value == value
    assert ask(criterion, TALK).chance
    assert ask(criterion, TALK).value == 0


def test_fields_run_together_in_one_line_are_told_apart() -> None:
    noted = f"follow promise=写方案 next=下周三 people=秦总 / {TALK.strip()}"
    assert ask("{followed_up: {fields: [people], characters: 2}}", noted).value == 1


def test_a_kind_of_visit_may_be_told_by_the_client() -> None:
    assert ask("{visit: [corporate]}", TALK).value == 1
    assert ask("{visit: [retail]}", TALK).value == 0


ASKED = "> 货款多久回 | ask_situation/open / < {} / > 好的 | acknowledge / < {} / > 再见 | farewell / < 再见"


@pytest.mark.parametrize(
    ("keys", "first", "second", "value"),
    [
        ("figure: true", "九十天", "嗯", 1),
        ("figure: true", "一两家慢", "嗯", 0.5),
        ("figure: true", "要3.1 | offer=rate:3.1", "嗯", 0.5),
        ("need: true", "钱紧 | revealed=line", "嗯", 1),
        ("need: true", "嗯", "钱紧 | revealed=line", 0.5),
        ("need: true, turns: 2", "嗯", "钱紧 | revealed=line", 1),
        ("client_words: [回款]", "回款慢", "嗯", 1),
        ("client_words: [回款]", "嗯", "嗯", 0.5),
        ("client_words: [回款], times: 2", "回款慢", "嗯", 0.5),
    ],
)
def test_an_answer_is_what_a_question_is_for(keys: str, first: str, second: str, value: float) -> None:
    finding = ask(f"{{answered: {{move: question, words: [多久], {keys}}}}}", ASKED.format(first, second))
    assert finding.value == value
    assert finding.evidence
    assert ask(f"{{answered: {{move: farewell, words: [多久], {keys}}}}}", ASKED.format(first, second)).value == 0


IMPRESSION = "{impression: {of: {said: {move: question}}, shown_by: {said: {move: acknowledge, words: [%s]}}}}"


def test_an_impression_quotes_what_is_of_the_items_kind_or_says_that_it_is_one() -> None:
    shown = ask(IMPRESSION % "明白", TALK)
    assert (shown.value, [e.clause for e in shown.evidence]) == (1, ["明白，钱紧"])
    general = ask(IMPRESSION % "汇率", TALK)
    assert general.value == 1
    assert [(e.turn, e.clause, e.general) for e in general.evidence] == [(0, "", True)]
    assert "信任" in general.evidence[0].because
    assert ask("{impression: {of: {said: {move: apologise}}}}", TALK).value == 0
    both = ask("{any: [{impression: {of: {said: {move: greet}}}}, {said: {move: greet}}]}", TALK)
    assert both.value == 1


def test_the_mood_and_what_was_asked_before_terms_prove_nothing_of_an_item() -> None:
    said = "{said: {move: acknowledge}}"
    warm = ask(f"{{all: [{{mood: {{at_least: 40}}}}, {said}]}}", TALK)
    assert [e.clause for e in warm.evidence] == ["明白，钱紧"]
    cool = ask(f"{{all: [{{mood: {{at_least: 60}}}}, {said}]}}", TALK)
    assert (cool.value, [e.clause for e in cool.evidence]) == (0.5, ["明白，钱紧", "再见"])


def test_every_kind_of_criterion_is_tried_here() -> None:
    tried = Path(__file__).read_text(encoding="utf-8")
    assert all(f"{{{kind}: " in tried for kind in KINDS)


DEAL = "> 三个五五 | make_offer{{rate=3.55}} / < 3.1 | offer=rate:3.1 / {} / < 好"


@pytest.mark.parametrize(
    ("turns", "pattern", "value"),
    [
        ("> 如果结算五成，三个四五 | trade{rate=3.45,share=50}", "conditional", 1),
        ("> 那三个四五 | make_offer{rate=3.45}", "conditional", 0),
        ("> 那三个四五 | make_offer{rate=3.45}", "in_mandate", 1),
        ("> 三个三五 | make_offer{rate=3.35}", "in_mandate", 0),
        ("> 三个三五我报支行行长，周四答复 | make_offer{rate=3.35} refer_up", "in_mandate", 1),
        ("> 3.1成交 | confirm_agreement{rate=3.1}", "no_haste", 0),
        ("> 3.1是怎么来的，我要换结算 | confirm_agreement{rate=3.1} state_ask", "no_haste", 1),
        ("> 我报支行行长，您把结算流水给我，周四答复您 | refer_up", "referral", 1),
        ("> 我报支行行长，周四答复您 | refer_up", "referral", 0.5),
        ("> 我去问问 | refer_up", "referral", 0.5),
        ("> 再说吧 | hold_position / < 就要3.1 | offer=rate:3.1 / > 再说吧 | hold_position", "referral", 0),
        ("> 那三个五 | make_offer{rate=3.5}", "opening_room", 1),
        ("> 如果结算五成，三个四五 | trade{rate=3.45,share=50}", "package", 1),
        ("> 如果结算五成，三个四五 | trade{rate=3.45,share=50}", "flexible", 1),
    ],
)
def test_patterns_of_offers(turns: str, pattern: str, value: float) -> None:
    assert ask(f"{{offers: {pattern}}}", DEAL.format(turns)).value == value


@pytest.mark.parametrize(
    ("turns", "chance"),
    [
        ("> 这个我得算算 | hold_position / < 那三个二 | offer=rate:3.2 / > 三个五 | make_offer{rate=3.5}", False),
        ("> 这个我得算算 | hold_position / < 还是3.1 | offer=rate:3.1 / > 三个五 | make_offer{rate=3.5}", True),
        ("> 三个三五 | make_offer{rate=3.35} / < 那三个二 | offer=rate:3.2 / > 三个三五", True),
    ],
)
def test_what_the_client_opens_with_and_moves_from_need_not_go_upstairs(turns: str, chance: bool) -> None:
    assert ask("{offers: referral}", DEAL.format(turns)).chance is chance


def test_shrinking_steps() -> None:
    steps = (
        "> a | make_offer{{rate={}}} / < b / > c | make_offer{{rate={}}} / < d / > e | make_offer{{rate={}}} / < f"
    )
    assert ask("{offers: shrinking}", steps.format(3.6, 3.5, 3.45)).value == 1
    assert ask("{offers: shrinking}", steps.format(3.6, 3.55, 3.45)).value == 0


@pytest.mark.parametrize(
    ("before", "after", "value"),
    [
        ("", "", 0),
        ("> 钱做什么用？ | ask_situation / < 备货 / ", "", 0.5),
        ("> 钱做什么用？ | ask_situation / < 备货 / > 几月要？ | ask_plans / < 六月 / ", "", 1),
        ("", " / > 钱做什么用？几月要？ | ask_plans / < 六月", 0),
    ],
)
def test_terms_answer_to_something_only_after_questions(before: str, after: str, value: float) -> None:
    talk = f"{before}> 三个五五 | make_offer{{rate=3.55}} / < 再说{after}"
    assert ask("{offers: informed}", talk).value == value


def test_who_brings_the_needs_together_has_heard_them_whatever_he_began_with() -> None:
    need = "旺季要备料，周转缺四百二十万，六月底以前要到账，九月客户回款就还上，大行报价太慢"
    talk = f"> 三个五五 | make_offer{{{{rate=3.55}}}} / < {need} | revealed=line events=need:line / > {{}} / < 对"
    assert ask("{offers: informed}", talk.format("那就三个五五")).value == 0
    assert ask("{offers: informed}", talk.format(need)).value == 1
    assert not ask("{offers: informed}", "> 钱做什么用？ | ask_situation / < 备货").chance


def test_a_final_price_that_was_none() -> None:
    talk = "> 最低价三个五 | make_offer{rate=3.5} / < 不行 / > 那三个四五 | make_offer{rate=3.45} / < 好"
    assert ask("{offers: honest_final}", talk).value == 0
    honest = talk.replace("最低价三个五", "三个五是我的权限内的最低价")
    assert ask("{offers: honest_final}", honest).value == 1


def test_a_recap_must_say_what_was_agreed() -> None:
    talk = "> 三个四五 | make_offer{{rate=3.45}} / < 好 | agreed=rate:3.45 / > 那就{} | confirm_agreement{{rate={}}} / < 对"
    assert ask("{offers: recap}", talk.format("三个四五", 3.45)).value == 1
    assert ask("{offers: recap}", talk.format("三个五", 3.5)).value == 0.5


@pytest.mark.parametrize(
    ("text", "pattern", "found"),
    [
        ("如果走我行就降", "如果…就", True),
        ("如果" + "很" * 20 + "就", "如果…就", False),
        ("the rate is", "rate", True),
        ("separate", "rate", False),
        ("separate rate", "rate", True),
        ("利率", "利率", True),
        ("", "利率", False),
        ("abc", "…", False),
    ],
)
def test_literal_patterns(text: str, pattern: str, found: bool) -> None:
    assert (first_match(text, (pattern,)) is not None) == found


@pytest.mark.parametrize(
    ("prepared", "what", "value"),
    [
        ("objective=know", "{what: objective}", 1),
        ("objective=sell", "{what: objective}", 0),
        ("materials=card,guide", "{what: materials}", 1),
        ("materials=card", "{what: materials}", 0.5),
        ("materials=card,guide,form", "{what: materials}", 0.5),
        ("materials=form", "{what: materials}", 0),
        ("questions=why_switch,margin", "{what: questions, at_least: 2}", 1),
        ("questions=why_switch,branch", "{what: questions, at_least: 2}", 0.5),
        ("note.mandate=开3.5底3.4", "{what: note, fields: [mandate]}", 1),
        ("note.mandate=", "{what: note, fields: [mandate]}", 0),
    ],
)
def test_preparation(prepared: str, what: str, value: float) -> None:
    finding = ask(f"{{prepared: {what}}}", f"prepare {prepared} / > 您好 | greet / < 好")
    assert finding.chance
    assert finding.value == value
