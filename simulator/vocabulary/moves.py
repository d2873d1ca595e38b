"""The closed vocabulary: everything a relationship manager can do with words, and the taboos.

The ids are the project's common language: the recogniser reports them, scenarios react to them, the rubric
counts them and transcripts keep them. The order is that of a visit.
"""

from dataclasses import dataclass
from typing import Literal

Phase = Literal["open", "discover", "listen", "present", "negotiate", "close", "repair"]
Severity = Literal["minor", "major", "red"]


@dataclass(frozen=True, slots=True)
class Move:
    """One thing a relationship manager does with words; ``zh`` and ``en`` are its names on screen."""

    id: str
    phase: Phase
    zh: str
    en: str

    @property
    def asks(self) -> bool:
        """Whether the move is a question and so has a form, open or closed."""
        return self.id.startswith("ask_")


@dataclass(frozen=True, slots=True)
class Taboo:
    """Something not to be said.

    ``contextual`` ones cannot be heard in a clause: the scorer finds them from order, spacing or offers.
    ``kinds`` are the finer taboos of the catalogue that belong to this family.
    """

    id: str
    severity: Severity
    zh: str
    en: str
    contextual: bool
    kinds: tuple[str, ...]


MOVES: dict[str, Move] = {
    move.id: move
    for move in (
        Move("greet", "open", "问候称呼", "greet"),
        Move("introduce", "open", "自我介绍", "introduce oneself"),
        Move("small_talk", "open", "寒暄", "small talk"),
        Move("state_purpose", "open", "说明来意", "state purpose"),
        Move("ask_situation", "discover", "了解现状", "ask about the situation"),
        Move("ask_plans", "discover", "了解计划目标", "ask about plans"),
        Move("ask_problem", "discover", "了解困难顾虑", "ask about problems"),
        Move("ask_current_bank", "discover", "了解他行及现有服务", "ask about banks in use"),
        Move("ask_decision", "discover", "了解决策", "ask about the decision"),
        Move("ask_risk_profile", "discover", "了解风险偏好", "ask about risk appetite"),
        Move("ask_expectation", "discover", "了解期望条件", "ask what is wanted"),
        Move("ask_clarify", "discover", "追问澄清", "probe"),
        Move("acknowledge", "listen", "倾听回应", "acknowledge"),
        Move("empathise", "listen", "共情", "empathise"),
        Move("paraphrase", "listen", "复述确认", "paraphrase"),
        Move("summarise_needs", "listen", "归纳需求", "summarise needs"),
        Move("present_product", "present", "介绍产品方案", "present a product"),
        Move("explain_benefit", "present", "说明益处", "explain the benefit"),
        Move("give_example", "present", "举例佐证", "give an example"),
        Move("disclose_risk", "present", "揭示风险", "disclose risk"),
        Move("disclose_terms", "present", "说明费用条件", "disclose terms"),
        Move("match_suitability", "present", "适当性匹配", "match suitability"),
        Move("compare_fairly", "present", "客观比较", "compare fairly"),
        Move("check_understanding", "present", "征询看法", "check understanding"),
        Move("share_information", "present", "提供信息", "share information"),
        Move("make_offer", "negotiate", "提出条件", "make an offer"),
        Move("state_ask", "negotiate", "提出本行诉求", "state the bank's ask"),
        Move("trade", "negotiate", "条件交换", "trade"),
        Move("hold_position", "negotiate", "坚持底线", "hold"),
        Move("refer_up", "negotiate", "请示上级", "refer up"),
        Move("decline", "negotiate", "婉拒", "decline"),
        Move("value_relationship", "negotiate", "看重长远", "value the relationship"),
        Move("ask_commitment", "close", "征求意向", "ask for commitment"),
        Move("propose_next_step", "close", "约定下一步", "propose the next step"),
        Move("confirm_agreement", "close", "确认约定", "confirm what was agreed"),
        Move("ask_referral", "close", "请求转介", "ask for a referral"),
        Move("offer_materials", "close", "赠送资料", "offer materials"),
        Move("thank", "close", "致谢", "thank"),
        Move("farewell", "close", "告别", "take leave"),
        Move("apologise", "repair", "致歉", "apologise"),
        Move("offer_remedy", "repair", "提出补救", "offer a remedy"),
        Move("invite_feedback", "repair", "征求意见", "invite feedback"),
        Move("respect_exit", "repair", "协助离开", "respect the exit"),
    )
}

