"""``list``, ``demo``, ``understand``, and what every command does with bad usage and odd surroundings."""

import json
import os
import pty
import shutil
import subprocess
from pathlib import Path

import pytest

from simulator.scenario.library import SHIPPED, VARIABLE
from simulator.vocabulary.moves import MOVES, OTHER, TABOOS
from tests.commands.calling import CLIENTS, LANGUAGES, ROOT, call, command, complaint, shell, surroundings


@pytest.fixture
def library(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of one's own beside the shipped one."""
    own = home / "own"
    (own / "retail").mkdir(parents=True)
    monkeypatch.setenv(VARIABLE, str(own))
    return own


@pytest.mark.parametrize("language", LANGUAGES)
def test_list_as_json_has_the_shape_of_the_design(language: str) -> None:
    told = call("list", "--json", "--lang", language)
    rows = json.loads(told.out)
    assert told.status == 0
    assert {row["id"] for row in rows} >= set(CLIENTS)
    for row in rows:
        assert set(row) == {"id", "title", "segment", "visit", "difficulty", "languages"}
        assert row["segment"] in ("corporate", "retail")
        assert set(row["languages"]) <= set(LANGUAGES)
        assert 1 <= row["difficulty"] <= 5
        if language in row["languages"]:
            assert any("\u4e00" <= letter <= "\u9fff" for letter in row["title"]) == (language == "zh")


def test_list_names_faulty_files_and_goes_on(library: Path) -> None:
    (library / "retail" / "broken.yaml").write_text("id: x\n  y: [", encoding="utf-8")
    (library / "retail" / "latin.yaml").write_bytes("title: café".encode("latin-1"))
    told = call("list", "--lang", "zh")
    assert told.status == 1
    assert CLIENTS[0] in told.out
    broken, latin = sorted(told.err.splitlines())
    assert broken.startswith(f"{library}/retail/broken.yaml:2:4: Y101 不是合法的 YAML")
    assert latin.startswith(f"{library}/retail/latin.yaml:1:11: Y102 ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_demo_shows_a_visit_and_its_debrief_without_a_terminal(home: Path, language: str) -> None:
    told = shell(home, "demo", "--lang", language, TERM="dumb")
    assert (told.status, told.err) == (0, "")
    assert told.out.count("[听懂：" if language == "zh" else "[understood: ") >= 15
    assert ("得分" if language == "zh" else "Score") in told.out
    assert ("深入" if language == "zh" else "Score") in told.out or "100" in told.out
    brief = call("demo", "--brief", "--lang", language).out
    assert told.out.endswith(brief)


def understood(*lines: str, arguments: tuple[str, ...] = ()) -> list[dict[str, object]]:
    """What is understood in each line."""
    told = call("understand", *arguments, given="\n".join(lines) + "\n")
    assert told.status == 0, told
    return [json.loads(line) for line in told.out.splitlines()]


def test_understand_takes_bare_lines_and_json_lines() -> None:
    asked = json.dumps({"text": "利率3.2%，您看行吗？", "prev": "你们给多少？"}, ensure_ascii=False)
    bare, as_json, nonsense = understood("您好，谢谢您抽时间", "", asked, "呱呱呱呱", arguments=("--lang", "zh"))
    for record in (bare, as_json, nonsense):
        assert set(record) >= {"text", "moves", "taboos", "quantities"}
        moves, taboos = record["moves"], record["taboos"]
        assert isinstance(moves, list)
        assert isinstance(taboos, list)
        assert {move["id"] for move in moves} <= {*MOVES, OTHER}
        assert {taboo["id"] for taboo in taboos} <= set(TABOOS)
        assert all({"id", "clause", "confidence"} <= set(move) for move in moves)
    assert bare["text"] == "您好，谢谢您抽时间"
    assert isinstance(as_json["quantities"], list)
    (figure,) = as_json["quantities"]
    assert (figure["issue"], figure["value"], figure["unit"]) == ("rate", 3.2, "%")


def test_understand_with_the_topics_of_a_scenario() -> None:
    (record,) = understood(
        "汇率这一头您是怎么管的？", arguments=("--lang", "zh", "--scenario", "auto-parts-exporter")
    )
    assert isinstance(record["moves"], list)
    assert "fx" in {move.get("topic") for move in record["moves"]}


@pytest.mark.parametrize(
    "line", ['{"text": ', "{}", '{"text": 5}', '{"text": null}', '{"text": "a", "prev": [1]}', '{"a":' * 5000]
)
def test_understand_names_the_place_of_a_broken_line(line: str) -> None:
    for language, words in (("en", "standard input:2:1: "), ("zh", "标准输入:2:1: ")):
        told = call("understand", "--lang", language, given=f"好\n{line}\n好\n")
        assert complaint(told).startswith(words)
        assert len(told.out.splitlines()) == 1


def test_understand_is_not_shaken_by_what_comes() -> None:
    lines = ["[/foo] \x1b]0;x\x07", "\u202e", "好" * 100_000, '{"text": "\\ud800 \\u0000"}', "=1+1", "0" * 5000]
    told = call("understand", "--lang", "zh", given=("\n".join(lines) + "\n").encode() + b"\xff\xfe\n")
    assert told.status == 0
    assert "\x1b" not in told.out
    assert len(told.out.splitlines()) == len(lines) + 1


def test_understanding_is_measured_against_labelled_lines(home: Path) -> None:
    path = home / "labelled.jsonl"
    rows = [
        {"text": "您好，我是客户经理小林。", "moves": ["greet", "introduce"], "taboos": []},
        {"text": "您这笔钱平时打算怎么用？", "moves": ["ask_plans"], "forms": {"ask_plans": "open"}, "taboos": []},
    ]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    told = call("understand", "--lang", "zh", "--evaluate", str(path), "--json")
    report = json.loads(told.out)
    assert (told.status, report["turns"]) == (0, 2)
    assert 0 <= report["moves"]["f1"] <= 1
    spoken = call("understand", "--lang", "zh", "--evaluate", str(path))
    assert "2 " in spoken.out.splitlines()[0]
    path.write_text('{"text": "好"', encoding="utf-8")
    assert complaint(call("understand", "--lang", "en", "--evaluate", str(path))).startswith(f"{path}:1:1: ")
    path.write_bytes(b"\xff\xfe")
    assert "UTF-8" in complaint(call("understand", "--lang", "en", "--evaluate", str(path)))
    assert "no such file" in complaint(call("understand", "--lang", "en", "--evaluate", str(home / "none")))


def test_amendments_are_gathered_from_transcripts(home: Path) -> None:
    path = home / "visit.jsonl"
    given = "您这笔钱平时打算怎么用？\n/amend ask_situation/open\n/end\n"
    call("play", CLIENTS[1], "--plain", "--lang", "zh", "--out", str(path), given=given)
    told = call("understand", "--amendments", str(path))
    (line,) = [json.loads(line) for line in told.out.splitlines()]
    assert (line["text"], line["moves"]) == ("您这笔钱平时打算怎么用？", ["ask_situation"])
    assert complaint(call("understand", "--amendments", str(home / "none.jsonl"), "--lang", "en"))


@pytest.mark.parametrize("face", ["play", "understand"])
def test_an_unknown_scenario_is_told_with_the_nearest(face: str) -> None:
    def arguments(name: str) -> list[str]:
        return ["play", name, "--plain"] if face == "play" else ["understand", "--scenario", name]

    told = complaint(call(*arguments("retired-techer"), "--lang", "zh"))
    assert told == "没有场景“retired-techer”，是不是“retired-teacher”？用 duilian list 看全部场景"
    told = complaint(call(*arguments("\x1b]0;x\x07[/foo]"), "--lang", "en"))
    assert told == "there is no scenario ']0;x[/foo]'; 'duilian list' shows them all"
    assert "Y100" in complaint(call(*arguments("nothing.yaml"), "--lang", "en"))


def test_a_broken_scenario_is_told_with_its_line(library: Path) -> None:
    text = (SHIPPED / "retail" / "retired-teacher.yaml").read_text(encoding="utf-8")
    path = library / "retail" / "mine.yaml"
    path.write_text(text.replace("id: retired-teacher", "id: mine\n\tx: 1", 1), encoding="utf-8")
    for name in ("mine", str(path)):
        told = complaint(call("play", name, "--plain", "--lang", "en"))
        assert told.startswith(f"{path}:")
        assert "Y112" in told  # a tabulator
    path.write_bytes(text.encode("gb18030"))
    assert "UTF-8" in complaint(call("play", "mine", "--plain", "--lang", "zh"))


@pytest.mark.parametrize(
    ("arguments", "english", "chinese"),
    [
        (["play"], "required: SCENARIO", "缺少：SCENARIO"),
        (["pay", "x"], "invalid choice: 'pay'", "没有 'pay'"),
        (["play", "x", "--seed", "many"], "invalid int value: 'many'", "'many' 不是有效的 int 值"),
        (["list", "--foo"], "unrecognized arguments: --foo", "不认识：--foo"),
        (["score"], "required: TRANSCRIPT", "缺少：TRANSCRIPT"),
        (["play", "x", "--out"], "expected one argument", "后面要有一项"),
    ],
)
def test_bad_usage_is_told_in_the_readers_language(arguments: list[str], english: str, chinese: str) -> None:
    for language, words in (("en", english), ("zh", chinese)):
        told = call("--lang", language, *arguments)
        assert told.status == 2
        assert words in told.err
        assert len(told.err.splitlines()) == 2
        assert "duilian --help" in told.err


@pytest.mark.parametrize("given", [["--lang", "fr", "list"], ["list", "--lang"], ["list", "--lang="]])
def test_a_language_that_is_not_spoken_is_told(given: list[str]) -> None:
    told = call(*given)
    assert told.status == 2
    assert "--lang takes zh or en" in told.err


def test_help_is_in_the_readers_language() -> None:
    for arguments in (["--help"], ["play", "--help"], ["understand", "--help"], ["score", "--help"]):
        told = call("--lang", "zh", *arguments)
        assert told.status == 0
        assert told.out.startswith("用法：")
        assert not {"usage", "options", "show", "positional"} & set(told.out.split())


@pytest.mark.parametrize("value", ["zh_CN.UTF-8", "en_US.UTF-8", "C", "POSIX", "", "de_DE"])
def test_the_locale_decides_the_language(home: Path, value: str) -> None:
    told = shell(home, "list", LANG=value, LC_ALL=value)
    assert told.status == 0
    assert ("王老师" in told.out) == value.startswith("zh")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk"])
def test_pipes_get_utf8_whatever_the_system_says(home: Path, encoding: str) -> None:
    told = shell(home, "list", "--json", "--lang", "zh", PYTHONIOENCODING=encoding)
    assert told.status == 0
    assert any("王老师" in row["title"] for row in json.loads(told.out))


@pytest.mark.parametrize(
    "arguments", [[], ["play", CLIENTS[1]], ["resume"]], ids=lambda a: "-".join(a) or "library"
)
def test_without_a_terminal_screens_are_refused(home: Path, arguments: list[str]) -> None:
    told = complaint(shell(home, *arguments, "--lang", "en"))
    assert ("use --plain" in told) or ("no visit is unfinished" in told)


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_without_screens_is_told(home: Path, term: str) -> None:
    controller, terminal = pty.openpty()
    done = subprocess.run(
        command("--lang", "zh"),
        stdin=terminal,
        stdout=terminal,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
        cwd=ROOT,
        env=surroundings(home, TERM=term),
    )
    os.close(terminal)
    os.close(controller)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == ["这个终端显示不了界面；请用 --plain"]


def test_two_clients_of_one_id_count_once_the_first_root_wins(library: Path) -> None:
    shutil.copy(SHIPPED / "retail" / "retired-teacher.yaml", library / "retail" / "other-name.yaml")
    rows = json.loads(call("list", "--json").out)
    assert [row["id"] for row in rows].count("retired-teacher") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_is_understood_for_a_person_and_for_programs(language: str) -> None:
    said = "您这笔存单什么时候到期？" if language == "zh" else "When does your deposit mature?"
    told = call("understand", "--scenario", "retired-teacher", "--lang", language, said)
    assert not told.status
    assert told.out.startswith(said)
    assert "ask_" in told.out
    assert "%" in told.out
    record = json.loads(call("understand", "--scenario", "retired-teacher", "--lang", language, "--json", said).out)
    assert record["text"] == said
