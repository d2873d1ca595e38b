"""The two READMEs name every command there is, with options that there are, and say the same."""

import re
from pathlib import Path

import pytest

from tests.commands.calling import call

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "README.zh-CN.md")


def rows(page: str) -> list[str]:
    """The table of commands, a row each."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.startswith("| `duilian")]


def named(row: str) -> tuple[str, frozenset[str]]:
    """The command of a row, and the options it names."""
    command = re.match(r"\| `duilian ?(\w*)", row)
    assert command is not None
    return command[1], frozenset(re.findall(r"--[a-z]+", row))


def offered(command: str) -> set[str]:
    """The options that a command takes."""
    return set(re.findall(r"--[a-z]+", call("--lang", "en", *([command] if command else []), "--help").out))


def test_both_pages_name_the_same() -> None:
    english, chinese = ([named(row) for row in rows(page)] for page in PAGES)
    assert english == chinese


@pytest.mark.parametrize("page", PAGES)
def test_every_command_stands_there_with_options_that_it_has(page: str) -> None:
    commands = re.findall(r"^    (\w+)  ", call("--lang", "en", "--help").out, re.MULTILINE)
    assert len(commands) >= 8
    assert {command for command, _ in map(named, rows(page))} == {"", *commands}
    for command, options in map(named, rows(page)):
        assert options <= offered(command), command


@pytest.mark.parametrize("page", PAGES)
def test_every_link_to_a_file_leads_somewhere(page: str) -> None:
    for folder in (ROOT, ROOT / "scenarios"):
        text = (folder / page).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
            assert (folder / target).exists(), target
