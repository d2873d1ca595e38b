"""The gap that a trainee works out is a matter of the visit: taken up, defended, owned to, and no longer asked at the table."""

import pytest

from simulator.client import Client
from simulator.client.position import Position, changed
from simulator.client.taking import Reply
from simulator.language.understanding import Understanding
from simulator.scenario.library import SHIPPED
from simulator.scenario.load import load_scenario

PUT = {
    "zh": "我算了一遍，周转要四千八百六，减掉自有、贷款、银票，净缺五百六十万上下。",
    "en": "By the sheet you're short of about five and a half million, not fifteen.",
}
LIVE = {"zh": "五百六够您用的不？", "en": "Would 5.6 be enough to run on?"}
OFFER = {
    "zh": "我这里能定的是五百六十万，利率3.90%，应收质押。",
    "en": "What I can sign is 5.6 million at 3.90%, with receivables pledged.",
}
every_language = pytest.mark.parametrize("language", ["zh", "en"])


class _Talk:
    def __init__(self, language: str) -> None:
        scenario = load_scenario(SHIPPED / "corporate" / "steel-trader.yaml", language).scenario
        self.client, self.hears = Client(scenario), Understanding(language, scenario)
        start, self.before = self.client.start(2)
        known = tuple(scenario.remarks)
        self.position: Position = changed(
            start, state="discovery", trust=52, turn=7, raised=known, settled=known, needs=(("big_line", 2),),
            heard=(("ask_situation", 5),),
        )  # fmt: skip

    def say(self, text: str) -> Reply:
        self.position, reply = self.client.step(self.position, self.hears.understand(text, self.before), 2)
        self.before = reply.text
        return reply


def _places(reply: Reply) -> list[str]:
    return [part.place.split("/")[-1] for part in reply.parts]


@every_language
def test_it_is_disputed_then_owned_to(language: str) -> None:
    talk = _Talk(language)
    assert _places(talk.say(PUT[language])) == ["gap_first"]
    assert "gap_admitted" in _places(talk.say(PUT[language]))
    assert dict(talk.position.needs)["why_fifteen"] == 2
    assert "gap_yes" in _places(talk.say(PUT[language]))


@every_language
def test_what_is_put_twice_in_one_breath_is_taken_up_once(language: str) -> None:
    asked = {"zh": "您看这个缺口数对不对？", "en": "Is a gap of 5.6 right, do you think?"}
    talk = _Talk(language)
    assert "gap_admitted" not in _places(talk.say(f"{PUT[language]} {asked[language]}"))


@every_language
def test_whether_it_would_do_is_answered(language: str) -> None:
    assert any(
        place.startswith("gap_live") or place == "say" for place in _places(_Talk(language).say(LIVE[language]))
    )


@every_language
def test_who_owned_to_it_asks_for_less_at_the_table(language: str) -> None:
    fresh, told = _Talk(language), _Talk(language)
    told.position = changed(told.position, needs=(("big_line", 2), ("why_fifteen", 2)))
    asked = [dict(talk.say(OFFER[language]).offer or ())["amount"] for talk in (fresh, told)]
    assert asked == [15_000_000, 10_000_000]
