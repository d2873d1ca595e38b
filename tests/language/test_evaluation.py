"""What counts as right when labelled lines are compared."""

from pathlib import Path

from simulator.language.corpus_file import read_file
from simulator.language.evaluation import labelled_corpus

VISIT = """> Are you happy there? | ask_current_bank/closed
> And what do they do well? | ask_current_bank/open
> How many are you? | ask_situation/closed
> When do they pay? | ask_current_bank/closed
"""


def test_a_move_made_in_several_clauses_is_open_if_one_of_them_is(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(VISIT, encoding="utf-8")
    (turn,) = labelled_corpus(read_file(file, "en"))
    assert turn.forms == {"ask_current_bank": "open", "ask_situation": "closed"}
