"""Skills by the training texts' frameworks: knowledge-attitude-skill, empathy and drive, the four marketing skills.

Sources: 职业描述 (KAS; 同理心与自我推动力; 说明、倾听、反应、观察). Each skill is the weighted mean of the items that show it, 0-100,
None where the visit gave no occasion. Attitude and drive lose what taboos and pressure show.
"""

from dataclasses import dataclass

from scoring.scorecard import ItemMark, Scorecard
from scoring.words import word

SKILLS: dict[str, dict[str, tuple[str, ...]]] = {
    "kas": {
        "knowledge": (
            "prop_risk", "prop_fee", "prop_total_cost", "prop_plain_language", "prop_fair_compare", "prop_evidence",
            "prop_not_deposit", "prop_suitability", "neg_rationale", "mt_info", "mt_knowledge", "prep_client_research",
            "close_explain_agreement", "ex_consequence", "ex_channel_time", "ph_no_pitch", "ph_verify",
        ),
        "attitude": (
            "open_greet_honorific", "open_focus", "prop_no_urging", "prop_approval_caveat", "close_free_choice", "neg_honest",
            "neg_in_mandate", "neg_firm_polite", "ex_acknowledge", "ex_no_blame", "ex_smooth", "mt_cautious", "ph_no_sensitive",
            "prep_objective", "prep_mindset", "ph_refusal",
        ),
        "skill": (
            "disc_open_question", "disc_need_content", "disc_probe_latent", "disc_summary", "prop_map_needs", "prop_benefit",
            "prop_objection", "neg_conditional", "neg_clear_ask", "neg_package", "close_next_step", "close_recap_terms",
            "ex_cause", "ex_compensate", "mt_consult", "ph_two_slots", "ph_value",
        ),
    },
    "drive": {
        "empathy": ("disc_listen", "disc_summary", "prop_objection", "ex_acknowledge", "ex_listen_full", "mt_emotion", "open_focus", "ph_convenient", "ph_refusal", "ph_dnc"),
        "ego_drive": (
            "close_next_step", "neg_clear_ask", "prop_express_intent", "mt_ladder", "neg_flexible", "disc_probe_latent",
            "ph_two_slots", "ex_last_chance", "prep_mindset",
        ),
    },
    "marketing": {
        "explain": ("prop_benefit", "prop_plain_language", "prop_concise", "prop_salient_first", "prop_evidence", "neg_rationale", "ph_purpose", "ph_value"),
        "listen": ("disc_listen", "open_focus", "disc_summary", "ex_listen_full", "ex_record", "disc_note", "ph_recap", "ph_convenient"),
        "react": ("prop_objection", "prop_check_reaction", "neg_probe_behind", "prep_mindset", "ex_acknowledge", "ph_refusal", "neg_firm_polite"),
        "observe": ("disc_probe_latent", "disc_clarify_quantify", "open_rapport", "prop_key_timing", "ex_cause", "mt_change_scan", "mt_risk_watch", "ph_two_slots"),
    },
}  # fmt: skip
_PRESSURE = {"rush_decision", "overpromise", "bank_centred", "obstruct_exit", "over_lend"}


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill of a framework. ``value`` 0-100, None without an occasion; ``because`` names what it rests on."""

    framework: str
    id: str
    name: str
    value: int | None
    because: str


def skills(card: Scorecard) -> tuple[Skill, ...]:
    """Every skill of every framework, in a fixed order."""
    marks = {item.id: item for item in card.items}
    lost = {"attitude": sum(t.cost for t in card.taboos)}
    lost["ego_drive"] = sum(t.cost for t in card.taboos if t.id in _PRESSURE)
    found = []
    for framework, parts in SKILLS.items():
        for id, ids in parts.items():
            counted = [marks[item] for item in ids if item in marks and marks[item].applicable]
            value = _mean(counted)
            if value is not None:
                value = max(0, value - lost.get(id, 0))
            name = word(f"skill.{id}", card.language)
            found.append(Skill(framework, id, name, value, _because(counted, card.language)))
    return tuple(found)


def _mean(items: list[ItemMark]) -> int | None:
    weight = sum(item.weight for item in items)
    return round(100 * sum(item.weight * item.earned for item in items) / weight) if weight else None


def _because(items: list[ItemMark], language: str) -> str:
    """The best and the worst of the items that it rests on."""
    best = max(items, key=lambda item: item.weight * item.earned, default=None)
    worst = max(items, key=lambda item: item.weight * (1 - item.earned), default=None)
    parts = []
    if best is not None and best.earned > 0 and (best is not worst or best.earned == 1):
        parts.append(word("skill.best", language, item=best.name))
    if worst is not None and worst.earned < 1:
        parts.append(word("skill.worst", language, item=worst.name))
    return word("list.and", language).join(parts)
