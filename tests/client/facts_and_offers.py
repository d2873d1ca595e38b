"""Figures that are told and figures that are put forward, by the reason that tells them apart.

Those of `HELD_OUT` were written together with the others and before any rule was made for them.
"""

from typing import NamedTuple


class Case(NamedTuple):
    """What is said to whom, one thing after the other, and the trainee's terms that lie on the table after it."""

    who: str
    said: tuple[str, ...]
    terms: dict[str, float]


PARTS = "我给您3.15%，结算六成，房子先押半年再解押。"
PARTS_ON = {"rate": 3.15, "security": 1.0, "share": 60.0}
PARTS_EN = "I can offer 3.15%, sixty per cent of the settlement, and the house for six months, then released."
STEEL = "我这边五百六十万，4.0%，应收质押，您看行吗？"
STEEL_ON = {"amount": 5_600_000.0, "rate": 4.0, "security": 1.0}
TECH = "我能给八百万、3.05%、您一人签字、提前十个工作日告知。"
TECH_ON = {"amount": 8_000_000.0, "rate": 3.05, "guarantee": 1.0, "notice": 1.0}
TECH_EN = "I can offer eight million at 3.05%, your guarantee only, ten working days' notice."

RESTATED = (
    Case("parts", ("厂子是两位股东的，太太那边占三成，文件上得有她的名字。",), {}),
    Case("parts", ("The register shows two names, the wife with 30%, and both of them sign the minutes.",), {}),
    Case("parts", ("应收九十天，存货五十五天，这一圈压着差不多五千万，我都抄下来了。",), {}),
    Case("tech", ("九月峰值九百三十万，这个数我听明白了。",), {}),
    Case("tech", ("九百三我抄在本子上了，比我原先猜的高一点。",), {}),
    Case("tech", ("A peak of 9.3 million in September, got it, that's more than I had guessed.",), {}),
    Case("tech", ("还款来源我这么推：毛利率按35%估，收入六千二百万，毛利两千多万，够付一年的本息。",), {}),
    Case("tech", ("My own derivation: 62 million of sales, say 40% gross, leaves about 25 million before research.",), {}),
    Case("tech", ("对面那家报您2.95%、九百万，里头含不含担保费？",), {}),
    Case("tech", ("The other house quotes you 3.0% on ten million, is the guarantee fee inside or on top?",), {}),
    Case("steel", ("您跟我讲讲这一千五百万打算怎么用，我回去好往上报。",), {}),
    Case("steel", ("Walk me through what the fifteen million is for, so that I can write it up properly.",), {}),
    Case("parts", ("And the receivables: how much of it sits with the one in Detroit?",), {}),
    Case("parts", ("应收账款质押这一块，底特律那家大概占多少？",), {}),
    Case("parts", ("About 4 million dollars are open at any time, and at 7.1 each point moves a good deal.",), {}),
    Case("tech", ("Two hundred and ninety-nine yuan for a pressure cooker, I like that.",), {}),
    Case("steel", ("您那两家客户欠着，一家七百万，一家四百万，合着一千一百万，对吧？",), {}),
    Case("steel", ("The pair of them owe you eleven million between them, if I read the ledger right.",), {}),
)  # fmt: skip

OTHER_MONEY = (
    Case("steel", (STEEL, "另外您在我们这儿留个三百万存款，咱们长久往来。"), STEEL_ON),
    Case("steel", ("活期您放两百万进来，帮我撑撑场面，成不成？",), {}),
    Case("steel", ("You'd keep a fifth with us on deposit, so three million.",), {}),
    Case("steel", ("And put two million into a time deposit with us, will you?",), {}),
    Case("steel", ("再配一份保险，保费五十万，您看行吗？",), {}),
    Case("tech", (TECH, "顺便买我们五百万的基金，支持一下。"), TECH_ON),
    Case("tech", (TECH_EN, "And a million in our money fund, would that suit you?"), TECH_ON),
    Case("steel", ("您公司账上留一千万的定期，我跟领导好说话。",), {}),
)  # fmt: skip