TABOOS: dict[str, Taboo] = {
    taboo.id: taboo
    for taboo in (
        Taboo(
            "perfunctory",
            "minor",
            "敷衍",
            "perfunctory",
            False,
            ("careless_talk", "perfunctory_familiar", "late_or_overstay"),
        ),
        Taboo("informal_address", "minor", "不用敬语", "no honorific", False, ("no_honorific",)),
        Taboo(
            "rude",
            "major",
            "无礼",
            "rude",
            False,
            ("interrupt_client", "condescend", "abusive_collection", "harass_discriminate"),
        ),
        Taboo("show_annoyance", "major", "流露反感", "show annoyance", False, ("show_dislike",)),
        Taboo("argue", "major", "争辩指责", "argue or blame", False, ("argue_client",)),
        Taboo(
            "rush_decision",
            "major",
            "催促决定",
            "rush the decision",
            False,
            ("urge_decision", "scare_scarcity"),
        ),
        Taboo("premature_pitch", "minor", "急于推介", "premature pitch", True, ("early_pitch",)),
        Taboo(
            "overpromise",
            "major",
            "不切实际的承诺",
            "overpromise",
            False,
            ("unrealistic_promise", "promise_approval"),
        ),
        Taboo(
            "guarantee_return",
            "red",
            "承诺保本保收益",
            "guarantee returns",
            False,
            ("guarantee_return", "forecast_performance"),
        ),
        Taboo(
            "conceal_risk",
            "red",
            "隐瞒淡化风险",
            "conceal or play down risk",
            False,
            ("conceal_risk", "mix_with_deposit", "coach_risk_test", "skip_recording", "hide_total_cost"),
        ),
        Taboo("disparage_competitor", "major", "贬低同业", "disparage a competitor", False, ()),
        Taboo(
            "leak_client",
            "red",
            "泄露他客信息",
            "leak another client's affairs",
            False,
            ("gossip_others", "leak_client_info"),
        ),
        Taboo(
            "tie_in",
            "red",
            "搭售",
            "tie-in",
            False,
            ("tie_in_sale", "deposit_for_loan", "loan_for_fee", "blanket_max_rate"),
        ),
        Taboo(
            "kickback",
            "red",
            "利益输送",
            "kickback",
            False,
            ("private_favour", "gift_for_sale", "collude_intermediary", "offer_bribe", "solicit_bribe"),
        ),
        Taboo(
            "falsify",
            "red",
            "协助造假",
            "help to falsify",
            False,
            ("fake_documents", "misuse_of_funds", "aml_evasion", "fx_evasion", "insider_manip"),
        ),
        Taboo(
            "private_sale",
            "red",
            "飞单私售",
            "private sale",
            False,
            ("off_book_sale", "proxy_operation", "private_funds"),
        ),
        Taboo("exceed_authority", "major", "越权", "exceed one's authority", True, ()),
        Taboo("pry", "minor", "打探隐私", "pry", False, ("excess_data",)),
        Taboo("bank_centred", "minor", "只讲本行任务", "bank-centred selling", False, ("bank_centred_pitch",)),
        Taboo("boast", "minor", "夸口", "boast", False, ()),
        Taboo("jargon", "minor", "术语堆砌", "jargon", False, ("jargon_flood",)),
        Taboo("over_lend", "major", "诱导过度借贷", "induce over-borrowing", False, ("induce_over_borrowing",)),
        Taboo("high_interest_deposit", "red", "高息揽储", "buy deposits", False, ()),
        Taboo(
            "obstruct_exit",
            "major",
            "阻挠离开",
            "obstruct leaving",
            False,
            ("obstruct_exit", "suppress_complaint"),
        ),
        Taboo("red_tape", "minor", "繁琐推托", "needless red tape", False, ("needless_red_tape",)),
        Taboo("stingy_remedy", "minor", "该赔不赔", "refuse a fair remedy", False, ()),
        Taboo("monologue", "minor", "一言堂", "monologue", True, ()),
        Taboo("ignore_client", "minor", "答非所问", "ignore the client", True, ("dodge_question",)),
        Taboo("hasty_decision", "minor", "操之过急", "hasty decision", True, ()),
        Taboo("false_final_offer", "minor", "虚称底价", "false final offer", True, ()),
        Taboo("suitability_breach", "red", "超风险等级推介", "recommend above the client's grade", True, ()),
    )
}

KIND_FAMILY: dict[str, str] = {kind: taboo.id for taboo in TABOOS.values() for kind in taboo.kinds}
"""The taboo to which each finer kind belongs."""

OTHER = "other"
"""What the recogniser could not place: shown as such, never scored."""


def name(id: str, language: str) -> str:
    """The name of a move or taboo in ``language`` (``zh``, else English); the id itself where it is neither."""
    entry = MOVES.get(id) or TABOOS.get(id)
    if entry is None:
        return {"zh": "没听明白", "en": "not placed"}[language if language == "zh" else "en"] if id == OTHER else id
    return entry.zh if language == "zh" else entry.en
