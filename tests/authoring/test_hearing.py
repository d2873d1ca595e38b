"""What an author wrote is said to the client, and what is not heard as meant is told at its word."""

import shutil
from pathlib import Path

import pytest

from simulator.authoring.hearing import Hearer, stray_threads, unheard_terms
from simulator.authoring.meant import unmeant
from simulator.authoring.misheard import misheard
from simulator.language.understanding import Understanding
from simulator.scenario.library import SHIPPED
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario
from simulator.vocabulary.moves import MOVES

CLIENTS = sorted(
    path
    for folder in ("corporate", "retail")
    for path in (SHIPPED / folder).glob("*.yaml")
    if not path.stem.endswith((".en", ".zh"))
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The shipped scenarios, to be changed."""
    return Path(
        shutil.copytree(SHIPPED, tmp_path / "scenarios", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    )


def with_margin(scenario: Scenario, *words: str) -> Scenario:
    """The scenario with a margin in per cent to bargain over, known by ``words``, and a fee."""
    assert scenario.bargaining is not None
    rate = next(issue for issue in scenario.bargaining.issues.values() if issue.quantity == "rate")
    figures: dict[str, float] = {"opening": 10, "limit": 25, "authority": 20, "floor": 10, "target": 25, "step": 5}
    margin = rate.model_copy(update={"name": words[0], "quantity": "share", "words": words, **figures})
    figures = {"opening": 0.6, "limit": 1.0, "authority": 0.8, "floor": 0.6, "target": 0.9, "step": 0.05}
    fee = rate.model_copy(update={"name": "费率", "quantity": "fee", "words": ("费率", "fee"), **figures})
    table = scenario.bargaining.model_copy(update={"issues": {"margin": margin, "fee": fee}, "opens": None})
    return scenario.model_copy(update={"bargaining": table})


@pytest.mark.parametrize("path", CLIENTS, ids=lambda path: str(path.stem))
def test_what_is_shipped_is_heard_as_meant(path: Path) -> None:
    assert list(misheard(path)) == []


def test_a_thread_that_asks_of_something_else_is_told_at_its_line(copy: Path) -> None:
    path = copy / "retail" / "leaving-customer.yaml"
    text = path.read_text(encoding="utf-8")
    good = next(line for line in text.splitlines() if "往后您最盼着" in line)
    path.write_text(text.replace(good, "    thread: 外面天气怎么样？"), encoding="utf-8")
    (found,) = misheard(path)
    assert (found.code, found.severity) == ("S476", "warning")
    assert found.line == text.splitlines().index(good) + 1
    assert found.details["value"] == "contact"


def test_a_thread_that_draws_its_need_out_by_another_subject_is_none_of_them() -> None:
    scenario = load_scenario(SHIPPED / "retail" / "leaving-customer.yaml", "zh").scenario
    need = scenario.needs["fall"].model_copy(update={"thread": "您为什么要走，能跟我说说吗？"})
    changed = scenario.model_copy(update={"needs": {**scenario.needs, "fall": need}})
    assert list(stray_threads(Hearer.of(changed))) == []


@pytest.mark.parametrize(
    ("language", "words", "text"),
    [
        ("zh", ("保证金比例", "保证金"), "保证金25%，费率0.9%，您看行不行？"),
        ("zh", ("保证金比例", "保证金"), "我给您保证金两成半，费率0.9%。"),
        ("en", ("margin",), "I can offer a margin of 25%, a fee of 0.9%."),
    ],
)
def test_figures_said_with_the_words_of_the_table_are_of_no_other_matter(
    language: str, words: tuple[str, ...], text: str
) -> None:
    plain = load_scenario(SHIPPED / "corporate" / "tech-firm.yaml", language).scenario
    there = Understanding(language, with_margin(plain, *words)).understand(text).quantities
    assert [(figure.value, figure.aside) for figure in there] == [(25, ""), (0.9, "")]
    elsewhere = Understanding(language, plain).understand(text).quantities
    assert any(figure.aside == "matter" for figure in elsewhere)


def test_what_is_said_of_profits_stays_of_another_matter() -> None:
    scenario = with_margin(load_scenario(SHIPPED / "corporate" / "tech-firm.yaml", "zh").scenario, "保证金")
    (figure,) = Understanding("zh", scenario).understand("一年利润两百万。").quantities
    assert figure.aside == "matter"


@pytest.fixture
def bargaining() -> Hearer:
    return Hearer.of(load_scenario(SHIPPED / "corporate" / "tech-firm.yaml", "zh").scenario)


@pytest.mark.parametrize("tag", ["对吧？", "您看呢？", "没错吧？"])
def test_a_sum_of_terms_asks_of_no_subject(bargaining: Hearer, tag: str) -> None:
    turn, after, reply = bargaining.hear(f"那我们对一下：800万，年化3.05%，您个人担保，{tag}")
    assert not any(MOVES[move.id].asks and MOVES[move.id].phase == "discover" for move in turn.moves)
    assert after.table is not None
    assert dict(after.table.theirs).keys() >= {"amount", "rate"}
    assert all(part.place.startswith("bargaining/") for part in reply.parts), reply.text


@pytest.mark.parametrize(
    ("language", "words", "text"),
    [
        ("zh", ("保证金比例", "保证金"), "保证金25%，费率0.9%，您看行不行？"),
        ("zh", ("手续费",), "我给您手续费25%，费率0.9%。"),
        ("en", ("margin",), "I can offer a margin of 25%, a fee of 0.9%."),
    ],
)
def test_terms_said_with_the_words_of_the_table_reach_it(language: str, words: tuple[str, ...], text: str) -> None:
    scenario = with_margin(load_scenario(SHIPPED / "corporate" / "tech-firm.yaml", language).scenario, *words)
    assert Hearer.of(scenario).terms(text) == {"margin": 25, "fee": 0.9}
    assert list(unheard_terms(Hearer.of(scenario))) == []


def test_a_word_with_which_no_offer_arrives_is_told_at_its_place(copy: Path) -> None:
    path = copy / "corporate" / "tech-firm.yaml"
    text = path.read_text(encoding="utf-8")
    at = text.index("      words: [", text.index("bargaining:"))
    path.write_text(text[:at] + "      words: [省下, " + text[at:].removeprefix("      words: ["), encoding="utf-8")
    (found,) = misheard(path)
    assert (found.code, found.severity, found.details["value"]) == ("S475", "warning", "省下")
    assert (found.line, found.column) == (text[:at].count("\n") + 1, len("      words: [") + 1)


def test_a_choice_with_which_no_offer_arrives_is_told_at_its_word(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Choices are found by their words alone, so one has to be made deaf to."""
    path = copy / "corporate" / "steel-trader.yaml"
    heard = Hearer.chosen
    monkeypatch.setattr(Hearer, "chosen", lambda self, text: {} if "货押" in text else heard(self, text))
    found = [one for one in misheard(path) if one.file == str(path)]
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [(one.code, one.details["value"]) for one in found] == [("S475", "货押")]
    assert lines[found[0].line - 1].strip() == "货押: 0"


def findings(scenario: Scenario) -> list[tuple[str, str]]:
    """The codes and the words of what is not heard as it is written."""
    return [(code, word) for (_, code, _), word in unmeant(Hearer.of(scenario))]


PLAIN = SHIPPED / "retail" / "leaving-customer.yaml"


def test_an_example_that_takes_in_harmless_words_is_told() -> None:
    plain = load_scenario(PLAIN, "zh").scenario
    given = {"boast": ("今天过来是想先听听您这边情况",), "share_information": ("这笔钱存着利息是活期",)}
    assert findings(plain.model_copy(update={"examples": given})) == [("S481", given["boast"][0])]


def test_an_example_of_what_only_the_whole_talk_shows_is_told() -> None:
    plain = load_scenario(PLAIN, "zh").scenario
    given = {"monologue": ("您先听我把这款产品从头到尾讲完",)}
    assert findings(plain.model_copy(update={"examples": given})) == [("S480", given["monologue"][0])]


def test_what_sounds_like_a_taboo_and_stands_under_a_move_is_heard_as_meant() -> None:
    plain = load_scenario(PLAIN, "zh").scenario
    given = {
        "respect_exit": (
            "您放心投诉，不会影响您以后办事",
            "您要走，我不拦，手续我现在办，钱一分不少，您随时再来，都行",
        )
    }
    assert findings(plain.model_copy(update={"examples": given})) == []


def test_a_question_that_two_subjects_have_is_told_at_the_one_that_does_not_get_it() -> None:
    plain = load_scenario(PLAIN, "zh").scenario
    one, other, *_ = plain.topics
    asked = {id: plain.topics[id].model_copy(update={"asked": ("您今天为这事跑了几趟？",)}) for id in (one, other)}
    changed = plain.model_copy(update={"topics": {**plain.topics, **asked}, "examples": {}})
    assert [code for code, _ in findings(changed)] == ["S479"]


def test_what_is_said_of_an_example_stands_at_its_line(copy: Path) -> None:
    path = copy / "retail" / "leaving-customer.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("examples:"))
    lines[at + 1 : at + 1] = ["  boast:", "    - 今天过来是想先听听您这边情况"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = [one for one in misheard(path) if one.code == "S481"]
    assert [(one.severity, one.line) for one in found] == [("warning", at + 3)]


def test_a_choice_that_is_only_heard_word_for_word_is_told(copy: Path) -> None:
    scenario = load_scenario(copy / "corporate" / "tech-firm.yaml").scenario
    table = scenario.bargaining
    assert table is not None
    notice = table.issues["notice"]

    def told(values: dict[str, float]) -> list[str]:
        issue = notice.model_copy(update={"name": "驻点", "words": ("驻点", "派人"), "values": values})
        lone = table.model_copy(update={"issues": {"notice": issue}, "opens": None})
        return [
            word
            for (_, code, _), word in unheard_terms(Hearer.of(scenario.model_copy(update={"bargaining": lone})))
            if code == "S475"
        ]

    apart = {"每个工作日驻点": 2.0, "发薪日前后三天驻点": 1.0, "在支行柜台办理": 0.0}
    assert told(apart) == []
    alike = {"工作日前后驻点全天": 2.0, "工作日前后驻点半天": 1.0, "在支行柜台办理": 0.0}
    assert told(alike) == ["工作日前后驻点全天", "工作日前后驻点半天"]
