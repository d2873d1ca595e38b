"""Figures as they are spoken at the table, by the idea that tells terms from what is none.

Those of `HELD_OUT` were written together with the others and before any rule was made for them.
"""

from tests.client.facts_and_offers import PARTS, PARTS_ON, STEEL, STEEL_ON, TECH, TECH_EN, TECH_ON, Case

STEEL_EN = "I can do five million at 4.0%, receivables pledged. Would that do?"
STEEL_EN_ON = {"amount": 5_000_000.0, "rate": 4.0, "security": 1.0}

SPOKEN = (
    Case("steel", ("Five million, receivables pledged, at three-eighty-five.",), {"amount": 5e6, "rate": 3.85, "security": 1.0}),
    Case("steel", ("I can sign five and a half million myself, and not a hair under three-ninety-five.",), {"amount": 5.5e6, "rate": 3.95}),
    Case("steel", (STEEL_EN, "All right, three-seventy-five, and the rest as it was."), STEEL_EN_ON | {"rate": 3.75}),
    Case("tech", ("Eight million at three-oh-five, your signature only.",), {"amount": 8e6, "rate": 3.05, "guarantee": 1.0}),
    Case("tech", ("The rate I can put my name to is two ninety.",), {"rate": 2.9}),
    Case("parts", ("Three-ten on the rate, half the settlement, without the house.",), {"rate": 3.1, "share": 50.0, "security": 2.0}),
    Case("steel", ("Four million at 3-90, receivables pledged.",), {"amount": 4e6, "rate": 3.9, "security": 1.0}),
    Case("parts", ("Without the house, fifty per cent of the settlement, three and a quarter.",), {"rate": 3.25, "share": 50.0, "security": 2.0}),
    Case("steel", ("流贷五百万，应收质押，四块一，您看行不行？",), {"amount": 5e6, "rate": 4.1, "security": 1.0}),
    Case("steel", ("三块九五，五百六十万，应收质押，我今天能签。",), {"amount": 5.6e6, "rate": 3.95, "security": 1.0}),
    Case("parts", ("房子不用押，结算五成，价格三块零五。",), {"rate": 3.05, "share": 50.0, "security": 2.0}),
    Case("steel", ("五百万，三九五，应收质押，行不行？",), {"amount": 5e6, "rate": 3.95, "security": 1.0}),
    Case("steel", ("我这儿三九起，五百万流贷，应收质押。",), {"amount": 5e6, "rate": 3.9, "security": 1.0}),
    Case("parts", ("利率给您三个点，不押房子，结算五成。",), {"rate": 3.0, "share": 50.0, "security": 2.0}),
    Case("parts", ("三个零五，不押房子，结算四成五，您点个头？",), {"rate": 3.05, "share": 45.0, "security": 2.0}),
)  # fmt: skip
"""Rates said without their point."""

NO_RATES = (
    Case("steel", ("I counted three-ninety coils out there, give or take.",), {}),
    Case("steel", ("My train's at three-forty, so let me be quick: what does the end of the month look like?",), {}),
    Case("parts", ("You ran it in one fifty-five? I'd be happy with two-forty.",), {}),
    Case("parts", ("Room three-oh-five, was it? I nearly went up to the fourth floor.",), {}),
    Case("steel", (STEEL_EN, "It's three-fifteen already and I've hardly asked you anything."), STEEL_EN_ON),
    Case("steel", ("一吨多掏三块九五，一千吨也就四千块钱，不值当为它急。",), {}),
    Case("steel", ("这茶一两三块二吧？比我喝的强。",), {}),
    Case("steel", (STEEL, "三九天您这院子里冻手吧？"), STEEL_ON),
    Case("tech", (TECH, "三零五房间是吧？我上错楼了。"), TECH_ON),
    Case("steel", (STEEL, "下午三点我再来，带着数。"), STEEL_ON),
    Case("steel", (STEEL, "那礼拜四三点见，别让我扑空。"), STEEL_ON),
    Case("steel", (STEEL_EN, "Thursday at three, then; I'll bring the sheet with me."), STEEL_EN_ON),
    Case("parts", (PARTS, "祝您下回跑进一五零！"), PARTS_ON),
    Case("parts", ("All the best for one fifty!",), {}),
    Case("parts", ("My best over 5 km is thirty-one minutes, so hats off to you.",), {}),
    Case("tech", (TECH, "我说三件事：一，材料清单我今晚发；二，评估公司我来约；三，合同我明天拟。"), TECH_ON),
    Case("steel", ("我带了三样来：一，清单；二，一支笔；三，一张白纸。",), {}),
    Case("tech", (TECH_EN, "It's on page three, paragraph two, and item four says the same."), TECH_ON),
    Case("steel", (STEEL_EN, "On the third of March my daughter turned nine."), STEEL_EN_ON),
    Case("tech", ("First, who signs; second, the notice; third, the money. Which of the three keeps you up?",), {}),
)  # fmt: skip
"""List numerals, clocks, races, rooms, ages, pages."""

