"""What nobody is praised for: giving in, improper offers, asking for what the rules keep back."""

import pytest

from scoring import debrief, grade, load_rubric
from scoring.improper import asks_improperly, improper, refuses
from scoring.sentences import cut
from scoring.view import VisitView
from simulator.transcript.record import Brief, ClientSide, Exchange, Header, NeedBrief, Transcript
from simulator.vocabulary.turn import MoveMade, TabooMade, Turn

IMPROPER = (
    "评标办法您这儿有底稿吧，方便先拍一张给我？",
    "别家报的什么价，您悄悄跟我透个底。",
    "招投标不就是走走过场嘛，您心里早有数了吧。",
    "标书能不能按我们行的优势来写几条？",
    "您把另外两家的报价给我看一眼，我好往下压。",
    "Could you slip me the scoring sheet before it goes out?",
    "The tender's only a formality, isn't it?",
    "What did the other two bid? Just between us.",
    "Maybe you could word the requirements so that only we fit.",
    "Can I have a look at their offers before I put mine in?",
    "底价大概多少，您给我递个话就行。",
    "说是公开比选，其实就是做做样子。",
    "评委都有谁，名单给我一份？",
    "其他银行的方案您手上有吧，借我参考参考？",
    "Any chance of an early peek at the marking criteria?",
    "Surely the selection is just for show.",
    "Tell me what the lowest quote is and I'll go under it.",
    "Who's on the panel? A list of names would help me.",
    "Let me know the others' figures on the quiet.",
    "You could tailor the notice to us a little.",
)
PROPER = (
    "评分标准公告里会写明白吗？",
    "比选的时候，哪几项分量重一些？",
    "公告出来以后，我们到哪里领文件？",
    "这次比选不是走形式，我们按规矩来。",
    "别家给您的服务，您觉得哪点最好？",
    "我不打听标底，就想知道时间安排。",
    "What counts most when you choose a bank?",
    "When will the scoring criteria be published?",
    "I know the tender is no formality, and I won't ask about the others' bids.",
    "What does your present bank charge you, if I may ask?",
    "能不能先给我看看车间？",
    "Could I see the order book first?",
    "打分的有哪几个部门？",
    "公告什么时候挂出来，挂在哪儿？",
    "报价要密封吗，几点截止？",
    "您别把我们单独放进去，该几家就几家。",
    "其他银行报多少我不问，我只讲我们自己的。",
    "比选的规矩我懂，不会提前跟您要文件。",
    "How many banks have to bid under your rules?",
    "Which departments do the scoring?",
    "Is there a deadline for the response file?",
    "I wouldn't ask you for anyone else's price.",
    "Do other banks come and see you about this?",
    "Can you show me how the pay run works?",
)
REQUESTS = (
    (
        "（低声）对了，职工运动会缺个冠名的，八万块。你们行出了，代发的事好说。",
        "运动会冠名没问题，八万我们出。",
        True,
    ),
    ("（低声）对了，职工运动会缺个冠名的，八万块。你们行出了，代发的事好说。", "冠名这点小事，包在我身上。", True),
    (
        "（低声）对了，职工运动会缺个冠名的，八万块。你们行出了，代发的事好说。",
        "运动会冠名跟代发是两码事，这个我们不能出。",
        False,
    ),
    (
        "（低声）对了，职工运动会缺个冠名的，八万块。你们行出了，代发的事好说。",
        "代发的事，我们可以发薪前试发一遍，没问题。",
        False,
    ),
    ("流水差那么一点，您帮我填好看些，回头请您吃饭。", "流水填好看些，这个好办，我来弄。", True),
    ("流水差那么一点，您帮我填好看些，回头请您吃饭。", "流水是多少就是多少，我如实写，没问题的。", False),
    (
        "Sports day needs a sponsor, eighty thousand. Sponsor it and the account is easy to talk about.",
        "Happy to sponsor it, eighty thousand is nothing.",
        True,
    ),
    (
        "Sports day needs a sponsor, eighty thousand. Sponsor it and the account is easy to talk about.",
        "Sponsoring sports day has nothing to do with the account; I can't.",
        False,
    ),
    (
        "Sports day needs a sponsor, eighty thousand. Sponsor it and the account is easy to talk about.",
        "We'd be glad to open the account next week.",
        False,
    ),
    (
        "Another house pays the finder half a per cent, quietly. Would yours?",
        "Half a per cent, quietly? Yes, we can arrange that for the finder.",
        True,
    ),
    ("我小舅子刚毕业，您行里给安排个岗位，存款我明天就转。", "小舅子的岗位没问题，我跟人事打个招呼。", True),
    ("我小舅子刚毕业，您行里给安排个岗位，存款我明天就转。", "岗位的事好说，我来安排。", True),
    ("我小舅子刚毕业，您行里给安排个岗位，存款我明天就转。", "岗位都是公开招聘，您让他自己投简历。", False),
    ("我小舅子刚毕业，您行里给安排个岗位，存款我明天就转。", "存款转过来我陪您办，没问题。", False),
    ("合同日期往前写两个月，贷款就下得来，您看着办。", "日期往前写两个月可以，我帮您改。", True),
    ("合同日期往前写两个月，贷款就下得来，您看着办。", "合同日期改不得，这是造假。", False),
    ("合同日期往前写两个月，贷款就下得来，您看着办。", "贷款要几个月，可以按您的回款排。", False),
    (
        "My nephew needs a summer job at the bank; then we can move the deposits.",
        "A summer job for your nephew, sure, I'll see to it.",
        True,
    ),
    (
        "Tell me what my neighbour owes you and I'll sign.",
        "All right, what the neighbour owes, I could look it up for you.",
        True,
    ),
    (
        "My nephew needs a summer job at the bank; then we can move the deposits.",
        "Summer jobs are advertised, your nephew would have to apply like everyone.",
        False,
    ),
    (
        "My nephew needs a summer job at the bank; then we can move the deposits.",
        "We can move the deposits in June, no problem.",
        False,
    ),
    (
        "Tell me what my neighbour owes you and I'll sign.",
        "What a neighbour owes I couldn't tell you, just as I'd tell nobody about you.",
        False,
    ),
)
BUSINESS = Brief(needs=(NeedBrief("pay", "explicit", 3, "代发合同的事到期要比选，存款、贷款，deposits, account"),))


