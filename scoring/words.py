"""The program's own words in scoring, Chinese and English, in one place."""

from typing import Any

WORDS: dict[str, dict[str, str]] = {
    "zh": {
        "because.said": "{move}",
        "because.open": "{move}(开放式)",
        "because.closed": "{move}(封闭式)",
    },
    "en": {
        "because.said": "{move}",
        "because.open": "{move} (open)",
        "because.closed": "{move} (closed)",
    },
}


def word(key: str, language: str, **values: Any) -> str:
    """The text for ``key`` with its ``{places}`` filled; English for every language but Chinese."""
    text = WORDS["zh" if language == "zh" else "en"][key]
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text