STILL_OFFERS = (
    Case("steel", ("(1) five million, (2) 3.9%, (3) receivables pledged. Will you take that?",), {"amount": 5e6, "rate": 3.9, "security": 1.0}),
    Case("tech", ("一，额度八百万；二，利率3.05；三，您一人签字。您看行吗？",), {"amount": 8e6, "rate": 3.05, "guarantee": 1.0}),
    Case("parts", ("利率三点零五，不押房子，三点我得走，您给句话。",), {"rate": 3.05, "security": 2.0}),
    Case("steel", ("At half past three I must be off, so: five million at three-ninety, receivables pledged.",), {"amount": 5e6, "rate": 3.9, "security": 1.0}),
    Case("steel", ("Ten million is a no. Five million at 4%, receivables pledged, is a yes.",), {"amount": 5e6, "rate": 4.0, "security": 1.0}),
    Case("tech", ("一千万我做不了主，八百万我现在就能签，3.05%。",), {"amount": 8e6, "rate": 3.05}),
    Case("parts", ("那两千万您留在大行，我这一块给您3.1%，不押房子，结算五成。",), {"rate": 3.1, "security": 2.0, "share": 50.0}),
    Case("steel", ("Fifteen there isn't. What there is: five and a half million at 3.95%, receivables pledged.",), {"amount": 5.5e6, "rate": 3.95, "security": 1.0}),
)  # fmt: skip
"""Offers in the same shapes."""

DENIED = (
    Case("steel", ("Three and a half per cent isn't on this table, Mr Zhang.",), {}),
    Case("steel", ("There's no 3.6 to be had, not from me.",), {}),
    Case("steel", ("There isn't a fifteen, and there won't be one.",), {}),
    Case("tech", ("票面上我打不过2.9，可我没有担保费。",), {}),
    Case("tech", ("一千万我当场给不出来，这个得实话实说。",), {}),
    Case("parts", ("那两千万、3.35%您接着用，我不碰它。",), {}),
    Case("parts", ("Leave the twenty million at 3.35 where it is; I'm not after that.",), {}),
    Case("parts", ("您眼下在大行的综合成本是3.35%，对吧，加上评估费还不止。",), {}),
    Case("tech", ("All in, you're at 3.4% today, guarantee fee included.",), {}),
    Case("tech", ("您现在全口径是3.40%，担保公司那份也在里头。",), {}),
    Case("tech", ("Ten million isn't something I'm allowed to promise you across this table.",), {}),
)  # fmt: skip
"""What is denied, somebody else's, or in force already."""

PACKAGES = (
    Case("tech", ("A: eight million at 3.05%, that I sign here and now. B: ten million at 2.95, which I'd have to carry upstairs. A or B?",), {"amount": 8e6, "rate": 3.05}),
    Case("tech", ("Eight million, 3.05, you alone sign, and I can settle that today. Ten million at 2.9 I'd need to take upstairs. Which?",), {"amount": 8e6, "rate": 3.05, "guarantee": 1.0}),
    Case("tech", ("八百万3.05，我现在就能定；一千万2.9，得回去跟行长请示。您选哪个？",), {"amount": 8e6, "rate": 3.05}),
    Case("steel", ("Five and a half million at 3.95 is mine to give; eight million at 3.75 is for the sub-branch to give. Which do I write down?",), {"amount": 5.5e6, "rate": 3.95}),
    Case("steel", ("五百六十万、3.9%，我自己能拍板；八百万、3.7%，得报支行。您要哪样？",), {"amount": 5.6e6, "rate": 3.9}),
    Case("tech", ("Eight million at 3.05%, that's in my hand. Ten million at 2.9% I'd have to take upstairs.", "No, no: it's eight at three-oh-five. The 2.9 isn't mine to give."), {"amount": 8e6, "rate": 3.05}),
    Case("tech", ("八百万、3.05%，我能定。一千万、2.9%，得报分行。", "不对不对，八百万配的是3.05，2.9那个我没权限给。"), {"amount": 8e6, "rate": 3.05}),
)  # fmt: skip
"""Two packages side by side: the one in the bank's own hand stands."""

