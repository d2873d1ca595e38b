"""Every word of the program has its Chinese, the places to fill agree, and the compiled catalogue is the written one."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).resolve().parents[1] / "simulator"
WRITTEN = PACKAGE / "locales" / "zh" / "LC_MESSAGES" / "duilian.po"
PLACES = re.compile(r"\{\w*\}|%\(\w+\)s|%[rsd]")
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff”）][,;()!?]|[,;!?(][\u4e00-\u9fff“（]")
"""Punctuation of another script beside Chinese; a colon may be that of ``FILE:LINE:`` or of YAML."""


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Every call of ``_`` or ``N_``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "N_"):
            yield node


@cache
def messages() -> frozenset[str]:
    """All texts of the program that are to be translated."""
    found: set[str] = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        for call in calls(ast.parse(path.read_text(encoding="utf-8"))):
            argument = call.args[0]
            if isinstance(argument, ast.Constant):
                assert isinstance(argument.value, str), path
                found.add(argument.value)
    return frozenset(found)


@cache
def catalogue() -> dict[str, str]:
    """The written translations."""
    with WRITTEN.open("rb") as file:
        return _texts(read_po(file, locale="zh"))


def _texts(entries: Catalog) -> dict[str, str]:
    return {
        str(entry.id): str(entry.string)
        for entry in entries
        if entry.id and isinstance(entry.string, str) and not entry.fuzzy
    }


def test_every_message_has_its_chinese() -> None:
    assert len(messages()) > 300
    assert sorted(message for message in messages() if not catalogue().get(message)) == []


def test_nothing_is_translated_that_is_no_longer_said() -> None:
    assert sorted(set(catalogue()) - messages()) == []


def test_the_places_to_fill_agree() -> None:
    wrong = {
        message: chinese
        for message, chinese in catalogue().items()
        if sorted(PLACES.findall(message)) != sorted(PLACES.findall(chinese))
    }
    assert wrong == {}


def test_chinese_has_chinese_punctuation() -> None:
    assert [chinese for chinese in catalogue().values() if HALF_WIDTH.search(chinese)] == []


def test_the_compiled_catalogue_is_the_written_one() -> None:
    compiled = read_mo(BytesIO(WRITTEN.with_suffix(".mo").read_bytes()))
    assert _texts(compiled) == {message: chinese for message, chinese in catalogue().items() if chinese}


def test_no_message_hides_in_an_f_string() -> None:
    """Extraction does not look into f-strings before Python 3.12, so that a message there is easily missed."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FormattedValue):
                hidden = [call for call in calls(node) if isinstance(call.args[0], ast.Constant)]
                assert hidden == [], f"{path}:{node.lineno}"
