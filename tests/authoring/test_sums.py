"""Sums of money are the same in whatever way either language writes them."""

import shutil
from pathlib import Path

import pytest

from simulator.authoring.sums import differing, strayed_sums, sums_of
from simulator.scenario.library import SHIPPED
from tests.commands.calling import call

EIGHT_MILLION = {
    "zh": ("800万", "八百万", "８００万元", "8百万", "800来万"),
    "en": ("8 million", "eight million", "8m", "CNY 8,000,000", "0.8 crore", "80 lakh"),
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_one_sum_has_many_spellings(language: str) -> None:
    for text in EIGHT_MILLION[language]:
        assert sums_of(language, text).full == [8e6], text


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("zh", "一亿两千万", 1.2e8),
        ("zh", "三万四", 34_000),
        ("zh", "一万二千", 12_000),
        ("zh", "四十二万八", 428_000),
        ("zh", "3900万", 3.9e7),
        ("en", "two million six hundred thousand", 2.6e6),
        ("en", "a million and a half", 1.5e6),
        ("en", "two and a half million", 2.5e6),
        ("en", "half a million", 5e5),
        ("en", "twenty-odd thousand", 2e4),
        ("en", "a hundred and fifty thousand", 1.5e5),
    ],
)
def test_a_sum_is_read_in_full(language: str, text: str, value: float) -> None:
    assert sums_of(language, text).full == [value]


@pytest.mark.parametrize("wrong", ["9 million", "80 million", "800,000", "eight hundred million", "0.8 million"])
def test_another_sum_is_found(wrong: str) -> None:
    assert differing("zh", "要一笔800万的流贷", "en", f"A line of {wrong}") is not None


@pytest.mark.parametrize("right", [*EIGHT_MILLION["en"], "eight, in millions", "nearly 8 million"])
def test_the_same_sum_is_not(right: str) -> None:
    assert differing("zh", "要一笔800万的流贷", "en", f"A line of {right}") is None


def test_what_only_one_side_says_is_left_to_the_translator() -> None:
    assert differing("zh", "三张，两百六，全是银票。", "en", "Three, two million six, all bank bills.") is None
    assert differing("zh", "要钱。", "en", "Eight million, that's what.") is None


def test_nothing_is_found_in_what_is_shipped() -> None:
    for path in SHIPPED.rglob("*.yaml"):
        assert list(strayed_sums(path)) == [], path


def test_a_planted_sum_is_told_at_its_line(tmp_path: Path) -> None:
    root = Path(shutil.copytree(SHIPPED, tmp_path / "scenarios", ignore=shutil.ignore_patterns("*.py")))
    overlay = root / "corporate" / "steel-trader.en.yaml"
    text = overlay.read_text(encoding="utf-8")
    old = "Two million six hundred thousand exactly"
    assert old in text
    overlay.write_text(
        text.replace(old, "Twenty-six million exactly", 1).replace("Three, 2.6, all", "Three, all", 1),
        encoding="utf-8",
    )
    line = next(
        n
        for n, one in enumerate(overlay.read_text(encoding="utf-8").splitlines(), 1)
        if "Twenty-six million exactly" in one
    )
    told = call("check", str(overlay), "--lang", "en").out.splitlines()
    assert [one for one in told if " S464 has 26,000,000 where" in one and "2,600,000" in one], told
    assert any(f"steel-trader.en.yaml:{number}:" in told[0] for number in range(line - 3, line + 1))
