"""The preview: which line answered, undo, any state, and a file that changes under the talk."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.authoring.previewing import (
    Preview,
    commanded,
    fired_lines,
    position_lines,
    state_change,
    subject_lines,
)
from simulator.authoring.tracing import Beginning
from simulator.commands.finding import finding_line
from simulator.i18n import set_language
from simulator.scenario.diagnostics import ScenarioError
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario
from simulator.screens.entry import Prompt
from simulator.screens.preview import PreviewApp, PreviewScreen
from simulator.screens.prose import Prose
from simulator.screens.talk import ClientLine, TraineeTurn
from simulator.vocabulary.turn import MoveMade, Turn
from tests.commands.calling import LANGUAGES, call, complaint
from tests.screens.pilot import screen, until


class Ear:
    """Hears questions about the lease and greetings."""

    version = "ear"

    def understand(self, text: str, previous: str = "") -> Turn:
        """By their words alone."""
        moves = []
        if "hello" in text:
            moves.append(MoveMade("greet", text))
        if "lease" in text:
            moves.append(MoveMade("ask_problem", text, 1.0, "open", "topic_2"))
        if "loan" in text:
            moves.append(MoveMade("ask_plans", text, 1.0, "open", "topic_1"))
        if "more" in text:
            moves.append(MoveMade("ask_clarify", text, 1.0, "open"))
        if "bye" in text:
            moves.append(MoveMade("farewell", text))
        return Turn(text, tuple(moves))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A client as `duilian new` writes it."""
    path = tmp_path / "mine.yaml"
    assert call("new", "--yes", "--lang", "en", "--out", str(path)).status == 0
    set_language("en")
    return path


def talk(path: Path, beginning: Beginning | None = None) -> Preview:
    """A preview with a simple ear."""

    def ear(_scenario: Scenario) -> Ear:
        return Ear()

    return Preview(lambda: load_scenario(path), ear, 1, beginning)


