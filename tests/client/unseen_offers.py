"""Sentences with figures: what puts terms forward, and what does not; half of them written before any rule was made for them."""

from typing import NamedTuple


class Said(NamedTuple):
    """What is said to whom, and the terms that lie on the table after it."""

    who: str
    text: str
    terms: dict[str, float]


OFFERS = (
    Said("steel", "我跟您交个底，流贷五百五十万，四个点，应收质押，这个我今天就能签字。", {"amount": 5_500_000.0, "rate": 4.0, "security": 1.0}),
    Said("steel", "这样吧张总，价钱我给您压到三点九五，别的照旧。", {"rate": 3.95}),
    Said("steel", "五百万流贷再加两百万保理，一共七百万，这是我能端上桌的。", {"amount": 7_000_000.0}),
    Said("steel", "一千五不行，我这边封顶就是五百六。", {"amount": 5_600_000.0}),
    Said("steel", "利率从四点一降到三点九，应收账款质押，五百六十万，您点个头？", {"amount": 5_600_000.0, "rate": 3.9, "security": 1.0}),
    Said("tech", "额度八百万我有权限，三点零五，您一个人签字就行，提前十个工作日打个招呼。", {"amount": 8_000_000.0, "rate": 3.05, "guarantee": 1.0, "notice": 1.0}),
    Said("tech", "岑总，我这边最多给到八百万，利率不低于3.05。", {"amount": 8_000_000.0, "rate": 3.05}),
    Said("tech", "批下来了：一千万，2.9，专利质押，十个工作日书面告知。", {"amount": 10_000_000.0, "rate": 2.9, "guarantee": 2.0, "notice": 1.0}),
    Said("parts", "我给您报个价，三点零五，结算放四成五，房子不用押。", {"rate": 3.05, "share": 45.0, "security": 2.0}),
    Said("parts", "利率我能做到3.1，结算得一半，房子先押半年再解押。", {"rate": 3.1, "share": 50.0, "security": 1.0}),
    Said("steel", "Here's what I've got in my pocket: five and a half million, four per cent flat, receivables pledged.", {"amount": 5_500_000.0, "rate": 4.0, "security": 1.0}),
    Said("steel", "I'll come down from 4.1 to 3.95, and that's me done on price.", {"rate": 3.95}),
    Said("steel", "Fifteen is out. I can sign 5.6 million myself, at 3.9%.", {"amount": 5_600_000.0, "rate": 3.9}),
    Said("tech", "We can do eight million, 3.05%, only you sign, and ten working days' notice before a round.", {"amount": 8_000_000.0, "rate": 3.05, "guarantee": 1.0, "notice": 1.0}),
    Said("tech", "My branch came back: ten million at 2.9%, patents only.", {"amount": 10_000_000.0, "rate": 2.9, "guarantee": 2.0}),
    Said("tech", "I could stretch to eight and a half million if you sign personally.", {"amount": 8_500_000.0, "guarantee": 1.0}),
    Said("parts", "3.05, half the settlement, house out. Take it or tell me where it pinches.", {"rate": 3.05, "share": 50.0, "security": 2.0}),
    Said("parts", "For the rate I'm able to sign 3.1%, and I'd want 45% of your receipts through us.", {"rate": 3.1, "share": 45.0}),
    Said("parts", "Let me put a figure on it: 3.15%, forty per cent of the settlement, the house for six months and then it's free.", {"rate": 3.15, "share": 40.0, "security": 1.0}),
)  # fmt: skip
"""Terms put forward in a banker's voice."""

MISSED = (
    Said("steel", "Five million as a working-capital line plus two of factoring, seven in all, that is what I can put on the tea table.", {"amount": 7_000_000.0}),
)  # fmt: skip
"""Heard otherwise: "two of factoring" and "seven in all" are read as no sums."""

NO_OFFERS = (
    Said("steel", "您外头那三百万，一分五的息，一年光利息四十五万，跟三点九的贷款差着好几倍呢。", {}),
    Said("steel", "中介要三个点，一千五百万就是四十五万块，您算过没有？", {}),
    Said("steel", "隔壁老李听说拿了八百万，年化四点五，您知道他押的啥？", {}),
    Said("steel", "您去年全年卖了三个多亿，净利三百八，我没记错吧？", {}),
    Said("steel", "那两家欠着您一千一百万，账期说好六十天，现在拖到多久了？", {}),
    Said("tech", "投资协议里第8.3条，回购金额四千万，这个触发条件能给我看看吗？", {}),
    Said("tech", "您刚才说一千万主要付晶圆厂预付款，大概几月份用到顶？", {}),
    Said("tech", "一千万乘以百分之二点九，一年利息就是二十九万，您心里有个数。", {}),
    Said("parts", "一亿八除以三点六，等于五千万，这是您一年周转要垫的钱。", {}),
    Said("parts", "大行那笔两千万是八月到期吧？利率三点三五，当时押了房子？", {}),
    Said("steel", "The broker's three per cent on fifteen million is four hundred and fifty thousand out of your pocket.", {}),
    Said("steel", "You told me the road builders owe you eleven million, five months late. Any chance of a statement from them?", {}),
    Said("steel", "Eighteen per cent a year on three million is what's eating you, not the bank's four.", {}),
    Said("tech", "Clause 8.3 speaks of forty million, doesn't it? Who triggers it?", {}),
    Said("tech", "What would you do with ten million that you couldn't do with seven?", {}),
    Said("tech", "At 3.4% all in, your present bank costs you a good deal on eight million.", {}),
    Said("tech", "Your burn is 1.6 million a month, so eight million is five months of air.", {}),
    Said("parts", "Turnover of a hundred and eighty million divided by 3.6 makes fifty million tied up.", {}),
    Said("parts", "The old bank takes 3.35% and the house, and what share of your receipts do they insist on, seventy per cent?", {}),
    Said("parts", "You lost 1.9 million on the dollar, that is more than one per cent of sales.", {}),
)  # fmt: skip
"""Other people's figures, the client's own, arithmetic, clauses, questions about the client."""