REFUSED = (
    Case("parts", ("结算三成我给不了，少说也得五成；利率我这儿最低3.1%，2.95连支行都不会批。",), {"rate": 3.1, "share": 50.0}),
    Case("parts", ("我刚才讲的是六成，不是三成，三成我回去没法交代。",), {"share": 60.0}),
    Case("parts", (PARTS, "利率3.1%我能给，可结算三成我交不了差。"), {**PARTS_ON, "rate": 3.1}),
    Case("parts", ("Thirty per cent I can't do, it has to be fifty; and 3.1% is the lowest I have, 2.95 nobody would approve.",), {"rate": 3.1, "share": 50.0}),
    Case("parts", (PARTS_EN, "Sixty is what I said, not thirty. Thirty I couldn't explain at home."), PARTS_ON),
    Case("steel", (STEEL, "三八我给不了，三九五可以。"), {**STEEL_ON, "rate": 3.95}),
    Case("parts", ("我的底线是3.1%，不过先给您报3.15%。",), {"rate": 3.15}),
    Case("parts", ("My floor is 3.10, between us. Let's say 3.15.",), {"rate": 3.15}),
    Case("tech", (TECH, "融完再告诉我，这一条行里不让。"), TECH_ON),
    Case("tech", (TECH_EN, "Notified afterwards the bank won't allow."), TECH_ON),
)  # fmt: skip

PENDING = (
    Case("parts", ("3.15%、结算五成、房子先押半年，这是我能签的；换成应收质押、3.0%，我回行里问，周三给您准信。",), {"rate": 3.15, "security": 1.0, "share": 50.0}),
    Case("parts", ("3.15%、五成、先押半年，房子换应收、3.0%我得回去报，礼拜四答您。",), {"rate": 3.15, "security": 1.0, "share": 50.0}),
    Case("parts", ("Mine is 3.15%, 50% of settlement, the house for 6 months; receivables instead and 3.0% I'd have to take to the branch.",), {"rate": 3.15, "security": 1.0, "share": 50.0}),
    Case("tech", ("八百万我自己能定，一千万要报分行。",), {"amount": 8_000_000.0}),
    Case("tech", ("Eight I can sign today, ten would have to go to the branch.",), {"amount": 8_000_000.0}),
    Case("tech", ("Two ways. A: eight million at 3.05%, your guarantee only. B: ten million at 2.9% with the patents pledged, which goes to the branch and which I can't promise. Which is closer?",), {"amount": 8_000_000.0, "rate": 3.05, "guarantee": 1.0}),
    Case("tech", ("方案一：八百万，3.05%，您一人签。方案二：一千万，2.9%，只质押专利，得等分行批，批不批我打不了包票。",), {"amount": 8_000_000.0, "rate": 3.05, "guarantee": 1.0}),
)  # fmt: skip

SUMS = (
    Case("steel", ("行长松口了：最多七百万，3.9，流贷500加保理200，应收质押。",), {"amount": 7_000_000.0, "rate": 3.9, "security": 1.0}),
    Case("steel", (STEEL, "顶天七百五，流贷560加保理190，您点个头。"), {**STEEL_ON, "amount": 7_500_000.0}),
    Case("steel", ("The answer is back: 8 million at the most, 5.6 as a working-capital line plus 2.4 of factoring, at 3.7%.",), {"amount": 8_000_000.0, "rate": 3.7}),
    Case("tech", ("批了：一千万，2.9%，只质押专利，提前10天告知。",), {"amount": 10_000_000.0, "rate": 2.9, "guarantee": 2.0, "notice": 1.0}),
    Case("tech", ("我给您八百万，3.05%，您一人签，融资提前半个月通知一声。",), {"amount": 8_000_000.0, "rate": 3.05, "guarantee": 1.0, "notice": 1.0}),
    Case("tech", ("I can do 8 million at 3.05%, just your signature, 10 working days' notice.",), {"amount": 8_000_000.0, "rate": 3.05, "guarantee": 1.0, "notice": 1.0}),
)  # fmt: skip

SETTLED = (
    Case("steel", (STEEL, "那咱们说好，五百六十万的资料就这张单子，下周二我上门来取，您看周二上午方便不？"), STEEL_ON),
    Case("tech", (TECH_EN, "It's the breach that worries them, not the notice, I see. I'll send you the draft by Thursday."), TECH_ON),
)  # fmt: skip

CASES = (*RESTATED, *OTHER_MONEY, *REFUSED, *PENDING, *SUMS, *SETTLED)
SEEN = CASES[::2]
HELD_OUT = CASES[1::2]
MISSED = (
    "Thirty per cent I can't do, it has to be fifty; and 3.1% is the lowest I have, 2.95 nobody would approve.",
    "三八我给不了，三九五可以。",
)
"""Of those held out, what is heard otherwise."""
