"""The debrief speaks of the client: a woman, a man or a firm. And its model sentences fit any client of the segment."""

import re

import pytest

from scoring import load_rubric
from scoring.rubric import Rubric, TabooRule
from scoring.words import WORDS
from scoring.words_report import REPORT_WORDS
from simulator.transcript.record import Brief

HE = re.compile(r"\b(?:he|him|his|she|her|hers)\b", re.IGNORECASE)
HE_ZH = re.compile("(?<![其吉])[他她](?![行们人客])")
LANGUAGES = ("zh", "en")
PECULIAR = {
    "zh": ("老伴", "退休金", "医保", "老姐妹", "腰不好", "孙", "结汇", "底特律", "出货", "汇率", "美元"),
    "en": ("pension", "medical card", "neighbour", "your back", "grandchild", "dollars", "a forward", "elderly"),
}


def rules(rubric: Rubric) -> list[TabooRule]:
    return [rule for taboo in rubric.taboos.values() for rule in (taboo, *taboo.kinds.values())]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_debrief_takes_the_client_for_a_man(language: str) -> None:
    words = [*WORDS[language].values(), *REPORT_WORDS[language].values()]
    rubric = load_rubric(language=language)
    for item in rubric.items.values():
        words += [item.name, *item.advice.all]
    for rule in rules(rubric):
        words += [rule.name, *rule.why.all]
    assert [word for word in words if (HE_ZH if language == "zh" else HE).search(word)] == []


@pytest.mark.parametrize("segment", ["corporate", "retail"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_model_sentence_is_for_one_client_of_a_segment_alone(language: str, segment: str) -> None:
    rubric = load_rubric(language=language)
    brief = Brief(segment="corporate" if segment == "corporate" else "retail", contact="林")
    lines = {id: item.example.said(brief) for id, item in rubric.items.items() if id != "disc_fx_risk"}
    lines |= {rule.id: rule.instead.said(brief) for rule in rules(rubric)}
    assert [(id, line) for id, line in lines.items() for word in PECULIAR[language] if word in line.lower()] == []
