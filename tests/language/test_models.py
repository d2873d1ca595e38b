"""The shipped models are those that the corpus in the repository gives."""

import pytest

from simulator.language.corpus_file import FOLDER, read_corpus
from simulator.language.model import FOLDER as MODELS
from simulator.language.model import load_model
from simulator.language.skeletons import read_skeletons
from simulator.language.training.corpus_hash import TEST_HANDS, corpus_hash
from simulator.vocabulary.moves import MOVES, TABOOS

LANGUAGES = ("zh", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_model_is_that_of_the_corpus(language: str) -> None:
    trained_from = (MODELS / f"{language}.corpus").read_text(encoding="utf-8").strip()
    assert trained_from == corpus_hash(language), "run: python -m simulator.language.training.train"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_move_and_every_taboo_that_can_be_heard_has_a_label(language: str) -> None:
    names = {label.name for label in load_model(language).labels}
    heard = {f"!{id}" for id, taboo in TABOOS.items() if not taboo.contextual}
    assert names == {*MOVES, *heard}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_corpus_can_be_read_and_keeps_hands_for_the_test(language: str) -> None:
    hands = {turn.hand for turn in read_corpus(language)}
    assert hands > TEST_HANDS[language]
    assert read_skeletons(language)
    assert (FOLDER / language).is_dir()
