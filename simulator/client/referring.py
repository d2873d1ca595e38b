"""Whether a turn takes something back to the bank, or only says that the bank must agree.

Who reserves the bank's approval ("subject to approval", 最终以审批为准), tells whose decision a thing is ("above that it's the
branch's", 再往上要分行批) or offers to ask ("shall I ask them?") asks nobody for anything: no answer comes of it.
"""

import re

from simulator.sentences import around
from simulator.vocabulary.turn import Turn

_RESERVED = re.compile(
    r"以[^，,。；;]{0,14}为准|(?:审批|批复|批下来|批了|贷审会|委员会|行里|分行)[^，,。；;]{0,8}(?:才|再)(?:算|作|能|行|定)"
    r"|(?:要|得|还要|还得)?[看等](?:最终|最后)?(?:的)?(?:审批|批复|分行|行里|贷审会)|走[^，,。；;]{0,4}(?:审批)?流程|(?:审批|贷审会)[^，,。；;]{0,6}(?:通过|同意)"
    r"|\b(?:subject|according) to\b[^.;]{0,40}\b(?:approv\w+|committee|branch|bank|credit)\b|\b(?:approval|committee)[^.;]{0,20}\b(?:permitting|pending|applies|decides)\b"
    r"|\b(?:final|last) (?:decision|word|say)\b|\b(?:has|have|needs?|must) (?:still )?(?:to be |be )?(?:approv\w+|signed off)|\b(?:until|unless|once|if|when) [^.;]{0,30}\bapprove[sd]?\b|\bdepends? on\b[^.;]{0,24}\bapprov",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"上报|报(?:给|到|上去|一下|个|请|分行|支行|总行|省行|行里|审批(?!为准))|往上(?:报|递|推|问)|请示|申请(?!书|表|材料|资料)|汇报|争取|打(?:个)?报告|递上去|签报|沟通一下|帮您问|问(?:一下|一声|问)?(?:行里|行长|领导|分行|上面|总行)"
    r"|(?:我|咱)[^，,。；;]{0,8}(?:回去|回行里?|拿回去|带回去)[^。；;]{0,12}(?:问|报|商量|批|说|谈|请)"
    r"|\b(?:i|we|let me)(?:'ll|'d|'m going to| will| shall| can| could| must| would| have to| need to| am going to)?[^.;,]{0,16}\b(?:take|put|bring|send|carry|pass|refer|escalate|submit|apply|push|ask|check|raise|run|speak|talk|write)\b(?! (?:you\b|for your|what|how|when|whether you|down))"
    r"|\b(?:goes|go|going) (?:up )?to (?:the |my |our )?(?:branch|committee|boss|manager|head)",
    re.IGNORECASE,
)


def refers_up(turn: Turn) -> bool:
    """Whether something is taken back to the bank for an answer; a mere reservation is not."""
    heard = [move.clause for move in turn.moves if move.id == "refer_up"]
    return bool(heard) and not all(_only_reserves(turn.text, clause) for clause in heard)


