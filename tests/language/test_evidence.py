"""A taboo needs words of its own: said outright it is heard without a doubt, and its likeness alone is none."""

import pytest

from simulator.language.evidence import wanting
from simulator.language.outright import outright, plainly_addressed
from simulator.language.understanding import Understanding

ZH, EN = Understanding("zh"), Understanding("en")
BY_LANGUAGE = {"zh": ZH, "en": EN}
SURE = 0.75
"""How sure a major taboo must be heard for the client to take offence."""


@pytest.mark.parametrize(
    ("language", "family", "previous", "text"),
    [
        ("zh", "guarantee_return", "", "阿姨,这款两年的理财保本的,每年四个点,您放心。"),
        ("zh", "guarantee_return", "", "我们行的年金险,肯定不会亏,您当养老钱放着就是。"),
        ("zh", "guarantee_return", "", "您买这只基金,亏了算我的,我个人赔给您。"),
        ("en", "guarantee_return", "", "This bond fund can only go up, you can't lose with it."),
        ("en", "guarantee_return", "", "The plan pays 5% guaranteed, every single year."),
        ("zh", "conceal_risk", "", "这个保险啊,您就当存款,到期连本带利拿走。"),
        ("zh", "conceal_risk", "", "我们这款理财跟定期一模一样,就是利息高一点。"),
        ("en", "conceal_risk", "", "This annuity is just like a fixed deposit, only it pays better."),
        ("zh", "rush_decision", "", "这款产品名额不多了,全行就剩两个名额,您抓紧。"),
        ("zh", "rush_decision", "", "过了今天就没这个利率了,咱今天就签了吧。"),
        ("zh", "rush_decision", "", "您今天不买,明天就停售了,到时候后悔都来不及。"),
        ("en", "rush_decision", "", "Special price, today only. Just sign now and it's yours."),
        ("en", "rush_decision", "", "There are two places left and they're gone by tomorrow."),
        ("zh", "kickback", "", "您今天把字签了,我送您一台空气炸锅。"),
        ("zh", "kickback", "", "存够二十万,给您一张一千块的购物卡。"),
        ("zh", "kickback", "", "事成之后给您个人两个点,现金,不走账。"),
        ("en", "kickback", "", "Sign tonight and I'll throw in a new iPhone for you."),
        ("en", "kickback", "", "Bring the payroll over and there's one per cent in cash for you personally."),
        ("zh", "leak_client", "", "隔壁鑫达上个月在我们行贷了一千五百万,利率三点二。"),
        ("zh", "leak_client", "", "老陈那个厂去年逾期过两次,押的是他丈母娘的门面。"),
        ("en", "leak_client", "", "Xinda next door owes us eight million and was late twice, you know."),
        ("zh", "tie_in", "", "您不买这份意外险,贷款就放不了。"),
        ("en", "tie_in", "", "No insurance, no loan, that's how it works here."),
        ("zh", "disparage_competitor", "海州那边给我二点六。", "海州那都是骗人的,您可别去。"),
        (
            "en",
            "disparage_competitor",
            "The big bank offers 2.9.",
            "The big bank? They'll fleece you from the second year.",
        ),
        ("zh", "argue", "", "明明是您自己没看短信,这怎么能怪我们?"),
        ("zh", "informal_address", "", "你这个厂一年能挣多少钱啊?"),
        ("en", "informal_address", "", "Hey buddy, you the one who does the money?"),
        ("zh", "jargon", "", "这只是净值型固收加,久期两年,做了信用下沉,夏普不错。"),
        ("en", "jargon", "", "We price it off FTP plus RAROC, hedge the DV01 and roll the basis."),
        ("zh", "overpromise", "", "您放心,这一千万我保证批下来,三天就到账。"),
        ("en", "overpromise", "", "I guarantee you it gets approved by Friday."),
        ("zh", "private_sale", "", "密码告诉我就行,我帮您买,省得您跑一趟。"),
        ("zh", "falsify", "", "流水我帮您做得好看点,行里看不出来。"),
        ("en", "conceal_risk", "", "Oh, the risk page, nobody reads that, just sign on the last one."),
    ],
)
def test_what_is_said_offends(language: str, family: str, previous: str, text: str) -> None:
    heard = [taboo for taboo in BY_LANGUAGE[language].understand(text, previous).taboos if taboo.id == family]
    assert heard
    assert all(taboo.certain and taboo.confidence >= SURE for taboo in heard)


