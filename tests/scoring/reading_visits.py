"""Hand-written visits for the tests: a line is a clause, its labels stand behind the last bar.

``> 您好 | greet`` begins or continues a turn; ``< 请坐 | trust=42 events=objection:price asks=price offer=rate:3.1`` is the client's answer.
Labels: ``ask_problem/open@fx``, ``make_offer{rate=3.55,share=60}``, ``!tie_in:deposit_for_loan`` (``?`` behind it: not certain).
"""

import re
from functools import cache
from pathlib import Path
from typing import Any, get_args

from simulator.transcript.record import (
    Brief,
    ChoiceBrief,
    ClientSide,
    Exchange,
    Header,
    IssueBrief,
    NeedBrief,
    Preparation,
    ProductBrief,
    Transcript,
)
from simulator.vocabulary.turn import Issue, MoveMade, Quantity, TabooMade, Turn

FOLDER = Path(__file__).parent / "visits"
_LABEL = re.compile(r"(?P<id>\w+)(?:/(?P<form>open|closed))?(?:@(?P<topic>\w+))?(?:\{(?P<terms>[^}]*)\})?")
_ISSUES: dict[str, Issue] = {issue: issue for issue in get_args(Issue)}
_UNITS = {"rate": "%", "share": "%", "tenor": "month", "amount": "CNY", "fee": "%"}

CORPORATE = Brief(
    title="首访:宁川精工",
    segment="corporate",
    visit="first",
    contact="陈立",
    organisation="宁川精工",
    needs=(
        NeedBrief("line", "explicit", 3, "旺季备料缺一千万", topic="loan"),
        NeedBrief("price", "explicit", 2, "现在的3.35太贵"),
        NeedBrief("fx_loss", "latent", 3, "收美元付人民币,去年汇兑亏了一百九十万", "他说利润被吃掉一块", "fx"),
        NeedBrief("house", "latent", 2, "不想再押自己的房子", "他提到太太不高兴", "security"),
    ),
    products=(
        ProductBrief("working_capital", "流动资金贷款", ("line", "price")),
        ProductBrief("fx_forward", "远期结汇", ("fx_loss",)),
        ProductBrief("receivable_pledge", "应收账款质押", ("house",)),
    ),
    issues=(
        IssueBrief("rate", "利率", "percent_pa", "lower", 3.1, 3.6, 3.4, 3.3, 3.5, 5, 5),
        IssueBrief("share", "结算占比", "percent", "lower", 20, 65, 40, 30, 60, 2, 4),
    ),
    objectives=(
        ChoiceBrief("know", "弄清收汇和授信,约到车间走访", "right", "看得见结果"),
        ChoiceBrief("sell", "当场签下贷款", "wrong", "第一次见面太急"),
    ),
    materials=(
        ChoiceBrief("card", "名片", "needed"),
        ChoiceBrief("guide", "出口企业服务手册", "needed"),
        ChoiceBrief("form", "贷款申请表", "premature", "需求还没弄清"),
    ),
    questions=(
        ChoiceBrief("why_switch", "换银行麻不麻烦?", "likely"),
        ChoiceBrief("margin", "远期的保证金占不占钱?", "likely"),
        ChoiceBrief("branch", "你们网点多不多?", "unlikely"),
    ),
    objections=("switching", "margin"),
)
RETAIL = Brief(
    title="到期存款:王老师",
    segment="retail",
    visit="maintenance",
    contact="王老师",
    lay=True,
    vulnerable=True,
    risk_grade=None,
    needs=(
        NeedBrief("yield", "explicit", 3, "还想存3%", topic="deposit"),
        NeedBrief("medical", "latent", 3, "看病的钱要随时能取", "她说最近老跑医院", "liquidity"),
        NeedBrief("burnt", "latent", 2, "2019年被当成存款卖过保险", "她问是不是又骗我买保险", "trust"),
    ),
    products=(
        ProductBrief("ladder", "阶梯存单", ("yield",)),
        ProductBrief("notice", "七天通知存款", ("medical",)),
        ProductBrief("r2_fund", "R2固收理财", ("yield",), 2),
        ProductBrief("r3_fund", "R3混合基金", (), 3),
    ),
)
COMPLAINT = Brief(
    title="投诉:刘阿姨",
    segment="retail",
    visit="complaint",
    contact="刘阿姨",
    needs=(
        NeedBrief("fee", "explicit", 2, "退还扣的38元"),
        NeedBrief("nobody_called", "latent", 3, "产品跌了没人打电话", "她说没人管"),
    ),
)
PHONE = Brief(title="电话邀约:马老板", segment="retail", visit="phone", contact="马老板")
BRIEFS = {"corporate": CORPORATE, "retail": RETAIL, "complaint": COMPLAINT, "phone": PHONE}