def change(path: Path, old: str, new: str) -> None:
    """Changes the file, with a time that is surely another."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    later = path.stat().st_mtime_ns + 10_000_000
    os.utime(path, ns=(later, later))


def line_of(path: Path, words: str) -> int:
    """The number of the first line with these words."""
    return next(n for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if words in line)


def test_each_reply_names_the_line_that_answered(file: Path) -> None:
    preview = talk(file)
    step = preview.say("the loan?")
    assert step is not None
    fired = fired_lines(preview.loaded, step)
    assert fired[0] == f"mine.yaml:{line_of(file, 'need_1_told:')} states/discovery/on/need_1_told"
    step = preview.say("hello")
    assert step is not None
    assert any(line.startswith("finance-director.yaml:") for line in fired_lines(preview.loaded, step))


def test_each_turn_names_what_it_was_taken_to_be_about(file: Path) -> None:
    preview = talk(file)
    step = preview.say("the loan?")
    assert step is not None
    topic = preview.loaded.scenario.topics["topic_1"].name
    assert subject_lines(preview.loaded.scenario, step) == [f"Subject: {topic} (topic_1)"]
    step = preview.say("more?")
    assert step is not None
    assert subject_lines(preview.loaded.scenario, step) == [f"Subject: {topic} (topic_1), spoken of before"]
    step = talk(file).say("hello")
    assert step is not None
    assert subject_lines(preview.loaded.scenario, step) == []


def test_help_tells_the_commands(file: Path) -> None:
    preview = talk(file)
    told = commanded(preview, "/help")
    assert all(word in told for word in ("/undo", "/restart", "/state", "/trust", "/patience", "/end"))
    assert "/help" in commanded(preview, "/nonsense")


def test_it_begins_in_any_state_with_any_trust(file: Path) -> None:
    preview = talk(file, Beginning("closing", 80, 90))
    assert (preview.position.state, preview.position.trust, preview.position.patience) == ("closing", 80, 90)
    preview.move(Beginning(state="discovery"))
    preview.move(Beginning(trust=10))
    assert (preview.position.state, preview.position.trust) == ("discovery", 10)
    assert preview.undo()
    assert preview.position.trust == 80


def test_a_turn_is_taken_back(file: Path) -> None:
    preview = talk(file)
    before = preview.position
    preview.say("the loan?")
    assert dict(preview.position.needs) == {"need_1": 2}
    assert preview.undo()
    assert preview.position == before
    assert not preview.undo()


def test_what_is_written_changes_the_talk_and_the_talk_is_kept(file: Path) -> None:
    preview = talk(file, Beginning(trust=50))
    preview.say("hello")
    preview.say("the lease?")
    assert dict(preview.position.needs) == {"need_2": 2}
    assert not preview.refreshed()
    change(file, "when: trust >= 40 and revealed.need_2 < 2", "when: trust >= 90 and revealed.need_2 < 2")
    assert preview.refreshed()
    assert [step.turn.text for step in preview.steps] == ["hello", "the lease?"]
    assert dict(preview.position.needs) == {"need_2": 1}
    assert preview.position.trust > 50


def test_a_faulty_version_is_told_and_the_last_good_one_goes_on(file: Path) -> None:
    preview = talk(file)
    preview.say("the loan?")
    change(file, "move: question", "move: qestion")
    assert preview.refreshed()
    (fault,) = preview.faults
    assert fault.code == "S301"
    assert fault.line == line_of(file, "qestion")
    assert len(preview.steps) == 1
    assert preview.say("hello") is not None
    change(file, "move: qestion", "move: question")
    assert preview.refreshed()
    assert preview.faults == ()
    assert len(preview.steps) == 2
    file.unlink()
    assert preview.refreshed()
    assert preview.faults
    assert preview.say("hello") is not None


def test_an_ending_that_is_taken_away_lets_the_talk_go_on(file: Path) -> None:
    preview = talk(file)
    preview.say("bye")
    assert preview.over
    assert preview.say("hello") is None
    assert preview.undo()
    assert not preview.over


def test_a_file_that_cannot_be_played_is_refused(file: Path) -> None:
    change(file, "move: question", "move: qestion")
    with pytest.raises(ScenarioError):
        talk(file)
    assert f"{file}:{line_of(file, 'qestion')}:" in complaint(call("preview", str(file), "--plain"))


def test_where_the_client_stands_is_told(file: Path) -> None:
    preview = talk(file)
    preview.say("the loan?")
    told = "\n".join(position_lines(preview.loaded.scenario, preview.position, preview.start))
    assert "●●○ need_1" in told
    assert "○○○ need_2" in told
    assert f"Trust: {preview.position.trust} (" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plain_preview(file: Path, language: str) -> None:
    said = "Good morning, I'm Lin from the bank.\n/undo\n/state closing\n/trust 300\n/nothing\n/end\n"
    done = call(
        "preview", str(file), "--plain", "--lang", language, "--state", "discovery", "--trust", "60", given=said
    )
    assert done.status == 0, done
    assert re.search(r"← [\w-]+\.yaml:\d+ ", done.out)
    assert "(closing)" in done.out
    assert "/restart" in done.out
    assert ("信任：60" if language == "zh" else "Trust: 60") in done.out


@pytest.mark.parametrize(("flag", "value"), [("--state", "nowhere"), ("--state", "anywhere"), ("--trust", "101")])
def test_a_beginning_that_cannot_be_is_told(file: Path, flag: str, value: str) -> None:
    assert complaint(call("preview", str(file), "--plain", "--lang", "en", flag, value))


async def test_the_screen_shows_the_line_reloads_and_keeps_the_talk(file: Path) -> None:
    app = PreviewApp(talk(file), finding_line)
    async with app.run_test(size=(110, 36)) as pilot:
        shown = await screen(pilot, PreviewScreen)

        async def say(text: str) -> None:
            shown.query_one(Prompt).insert(text)
            await pilot.press("enter")
            await pilot.pause()

        def everything() -> str:
            return "\n".join(prose.text for prose in shown.query(Prose))

        await say("the loan?")
        assert "states/discovery/on/need_1_told" in everything()
        change(file, "Since you ask:", "All right then [b]:")
        change(file, "I'll be straight with you.", "All right then [b]:")
        shown.look()
        await until(pilot, lambda: "All right then [b]" in everything(), "the new words do not come")
        assert len(shown.query(TraineeTurn)) == 1
        change(file, "segment: corporate", "segment: corporat")
        shown.look()
        await pilot.pause()
        assert "S102" in everything()
        assert "All right then" in everything()
        await say("/state closing")
        assert "(closing)" in everything()
        await pilot.press("f9", "f9")
        await pilot.pause()
        assert len(shown.query(TraineeTurn)) == 0
        assert len(shown.query(ClientLine)) == 1
        await pilot.press("ctrl+c")


def test_a_change_of_state_stands_out(file: Path) -> None:
    preview = talk(file)
    step = preview.say("hello")
    assert step is not None
    assert state_change(preview.loaded.scenario, step) == ""
    moved = replace(step, after=replace(step.after, state="closing"))
    told = state_change(preview.loaded.scenario, moved)
    assert re.fullmatch(r"State: \S.* → \S.*", told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_brief_says_who_answered_and_no_more(file: Path, language: str) -> None:
    given = "Good morning.\nWhat worries you about the lease?\nWe have a credit line at 3.9 per cent.\nGoodbye.\n"
    brief = call("preview", str(file), "--brief", "--lang", language, given=given)
    whole = call("preview", str(file), "--plain", "--lang", language, given=given)
    assert brief.status == 0
    assert re.search(r"← mine\.yaml:\d+ ", brief.out)
    assert "***" in brief.out
    assert "***" in whole.out
    assert ("耐心：" if language == "zh" else "Patience: ") in whole.out
    assert ("耐心：" if language == "zh" else "Patience: ") not in brief.out
