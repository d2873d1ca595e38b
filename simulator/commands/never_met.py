"""Why no player ever met an item, in words."""

from typing import Any

from scoring.words import word
from simulator.i18n import N_, _, language
from simulator.rehearsal.measuring import Rehearsal
from simulator.rehearsal.never_met import Why
from simulator.vocabulary.moves import MOVES, name

WORDS = {
    "no_field": N_("asks for {about} on the preparation form, which no player fills in"),
    "thin_field": N_("asks for more under {about} on the preparation form than any player writes"),
    "no_form": N_("asks for the preparation form, which no player fills in"),
    "no_objective": N_("no player chooses the right objective"),
    "no_materials": N_("no player brings the right materials"),
    "no_questions": N_("no player expects what the client is likely to ask"),
    "no_note": N_("asks for a note after the visit under {about}, which no player writes"),
    "no_notes": N_("asks for a note after the visit, which no player writes"),
    "thin_note": N_("the note after the visit says nothing of the kind ({about}), whoever writes it"),
    "no_action": N_("asks for something done, told in brackets, which no player tells"),
    "no_words": N_("the players have no words for it (such as {about})"),
    "no_move": N_("the players have no words for this: {about}"),
    "unsaid": N_("the players have words for it (such as {about}), and never came to say them here"),
    "undone": N_("no player came to do this here: {about}"),
    "by_turn": N_("said, but never within the first {n} turns"),
    "from_turn": N_("said, but never from turn {n} on"),
    "last_turns": N_("said, but never within the last {n} turns"),
    "form.open": N_("asked, but never as an open question"),
    "form.closed": N_("asked, but never as a closed question"),
    "topics": N_("said, but never about its subject"),
    "figures": N_("said, but never with {n} figures"),
    "without": N_("said, but only in sentences with words that are barred"),
    "unasked": N_("said, but only when the client had asked for it"),
    "seldom": N_("said, but not in as many as {n} turns"),
    "too_late": N_("said, but never before what it has to come before"),
    "no_answer": N_("its moment came, and no player took it in time"),
    "no_event": N_("waits for this, which never happened: {about}"),
    "not_told": N_("waits for words that the client never said (such as {about})"),
    "no_table": N_("asks for terms, and nothing is bargained over with this client"),
    "no_offer": N_("no player put terms on the table"),
    "offers": N_("terms were on the table, but never in the way it asks for"),
    "no_trust": N_("the client's trust was never as high as {n} at the end"),
    "no_rise": N_("the client's trust never rose by {n} from its lowest point"),
    "few_needs.any": N_("too few of the client's needs came out"),
    "few_needs.explicit": N_("too few of the client's spoken needs came out"),
    "few_needs.latent": N_("too few of the client's unspoken needs came out"),
    "uncovered": N_("no player put forward what meets the needs that came out"),
    "share.taken_up": N_("too few turns took up what the client had just said"),
    "share.client_talk": N_("the client had too little of the talk"),
    "share.open_questions": N_("too few of the questions were open"),
    "long": N_("said, but always at too great a length"),
    "unnamed": N_("no player named the client, the firm or what the file says of them"),
    "ruled_out": N_("every visit had something in it that is ruled out"),
    "too_short": N_("the visits were too short to show it"),
    "apart": N_("each part of it was there, but never all in one visit"),
    "other_visit": N_("meant for another kind of visit or client"),
    "unknown": N_("the visits do not tell why"),
}
"""Every kind of reason, with the ids or words it is about and its number to be filled in."""


def in_words(why: Why) -> str:
    """A reason in the reader's language."""
    kind = "no_notes" if why.kind == "no_note" and not why.about else why.kind
    return _(WORDS[kind]).format(about=_about(why), n=why.number)


def _about(why: Why) -> str:
    spoken = language()
    if why.kind == "no_event":
        return word(f"event.{why.about[0]}", spoken)
    named = [name(id, spoken) if id in MOVES else id for id in why.about]
    if why.kind not in ("no_move", "undone"):
        named = [f"“{one}”" for one in named]
    return ("、" if spoken == "zh" else ", ").join(named)


def told(reasons: tuple[Why, ...]) -> str:
    """All the reasons of an item in one line."""
    return _("; another way: ").join(in_words(why) for why in reasons)


def lines(rehearsal: Rehearsal) -> list[str]:
    """The items that nobody met, each with the reasons."""
    if not rehearsal.unmet:
        return [_("Every item of the checklist that applies was met by somebody.")]
    items = [
        _("  {name} ({id}): {why}").format(name=name, id=id, why=told(rehearsal.why[id]))
        for id, name in rehearsal.unmet
    ]
    return [_("Items that no player ever met, and what they lacked:"), *items]


def as_records(rehearsal: Rehearsal) -> dict[str, list[dict[str, Any]]]:
    """The same for JSON, by item."""
    return {
        id: [{"kind": why.kind, "about": list(why.about), "n": why.number, "why": in_words(why)} for why in reasons]
        for id, reasons in rehearsal.why.items()
    }
