"""At the table: what is granted is taken, what is open is named, and what was refused is no offer."""

import pytest

from simulator.client.wording import newly_met, open_terms
from tests.client.dealing import on_table, talk

GRANTED = "bargaining/lines/granted"
CONCEDED = "bargaining/lines/conceded"


def test_what_was_met_is_taken_and_only_the_rest_is_named() -> None:
    *_, (_, position, reply) = talk(
        "tech", "I can do eight million at 3.05%, your spouse signs too.", "I can do eight million at 3.05%, you sign alone and ten working days' notice."
    )  # fmt: skip
    assert position.table is not None
    met = newly_met(position.table.mine, position.table.theirs, ())
    left = open_terms(position.table.mine, position.table.theirs)
    said = {part.place for part in reply.parts} & {GRANTED, CONCEDED}
    assert bool(said) == (0 < len(met) < len(position.table.mine))
    assert set(met) | set(left) == set(position.table.mine)


@pytest.mark.parametrize(
    ("mine", "theirs", "left"),
    [
        ((("a", 1.0), ("b", 2.0)), (("a", 1.0),), (("b", 2.0),)),
        ((("a", 1.0), ("b", 2.0)), (), (("a", 1.0), ("b", 2.0))),
        ((("a", 1.0),), (("a", 1.0),), (("a", 1.0),)),
    ],
)
def test_open_terms(
    mine: tuple[tuple[str, float], ...], theirs: tuple[tuple[str, float], ...], left: object
) -> None:
    assert open_terms(mine, theirs) == left


def test_what_was_met_before_is_not_newly_met() -> None:
    assert newly_met((("a", 1.0), ("b", 2.0)), (("a", 1.0), ("b", 2.0)), (("a", 1.0),)) == (("b", 2.0),)


@pytest.mark.parametrize(
    "text",
    [
        "15 million at 3.6 with nothing pledged I can't do. What I can do is lend against receivables pledged, at 4.2%.",
        "I don't think we can manage fifteen, I'm sorry. It would be 5.6 million from me.",
        "额度一千五我这儿真做不了，利率4.2%，应收质押，这个我能定。",
        "您先报五百六十万，不报一千五，利率3.9%，应收账款质押。",
    ],
)
def test_the_demand_that_is_refused_is_no_offer(text: str) -> None:
    assert on_table("steel", text).get("amount") != 15_000_000


def test_why_a_wish_matters_does_not_grant_it() -> None:
    assert "guarantee" not in on_table("tech", "配偶不签字这一条对您为什么重要？")
    assert on_table("tech", "这么看八百万差一截，是不是？") == {}


def test_a_share_of_the_demand_is_no_offer() -> None:
    said = (
        "I can do 5.6 million at 4.0%, receivables pledged.",
        "Three per cent of fifteen is 450,000. I stay at 4.0%.",
    )
    *_, (_, position, _) = talk("steel", *said)
    assert position.table is not None
    assert dict(position.table.theirs).get("amount") == 5_600_000
    assert not position.table.agreed


def test_nobody_is_held_at_the_door_for_another_counter_offer() -> None:
    *_, (_, _, reply) = talk(
        "steel", "我能做一千万，利率3.9%，应收质押。", "张总，我说的是五百六十万，您听岔了。先告辞，再见。"
    )
    assert not any(part.place.startswith("bargaining/lines/refuse") for part in reply.parts)


def test_a_choice_that_is_refused_behind_its_name_is_not_put_forward() -> None:
    said = "纯信用这个，俺跟您撂句实话，不做，谁来也不做。俺手里能定的是五百六十万，3.9%往上，押您应收账款。"
    assert on_table("steel", said).get("security") != 2
    assert on_table("steel", "560万，3.9%。纯信用做不了，得应收质押。").get("security") == 1
    assert on_table("steel", "5.6 million at 4.0%. Unsecured I can't do, receivables pledged.").get("security") != 2


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("parts", "If the yuan gains two per cent, that is some 2.3 million yuan of margin gone."),
        ("parts", "人民币要是再升值2%，您这一年的毛利就薄了一层。"),
        ("tech", "I got a fund as well, put 20 million of your round in, my quarter needs it."),
    ],
)
def test_what_a_market_does_and_what_a_fund_takes_is_no_term(who: str, text: str) -> None:
    assert on_table(who, text) == {}


def test_a_wish_met_is_welcomed_and_what_is_given_up_is_conceded() -> None:
    first = "I can do eight million at 3.05%, your spouse signs too, ten working days' notice."
    *_, (_, before, _), (_, after, reply) = talk("tech", first, "Patents only, then, and eight million at 3.05%.")
    assert before.table is not None
    assert after.table is not None
    wished = dict(before.table.mine)
    met = newly_met(after.table.mine, after.table.theirs, before.table.best)
    said = [part.place for part in reply.parts]
    assert ("guarantee", 2.0) in met
    assert wished["guarantee"] == 2.0
    assert GRANTED in said
    gave_way = any(wished[id] != value for id, value in met)
    assert (CONCEDED in said) == gave_way