@pytest.mark.parametrize(
    ("language", "family", "previous", "text"),
    [
        ("zh", "guarantee_return", "", "阿姨,这款两年的理财不保本,四个点是比较基准,不是承诺。"),
        ("zh", "guarantee_return", "这个保本吗?", "您问保不保本,我得照实说:存款类的保,理财不保。"),
        ("zh", "guarantee_return", "", "三年期大额存单是存款,本金和利息都在存款保险里,五十万以内不会亏。"),
        ("zh", "guarantee_return", "有人说亏了他赔我。", "谁要是跟您说亏了他赔,您可千万别信,那是违规的。"),
        ("zh", "guarantee_return", "", "要是保本的您才放心,那我们就只看存款和国债。"),
        ("en", "guarantee_return", "", "I can't tell you that you can't lose: the fund fell 2 per cent last year."),
        (
            "en",
            "guarantee_return",
            "",
            "The certificate of deposit pays 1.55 per cent, and the principal is guaranteed by the deposit insurance up to 500,000.",
        ),
        ("en", "guarantee_return", "", "I promise to ring you on Tuesday, whatever the answer is."),
        (
            "en",
            "guarantee_return",
            "Will it be guaranteed?",
            "Is the return guaranteed? No, and nobody can guarantee it.",
        ),
        ("zh", "conceal_risk", "", "这个是保险,不是存款,您可不能当存款放,前几年退保有损失。"),
        ("zh", "conceal_risk", "", "他说跟存款一样,那到底是不是存款,您得看合同上怎么写。"),
        (
            "en",
            "conceal_risk",
            "",
            "An annuity isn't just like a deposit: in the first years you get back less than you paid.",
        ),
        ("zh", "rush_decision", "", "这款募集到本周五,没买到后面也有同类的,您不用急。"),
        ("zh", "rush_decision", "", "今天不用定,您回去跟家里商量,下周再说。"),
        ("zh", "rush_decision", "", "您后天到期,今天不办也没关系,到期会转成活期。"),
        ("en", "rush_decision", "", "There's no need to sign today, take the papers home."),
        ("en", "rush_decision", "", "How many weeks are left before the June sailing?"),
        ("zh", "kickback", "", "这本台历送您,来的都有,办不办业务都一样。"),
        ("zh", "kickback", "你们存钱送油吗?", "存钱送油我们不能做,违规的,利率就按挂牌来。"),
        ("zh", "kickback", "", "我给您带了杯水,天热,您先喝口。"),
        ("zh", "kickback", "", "您女儿画得真好,该给她发个小红花!那我这题能得几分?"),
        ("en", "kickback", "Right answer.", "Great, do I win a prize then, or just your signature?"),
        ("en", "kickback", "", "I was only joking, no gifts of any kind from us."),
        (
            "en",
            "kickback",
            "",
            "Thank you for the tea, that's very kind, and what do I get to see in the workshop?",
        ),
        ("zh", "leak_client", "隔壁鑫达批了一千五。", "鑫达批了一千五,是他自己跟您说的吧?"),
        ("zh", "leak_client", "", "您看窗外那块招牌,鑫达,字真大。"),
        ("zh", "leak_client", "", "我妈今年七十三,枕头底下还压着两千块钱呢。"),
        ("zh", "leak_client", "", "别家客户的账我一个字都不能说,您家的我也不会跟别人说。"),
        ("en", "leak_client", "Xinda next door got fifteen.", "Has Xinda really got fifteen, or is it just talk?"),
        (
            "en",
            "leak_client",
            "My wife keeps the accounts.",
            "She sounds like a wise woman, she keeps the books in order.",
        ),
        ("zh", "tie_in", "", "保险您买不买都不影响放款。"),
        ("zh", "tie_in", "", "钱分两份,随用随取的一份,我才好给您算清楚。"),
        ("en", "tie_in", "", "The insurance is your free choice, the loan doesn't depend on it."),
        (
            "zh",
            "disparage_competitor",
            "楼下有人送鸡蛋,说有个养老项目四个点。",
            "千万别去,那都是骗子,钱进去就拿不出来了。",
        ),
        ("zh", "disparage_competitor", "", "海州银行网点多,放款快是他们的长处。"),
        ("zh", "argue", "我去晚了一点。", "这事是我们的责任,怪不着您,是我们没通知到。"),
        ("en", "argue", "Maybe I came too late.", "No, you did nothing wrong, it was our fault that nobody rang."),
        ("zh", "informal_address", "唐宁，我们财务经理。", "唐宁你好。岑总，咱们接着说?"),
        ("zh", "informal_address", "", "卖的是“准”,温度怎么变读数都不飘,是这个意思吧?"),
        ("zh", "informal_address", "", "周六上午十点,正好。您看方便吗?"),
        (
            "en",
            "informal_address",
            "Tang Ning will sit in.",
            "Hello Tang Ning, good to meet you. Mr Cen, shall we go on?",
        ),
        ("en", "informal_address", "", "He is a wise man, your father, and the man at the gate was kind."),
        ("zh", "jargon", "这个词怎么讲?", "职业病,对不起。说白了就是您先把钱垫出去,三个月后才收回来。"),
        ("zh", "jargon", "", "一千万,2.9%,只质押专利,提前十个工作日告知,对不对?"),
        ("zh", "jargon", "", "明白,这个sub-question我先skip,您继续。"),
        ("en", "jargon", "", "In plain words you fix today the rate for the dollars that come in March."),
        ("zh", "overpromise", "", "我会尽力报,批不批以审批为准,我不敢保证。"),
        ("en", "overpromise", "", "It will ring, I promise: you hear it from me first."),
        ("zh", "private_sale", "", "密码您自己输,千万别告诉我,也别告诉别人。"),
        ("zh", "falsify", "", "流水不好看没关系,可不能做假,有多少报多少。"),
        ("en", "conceal_risk", "", "Most people skip the risk page, which is why I'd like to read it with you."),
    ],
)
def test_what_only_sounds_like_it_does_not(language: str, family: str, previous: str, text: str) -> None:
    assert family not in {taboo.id for taboo in BY_LANGUAGE[language].understand(text, previous).taboos}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "您是问这个保本不保本吗？"),
        ("zh", "“保本的，稳赚”，这样的话谁都不能说。"),
        ("zh", "要是有人跟您说亏不了，您可得当心。"),
        ("en", "Is the fund guaranteed, you ask? It isn't."),
        ("en", "If anyone tells you that you can't lose with a fund, be careful."),
    ],
)
def test_what_is_asked_quoted_or_warned_of_is_not_said_outright(language: str, text: str) -> None:
    assert not outright(language, text)


