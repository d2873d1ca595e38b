"""A client does not say again, in other words, what it has just said."""

import pytest

from simulator.client.echoing import least_echoing, opens_anew, said_anew, says_again, sense, sense_of
from simulator.client.replies import Part, joined

LOSS = "去年汇兑亏了一百九十万，够发三十八天工资。"
TUITION = "一百九十万是学费，去年交的。"
DESK = "报价要等半个钟头，等来了行情也走了。"


def test_of_several_lines_the_one_goes_first_that_repeats_least() -> None:
    assert least_echoing([TUITION, DESK], sense(LOSS)) == [DESK]
    assert least_echoing([TUITION, DESK], frozenset()) == [TUITION, DESK]
    assert least_echoing([TUITION], sense(LOSS)) == [TUITION]  # something has to be said


def test_lines_that_say_much_alike_are_told_from_those_that_do_not() -> None:
    assert says_again(LOSS, TUITION)
    assert not says_again(LOSS, DESK)
    assert (
        says_again("Right, with the day on it and who does it.", "Noted. The day on it, and who does it.") is False
    )
    assert says_again(
        "We lost 1.9 million on the exchange.", "Last year's 1.9 million on the exchange was tuition."
    )


def test_narration_says_nothing_and_stands_once() -> None:
    assert sense("（她看表）走吧。") == sense("走吧。")
    parts = [Part("[She looks up.] Two hours.", "a", 80), Part("[She looks up.] And nobody came.", "b", 70)]
    assert joined(parts, "en") == "[She looks up.] Two hours. And nobody came."
    assert joined(parts[:1], "en") == "[She looks up.] Two hours."
    assert sense_of(()) == frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("最高八百四十万，在腊月。", "腊月八百四，过了年就松。"),
        (
            "Three hundred and sixty thousand is all I can spare.",
            "I would give three hundred and sixty thousand, before the roof goes.",
        ),
        ("The boiler cost 41,500 with the pipes.", "For the pipes and so on, 41,500."),
    ],
)
def test_a_figure_told_twice_is_the_same_told_twice(one: str, other: str) -> None:
    assert says_again(one, other)


def test_different_figures_of_one_matter_are_two_things_told() -> None:
    assert not says_again("八百四十万是去年腊月。", "今年开春一百二十万，都在锅炉上。")
    assert not says_again("Three hundred thousand for the roof.", "Ninety thousand went into the cellar in spring.")


def test_two_lines_of_one_breath_do_not_open_with_the_same_little_word() -> None:
    said = ["Good, that is noted."]
    assert opens_anew(["Good. Bring the keys.", "Fine. Bring the keys."], said) == ["Fine. Bring the keys."]
    assert opens_anew(["Good. Bring the keys."], said) == ["Good. Bring the keys."]  # something has to be said
    assert opens_anew(["好，钥匙带上。", "钥匙带上。"], ["好，记下了。"]) == ["钥匙带上。"]
    assert opens_anew(["Goodness, the keys."], said) == ["Goodness, the keys."]


@pytest.mark.parametrize(
    ("line", "before", "left"),
    [
        (
            "The third quarter was the worst, 1.2 million. 1.9 million for the year, and none of it hedged.",
            "Dollars in, yuan out, and 1.9 million gone last year, none of it hedged.",
            "The third quarter was the worst, 1.2 million.",
        ),
        (
            "一年亏了一百九十万。三季度最惨，一百二十万。",
            "去年汇兑亏了一百九十万，够发三十八天工资。",
            "三季度最惨，一百二十万。",
        ),
        ("一百九十万，一年亏的。", "一年亏了一百九十万。", ""),
        ("The road people owe 7.2 million.", "Eleven million is out there.", "The road people owe 7.2 million."),
        ("我要的是十二万，当天拿得出来。", "儿子那头二十万。", "我要的是十二万，当天拿得出来。"),
    ],
)
def test_a_figure_that_was_told_is_not_told_again(line: str, before: str, left: str) -> None:
    assert said_anew(line, before) == left