_ABOVE_ZH = r"(?:[分支总省]行|行长|行里|领导|上面|上头|贷审会|审批|委员会|总部|会上)"
_ABOVE_EN = r"(?:(?:the |my |our )?(?:sub-?)?(?:branch|head office|committee|board|boss|manager)(?:['’]s)?(?: manager)?|credit|upstairs)"
_WHOSE = re.compile(
    rf"(?:归|属于?|权限在|是){_ABOVE_ZH}|(?:[要得需由]|才能|应该?)(?:经过?|由|让|过|上)?{_ABOVE_ZH}(?:的)?[^，,。；;]{{0,4}}?(?:[批签定审管点会]|同意|拍板|说了算|的事)"
    rf"|{_ABOVE_ZH}(?:才)?(?:说了算|拍板|管|做主|的权限|的事)|(?:[要得需]|先)(?:过|上)(?:得了)?{_ABOVE_ZH}"
    rf"|\b(?:is|are|it'?s|that'?s|be) (?:for |up to |a matter for |with |down to )?{_ABOVE_EN}(?=\W|$)|\b{_ABOVE_EN} (?:that |who |which )?(?:\w+ )?(?:decides?|signs?|approves?|has|settles?|rules?)\b"
    rf"|\b(?:takes?|needs?|wants?|requires?|(?:(?:would|'d|will|'ll|must|has to|have to) (?:need|take|want|require|be)))\b[^.;,]{{0,24}}\b{_ABOVE_EN}\b|\b(?:cleared|signed(?: off)?|approved|decided|passed|granted) by {_ABOVE_EN}",
    re.IGNORECASE,
)
"""Whose decision a thing is."""
_BEYOND = re.compile(
    r"(?:再|更)(?:往[上下]|高|多|低|大)|超过|超出|超了|以[上下内外](?!是)|之[上下]|[低高大多]于|\b(?:above|below|beyond|under|over|anything|more than|less than|any (?:more|lower|higher)|higher|lower)\b",
    re.IGNORECASE,
)
"""What lies past a limit, of which a rule is told."""
_ANNOUNCED = re.compile(
    r"[我咱](?:们)?[^，,。；;]{0,3}?(?:这就|马上|现在|今天|今晚|明天|回头|回去|帮|替|给您|打个?电话|去|来|得|要|会)[^。；;]{0,12}?(?:报|问|请示|申请|争取|递|汇报|说|商量|打电话|打个?电话)"
    r"|(?:这就|马上|今天|今晚|下午|明天|周[一二三四五])[^，,。；;]{0,6}?(?:报|问|请示|申请|递|汇报|打电话)|答复|回您|回话"
    r"|\b(?:i'?ll|i'?m (?:going|sending|taking|putting|asking|ringing|calling|about)|i (?:will|shall|must|need to|have to|am going to)|let me|we'?ll|give me)\b",
    re.IGNORECASE,
)
"""Somebody sets out to ask."""
_SETS_OUT = re.compile(
    r"[我咱](?:们)?(?:这就|马上|现在|今天|今晚|明天|回头|回去就?|先|替您|帮您|给您)+[^，,。；;]{0,8}?(?:报(?!价)|问|请示|申请|递)"
    r"|\b(?:i'?ll|i'?m|let me|i will|i shall)\b(?: \w+)? (?:send|ask|put|tak|rais|refer|submit|forward|ring|call|phon|apply)(?:e|ing|ting)?\b(?! (?:you|for your)\b)",
    re.IGNORECASE,
)
"""The same wherever in the turn it stands: "That needs the branch. I'm sending it up today."."""
_OFFERS_TO_ASK = re.compile(
    r"(?:要不要|用不用|需不需要|想不想|愿不愿意)(?:让|叫|由)?[我咱]|[我咱][^，,。；;]{0,12}(?:问|报|请示)[^，,。；;]{0,10}(?:要不要|好不好|行吗|成吗|可以吗)[^。]{0,4}$"
    r"|\b(?:(?:shall|should|could|can|may) i|(?:want|like) me to) (?:\w+ )?(?:ask|ring|call|phone|check|raise|refer|try|put (?:it|that|this)|take (?:it|that|this))\b[^.]*\?",
    re.IGNORECASE,
)
"""Asks the client whether to ask."""


def _only_tells_whose(text: str, clause: str) -> bool:
    """Whether it only tells whose decision a thing is, or offers to ask."""
    said = around(text, clause)
    if _SETS_OUT.search(text):
        return False
    if _OFFERS_TO_ASK.search(text):
        return True
    if _WHOSE.search(clause) is None:
        return False
    return (_ANNOUNCED if _BEYOND.search(said) else _TAKEN_BACK).search(said) is None


_OF_ANOTHER = re.compile(
    r"金融市场|跨境|备案|odi|外汇|汇率|远期|结售汇|即期|锁汇|贴现|票据|国际(?:业务)?部|法务|律师|评估公司|公证|保险公司|理财经理"
    r"|\b(?:treasury|dealing|dealers?|dealing room|fx|forwards?|spot|exchange|hedg\w+|bills? desk|discount\w*|legal|lawyers?|valuers?|notary|insurers?)\b",
    re.IGNORECASE,
)
_OF_TERMS = re.compile(
    r"利率|额度|授信|流贷|贷款|担保|抵押|质押|房子|份额|结算|签字|[\d一二三四五六七八九十百千]万|条件|方案"
    r"|\b(?:rates?|line|limit|loan|million|security|collateral|house|mortgage|settlement|share|terms|package|offer|sign\w*)\b",
    re.IGNORECASE,
)


def asks_for_terms(turn: Turn) -> bool:
    """Whether what is taken to the bank may be the terms bargained over, and is not a quote or a paper of another desk."""
    heard = [around(turn.text, move.clause) for move in turn.moves if move.id == "refer_up"]
    return any(_OF_TERMS.search(said) or not _OF_ANOTHER.search(said) for said in heard)


_THEY_ASK = re.compile(
    r"(?:行长|领导|贷审会|委员会|审批的?人?|上面|分行|支行)(?:他们?|肯定|一定|准|必然)?(?:会|要|得|就|还)*(?:来)?(?:问|质疑|挑|盯|骂|说)我"
    r"|\b(?:committee|boss|manager|branch|head|colleagues|credit)\b[^.;,]{0,12}\b(?:will|would|'ll|is going to|are going to|always|might)\b[^.;,]{0,12}\b(?:ask|grill|want to know|wonder|say)\b",
    re.IGNORECASE,
)
"""What those above will ask the trainee, who asks them for nothing."""


def _only_reserves(text: str, clause: str) -> bool:
    if _only_tells_whose(text, clause):
        return True
    if _THEY_ASK.search(clause) and not _TAKEN_BACK.search(_THEY_ASK.sub("", around(text, clause))):
        return True
    return _RESERVED.search(clause) is not None and _TAKEN_BACK.search(around(text, clause)) is None