@pytest.mark.parametrize(
    ("language", "previous", "text"),
    [
        ("zh", "", "我到家就给您手机发个短信,您看了再定。"),
        ("zh", "", "我给您配现金管理,开户以后就能用。"),
        ("zh", "", "祝您半马跑进两小时,加油!合同下周签。"),
        ("zh", "", "您要给孙女留个念想,我们行有金条卖,您买不买都行。"),
        ("zh", "", "方便的话把您的手机给我同事登记一下,办预约用。"),
        ("zh", "", "我给您取现金,您在这儿签个字。"),
        ("zh", "", "最后批的额度是八百万,利率三点零五。"),
        ("zh", "", "您大行那边只剩两百万的额度了,是吧?"),
        ("zh", "", "除了额度,您还考虑什么,可以跟我说说。"),
        ("zh", "", "过了今天也没关系,到期自动转活期。"),
        ("zh", "", "今天不签没事,您带回去给法务看。"),
        ("zh", "", "材料这周不办来不及赶上六月,所以我想先列清单。"),
        ("zh", "", "周六上午的名额不多,您要是来,我先给您预约上。"),
        ("zh", "", "七天通知其实就是存款,跟您要的随时取合得上。"),
        ("zh", "", "大额存单等于存定期,只是起点高。"),
        ("zh", "那个保险我不买。", "三年期大额的,就当存定期,到期取。"),
        ("zh", "", "您提前锁汇不会亏,最多是少赚一点,这话也不能说死。"),
        ("zh", "", "三十万那张是大额存单。本金绝对安全,存款保险保着。"),
        ("zh", "", "基金亏了我们也心疼,可亏了行里不能赔。"),
        ("zh", "", "没有零风险的理财,您得知道。"),
        ("zh", "", "风险提示可不是走个形式,咱们一条条看。"),
        ("zh", "", "合同您今天不用看完,带回去慢慢看。"),
        ("zh", "", "今天不用看合同,我先把样本发您。"),
        ("zh", "", "不办抵押登记,款就放不了,这是规矩。"),
        ("zh", "", "要放款就得先办开户和用款材料。"),
        ("zh", "", "您这报表做得真漂亮,一看就是审计出身。"),
        ("zh", "", "您把走我行的流水做大一点,明年额度自然就高。"),
        ("zh", "", "请您把货款打到我行的结算账户。"),
        ("zh", "", "保本的有存单和国债,理财不保本。"),
        ("zh", "", "我行没有保本的理财。"),
        ("zh", "", "您要的是保本的,那就存单。"),
        ("zh", "", "对方说稳赚,您别急着信。"),
        ("zh", "", "他们家网点多,倒是比我们方便。"),
        ("zh", "", "送您到门口,存单您收好。"),
        ("zh", "", "我给您倒杯茶,您先看看单子再签。"),
        ("zh", "", "别犹豫要不要问,有什么都可以问。"),
        ("zh", "", "给您一张名片,有事打我电话。"),
        ("zh", "", "卡里有张购物卡的事,我们可不收,您拿回去。"),
        ("zh", "", "我送您一本理财知识手册,看看不收钱。"),
        ("zh", "", "您儿子说跟存款一样,可合同上写的是保险。"),
        ("zh", "", "年金不是存款,不能当存款看,中途退要亏。"),
        ("zh", "", "密码您自己输,输的时候我转过身。"),
        ("zh", "", "下周五以前答复就行,过了这周利率可能会调,调了我第一时间告诉您。"),
        ("zh", "", "锁汇锁早了不会亏本金,只是价钱定下来了。"),
        ("zh", "", "公司给全员发红包是您的事,代发我们三十分钟到账。"),
        ("en", "", "There are a few slots left on Saturday morning, shall I put you down for ten?"),
        ("en", "", "It was my last chance to ask before lunch, so I did."),
        ("en", "", "There's a tablet at the counter, you sign on that."),
        ("en", "", "I'll send you the vouchers and the statement for the deposit tomorrow."),
        ("en", "", "We have a guaranteed 3.05 on the loan till the end of the month, whatever your plans."),
        ("en", "", "There's no need to read it now, take it home and read the terms there."),
        ("en", "", "You cannot lose the house as long as the instalments are paid; that is the plan."),
        ("en", "", "No fund is risk-free, and this one isn't."),
        ("en", "", "The carmakers, they cheat you on the payment days, you said."),
        ("en", "", "You don't have to sign now, or today, or at all."),
        ("en", "", "Is it good for today only?"),
        ("en", "", "Nothing about it is guaranteed, and the 4% was last year's."),
        ("en", "", "The certificate is a deposit, the capital is guaranteed up to half a million."),
        ("en", "", "Please don't tell me your password, and please don't write it down."),
        ("en", "", "I can't throw in a phone or gift cards, even if you sign today."),
        ("en", "", "The leaflet says it is as good as a deposit; it isn't, it's an insurance policy."),
        ("en", "", "If you sign now it starts in June, if you sign later it starts in July."),
        ("en", "", "My boy gets an iPhone if he passes his exam. But to your deposit."),
        ("en", "", "Whether it gets approved I can't guarantee; the committee decides."),
        ("en", "", "They rob the forwarder's trucks on that road, I read, so the insurance is worth it."),
        ("en", "", "You get a bottle of water at the branch, sit down and sign in."),
        ("en", "", "The rate is fixed, so in that sense the 3.1% is guaranteed for the year of the loan."),
        ("en", "", "I'd rather you didn't just sign today."),
        ("en", "", "The hotline, nobody reads it out on the forms, so here is the number."),
        ("en", "", "Think of it as a deposit slip for your goods, a bill of lading."),
        ("en", "", "No deposit is needed, no loan fee either."),
    ],
)
def test_harmless_words_are_no_offence_said_outright(language: str, previous: str, text: str) -> None:
    assert not outright(language, text, previous)


