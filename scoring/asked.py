"""Whether the client asked for it: to answer a question about a product or a price is not to push one."""

from scoring.patterns import first_match
from scoring.view import VisitView

_QUESTION_MARKS = ("?", "？", "吗", "呢", "多少", "什么", "怎么")
_PRODUCT_WORDS = (
    "产品", "利率", "保本", "保不保", "卖", "yield", "guaranteed", "return", "利息", "贷款", "理财", "存款", "存单", "收益", "方案", "额度", "有什么", "能给", "报价", "百分之", "product", "rate",
    "loan", "deposit", "fund", "offer", "interest", "per cent", "percent", "what do you have", "what can you",
)  # fmt: skip


def client_asked(view: VisitView, index: int) -> bool:
    """Whether the client's line before the turn at ``index`` asks about a product or its price."""
    text = view.client_before(index).lower()
    asked = bool(index and view.exchanges[index - 1].client.asks) or any(mark in text for mark in _QUESTION_MARKS)
    return asked and first_match(text, _PRODUCT_WORDS) is not None