IDEAS = {
    "spoken": SPOKEN,
    "no rates": NO_RATES,
    "still offers": STILL_OFFERS,
    "denied": DENIED,
    "packages": PACKAGES,
}
SEEN = tuple(case for cases in IDEAS.values() for case in cases)

DIGIT_BY_DIGIT = (
    Case("steel", ("Make it three nine five, five million, receivables pledged.",), {"amount": 5e6, "rate": 3.95, "security": 1.0}),
    Case("tech", ("Eight million at three oh five, and you alone sign.",), {"amount": 8e6, "rate": 3.05, "guarantee": 1.0}),
    Case("steel", ("报三八五，额度五百万，应收质押，成不成？",), {"amount": 5e6, "rate": 3.85, "security": 1.0}),
    Case("steel", ("Gate three nine five was shut, so I walked round.",), {}),
)  # fmt: skip
IN_FRACTIONS = (
    Case("steel", ("Five million at three and three quarters, receivables pledged.",), {"amount": 5e6, "rate": 3.75, "security": 1.0}),
    Case("steel", ("Five million at three and three-quarters per cent, receivables pledged.",), {"amount": 5e6, "rate": 3.75, "security": 1.0}),
    Case("steel", ("I've been here three and three quarters of an hour, by that clock.",), {}),
)  # fmt: skip
IN_COINS = (
    Case("steel", ("价是三块八毛五，额度五百万，应收质押，行吗？",), {"amount": 5e6, "rate": 3.85, "security": 1.0}),
    Case("steel", ("四块，五百万，应收质押，您看行不行？",), {"amount": 5e6, "rate": 4.0, "security": 1.0}),
    Case("parts", ("一盒饭三块五的年代早过去了。",), {}),
)  # fmt: skip
OUT_OF_HAND = (
    Case("steel", ("一千五这个数，今天谁来都没有。",), {}),
    Case("steel", ("三个点？门儿都没有。",), {}),
    Case("steel", ("Fifteen? Not in this town, not this year.",), {}),
    Case("tech", ("3.0 I can't match, and ten million nobody lets me give on the spot.",), {}),
    Case("steel", ("三个点做梦去吧，四个点，五百万，应收质押，我签。",), {"amount": 5e6, "rate": 4.0, "security": 1.0}),
)  # fmt: skip
DOORS = (
    Case("tech", ("I've two doors for you. The first: eight million at 3.05%, tonight. The second: ten million at 2.9%, but I'd have to ask my boss.",), {"amount": 8e6, "rate": 3.05}),
    Case("tech", ("今晚就能签的是八百万、3.05%；要一千万、2.9%，就得等分行批。",), {"amount": 8e6, "rate": 3.05}),
    Case("steel", ("五百万、4.0%，这是我手里的。八百万、3.7%，那是支行手里的，得去求。",), {"amount": 5e6, "rate": 4.0}),
)  # fmt: skip
DATED = (
    Case("parts", (PARTS, "我女儿三岁，三月三号生日，三点得去接她。"), PARTS_ON),
    Case("tech", (TECH, "附件三第二页您圈一下，四点之前发我就行。"), TECH_ON),
    Case("tech", (TECH_EN, "See you at four on the twelfth; it's on the 3rd floor, room 2.08, isn't it?"), TECH_ON),
    Case("steel", (STEEL, "今儿初三，离二十八号还有三个礼拜多，三点半我回支行开会。"), STEEL_ON),
)  # fmt: skip
HELD = {"digit by digit": DIGIT_BY_DIGIT, "in fractions": IN_FRACTIONS, "in coins": IN_COINS, "out of hand": OUT_OF_HAND, "doors": DOORS, "dated": DATED}  # fmt: skip
HELD_OUT = tuple(case for cases in HELD.values() for case in cases)