def test_the_words_said_outright_are_shown() -> None:
    text = "这款理财您放心。保本的，一年四个点。"
    (said,) = outright("zh", text)
    assert (said.family, text[said.start : said.end]) == ("guarantee_return", "保本的")


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("zh", "那年的事你还记得吗？", ["你"]),
        ("zh", "你追我赶的，今年行情真热闹。", []),
        ("zh", "他说“你等着”，就走了。", []),
        ("zh", "您放心，我跟儿子说：你爸的药钱先留着。", []),
        ("zh", "你好，我是明江银行的小宋。", []),
        ("en", "Hey there, what do you make here?", ["hey"]),
        ("en", "A mate of mine runs a yard. Is yours older?", []),
        ("en", "Is that the price, mate?", [", mate"]),
    ],
)
def test_where_a_client_is_addressed_without_honours(language: str, text: str, words: list[str]) -> None:
    assert [text[start:end].lower() for start, end in plainly_addressed(language, text)] == words


def test_plain_address_is_heard_in_talk_and_not_in_what_is_none() -> None:
    assert "informal_address" in {
        taboo.id for taboo in ZH.understand("你们厂里你管账，是吧？一年流水有多少？").taboos
    }
    assert not ZH.understand("你爱我我爱你，蜜雪冰城甜蜜蜜").taboos


def test_without_a_word_of_its_own_a_taboo_is_wanting() -> None:
    star = "Do I get a gold star, or do I get a signature?"
    assert wanting("en", "kickback", star, range(len(star)))
    card = "There is a shopping card in it for you."
    assert not wanting("en", "kickback", card, range(len(card)))


def test_a_taboo_of_which_nothing_is_known_needs_no_word() -> None:
    assert not wanting("zh", "rude", "走开", range(2))


def test_the_words_may_stand_in_the_sentence_beside() -> None:
    text = "流水够了。您放心！事成之后您说怎么办就怎么办。现金两个点。"
    at = text.index("事成")
    assert not wanting("zh", "kickback", text, range(at, at + 4))
