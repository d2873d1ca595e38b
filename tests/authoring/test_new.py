"""A new client has no faults and plays, whatever is answered, and no file is ever written over."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.authoring.archetypes import archetypes
from simulator.authoring.scalars import quoted
from simulator.authoring.starter import NewClient, NewNeed, id_of, written
from simulator.commands.new import address_of, summary
from simulator.scenario.checking import check_file
from simulator.scenario.load import load_scenario
from simulator.scenario.source import parse_source
from simulator.text import clean_line
from tests.commands.calling import LANGUAGES, call, complaint

TALK = {
    "zh": "您好，我是支行的林越。\n{asked}\n再见。\n",
    "en": "Good morning, I'm Lin from the bank.\n{asked}\nGoodbye.\n",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("segment", "visit"),
    [("corporate", "first"), ("corporate", "negotiation"), ("retail", "complaint"), ("retail", "phone")],
)
def test_without_a_question_it_passes_the_check_and_plays(
    tmp_path: Path, language: str, segment: str, visit: str
) -> None:
    path = tmp_path / "mine" / "someone.yaml"
    done = call("new", "--yes", "--lang", language, "--segment", segment, "--visit", visit, "--out", str(path))
    assert done.status == 0, done
    assert f"duilian preview {path}" in done.out
    assert check_file(path) == ()
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=")
    out = tmp_path / "visit.jsonl"
    threads = "\n".join(need.thread for need in load_scenario(path).scenario.needs.values())
    said = TALK[language].format(asked=threads)
    played = call("play", str(path), "--plain", "--lang", language, "--seed", "2", "--out", str(out), given=said)
    assert played.status == 0
    assert '"revealed":["need_' in out.read_text(encoding="utf-8")
    assert (load_scenario(path).scenario.bargaining is not None) == (visit == "negotiation")


def test_it_asks_what_was_not_said(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    answers = "1\n1\n\n新来的客户\nBad Id\nnew-one\n陈立\n江南织造\n财务总监\n\n要一笔三百万的贷款\n贷款\n贷款，借钱\n我要三百万，越快越好。\n怕汇率再跌\n汇率\n汇率、结汇\n\n\nn\n"
    done = call("new", "--lang", "zh", "--out", str(path), given=answers)
    assert done.status == 0, done
    scenario = load_scenario(path).scenario
    assert (scenario.id, scenario.title) == ("new-one", "新来的客户")
    assert scenario.dossier.contact.address == "陈总"
    assert [need.kind for need in scenario.needs.values()] == ["explicit", "latent"]
    assert scenario.topics["topic_2"].words == ("汇率", "结汇")
    text = path.read_text(encoding="utf-8")
    assert "跟您说实话。我要三百万，越快越好。" in text
    assert "跟您说实话。怕汇率再跌" not in text  # nobody speaks of himself as the author does
    (finding,) = check_file(path)
    assert (finding.code, finding.severity) == ("S487", "warning")
    path.write_text(text.replace("【待写】", ""), encoding="utf-8")
    assert check_file(path) == ()


def test_nothing_is_written_over_and_nothing_is_written_half(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("mine", encoding="utf-8")
    assert "already" in complaint(call("new", "--yes", "--lang", "en", "--out", str(path)))
    assert path.read_text(encoding="utf-8") == "mine"
    other = tmp_path / "b.yaml"
    stopped = call("new", "--lang", "en", "--out", str(other), given="1\n")
    assert stopped.status == 2
    assert "--yes" in stopped.err
    assert not other.exists()


@pytest.mark.parametrize(
    ("flag", "value"), [("--segment", "both"), ("--client", "corporate/nobody"), ("--id", "A b")]
)
def test_wrong_flags_are_told(tmp_path: Path, flag: str, value: str) -> None:
    told = complaint(call("new", "--yes", "--lang", "en", "--out", str(tmp_path / "x.yaml"), flag, value))
    assert value in told


def test_the_archetypes_are_those_of_the_segment() -> None:
    assert "corporate/owner" in archetypes("corporate", "zh")
    assert not any(id.startswith("corporate/") for id in archetypes("retail", "en"))


@pytest.mark.parametrize("segment", ["corporate", "retail"])
def test_the_one_without_a_temperament_comes_last_and_plays(tmp_path: Path, segment: str) -> None:
    *_others, last = archetypes(segment, "en")
    assert last == f"{segment}/base"
    path = tmp_path / "plain.yaml"
    done = call("new", "--yes", "--lang", "en", "--segment", segment, "--client", last, "--out", str(path))
    assert done.status == 0, done
    assert check_file(path) == ()


def test_an_archetype_of_the_other_kind_is_refused_by_what_fits(tmp_path: Path) -> None:
    flags = ("--segment", "retail", "--client", "corporate/owner", "--out", str(tmp_path / "x.yaml"))
    told = complaint(call("new", "--yes", "--lang", "en", *flags))
    assert "the other kind of client" in told
    assert "retail/base" in told
    assert "corporate/founder" not in told


def test_the_summary_shows_everything() -> None:
    need = NewNeed("a loan", "the loan", ("loan",), False, "I need money.")
    parts = (
        "x",
        "en",
        "Title",
        "retail",
        "phone",
        "retail/base",
        "Firm",
        "Ann",
        "Ms Ann",
        "Teacher",
        (need,),
        False,
    )
    shown = " ".join(value for _name, value in summary(NewClient(*parts)))
    for text in ("Title", "retail/base", "Firm", "Ann", "Ms Ann", "Teacher", "a loan", "the loan", "I need money."):
        assert text in shown


@given(st.text())
def test_any_text_is_read_back_as_it_was_written(text: str) -> None:
    text = clean_line(text, 200)
    assert parse_source(f"a: {quoted(text)}\nb: [{quoted(text)}]", "x").data == {"a": text, "b": [text]}


words = st.text(min_size=1, max_size=40).map(lambda text: clean_line(text, 40)).filter(lambda text: text)


@settings(max_examples=25, deadline=None)
@given(words, words, words, st.booleans())
def test_any_answers_make_a_client_without_faults(
    tmp_path_factory: pytest.TempPathFactory, a: str, b: str, c: str, d: bool
) -> None:
    path = tmp_path_factory.mktemp("new") / "x.yaml"
    need = NewNeed(a, b, (c,), d)
    client = NewClient("x", "zh", a, "corporate", "first", "corporate/owner", b, c, a, b, (need, need), d)
    path.write_text(written(client, path), encoding="utf-8")
    # two needs alike are warned of, and are no fault
    assert [found for found in check_file(path) if found.severity != "warning"] == []


def test_ids_come_from_titles() -> None:
    assert id_of("The bakery: a second oven!") == "the-bakery-a-second-oven"
    assert id_of("面包房") == "my-client"


def test_one_can_go_back_and_name_a_need_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    answers = "1\n1\n\n错的标题\n<\n对的标题\nnew-one\n陈立\n江南织造\n财务总监\n\n要一笔贷款 | 贷款 | 贷款，借钱\n\ny\n5\n"
    done = call("new", "--lang", "zh", "--out", str(path), given=answers)
    assert done.status == 0, done
    scenario = load_scenario(path).scenario
    assert scenario.title == "对的标题"
    (need,) = scenario.needs.values()
    assert need.statement == "要一笔贷款"
    assert scenario.topics["topic_1"].words == ("贷款", "借钱")
    assert scenario.bargaining is not None
    assert scenario.bargaining.issues["share"].words == ("保证金", "比例")


def test_going_back_from_the_first_question_asks_it_again(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    answers = "<\n2\n1\n\nSomebody\nsomebody\nAnn Lee\n\n\n\nA need | a thing | thing\n\nn\n"
    done = call("new", "--lang", "en", "--out", str(path), given=answers)
    assert done.status == 0, done
    assert load_scenario(path).scenario.segment == "retail"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("term", ["rate", "deposit", "amount", "tenor", "share", "fee", "choice"])
def test_whatever_is_bargained_over_has_no_fault(tmp_path: Path, language: str, term: str) -> None:
    path = tmp_path / "a.yaml"
    client = NewClient(
        "a", language, "Somebody", "corporate", "negotiation", "corporate/owner", "Firm", "Wang", "Wang", "Owner",
        (NewNeed("a need", "machine", ("machine", "机器"), False, "I need it."),), True, term,
    )  # fmt: skip
    path.write_text(written(client, path), encoding="utf-8")
    assert [found for found in check_file(path) if found.code not in ("S424", "S429")] == []
    assert load_scenario(path).scenario.bargaining is not None


@pytest.mark.parametrize("visit", ["complaint", "retention", "maintenance", "phone"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_new_client_speaks_as_the_kind_of_visit_asks(tmp_path: Path, language: str, visit: str) -> None:
    path = tmp_path / "mine.yaml"
    given = ("--yes", "--visit", visit, "--segment", "retail", "--bargain", "--out", str(path), "--id", "mine")
    assert not call("new", *given, "--lang", language).status
    text = path.read_text(encoding="utf-8")
    first = tmp_path / "first.yaml"
    call("new", "--yes", "--segment", "retail", "--out", str(first), "--id", "first", "--lang", language)
    plain = first.read_text(encoding="utf-8")
    part = {name: yaml.safe_load(one)["dossier"]["objective"] for name, one in (("mine", text), ("first", plain))}
    assert part["mine"] != part["first"]
    told = call("check", str(path), "--lang", language)
    assert (told.status, " S" in told.out) == (0, False)
    if visit == "complaint":
        assert "offer_remedy" in text
        assert 'unit: "CNY"' in text


def test_answers_that_end_too_soon_are_kept_and_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    answers = "1\n1\n\n新客户\nnew-one\n方静\n市二院\n财务科长\n"
    stopped = call("new", "--lang", "zh", "--out", str(path), given=answers)
    assert stopped.status == 2
    assert "当面怎么称呼" in stopped.err
    kept = tmp_path / "a.yaml.answers.txt"
    assert str(kept) in stopped.err
    assert kept.read_text(encoding="utf-8").splitlines()[3:] == ["新客户", "new-one", "方静", "市二院", "财务科长"]
    rest = "\n发工资不能错 | 代发 | 代发，工资 | 工资一分不能错。\n\ny\n8\n"
    done = call("new", "--lang", "zh", "--out", str(path), "--answers", str(kept), given=rest)
    assert done.status == 0, done
    scenario = load_scenario(path).scenario
    assert scenario.dossier.contact.address == "方科长"
    assert scenario.bargaining is not None
    assert set(scenario.bargaining.issues["choice"].values.values()) == {0, 1, 2}
    assert scenario.products["product_1"].name == "代发的方案"
    assert [one for one in check_file(path) if one.severity != "warning"] == []


@pytest.mark.parametrize("name", ["nowhere.txt", "latin.txt"])
def test_a_file_of_answers_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "latin.txt").write_bytes(b"\xff\xfe\x00")
    told = complaint(call("new", "--lang", "en", "--answers", str(tmp_path / name), given=""))
    assert name in told


@pytest.mark.parametrize(
    ("name", "role", "address"),
    [("方静", "医院财务科长", "方科长"), ("欧阳明", "副院长", "欧阳院长"), ("林小梅", "退休教师", "林老师"), ("陈立", "财务总监", "陈总"), ("周海", "面包店店主", "周老板"), ("吴一", "护士", "吴老师"), ("Sam Hollis", "owner", "Sam Hollis")],
)  # fmt: skip
def test_the_usual_way_to_speak_to_somebody(name: str, role: str, address: str) -> None:
    assert address_of(name, role, "zh") == address


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("visit", ["first", "referral"])
def test_who_is_met_for_the_first_time_is_no_old_client(tmp_path: Path, language: str, visit: str) -> None:
    path = tmp_path / "a.yaml"
    flags = ("--segment", "corporate", "--visit", visit, "--name", "方静", "--need", "发工资 | 代发 | 代发")
    assert call("new", "--yes", "--lang", language, "--out", str(path), *flags).status == 0
    scenario = load_scenario(path).scenario
    assert "两年" not in scenario.dossier.known
    assert "two years" not in scenario.dossier.known
    assert scenario.dossier.organisation != "方静"
    assert scenario.remarks["shortcut"].answers["refused"].move == ("decline", "hold_position")
