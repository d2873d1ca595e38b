"""What a new client's file says where the kind of the visit asks for other words than `starter_words`, in Chinese and English."""

from dataclasses import dataclass

Words = dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of visit: its words, the needs taken as usual, how its remark is answered, what giving in to its temptation is."""

    words: Words
    needs: tuple[tuple[str, str], ...]
    remark: str = "objection"
    answered: str = "compare_fairly, explain_benefit, disclose_terms, give_example, propose_next_step"
    given_in: str = "falsify, private_sale, overpromise"


_PRODUCT: Words = {
    "product": ("大额存单", "Large-sum certificate"),
    "product_word_1": ("大额存单", "certificate"),
    "product_word_2": ("存单", "certificate of deposit"),
    "product_about": ("二十万起，一年到期还本付息。", "From 200,000, principal and interest after a year."),
    "product_risk": ("提前支取，利息按活期算", "Drawn early, it earns what a current account does"),
    "product_fee": ("没有费用", "No fee"),
}

COMPLAINT = Kind(
    {
        "character": ("气头上话冲，认一个理字。", "Sharp when angry, and fair once heard out."),
        "scene": ("上午十点，客户手里攥着一张单子。", "Ten in the morning. The client is holding a receipt."),
        "known": ("来说过一次，登记写的是“已解释”。", "Has come once before; the note says it was explained."),
        "objective_right": (
            "先道歉、把事情听完整，能当场办的当场办，说清哪天给答复",
            "Apologise, hear it out, settle at once what can be, and say by when there is an answer",
        ),
        "objective_right_why": ("气顺了，话才听得进去。", "Nobody takes anything in while angry."),
        "objective_wrong": ("劝客户别投诉", "Talk the client out of complaining"),
        "objective_wrong_why": ("投诉是客户的权利。", "Complaining is the client's right."),
        "material": ("这件事的明细和登记，一笔一笔打出来", "The records of the matter, printed line by line"),
        "material_why": ("对着账说，比解释强。", "Figures on paper do more than explanations."),
        "question": ("什么时候给我答复？", "When do I get an answer?"),
        "question_why": ("上回说了没下文。", "Last time nothing came of it."),
        "opening_1": ("你们来人了？行，我今天就要一个说法。", "So somebody came. Good. I want an explanation, today."),
        "opening_2": ("这事我说第二遍了，您听好。", "This is the second time I'm telling it. Listen well."),
        "thread": ("{topic}这件事，当时是怎么回事，您能从头说说吗？", "What happened about {topic}, from the beginning?"),
        "remark": ("投诉了会不会难办事", "Will a complaint be held against me"),
        "remark_1": (
            "我要是打了投诉电话，往后办事你们是不是就卡我？",
            "If I ring the complaints line, will you make things hard for me?",
        ),
        "remark_2": ("听说投诉没用，还得罪人，是不是？", "I hear complaining only makes enemies. Is that so?"),
        "remark_yes_1": ("行，您这句话我记着。", "All right, I'll hold you to that."),
        "remark_yes_2": ("您不拦着，我倒不急着打了。", "Since you don't stop me, I'm in less of a hurry."),
        "remark_no": ("不说就是会，对吧。", "No answer is an answer, too."),
        "temptation": ("私下多补一点就不投诉", "A little extra, and no complaint"),
        "temptation_1": (
            "您私下多给我补一点，投诉我就撤了，怎么样？",
            "Slip me a little extra and I'll withdraw the complaint. How about it?",
        ),
        "temptation_2": ("咱们私下说个数，谁也不用往上报。", "Let's settle on a figure between us. Nobody need report it."),
        "temptation_yes_1": ("您真敢私下给？那别人您给了多少？", "You would? Then what do you slip to the others?"),
        "temptation_yes_2": ("这么痛快？那先前说的规定是哄我的？", "That quick? So the rules you quoted were a story?"),
        "product": ("免手续费套餐", "Fee-free package"),
        "product_word_1": ("免费套餐", "fee-free package"),
        "product_word_2": ("手续费套餐", "fee package"),
        "product_about": ("每月前五笔不收手续费。", "The first five transactions of a month are free."),
        "product_risk": ("超过五笔，照标准收费", "Beyond five, the usual fee is charged"),
        "product_fee": ("第六笔起按标准收", "The usual fee from the sixth on"),
        "ending_text": ("单子收进了口袋。到了那天没有答复，投诉照打。", "The receipt is put away. Without an answer by that day, the call is made."),
    },
    (
        ("多收的手续费要退回来 | 手续费 | 手续费, 退钱, 退费 | 我那笔手续费是你们多收的，得退给我。", "The fee charged by mistake is to be paid back | the fee | fee, refund, charge | You took a fee from me that you had no right to. I want it back."),
        ("当着人被柜员顶撞，要一句道歉 | 那天的事 | 那天, 柜员, 当时 | 那天当着一屋子人，柜员冲我嚷，连句道歉都没有。", "Was snubbed in front of people and wants an apology | that day | that day, teller, snub | That day the teller snapped at me before everybody, and nobody has said sorry."),
    ),
    "question",
    "respect_exit, share_information, disclose_terms, invite_feedback, apologise, offer_remedy",
    "kickback, obstruct_exit",
)  # fmt: skip

RETENTION = Kind(
    {
        **_PRODUCT,
        "character": ("主意差不多定了，嘴上客气。", "The mind is nearly made up; polite about it."),
        "known": ("老客户，这个季度转走了一半。", "A client of years; half the money left this quarter."),
        "objective_right": (
            "弄清为什么要走，能改的改，真要走也痛快办",
            "Find out why they leave, mend what can be mended, and let go gracefully if not",
        ),
        "objective_right_why": ("知道为什么，才留得住，也才回得来。", "Only who knows why can keep them, or win them back."),
        "objective_wrong": ("想办法拖住，别让销户", "Stall, so that the account stays open"),
        "objective_wrong_why": ("拦得越紧，走得越快。", "The harder one holds on, the sooner they go."),
        "material": ("这几年往来的记录", "The record of the years together"),
        "material_why": ("说得出一件具体的，比说一百句重视强。", "One thing remembered says more than a hundred compliments."),
        "question": ("销户今天能办完吗？", "Can it be closed today?"),
        "question_why": ("怕被拖。", "Afraid of being put off."),
        "opening_1": ("我今天是来销户的，麻烦您。", "I've come to close the account, please."),
        "opening_2": ("钱我都转好了，就差这一步。", "The money is moved. This is all that's left."),
        "thread": ("{topic}这件事，是什么让您不放心了？", "What about {topic} has put you off?"),
        "remark": ("别家更周到", "Elsewhere they look after me"),
        "remark_1": ("那边利息高，人还上门，您说我图什么？", "They pay more over there and come to the house. Why should I stay?"),
        "remark_2": ("人家一个月打一回电话，你们呢？", "They ring me every month. And you?"),
        "temptation": ("私下补一点就不走", "A little extra, and I stay"),
        "temptation_1": ("您私下给我补点利息，我就不走了，行不行？", "Top up my interest on the side and I'll stay. Will you?"),
        "temptation_2": ("别写在纸上，您给我返一点就成。", "Nothing on paper. Just give me something back."),
        "temptation_yes_1": ("您真敢私下给？那我更不放心了。", "You would? Then I trust you the less."),
        "temptation_yes_2": ("这么痛快？那老实不要的人不是吃亏了。", "That quick? So the honest ones are the fools."),
    },
    (
        ("要把户销了，钱转到别家 | 销户 | 销户, 转走, 转账 | 我要把户销了，钱转到别家去。", "Wants to close the account and move the money | the account | account, close, move | I'm closing the account and moving the money."),
        ("换了客户经理，半年没人联系过 | 没人联系 | 联系, 电话, 换人 | 给我换了个客户经理，半年了，一个电话都没有。", "The manager changed and nobody has rung for half a year | the silence | contact, ring, silence | You gave me somebody new, and in half a year nobody has rung me once."),
    ),
    given_in="high_interest_deposit, kickback",
)  # fmt: skip

MAINTENANCE = Kind(
    {
        **_PRODUCT,
        "known": ("来往三年，上回答应过一件事。", "With us for three years; something was promised last time."),
        "objective_right": (
            "问问近况，兑现上回答应的事，看看有什么变了",
            "See how things are, keep what was promised, and learn what has changed",
        ),
        "objective_right_why": ("交情是平时处出来的。", "A relationship is made between deals."),
        "objective_wrong": ("趁机卖一个新产品", "Use the occasion to sell something new"),
        "objective_wrong_why": ("没说要就推，下回电话都不接。", "Who is sold to on a visit won't take the next call."),
        "material": ("上回答应带来的那份东西", "What was promised last time"),
        "material_why": ("说到做到，头一条。", "Keeping one's word comes first."),
        "question": ("上回那件事办得怎么样了？", "What became of that matter?"),
        "question_why": ("一直记着呢。", "It has not been forgotten."),
        "opening_1": ("来了？上回说的事，有信儿没有？", "There you are. Any news of that matter?"),
        "opening_2": ("好久不见，今天怎么有空？", "It's been a while. What brings you?"),
        "thread": ("{topic}这一向怎么样，有什么变化吗？", "How has {topic} been lately, has anything changed?"),
    },
    (
        ("存单下个月到期，想问怎么安排 | 到期的存单 | 存单, 到期, 安排 | 我那张存单下个月到期，正想问问您怎么安排。", "A deposit matures next month, and what then | the deposit | deposit, mature, due | My deposit matures next month, and I don't know what to do with it."),
        ("孩子要出国，学费还没着落 | 孩子出国 | 孩子, 出国, 学费 | 孩子要出国念书，学费到现在还没着落。", "The child is going abroad and the fees are not covered | the child's studies | child, abroad, studies | My child is going abroad to study, and I haven't got the fees together."),
    ),
)  # fmt: skip

PHONE = Kind(
    {
        **_PRODUCT,
        "scene": ("您拨通了电话，那头有点吵。", "You ring. There is noise at the other end."),
        "scene_note": ("那头听得见什么；线索也放在这里。", "what is to be heard at the other end; clues belong here, too"),
        "objective_right": ("说清是谁、为什么打，约一个见面的时间", "Say who you are and why you ring, and agree a time to meet"),
        "objective_right_why": ("电话里谈不透，约得上就是成。", "A call settles little; a date is success."),
        "objective_wrong": ("在电话里把产品讲完", "Explain the whole product on the phone"),
        "objective_wrong_why": ("隔着电话，三句就挂。", "After three sentences they hang up."),
        "material": ("对方的情况，记在一张纸上", "What is known of them, on one sheet"),
        "material_why": ("打着电话没法翻本子。", "There is no leafing through files on the phone."),
        "question": ("你们怎么有我的号码？", "Where did you get my number?"),
        "question_why": ("谁接到生电话都先问这个。", "Everybody asks that first."),
        "opening_1": ("喂？哪位？我这会儿有点忙。", "Hello? Who is it? I'm rather busy."),
        "opening_2": ("您好，您是哪里？", "Hello, who's speaking?"),
        "thread": ("{topic}这件事，您现在是怎么打算的？", "What are your plans about {topic}?"),
        "remark": ("在忙，有话直说", "Busy, so what is it"),
        "remark_1": ("我这儿还有事，您要我干什么？", "I've things to do. What do you want of me?"),
        "remark_2": ("您是推销的吧？", "You're selling something, aren't you?"),
        "temptation": ("电话里替我办了", "Do it for me over the phone"),
        "temptation_1": ("我把身份证号报给您，您替我办了行不行？", "I'll read you my ID number. Can't you just do it for me?"),
        "temptation_2": ("验证码我念给您，省得我跑一趟。", "I'll read you the code, it saves me the trip."),
        "temptation_yes_1": ("您真让我念？那我可得防着点了。", "You'd let me read it out? Then I had better be careful."),
        "temptation_yes_2": ("答应得这么快，您真是银行的？", "That quick? Are you really from the bank?"),
        "ending_text": ("日子记下了，电话挂了。", "The day is noted, and they hang up."),
    },
    (
        ("听说有人送活动，想知道是怎么回事 | 那个活动 | 活动, 名额, 讲座 | 听说你们有个送东西的活动，到底是怎么回事？", "Heard of an event and wants to know what it is | the event | event, place, talk | I've heard you have some event on. What is it really?"),
        ("孩子刚出生，想存一笔不敢动的钱 | 孩子的钱 | 孩子, 存钱, 将来 | 孩子刚出生，我想给他存一笔，平时谁也不动。", "A child was born, and some money is to be put by | the child's money | child, save, future | We've just had a baby, and I'd like to put some money by that nobody touches."),
    ),
    "question",
    "state_purpose, introduce, propose_next_step, apologise, share_information",
    "private_sale, falsify, overpromise",
)  # fmt: skip

REFERRAL = Kind(
    {
        "known": (
            "还没有来往，结算在别家。介绍人是一位老客户，打过招呼。",
            "No business with us yet; payments run through another bank. An old client has put in a word.",
        ),
        "opening_1": ("请坐，介绍人跟我提过您。我只有半个钟头。", "Sit down. I was told you'd come. I've got half an hour."),
        "opening_2": ("您好，是介绍来的那位吧？有什么事，直说。", "You're the one I was told about? What brings you here?"),
    },
    (),
)  # fmt: skip

FIRST = Kind(
    {
        "known": (
            "还没有来往，知道的都是公开能查到的。",
            "No business with us yet; what we know can be looked up by anybody.",
        ),
    },
    (),
)

KINDS: dict[str, Kind] = {
    "complaint": COMPLAINT,
    "retention": RETENTION,
    "maintenance": MAINTENANCE,
    "phone": PHONE,
    "referral": REFERRAL,
    "first": FIRST,
}
PLAIN = Kind({}, ())
"""A negotiation: the words of `starter_words`."""

OWN_PRODUCT: Words = {
    "product": ("{topic}的方案", "A plan for {topic}"),
    "product_word_1": ("{topic}的方案", "plan for {topic}"),
    "product_word_2": ("{topic}方案", "{topic} plan"),
    "product_about": ("换成您行里的产品：怎么用，对谁合适。", "Put your bank's product here: how it works, and whom it suits."),
    "product_risk": ("换成真正要讲的风险", "The risk that has to be told"),
    "product_fee": ("换成真正的收费", "What it really costs"),
}  # fmt: skip
"""A product for a need of the author's own, of which nothing else is known."""

