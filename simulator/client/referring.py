"""Whether a turn takes something back to the bank, or only says that the bank must agree.

Who reserves the bank's approval ("subject to approval", 最终以审批为准) asks nobody for anything: no answer comes of it.
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
    if _THEY_ASK.search(clause) and not _TAKEN_BACK.search(_THEY_ASK.sub("", around(text, clause))):
        return True
    return _RESERVED.search(clause) is not None and _TAKEN_BACK.search(around(text, clause)) is None
