"""Words not sent yet are kept beside the visit, and leave nothing behind once they are."""

from pathlib import Path

import pytest

from simulator.visit.draft import Draft


def test_words_are_there_again(tmp_path: Path) -> None:
    visit = tmp_path / "visit.jsonl"
    Draft(visit).keep("陈总，\n您看")
    again = Draft(visit)
    assert again.read() == "陈总，\n您看"
    again.keep(" ")
    assert list(tmp_path.iterdir()) == []
    assert Draft(visit).read() == ""


def test_a_draft_is_no_visit_and_holds_no_control_characters(tmp_path: Path) -> None:
    draft = Draft(tmp_path / "visit.jsonl")
    draft.path.write_bytes(b"\x1b[31m\xe6\x82\xa8\xe5")
    assert Draft(tmp_path / "visit.jsonl").read().startswith("[31m您")
    assert list(tmp_path.glob("*.jsonl")) == []


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    draft = Draft(tmp_path / "none" / "visit.jsonl")
    assert not draft.keep_if_possible("您好")
    with pytest.raises(OSError, match="No such file"):
        draft.keep("您好")