MORE_OFFERS = (
 Said("steel","张总我直说，流贷五百六，三点九五，应收质押，我自己签字就能放。",{"amount":5_600_000.0,"rate":3.95,"security":1.0}),
 Said("steel","一千五我批不下来，五百六我今天就能定，价格四个点。",{"amount":5_600_000.0,"rate":4.0}),
 Said("steel","价钱从四点二降到四点零，我这边到头了。",{"rate":4.0}),
 Said("steel","流贷五百万加保理两百四，凑七百四，您看够不够？",{"amount":7_400_000.0}),
 Said("steel","中介收您三个点，我一分不收，给您五百六十万，三点九。",{"amount":5_600_000.0,"rate":3.9}),
 Said("tech","A方案：八百万，3.05%，您一人签。B方案：一千万，3.15%，配偶也签。两个都在我手里。",{"amount":8_000_000.0,"rate":3.05,"guarantee":1.0}),
 Said("tech","我这边能做的就是八百万、三点零五，您个人保证。一千万得报分行，利率2.9。",{"amount":8_000_000.0,"rate":3.05,"guarantee":1.0}),
 Said("tech","利率上我给您从3.1落到3.0，额度八百万不动。",{"rate":3.0,"amount":8_000_000.0}),
 Said("parts","利率三点一，房子先押半年再解押，结算五成。三成我做不了主。",{"rate":3.1,"share":50.0,"security":1.0}),
 Said("parts","您要两点九五我给不了，三点一我现在就能签。",{"rate":3.1}),
 Said("steel","My paper says 5.6 million at 4.0%, receivables pledged, and not one coil counted.",{"amount":5_600_000.0,"rate":4.0,"security":1.0}),
 Said("steel","Fifteen at 3.6 - no way. 5.6 million at 4.1% I can sign this afternoon.",{"amount":5_600_000.0,"rate":4.1}),
 Said("steel","I'd bring the price from 4.2 down to 4.0 if the receipts come through us.",{"rate":4.0}),
 Said("steel","The broker takes three per cent; I take nothing and give you 5.6 million at 3.9%.",{"amount":5_600_000.0,"rate":3.9}),
 Said("tech","Option A, in my own hands: eight million, 3.05%, founder only. Option B goes to the branch: ten million at 2.9%, patents only.",{"amount":8_000_000.0,"rate":3.05,"guarantee":1.0}),
 Said("tech","Head office has approved it: ten million at 2.9%, patents only, ten working days' notice.",{"amount":10_000_000.0,"rate":2.9,"guarantee":2.0,"notice":1.0}),
 Said("tech","We'd go to nine million at 3.05%, no more than that.",{"amount":9_000_000.0,"rate":3.05}),
 Said("parts","First row, the rate: 3.1 is the lowest I've got. Second row, the house: six months mortgaged, then it's free. Third row: half the settlement.",{"rate":3.1,"share":50.0,"security":1.0}),
 Said("parts","2.95 I can't do. 3.1% is mine to give, with 50% of the settlement.",{"rate":3.1,"share":50.0}),
 Said("parts","We can do 3.05%, house out, and 45 per cent of your collections.",{"rate":3.05,"share":45.0,"security":2.0}),
)  # fmt: skip
"""As above, with the rules before one's eyes."""

MORE_NO_OFFERS = (
 Said("steel","您欠老三的三百万，月息一分五，一年十八个点，五十四万没了，心疼不？",{}),
 Said("steel","人家拍胸脯包一千五，收三个点，四十五万先到手，您信？",{}),
 Said("steel","四百八十六万的缺口是我拿存货二十天、应收四十五天算的，您觉得对不对？",{}),
 Said("steel","隔壁鑫达那一千五百万，利率四点三，听说还押了设备？",{}),
 Said("steel","钢厂要您预付五百万，账上够不够撑到月底？",{}),
 Said("tech","8.3条写的回购是四千万吧？跟咱们要签的合同打不打架？",{}),
 Said("tech","您每月烧一百六十万，一千万够烧六个月，这个我写进报告。",{}),
 Said("tech","您那五百万的老贷款2.9加0.5担保费，全口径三点四，明年三月到期对吗？",{}),
 Said("parts","一千万用四个月，差一厘就是三千三百三十三块。",{}),
 Said("parts","一亿八乘以零点九二，一亿六千五百六十万，再除以三点六。",{}),
 Said("steel","Your private three million at one and a half a month, that's 540,000 a year. Does your wife know?",{}),
 Said("steel","The lads with the eleven million, when did they last pay?",{}),
 Said("steel","Anyone who guarantees fifteen million for three per cent wants the 450,000 first.",{}),
 Said("steel","Next door got fifteen million at 4.3%, did they? And what did they pledge?",{}),
 Said("tech","Which months would the eight to ten million be needed in?",{}),
 Said("tech","The investors could ask for forty million back under clause 8.3, couldn't they?",{}),
 Said("tech","Half a per cent on five million is 25,000 a year in guarantee fees.",{}),
 Said("tech","Six per cent for thirty-two people at 150,000 each is 4.8 million out of their own pockets.",{}),
 Said("parts","180 million less 8 per cent, divided by 3.6, makes 46 million. Where does your ten come from?",{}),
 Said("parts","You pay 3.35% at the big bank, and they hold the house. When is it due?",{}),
)  # fmt: skip
