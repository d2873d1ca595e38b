"""Whether a visit is about lending: a lender's questions (what is pledged, what repays it) fit nobody to whom nothing is lent."""

import re

from simulator.transcript.record import Brief, IssueBrief

_LOAN = re.compile(
    r"贷|授信|融资|透支|贴现|保理|福费廷|承兑|信用证|保函|押汇|按揭|质押|抵押|租赁|垫款|信用额度|循环额度"
    r"|\b(?:loans?|lending|credit|overdraft|discount(?:ing)?|factoring|mortgage|facility|borrow\w*|leas(?:e|ing)|financ(?:e|ing)|pledge\w*|collateral|letters? of credit)\b",
    re.IGNORECASE,
)
_FOR_STAFF = re.compile(
    r"职工|员工|个人|按揭(?:代理|推荐)|信用卡|咨询|存款|存单|费率|手续费|\b(?:staff|employees?|personal|credit cards?|advice|deposits?|fees?|charges?)\b",
    re.IGNORECASE,
)
"""What is lent to others than the client, and what is no loan though a word of its name may be that of one."""
_TERM_OF_A_LOAN = re.compile(
    r"额度|担保|增信|抵押|质押|\b(?:limit|security|collateral|guarantee|principal)\b", re.IGNORECASE
)
_RATE = re.compile(r"利率|利息|\b(?:rate|interest)\b", re.IGNORECASE)
_TERMS = frozenset({"amount", "security", "guarantee", "collateral"})


def lends(brief: Brief) -> bool:
    """Whether the client is to be lent something: by a product, or by what is bargained over (a limit, security, a rate that the client
    wants lower). A brief that tells neither leaves it open, and counts as lending."""
    if not brief.products and not brief.issues:
        return True
    names = [product.name for product in brief.products]
    if any(_LOAN.search(name) and not _FOR_STAFF.search(name) for name in names):
        return True
    return any(_of_a_loan(issue) for issue in brief.issues)


def _of_a_loan(issue: IssueBrief) -> bool:
    if _FOR_STAFF.search(issue.name):
        return False
    if issue.id in _TERMS or _LOAN.search(issue.name) or _TERM_OF_A_LOAN.search(issue.name):
        return True
    return issue.better_for_client == "lower" and (issue.id == "rate" or _RATE.search(issue.name) is not None)
