"""Words around offers, in both languages: who approves, until when, with which papers, what is asked in return."""

APPROVERS = (
    "行长", "支行", "分行", "总行", "领导", "主管", "审批", "贷审", "计财", "信贷部", "业务部", "风险部", "授信", "上级",
    "head office", "branch", "committee", "manager", "director", "approver", "risk", "pricing", "credit",
)  # fmt: skip
REFERRING = (
    "报分行", "报支行", "报上去", "报总行", "请示", "问准", "问行里", "回去问", "核清楚", "跟行里", "行长批", "分行批", "我批不了", "我定不了", "一起报",
    "上报", "ask my branch", "ask the branch", "to the sub-branch", "to my sub-branch", "subject to my sub-branch", "to the branch",
    "ask for approval", "get approval", "to my manager", "above that i'd have to ask", "branch has to approve", "subject to approval",
    "check with our", "check that with",
)  # fmt: skip
"""Words for asking those above, by whatever move they were heard."""
DATES = (
    "今天", "明天", "后天", "周一", "周二", "周三", "周四", "周五", "下周", "本周", "月底", "号前", "日前", "天内", "上午", "下午", "小时",
    "下班前", "之前答复", "礼拜", "星期", "today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "next week", "this week",
    "by noon", "hours", "within days", "days from",
)  # fmt: skip
PAPERS = (
    "材料", "资料", "报表", "明细", "流水", "结算量", "结汇单", "订单", "合同给", "执照", "测算", "清单", "证明", "papers", "documents", "statements",
    "accounts", "ageing", "aging", "calculation", "invoices", "order book", "figures for", "list of", "records",
)  # fmt: skip
CONDITION = (
    "您得答应", "您让一步", "您这条让", "您点头，我", "如果", "要是", "只要", "前提是", "条件是", "来换", "换您", "换一个", "作为交换", "那您也", "您也得", "if you move", "if you bring",
    "if you give", "if you can", "if you could", "if you let", "if you route", "if you put", "if you keep", "if you commit", "if you settle",
    "if you take", "if you place", "if you run", "if you pay", "if you accept", "if half", "if the settlement", "if you show me", "if you send me", "you do that and", "in return", "in exchange",
    "provided", "as long as", "on condition", "then we can", "then i can", "against half", "for half", "so long as", "trade you",
)  # fmt: skip
"""What ties one thing to another."""
WANTED = (
    "结算…成", "结算…走", "结算…放", "走我行", "走我们行", "占…成", "占五成", "回款…走", "回款…我们", "代发…走我", "代发…到我", "代发…放我", "代发…放在我", "代发…给我", "代发…转我", "代发…归我", "主办行", "结汇…我", "放到我们", "提前…告知",
    "提前…告诉", "提前…通知", "half your settlement", "half your settlements", "of your settlement", "of your settlements",
    "settlement share", "settlements with us", "payroll with us", "collections with us", "fx business", "main bank", "put us on the panel",
    "settle with us", "days notice", "days' notice", "days before", "notice before", "fifty percent", "fifty per cent", "receipts through us",
    "through our account", "deposits with us",
)  # fmt: skip
"""What the bank asks of the client."""
HALF_SHARE = (
    "结算…一半", "一半…结算", "份额…一半", "结算…对半", "half your settlement", "half your settlements", "half of your settlement",
    "half of your settlements", "half the settlement", "half the settlements", "half of the settlement", "half of the settlements",
)  # fmt: skip
"""Half of what is shared out, said without a figure."""