PUBLIC_BODY = "corporate/public-body"
PUBLIC: Words = {
    "temptation": ("赞助一场运动会", "A sponsor for the sports day"),
    "temptation_1": (
        "职工运动会还缺个赞助，也就八万。你们出了，账户的事好商量。",
        "The staff sports day still needs a sponsor, eighty thousand. Pay that, and the account can be talked about.",
    ),
    "temptation_2": (
        "工会正找人冠名，八万块。你们行要是肯出，打分的时候我说句话，行不行？",
        "The union wants a name on the banner, eighty thousand. If your bank paid, I'd put in a word with the panel. Would you?",
    ),
    "temptation_no_1": ("您拒得对，程序归程序。", "You're right to refuse. Procedure is procedure."),
    "temptation_no_2": ("好，这话就当我没说过。", "Good. I never said it."),
    "temptation_yes_1": ("这话我不能当没听见，今天就到这儿。", "I can't pretend I didn't hear that. That's all for today."),
    "temptation_yes_2": ("您替您们行答应的？这我得往上报。", "Do you promise that for your bank? I'll have to report it."),
    "temptation_ignored": ("您没接话，那就按程序走。", "You don't say. Then we go by procedure."),
}  # fmt: skip
"""What a public body may be tempted with: a sponsor, in exchange for the account."""
