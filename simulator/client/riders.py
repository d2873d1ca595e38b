"""Conditions that come with an offer and are no issue of the bargaining: a guarantee, an insurance, an account."""

import re

from simulator.client.choices import waived_before
from simulator.scenario.model import Bargaining
from simulator.sentences import sentences

_RIDER = re.compile(
    r"(?:(?:夫妻|两口子|夫妇|个人|连带责任|连带|股东|家属|法人|[您你])(?:双方|俩|们)?(?:的|来|都|也|得|要|做|出|签){0,3})?(?:保证(?!金|书|在|您|按|不|能|让|下|到|是|今|明|给|把|做到)|连带责任)|意外险|借款人保险|基本户|代发工资"
    r"|(?:\b(?:the couple'?s|a couple'?s|your wife'?s|his wife'?s|both spouses'?|personal|joint|directors?'|shareholders?'|family|spous(?:al|e'?s)) )?\bguarantee(?=\W|$)(?! (?:you|that|nothing|him|her|it|a\b|the\b))|\b(?:key-man |accident |credit )?insurance\b|\bpayroll account\b",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"再加|还要|还得|外加|另加|得加|加上|附带|前提|条件是|但是?|得有|要做|得做|[，,、]\s*$|\b(?:plus|with|also|and|but|provided|subject to|on condition|need|want|takes?)\b[^.;?!]{0,24}$|,\s*$",
    re.IGNORECASE,
)


def rider_of(bargaining: Bargaining, text: str) -> str:
    """The condition that a text ties to its terms and that no issue is about, in its own words; empty where there is none."""
    known = [
        word.lower() for issue in bargaining.issues.values() for word in (issue.name, *issue.words, *issue.values)
    ]
    for sentence in sentences(text):
        if sentence.endswith(("?", "？")):
            continue
        for match in _RIDER.finditer(sentence):
            said, before = match.group().strip(), sentence[: match.start()]
            ours = any(word in said.lower() or said.lower() in word for word in known)
            if not ours and _ADDED.search(before) and not waived_before(before):
                return said
    return ""