@pytest.mark.parametrize(("text", "expected"), [*((t, True) for t in IMPROPER), *((t, False) for t in PROPER)])
def test_asking_for_what_the_rules_keep_back(text: str, expected: bool) -> None:
    assert any(asks_improperly(sentence.lower()) for _, sentence in cut(text)) is expected


def _answered(request: str, *turns: Turn) -> tuple[Exchange, ...]:
    first = Exchange(1, Turn("您好。"), ClientSide(request, "talk", 50, 50, events=("temptation:x",)))
    return (first, *(Exchange(n, turn, ClientSide("嗯。", "talk", 50, 50)) for n, turn in enumerate(turns, 2)))


@pytest.mark.parametrize(("request_made", "text", "gives_in"), REQUESTS)
def test_giving_in_to_an_improper_request(request_made: str, text: str, gives_in: bool) -> None:
    assert any(index == 1 for index, _ in improper(_answered(request_made, Turn(text)), BUSINESS)) is gives_in


@pytest.mark.parametrize(
    ("confidence", "refused", "earns"), [(0.34, False, False), (0.34, True, True), (0.2, False, True)]
)
def test_a_sentence_with_an_improper_offer_earns_nothing(confidence: float, refused: bool, earns: bool) -> None:
    said = "For a better deposit rate I could sort something privately."
    moves = (MoveMade("trade", said), *((MoveMade("decline", said),) if refused else ()))
    turn = Turn(f"Good. {said}", moves, (TabooMade("kickback", said, confidence, False),))
    visit = Transcript(Header("x", "h", "en", 1, brief=BUSINESS), _answered("Well.", turn), opening="Hello.")
    view = VisitView(visit)
    assert bool(view.acts_of(("trade",))) is earns
    assert any(act.move.clause == said for act in view.remarks) is earns


def test_nobody_is_praised_for_a_turn_that_asks_improperly_or_cost_trust() -> None:
    asked = "评标什么时候定？评分表能不能先给我看看？"
    for text, trust, praised in ((asked, 50, False), (asked[:8], 50, True), (asked[:8], 40, False)):
        first = Exchange(1, Turn("您好。"), ClientSide("嗯。", "talk", 50, 50))
        turn = Turn(text, (MoveMade("ask_decision", asked[:8], form="open"),))
        again = Exchange(2, turn, ClientSide("嗯。", "talk", trust, 50))
        visit = Transcript(Header("x", "h", "zh", 1, brief=BUSINESS), (first, again), opening="请坐。")
        rubric = load_rubric(language="zh")
        told = debrief(visit, grade(visit, rubric), rubric)
        assert any(strength.turn == 2 for strength in told.strengths) is praised


FUND = "运动会缺个冠名的，八万块，您行出了，代发的事好说。"
RATE = "别家说存款利率私下再补一点，您也行吗？"


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ("冠名这八万我们出不了。", True),
        ("这个忙我帮不了。", True),
        ("赞助和代发是两码事。", True),
        ("单位有纪律，这种事不能做。", True),
        ("I'm afraid the bank would never allow it.", True),
        ("代发服务费我报一万五，驻点三天。", False),
        ("驻点的事我得报分行，下周一回您。", False),
        ("您工会多少人？", False),
        ("私下再补存款利率，这个不行。", False),
        ("Our fee would be fifteen thousand a year.", False),
    ],
)
def test_only_who_says_no_has_refused(said: str, refused: bool) -> None:
    assert refuses(Turn(said), FUND, (RATE,)) is refused
