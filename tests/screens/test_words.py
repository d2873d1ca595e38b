"""Every word of the screens has its Chinese, with the same places to fill."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from simulator.i18n import _, set_language

SCREENS = Path(__file__).resolve().parents[2] / "simulator" / "screens"
PLACES = re.compile(r"\{\w+\}")


def _calls(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "N_"):
            argument = node.args[0]
            if isinstance(argument, ast.Constant):
                yield str(argument.value)


def messages() -> set[str]:
    """All texts of the screens that are to be translated."""
    return {text for path in SCREENS.glob("*.py") for text in _calls(ast.parse(path.read_text(encoding="utf-8")))}


def test_every_message_is_translated() -> None:
    set_language("zh")
    found = messages()
    assert len(found) > 100
    assert sorted(message for message in found if _(message) == message) == []


def test_translations_keep_the_places() -> None:
    set_language("zh")
    assert [text for text in messages() if set(PLACES.findall(text)) != set(PLACES.findall(_(text)))] == []


def test_no_message_hides_in_an_f_string() -> None:
    """The extractor does not look into f-strings before Python 3.12, so a message there is never translated."""
    for path in SCREENS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                assert list(_calls(node)) == [], path.name