@cache
def visit(name: str) -> Transcript:
    """The hand-written visit of that name."""
    return parse((FOLDER / f"{name}.visit").read_text(encoding="utf-8"), name)


def names() -> tuple[str, ...]:
    """Every hand-written visit."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.visit")))


def parse(text: str, name: str) -> Transcript:
    """A visit from its text; the brief is that of the first part of its name."""
    clauses: list[tuple[str, str]] = []
    exchanges: list[Exchange] = []
    opening, preparation, trust = "", None, 40
    follow_up: dict[str, Any] = {}
    revealed: tuple[str, ...] = ()
    for line in text.splitlines():
        body, _, labels = line[2:].rpartition("|") if "|" in line else (line[2:], "", "")
        if line.startswith("prepare "):
            preparation = _preparation(line[8:])
        elif line.startswith("follow "):
            key, _, value = line[7:].partition("=")
            follow_up[key] = value
        elif line.startswith("> "):
            clauses.append((body.strip(), labels))
        elif line.startswith("< ") and not clauses:
            opening = body.strip()
        elif line.startswith("< "):
            client = _client(body.strip(), labels, trust, revealed)
            trust, revealed = client.trust, client.revealed
            exchanges.append(Exchange(len(exchanges) + 1, _turn(clauses), client))
            clauses = []
    header = Header(name, "0" * 16, "zh", 1, brief=BRIEFS[name.split("_")[0]])
    return Transcript(header, tuple(exchanges), preparation, "ended", opening, follow_up)


def _preparation(text: str) -> Preparation:
    parts = dict(part.split("=", 1) for part in text.split(" "))
    notes = {key[5:]: value for key, value in parts.items() if key.startswith("note.")}
    picked = {
        key: tuple(parts.get(key, "").split(",")) if parts.get(key) else () for key in ("materials", "questions")
    }
    return Preparation(parts.get("objective", ""), picked["materials"], picked["questions"], notes)


def _turn(clauses: list[tuple[str, str]]) -> Turn:
    moves: list[MoveMade] = []
    taboos: list[TabooMade] = []
    for clause, labels in clauses:
        for label in labels.split():
            if label.startswith("!"):
                family, _, kind = label[1:].rstrip("?").partition(":")
                certain = not label.endswith("?")
                taboos.append(TabooMade(family, clause, 0.9, certain, kind or None))
            elif label != "other" and (found := _LABEL.fullmatch(label)):
                form: Any = found["form"]
                moves.append(MoveMade(found["id"], clause, 0.9, form, found["topic"], _terms(found["terms"])))
    return Turn("".join(clause for clause, _ in clauses), tuple(moves), tuple(taboos))


def _terms(text: str | None) -> tuple[Quantity, ...]:
    pairs = [part.split("=") for part in (text or "").split(",") if part]
    return tuple(Quantity(_ISSUES[issue], float(value), _UNITS[issue]) for issue, value in pairs)


def _client(text: str, labels: str, trust: int, revealed: tuple[str, ...]) -> ClientSide:
    parts = dict(part.split("=", 1) for part in labels.split())
    terms = {
        key: {k: float(v) for k, v in (pair.split(":") for pair in parts[key].split(","))} if key in parts else None
        for key in ("offer", "agreed")
    }
    return ClientSide(
        text,
        "talk",
        int(parts.get("trust", trust)),
        60,
        tuple(dict.fromkeys([*revealed, *filter(None, parts.get("revealed", "").split(","))])),
        terms["offer"],
        terms["agreed"],
        tuple(filter(None, parts.get("events", "").split(","))),
        parts.get("asks"),
    )
