"""What each command loads: no screen where none is shown, and scoring by itself stays light.

Proved in processes of their own, for in this one everything is loaded already.
"""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
_ASK = """
import sys
from simulator.cli import main
status = main(sys.argv[1:])
heavy = {"textual", "rich", "pydantic", "transitions"} & {name.partition(".")[0] for name in sys.modules}
print("\\n" + " ".join([str(status), *sorted(heavy)]))
"""


def loaded_by(home: Path, *arguments: str, given: str = "") -> tuple[int, set[str]]:
    """The exit status of a command, and which of the heavy packages it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", _ASK, *arguments, "--lang", "zh"],
        input=given.encode(),
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={"HOME": str(home), "DUILIAN_HOME": str(home), "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)},
    )
    status, *heavy = done.stdout.decode().splitlines()[-1].split()
    return int(status), set(heavy)


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short visit on disk."""
    home = tmp_path_factory.mktemp("visit")
    arguments = ("play", "retired-teacher", "--plain", "--out", str(home / "visit.jsonl"))
    status, heavy = loaded_by(home, *arguments, given="您好，谢谢您抽时间。\n您有什么打算？\n")
    assert (status, heavy & {"textual", "rich"}) == (0, set())
    return home / "visit.jsonl"


def test_replay_loads_none_of_the_heavy_packages(tmp_path: Path, visit: Path) -> None:
    assert loaded_by(tmp_path, "replay", str(visit)) == (0, set())


def test_scoring_as_json_and_as_text_loads_none_of_them(tmp_path: Path, visit: Path) -> None:
    assert loaded_by(tmp_path, "score", str(visit)) == (0, set())
    assert loaded_by(tmp_path, "score", str(visit), "--json") == (0, set())
    rubric = str(ROOT / "scoring" / "rubrics" / "visit.yaml")
    assert loaded_by(tmp_path, "score", str(visit), "--rubric", rubric) == (0, set())


def test_the_list_validates_nothing(tmp_path: Path) -> None:
    assert loaded_by(tmp_path, "list") == (0, set())
    assert loaded_by(tmp_path, "list", "--json") == (0, set())


@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        (("understand",), "您好\n"),
        (("understand", "--scenario", "retired-teacher"), "您好\n"),
        (("check", "scenarios/retail/retired-teacher.yaml"), ""),
        (("demo",), ""),
        (("play", "retired-teacher", "--plain"), "您好\n"),
        (("play", "auto-parts-exporter", "--plain", "--exam"), "/end\n"),
    ],
    ids=lambda value: "-".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_commands_without_a_screen_never_load_textual(
    tmp_path: Path, arguments: tuple[str, ...], given: str
) -> None:
    status, heavy = loaded_by(tmp_path, *arguments, given=given)
    assert status == 0
    assert not heavy & {"textual", "rich"}


def test_the_scoring_package_by_itself(tmp_path: Path) -> None:
    code = "import sys, scoring; print(sorted({'textual', 'rich', 'pydantic', 'transitions'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT)
    assert done.stdout.decode().strip() == "[]"
