"""Whether a question only wants to hear that something said, summed up or worked out is right."""

import re

from simulator.sentences import seeks_a_yes

_IS_IT_NOT = re.compile(r"(?:isn'?t it|aren'?t they)\W*$", re.IGNORECASE)
"""Ends what may ask in earnest as well; where nothing in it was heard, a yes is all it seeks."""
_IS_IT_SO = re.compile(
    r"哪(?:[一个些里条样]|个?[数天步]){0,3}[^。？?，,]{0,4}(?:不对|错|不符|不准|对不上|有出入)[^。？?，,]{0,2}[？?]|有(?:没有|什么|啥)?(?:可有)?(?:错漏|出入|漏的|说错|算错|记错)|(?:这[么样]|我)[^。？?，,]{0,4}(?:算|理解|说|记|讲)[^。？?，,]{0,3}对不对"
    r"|(?:跟|和|与)[您你][^。？?，,]{0,8}(?:对得上|一致|差不多|吻合|一样|差多少)[^。？?，,]{0,3}[？?]"
    r"|\b(?:does|do|did|would|will) (?:that|this|it|these|those|(?:my|the) (?:sums?|figures?|numbers?)) (?:\w+ )?(?:tally|match|square|agree|chime|fit (?:with )?(?:what|your)|tie (?:in|up)|sound (?:right|about right|like you))\b|\b(?:have|did) i (?:got|get|understood|understand|heard|hear|read|missed|miss)\b|\b(?:is|was) (?:that|this) (?:about |roughly |more or less )?(?:right|correct|it)\b|\bwhich (?:\w+ )?(?:figure|number|one|day|days|of (?:them|these|those)) (?:is|have i got|did i get|looks|look) (?:wrong|off)\b",
    re.IGNORECASE,
)
"""Asks whether what was summed up or worked out is right."""
_ALL_RIGHT = re.compile(r"\ball right\W*$", re.IGNORECASE)
"""Asks whether something is agreeable, or somebody well."""


def wants_a_yes(question: str) -> bool:
    """Whether a question asks for nothing but a yes to what it states."""
    if _ALL_RIGHT.search(question):
        return False
    return any((seeks_a_yes(question), _IS_IT_NOT.search(question), _IS_IT_SO.search(question)))
