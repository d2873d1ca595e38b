"""Visits are found again: those with an end apart from those without, wherever they were written."""

from pathlib import Path

import pytest

from simulator.transcript.format import end_line, exchange_line, follow_up_line, header_line, undo_line
from simulator.transcript.record import ClientSide, Exchange, Header, Transcript
from simulator.visit.store import VARIABLE, ended, home, read_file, remember, unfinished, visit_files
from simulator.visit.tail import LAST, has_ended
from simulator.vocabulary.turn import Turn

HEADER = header_line(Header(scenario="x", scenario_hash="", language="zh", seed=1))


def said(turn: int, text: str = "您好") -> str:
    """A turn on disk."""
    return exchange_line(Exchange(turn, Turn(text), ClientSide("请坐", "start", 40, 60)))


@pytest.fixture(autouse=True)
def visits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the visits."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "home"))
    folder = home() / "visits"
    folder.mkdir(parents=True)
    return folder


LONG = said(2, "长" * LAST)
KINDS: list[tuple[str, bool | None, bool]] = [
    ("", False, False),
    (said(1), False, False),
    (said(1) + end_line("left"), True, True),
    (said(1) + end_line("left") + follow_up_line({"promises": "周五"}), True, True),
    (said(1) + end_line("left") + undo_line(1), False, False),
    (said(1) + end_line("left") + said(1), False, False),
    (said(1) + end_line("left") + '{"kind":"exch', True, True),
    (said(1) + LONG + end_line("left"), True, True),
    (said(1) + LONG, None, False),
    (said(1, '{"kind":"end"}'), False, False),
]


@pytest.mark.parametrize(("lines", "glance", "over"), KINDS)
def test_the_tail_tells_whether_a_visit_has_ended(
    lines: str, glance: bool | None, over: bool, visits: Path
) -> None:
    path = visits / "20260101T090000-x-00001.jsonl"
    path.write_text(HEADER + lines, encoding="utf-8")
    assert has_ended(path) is glance
    assert [each.path for each in unfinished()] == ([] if over else [path])
    assert [found for found, _visit in ended(visit_files())] == ([path] if over else [])


def test_a_visit_that_ends_while_one_watches_is_seen_to(visits: Path) -> None:
    path = visits / "20260101T090000-x-00001.jsonl"
    path.write_text(HEADER + said(1), encoding="utf-8")
    assert len(unfinished()) == 1
    with path.open("a", encoding="utf-8") as file:
        file.write(end_line("left"))
    assert unfinished() == ()


def test_a_visit_written_elsewhere_is_found_until_it_is_gone(visits: Path, tmp_path: Path) -> None:
    here = visits / "20260101T090000-x-00001.jsonl"
    there = tmp_path / "别处\n" / "v.jsonl"
    there.parent.mkdir()
    for path in (here, there):
        path.write_text(HEADER + said(1), encoding="utf-8")
        remember(path)
        remember(path)
    assert [each.path for each in unfinished()] == [there.resolve(), here]
    there.unlink()
    assert [each.path for each in unfinished()] == [here]


def test_a_spoilt_list_of_other_places_is_passed_over(visits: Path) -> None:
    (home() / "elsewhere.jsonl").write_bytes(
        b'\xff\n[1]\n{"a":\n"/none/x.jsonl"\n"' + b"a" * 5000 + b'"\n"\\u0000"\n'
    )
    assert visit_files() == ()


def test_ended_visits_are_read_only_as_they_are_asked_for(visits: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        path = visits / f"2026010{number + 1}T090000-x-00001.jsonl"
        path.write_text(HEADER + said(1) + end_line("left"), encoding="utf-8")
    read: list[Path] = []

    def reading(path: Path) -> Transcript:
        read.append(path)
        return read_file(path)

    monkeypatch.setattr("simulator.visit.store.read_file", reading)
    rest = ended(visit_files())
    assert [next(rest)[0].name[:8], next(rest)[0].name[:8]] == ["20260105", "20260104"]
    assert len(read) == 2
