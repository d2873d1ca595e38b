"""Texts as YAML scalars that read back as the same texts."""

import json
import re

_PLAIN = re.compile(r"[A-Za-z\u4e00-\u9fff][^:#,\[\]{}&*!|>'\"%@`\n\t\\]*")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off"})


def spoken(text: str) -> str:
    """Text that is put into a line, in which ``$name`` would be filled in."""
    return text.replace("$", "＄")


def quoted(text: str) -> str:
    """Text as YAML: bare where it can only be read as text, else in quotes."""
    bare = _PLAIN.fullmatch(text) and text == text.strip() and text.lower() not in _WORDS
    return text if bare else json.dumps(text, ensure_ascii=False)
