"""The program's own words in scoring, Chinese and English: those of evidence, of the coach and of the debrief, put together."""

from typing import Any

from scoring.words_coach import COACH_WORDS
from scoring.words_evidence import EVIDENCE_WORDS
from scoring.words_plain import PLAIN_WORDS
from scoring.words_what_if import WHAT_IF_WORDS

WORDS: dict[str, dict[str, str]] = {
    language: {**EVIDENCE_WORDS[language], **COACH_WORDS[language], **PLAIN_WORDS[language]}
    for language in ("zh", "en")
}


for _language, _texts in WHAT_IF_WORDS.items():
    WORDS[_language].update({f"plain.{key}": text for key, text in _texts.items()})


def word(key: str, language: str, **values: Any) -> str:
    """The text for ``key`` with its ``{places}`` filled; English for every language but Chinese."""
    text = WORDS["zh" if language == "zh" else "en"][key]
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text
