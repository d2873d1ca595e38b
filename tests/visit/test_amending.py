"""An amended turn is played as if it had been understood so at once, and nothing of it is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.library import read_library
from simulator.scenario.load import Loaded, load_scenario
from simulator.transcript.format import read_transcript
from simulator.transcript.record import Mode
from simulator.visit.amending import HEARD_IN_WORDS, Meant, MeantError, Reading, amended, as_it_stands, read_meant
from simulator.visit.journal import Journal, JournalError
from simulator.visit.store import read_file
from simulator.visit.visit import Visit, Writes
from simulator.vocabulary.moves import MOVES
from simulator.vocabulary.turn import MoveMade, Quantity, TabooMade, Turn


def _loaded(name: str) -> Loaded:
    entry = read_library().find(name)
    assert entry is not None
    return load_scenario(entry.path)


BARGAINER = _loaded("auto-parts-exporter")
QUESTION = MoveMade("ask_problem", "最担心什么", 0.7, "closed", "fx")


class Deaf:
    """Understands nothing; turns are given ready-made."""

    version = "deaf"

    def understand(self, text: str, previous: str = "") -> Turn:
        """Nothing."""
        return Turn(text)


class Memory:
    """Keeps the lines of each entry; ``full`` refuses the next."""

    def __init__(self) -> None:
        self.entries: list[tuple[str, ...]] = []
        self.full = False

    def append(self, *lines: str) -> None:
        """One entry."""
        if self.full:
            raise JournalError(Path("x"), "No space left on device")
        self.entries.append(lines)

    @property
    def lines(self) -> list[str]:
        """All lines there are."""
        return [line for entry in self.entries for line in entry]


def begun(journal: Writes, mode: Mode = "practice") -> Visit:
    """A visit before its first turn."""
    return Visit.begin(BARGAINER, Deaf(), journal, lambda: "", seed=3, mode=mode)


moves = st.builds(
    MoveMade,
    st.sampled_from(sorted(MOVES)),
    st.just("话"),
    st.just(0.9),
    st.none(),
    st.sampled_from([None, *BARGAINER.scenario.topics]),
    st.sampled_from([(), (Quantity("rate", 3.1, "%"),)]),
)
taboos = st.builds(TabooMade, st.sampled_from(HEARD_IN_WORDS), st.just("话"))
turns = st.builds(
    Turn,
    st.just("一句话"),
    st.lists(moves, max_size=3).map(tuple),
    st.lists(taboos, max_size=1).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(turns, max_size=5), turns, turns, st.booleans(), turns)
def test_the_visit_goes_on_as_if_the_turn_had_been_understood_so(
    before: list[Turn], heard: Turn, meant: Turn, end: bool, after: Turn
) -> None:
    journal, fresh = Memory(), begun(Memory())
    visit = begun(journal)
    for turn in before:
        if not visit.over:
            visit.take(turn)
            fresh.take(turn)
    if visit.over:
        return
    visit.take(heard)
    if end:
        visit.end()
    assert visit.amend(meant).client == fresh.take(meant).client
    assert (visit.position, visit.over) == (fresh.position, fresh.over)
    assert read_transcript(journal.lines) == visit.transcript
    if not visit.over:
        assert visit.take(after).client == fresh.take(after).client
    assert visit.position == fresh.position
    assert visit.transcript.exchanges[len(before)].as_heard == heard


def test_amending_is_one_entry_of_the_journal() -> None:
    journal = Memory()
    visit = begun(journal)
    visit.take(Turn("话", (MoveMade("farewell", "话"),)))
    assert visit.over
    before = len(journal.entries)
    visit.amend(Turn("话", (MoveMade("greet", "话"),)))
    assert len(journal.entries) == before + 1
    assert not visit.over


def test_cut_anywhere_the_turn_is_there_as_it_was_or_as_it_was_meant() -> None:
    journal = Memory()
    visit = begun(journal)
    for id in ("greet", "farewell"):
        visit.take(Turn("话", (MoveMade(id, "话"),)))
    before, written = visit.transcript, "".join(journal.lines).encode()
    visit.amend(Turn("话", (MoveMade("thank", "话"),)))
    added = "".join(journal.lines).encode()[len(written) :]
    for cut in range(len(added) + 1):
        lines = (written + added[:cut]).decode(errors="replace").splitlines(keepends=True)
        found = read_transcript(lines)
        assert found == (visit.transcript if cut >= len(added) - 1 else before)


def test_where_the_disk_refuses_all_stays_as_it_was() -> None:
    journal = Memory()
    visit = begun(journal)
    visit.take(Turn("话", (MoveMade("small_talk", "话"),)))
    transcript, position, journal.full = visit.transcript, visit.position, True
    with pytest.raises(JournalError):
        visit.amend(Turn("话", (MoveMade("greet", "话"),)))
    assert (visit.transcript, visit.position) == (transcript, position)


def test_the_first_reading_stays_however_often_a_turn_is_amended() -> None:
    visit = begun(Memory())
    heard = Turn("话", (MoveMade("small_talk", "话"),))
    visit.take(heard)
    for id in ("greet", "thank"):
        visit.amend(visit.meant(Reading((Meant(id),))))
    assert len(visit.transcript.exchanges) == 1
    assert visit.transcript.exchanges[0].as_heard == heard


def test_an_exam_is_flagged_not_amended(tmp_path: Path) -> None:
    with Journal(tmp_path / "v.jsonl") as journal:
        visit = begun(journal, "exam")
        visit.take(Turn("话", (MoveMade("greet", "话"),)))
        visit.take(Turn("话", (MoveMade("thank", "话"),)))
        with pytest.raises(ValueError, match="exam"):
            visit.amend(Turn("话"))
        for turn in (0, 3):
            with pytest.raises(ValueError, match="no such turn"):
                visit.flag(turn)
        visit.flag(1)
        visit.flag(1)
    kept = read_file(tmp_path / "v.jsonl")
    assert kept == visit.transcript
    assert [exchange.flagged for exchange in kept.exchanges] == [True, False]
    assert (tmp_path / "v.jsonl").read_text(encoding="utf-8").count('"flag"') == 1


@pytest.mark.parametrize("do", [lambda v: v.amend(Turn("话")), lambda v: v.meant(Reading()), lambda v: v.flag(1)])
def test_before_the_first_turn_there_is_nothing_to_amend(do: Callable[[Visit], object]) -> None:
    with pytest.raises(ValueError, match=r"no such|nothing"):
        do(begun(Memory()))


def test_what_was_heard_rightly_keeps_its_words_and_what_is_added_is_said_of_the_whole_turn() -> None:
    heard = Turn(
        "您好，最担心什么", (MoveMade("greet", "您好", 0.6), QUESTION), (TabooMade("pry", "什么", 0.5, False),)
    )
    meant = Reading((Meant("empathise"), Meant("ask_problem", "open")), ("rude",), ("pry",))
    turn = amended(heard, meant, "zh")
    assert turn.moves == (
        MoveMade("ask_problem", "最担心什么", 1.0, "open", "fx"),
        MoveMade("empathise", heard.text),
    )
    assert turn.taboos == (TabooMade("pry", "什么", 0.5, False), TabooMade("rude", heard.text))


def test_added_offers_carry_the_figures_and_added_questions_a_form() -> None:
    figures = (Quantity("rate", 3.1, "%", clause="3.1%"),)
    heard = Turn("3.1%，您看怎么样", (), (), figures)
    turn = amended(heard, Reading((Meant("make_offer"), Meant("ask_expectation"))), "zh")
    assert {move.id: move.terms for move in turn.moves} == {"make_offer": figures, "ask_expectation": ()}
    assert [move.form for move in turn.moves if move.id == "ask_expectation"] == ["open"]


@given(st.permutations([Meant("thank"), Meant("greet"), Meant("ask_problem"), Meant("empathise")]))
def test_the_order_of_naming_does_not_matter(order: list[Meant]) -> None:
    heard = Turn("话", (QUESTION,))
    assert [move.id for move in amended(heard, Reading(tuple(order)), "zh").moves] == [
        "ask_problem",
        "greet",
        "empathise",
        "thank",
    ]


def test_moves_are_read_by_their_ids_and_names() -> None:
    assert read_meant("ask_problem/open, empathise，共情 了解决策/封闭、rude") == Reading(
        (Meant("ask_problem", "open"), Meant("empathise"), Meant("empathise"), Meant("ask_decision", "closed")),
        ("rude",),
    )


@pytest.mark.parametrize(
    ("word", "guess"),
    [
        ("emphatise", "empathise"),
        ("greet/open", "greet"),
        ("ask_problem/wide", "ask_problem/open"),
        ("monologue", ""),
        ("???", ""),
    ],
)
def test_a_word_that_is_no_move_is_told_with_the_nearest(word: str, guess: str) -> None:
    with pytest.raises(MeantError) as caught:
        read_meant(f"greet {word}")
    assert (caught.value.word, caught.value.guess) == (word, guess)


def test_a_suspicion_is_certain_once_a_person_says_so() -> None:
    heard = Turn("话", (), (TabooMade("kickback", "话", 0.5, False),))
    assert amended(heard, Reading(taboos=("kickback",)), "zh").taboos == (TabooMade("kickback", "话"),)


@given(turns)
def test_the_reading_as_it_stands_changes_neither_moves_nor_taboos(turn: Turn) -> None:
    again = amended(turn, as_it_stands(turn), "zh")
    assert [(move.id, move.form, move.topic) for move in again.moves] == [
        (m.id, m.form, m.topic) for m in turn.moves
    ]
    assert [(t.id, t.certain) for t in again.taboos] == [(t.id, t.certain) for t in turn.taboos]
