"""Every call of the command has a folder of its own for visits, and speaks English unless asked otherwise."""

from pathlib import Path

import pytest

from simulator.commands.run import DEBUG
from simulator.scenario.library import VARIABLE as SCENARIOS
from simulator.visit.store import VARIABLE as HOME
from tests.commands.calling import CLIENTS, LANGUAGES, call


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the test, in which the visits go to ``visits``."""
    monkeypatch.setenv(HOME, str(tmp_path / "visits"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(DEBUG, "1")
    monkeypatch.delenv(SCENARIOS, raising=False)
    return tmp_path


TURNS = {
    "zh": "您好，谢谢您抽时间，我是支行的客户经理林越。\n"
    "今天想先听听您的打算，大概半小时，您看行吗？\n"
    "您最近有什么打算，能跟我说说吗？\n"
    "您最放心不下的是什么？\n"
    "我理解，换了谁都会这样想。\n",
    "en": "Good morning, thank you for your time. I'm Lin from the branch.\n"
    "I'd like to hear about your plans first, about half an hour, would that be all right?\n"
    "What are your plans for the coming year?\n"
    "What worries you most about it?\n"
    "I understand, anybody would feel that way.\n",
}
"""What one can say to any client, by language."""


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """A visit to each shipped client in each language, as transcripts by (client, language)."""
    folder = tmp_path_factory.mktemp("played")
    files = {}
    for client in CLIENTS:
        for language in LANGUAGES:
            path = folder / f"{client}-{language}.jsonl"
            done = call(
                "play",
                client,
                "--plain",
                "--seed",
                "7",
                "--lang",
                language,
                "--out",
                str(path),
                given=TURNS[language],
            )
            assert done.status == 0, done
            files[client, language] = path
    return files
