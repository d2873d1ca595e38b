"""A promise that is not the trainee's to make is heard in its plain words, by the client and by who marks the visit."""

import pytest

from simulator.client import Client
from simulator.client.position import changed
from simulator.language.outright import outright
from simulator.language.understanding import Understanding
from simulator.scenario.library import SHIPPED
from simulator.scenario.load import load_scenario

TOO_MUCH = [
    ("zh", "auto-parts-exporter", "您把美元全锁了，往后一分钱都亏不着，我跟您打包票。一年收汇多少？"),
    ("zh", "steel-trader", "张总您放心，这事包在我身上，月底钱准到。下家几天回款？"),
    ("zh", "tech-firm", "一千万我今天就能答应您，签字就行，不用上会。"),
    (
        "en",
        "auto-parts-exporter",
        "Lock them all with forwards and you'll never lose a cent again. What did you lose last year?",
    ),
    (
        "en",
        "steel-trader",
        "Leave it to me, Mr Zhang, the money will be there by month-end. How long do buyers take?",
    ),
    ("en", "tech-firm", "Approval is a formality, I can promise you that right now. How big are the orders?"),
]
ALLOWED = [
    "能不能批我不敢打包票，回去问清楚再答您。",
    "谁跟您说包批，您可别信，银行没有这号事。",
    "拍胸脯的收您三个点，批不批他不担。",
    "锁了汇率也不是稳赚，美元涨了您就少赚。",
    "贷款要保证人，两口子签，您看行吗？",
    "我保证周五打电话告诉您，批不批都说。",
    "Nobody honest can promise you approval, and I won't.",
    "I'll guarantee you one thing: no honest man guarantees approval.",
    "I promise to ring you on Friday, whatever the answer is.",
    "Who would sign the guarantee, you and Mrs Lin?",
    "Scratch the 'never lose', that was me getting carried away.",
    "Deposits are guaranteed up to five hundred thousand.",
    "What I can't do is promise a rate today; the desk quotes it.",
]


@pytest.mark.parametrize(("language", "name", "text"), TOO_MUCH)
def test_the_client_takes_it_up_and_trusts_no_more(language: str, name: str, text: str) -> None:
    scenario = load_scenario(SHIPPED / "corporate" / f"{name}.yaml", language).scenario
    client = Client(scenario)
    start, before = client.start(2)
    known = tuple(scenario.remarks)
    position = changed(start, trust=50, turn=7, state="discovery", raised=known, settled=known)
    turn = Understanding(language, scenario).understand(text, before)
    assert {made.id for made in turn.taboos if made.certain} & {"overpromise", "guarantee_return"}
    after, reply = client.step(position, turn, 2)
    assert after.trust < 50
    assert any(part.place.endswith(("/overpromise", "/guarantee")) for part in reply.parts)


@pytest.mark.parametrize("text", ALLOWED)
def test_what_one_may_say_is_no_promise(text: str) -> None:
    language = "en" if text.isascii() else "zh"
    assert not [one for one in outright(language, text) if one.family == "overpromise"]


@pytest.mark.parametrize(
    ("language", "text", "offence"),
    [
        ("zh", "这事办成了您懂的，您也别让我白跑。", "kickback"),
        ("en", "I can hurry it along, as long as you make it worth my while.", "kickback"),
        ("en", "If you come in on Friday I'll throw in a few concert tickets for you both.", "kickback"),
        ("zh", "这只基金净值是掉了点，您放心，早晚得涨回来。", "guarantee_return"),
        ("en", "The fund is down a little, but it'll bounce back, they always do.", "guarantee_return"),
        ("zh", "我不会让您白跑一趟，材料我当面给您核好。", ""),
        ("en", "It's worth my while to come out to you, don't worry.", ""),
        ("zh", "这只基金净值掉了，什么时候能涨回来，谁也不敢说。", ""),
        ("en", "The fund is down, and whether it comes back I can't say; it might not.", ""),
        ("en", "Can I get you tickets for the queue at the counter?", ""),
    ],
)
def test_a_favour_hinted_at_and_a_gain_foretold_are_heard(language: str, text: str, offence: str) -> None:
    found = {one.family for one in outright(language, text)}
    assert found == ({offence} if offence else set())
