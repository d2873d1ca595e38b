"""A visit that is disturbed: ctrl+c, a reader that goes away, a full disk, a folder that is none."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from simulator.visit.store import read_file
from tests.commands.calling import CLIENTS, LANGUAGES, ROOT, call, command, complaint, shell, surroundings
from tests.commands.conftest import TURNS


def _heeds_interrupts() -> None:
    """A test run in the background hands down that interrupts are ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def interrupted(home: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """A visit in a process of its own that has answered one turn and waits for the next."""
    visit = subprocess.Popen(
        command("play", CLIENTS[1], "--plain", "--lang", "en", *arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=surroundings(home),
        preexec_fn=_heeds_interrupts,
    )
    assert visit.stdin is not None
    assert visit.stdout is not None
    visit.stdin.write(b"Good morning, thank you for your time.\n")
    visit.stdin.flush()
    for line in visit.stdout:
        if b"[understood: " in line:
            break
    return visit


def test_ctrl_c_loses_nothing_and_says_how_to_go_on(home: Path) -> None:
    path = home / "visit.jsonl"
    visit = interrupted(home, "--out", str(path))
    time.sleep(0.1)
    visit.send_signal(signal.SIGINT)
    _, err = visit.communicate(timeout=30)
    assert visit.returncode == 130
    assert b"Traceback" not in err
    assert f"duilian resume --plain '{path}' goes on" in err.decode()
    transcript = read_file(path)
    assert (len(transcript.exchanges), transcript.ending) == (1, None)
    went_on = shell(home, "resume", "--plain", str(path), "--lang", "en", given="How are you today?\n")
    assert went_on.status == 0
    assert len(read_file(path).exchanges) == 2


def test_ctrl_c_at_any_moment_of_the_start_shows_no_traceback(home: Path) -> None:
    for wait in (0.05, 0.15, 0.3, 0.5):
        visit = subprocess.Popen(
            command("play", CLIENTS[1], "--plain"),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env=surroundings(home),
        )
        time.sleep(wait)
        visit.send_signal(signal.SIGINT)
        _, err = visit.communicate(timeout=30)
        if b"simulator" in err:  # before that the interpreter itself was still starting
            assert b"Traceback" not in err, err.decode()


def test_a_reader_that_has_seen_enough_is_no_error(home: Path) -> None:
    path = home / "visit.jsonl"
    line = f"{' '.join(command('play', CLIENTS[1], '--plain', '--out', str(path)))} | head -1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        input=(TURNS["en"] * 20).encode(),
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=surroundings(home),
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.splitlines()) == 1


def test_a_full_disk_tells_so_and_keeps_what_was_acknowledged(home: Path) -> None:
    path = home / "visit.jsonl"
    line = f"ulimit -f 16; {' '.join(command('play', CLIENTS[1], '--plain', '--lang', 'zh', '--out', str(path)))}"
    done = subprocess.run(
        ["bash", "-c", line],
        input=(TURNS["zh"] * 40).encode(),
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=surroundings(home),
    )
    err = done.stderr.decode()
    assert done.returncode == 2, err
    assert err.splitlines()[0].endswith("文件不能再增大；之前说过的都还在，用 duilian resume 接着谈")
    assert len(err.splitlines()) == 1
    transcript = read_file(path)
    assert len(transcript.exchanges) == done.stdout.decode().count("[听懂：")
    assert transcript.ending is None
    assert path.read_bytes().endswith(b"\n")


def test_a_disk_full_from_the_start_leaves_no_empty_file(home: Path) -> None:
    path = home / "visit.jsonl"
    line = f"ulimit -f 0; {' '.join(command('play', CLIENTS[1], '--plain', '--lang', 'en', '--out', str(path)))}"
    done = subprocess.run(
        ["bash", "-c", line], input=b"Hello\n", capture_output=True, check=False, cwd=ROOT, env=surroundings(home)
    )
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert not path.exists()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
@pytest.mark.parametrize(
    "arguments", [("demo",), ("list",), ("play", CLIENTS[1], "--plain"), ("understand",)], ids=lambda a: a[0]
)
def test_output_that_cannot_be_written_is_told_once(home: Path, arguments: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            command(*arguments, "--lang", "zh"),
            input=TURNS["zh"].encode(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=ROOT,
            env=surroundings(home),
        )
    assert (done.returncode, done.stderr.decode().splitlines()) == (2, ["结果写不出去：磁盘已满"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_folder_that_is_a_file_is_told(home: Path, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "file").write_text("x")
    told = call("play", CLIENTS[1], "--plain", "--lang", language, "--out", str(home / "file" / "v.jsonl"))
    assert ("这个文件已经存在" if language == "zh" else "there is such a file already") in complaint(told)
    monkeypatch.setenv("DUILIAN_HOME", str(home / "file"))
    told = call("play", CLIENTS[1], "--plain", "--lang", language)
    assert ("不是目录" if language == "zh" else "not a folder") in complaint(told)
