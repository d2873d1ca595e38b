"""The wheel: everything a visit needs is inside, what only building needs is not, and it works where it is unpacked."""

import importlib.util
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout. Skipped only where it cannot be built: no hatchling here, and none to be had."""
    folder = tmp_path_factory.mktemp("wheel")
    here = importlib.util.find_spec("hatchling") is not None
    isolation = ["--no-build-isolation"] if here else []
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--no-deps", "-q", *isolation, "-w", str(folder), str(ROOT)],
        capture_output=True,
        check=False,
        timeout=300,
    )
    told = done.stderr.decode(errors="replace")
    if done.returncode and "No matching distribution found for hatchling" in told:
        pytest.skip("hatchling is neither installed nor to be had")
    assert done.returncode == 0, told
    (built,) = folder.glob("duilian-*.whl")
    return built


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it lies in an environment."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def inside(folder: Path, pattern: str) -> set[str]:
    """The files of ``folder`` that are not caches, by their paths in it."""
    found = (path.relative_to(folder) for path in folder.glob(pattern) if path.is_file())
    return {path.as_posix() for path in found if "__pycache__" not in path.parts}


@pytest.mark.parametrize(
    "pattern",
    [
        "scenarios/**/*.yaml",
        "scenarios/schema/*.json",
        "scoring/rubrics/*.yaml",
        "simulator/language/models/*",
        "simulator/locales/**/*.mo",
        "simulator/commands/demo/*.txt",
        "simulator/**/*.py",
        "simulator/**/*.tcss",
        "scoring/**/*.py",
    ],
)
def test_everything_that_is_needed_is_inside(unpacked: Path, pattern: str) -> None:
    wanted = {path for path in inside(ROOT, pattern) if not path.startswith("simulator/language/corpus/")}
    assert wanted <= inside(unpacked, pattern)
    if not pattern.endswith(".tcss"):
        assert wanted


def test_the_corpus_and_the_tests_are_not(unpacked: Path) -> None:
    names = inside(unpacked, "**/*")
    assert [name for name in names if name.startswith(("simulator/language/corpus/", "tests/"))] == []
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {
        "simulator",
        "scoring",
        "scenarios",
        "duilian",
    }


def test_it_weighs_little(wheel: Path) -> None:
    assert wheel.stat().st_size < 11_000_000


def test_the_command_is_there_and_works_where_the_wheel_lies(unpacked: Path, tmp_path: Path) -> None:
    (points,) = unpacked.glob("duilian-*.dist-info/entry_points.txt")
    assert "duilian = simulator.cli:main" in points.read_text()

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "simulator.cli", *arguments],
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env={"HOME": str(tmp_path), "PYTHONPATH": str(unpacked), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    where = "import simulator; print(simulator.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", where],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(unpacked)},
    )
    assert Path(done.stdout.decode().strip()).is_relative_to(unpacked)
    shipped = {path.name.partition(".")[0] for path in unpacked.glob("scenarios/[!c]*/*.yaml")}
    shipped |= {path.name.partition(".")[0] for path in unpacked.glob("scenarios/corporate/*.yaml")}
    assert {row["id"] for row in json.loads(run("list", "--json"))} == shipped
    assert "得分" in run("demo", "--lang", "zh")
    assert "Score" in run("demo", "--lang", "en")
    assert run("check", str(unpacked / "scenarios")).strip().endswith("0 findings")
