"""Criteria on what was said, how often, how much and how long."""

import re

from scoring import criteria as c
from scoring.act import Act
from scoring.contextual import contextual_taboos
from scoring.echoes import content
from scoring.finding import MISSED, NO_CHANCE, Evidence, Finding, Later, mark
from scoring.found import (
    MAX_EVIDENCE,
    evidence,
    evidence_of,
    in_its_sentence,
    nothing_against,
    one_a_turn,
    select,
)
from scoring.once import once_a_visit
from scoring.patterns import first_match
from scoring.quoting import in_context, quote, telling
from scoring.view import VisitView
from scoring.words import word
from simulator.transcript.record import Brief

_BRACKETS = re.compile(r"[（(【\[*]([^（）()【】\[\]*]{1,80})[）)】\]*]")
_LISTENING = frozenset(
    {"acknowledge", "empathise", "paraphrase", "summarise_needs", "ask_clarify", "apologise", "confirm_agreement"}
)
_TITLES = (
    "总",
    "先生",
    "女士",
    "老师",
    "阿姨",
    "主任",
    "经理",
    "姐",
    "叔",
    "哥",
    "董",
    "院长",
    "理事长",
    "主席",
    "工",
)


def said(criterion: c.Said, view: VisitView) -> Finding:
    """Said in enough different turns, in enough different ways."""
    acts = select(view, criterion.acts)
    if not acts:
        return MISSED
    value = 1.0
    if criterion.times > 1:
        value = mark(len({act.index for act in acts}), criterion.times, criterion.half_at)
    if criterion.kinds > 1:
        value = min(value, mark(len({act.move.id for act in acts}), criterion.kinds))
    return Finding.later(value, lambda: evidence_of(view, acts, criterion.acts))


def count(criterion: c.Count, view: VisitView) -> Finding:
    """Said often enough, each act counted."""
    acts = select(view, criterion.acts)
    if not acts:
        return MISSED
    return Finding(
        mark(len(acts), criterion.at_least, criterion.half_at),
        shown=Later(lambda: evidence_of(view, acts, criterion.acts)),
    )


def never_said(criterion: c.NeverSaid, view: VisitView) -> Finding:
    """Not said at all, in a visit long enough to tell."""
    against: list[Evidence] = []
    if criterion.acts is not None:
        acts = select(view.whole, criterion.acts)
        against = [e._replace(lost=True) for e in evidence(view, acts, criterion.acts.words)]
    heard = [(taboo.turn, taboo.id, taboo.clause) for taboo in view.taboos]
    heard += [(turn, taboo.id, taboo.clause) for turn, taboo in contextual_taboos(view) if criterion.taboos]
    because = word("because.against", view.language)
    against += [
        Evidence(turn, in_its_sentence(view, turn, clause), because, True)
        for turn, id, clause in heard
        if id in criterion.taboos
    ]
    if against:
        return Finding(0.0, shown=tuple(against[:MAX_EVIDENCE]))
    if len(view.exchanges) < criterion.min_turns:
        return NO_CHANCE
    return nothing_against(view)


def share(criterion: c.Share, view: VisitView) -> Finding:
    """A share of questions, talk or turns."""
    if criterion.of == "open_questions":
        asks = [act for act in view.acts if act.move.form is not None and act.move.id.startswith("ask_")]
        part = [act for act in asks if act.move.form == "open"]
        whole = len(asks)
    elif criterion.of == "taken_up":
        whole = len(view.exchanges) - 1
        part = taking_up(view)
    else:
        return _client_talk(criterion, view)
    if whole < criterion.of_at_least:
        return MISSED if criterion.of == "open_questions" else NO_CHANCE
    found = len(part) / whole
    value = mark(found, criterion.at_least, criterion.half_at)
    because = word(f"because.{criterion.of}", view.language, part=len(part), whole=whole)
    return Finding(value, shown=Later(lambda: (Evidence(0, "", because), *evidence(view, part)[:2])))


def _client_talk(criterion: c.Share, view: VisitView) -> Finding:
    mine, theirs = view.talk
    if len(view.exchanges) < criterion.of_at_least or not mine + theirs:
        return NO_CHANCE
    found = theirs / (mine + theirs)
    because = word("because.talk", view.language, share=f"{found:.0%}")
    return Finding(mark(found, criterion.at_least, criterion.half_at), shown=(Evidence(0, "", because),))


@once_a_visit
def taking_up(view: VisitView) -> list[Act]:
    """For each turn that answers to the client's last words, the act that shows it (the first of the turn)."""
    taken: dict[int, Act] = {}
    for act in view.acts:
        if act.index and act.index not in taken and (act.move.id in _LISTENING or act.index in view.echoing):
            taken[act.index] = act
    for question in view.questions:
        if (
            question.index
            and question.index not in taken
            and _asks_on(question.text, view.client_before(question.index))
        ):
            taken[question.index] = question
    return [taken[index] for index in sorted(taken)]


_POINTS_BACK = re.compile(
    r"^(?:后来|其中|里头|他们|她们)|那(?:[几两三四五六七八九十百\d]+|一[个笔家户块次台条批])(?=[\u4e00-\u9fff])|那(?:次|回|笔|批|阵)|这[几些笔批]"
    r"|\b(?:those|these|of them|that one|which of (?:them|those)|what (?:does|did|is|was) it)\b"
)
"""Words with which a question goes on from what has just been said."""


def _asks_on(question: str, before: str) -> bool:
    """Whether a question (in lower case) goes on from the client's last line: it points back, or takes a word or figure of it up."""
    return bool(before) and (_POINTS_BACK.search(question) is not None)


def short(criterion: c.Short, view: VisitView) -> Finding:
    """Turns that present something stay short."""
    turns = one_a_turn(select(view, criterion.acts))
    if not turns:
        return NO_CHANCE
    within = [
        act
        for act in turns
        if view.length(act.index) <= (criterion.characters, criterion.words)[view.latin(act.index)]
    ]
    value = mark(len(within) / len(turns), criterion.at_least, criterion.at_least / 2)
    if value == 1:
        return Finding(1.0, shown=Later(lambda: evidence_of(view, within, criterion.acts)))
    because = word("because.long", view.language)
    long = [act for act in turns if act not in within]
    shown = tuple(
        Evidence(a.turn, quote(view.exchanges[a.index].trainee.text), because, True) for a in long[:MAX_EVIDENCE]
    )
    return Finding(value, shown=shown)


def wrote(criterion: c.Wrote, view: VisitView) -> Finding:
    """Literal words, anywhere or in a narrated action."""
    if criterion.narrated and not _narrated(view):
        return MISSED
    first = 0 if criterion.last_turns is None else len(view.exchanges) - criterion.last_turns
    end = len(view.exchanges) if criterion.by_turn is None else criterion.by_turn
    turns = sorted(index for index in view.turns_with(criterion.words) if first <= index < end)
    if not turns:
        return MISSED
    if not criterion.narrated:
        return Finding(1.0, shown=Later(lambda: _written(criterion, view, turns)))
    found = _written(criterion, view, turns)
    return Finding(1.0 if found else 0.0, shown=found)


@once_a_visit
def _narrated(view: VisitView) -> bool:
    """Whether the trainee narrates anything at all, in brackets."""
    return any(_BRACKETS.search(exchange.trainee.text) for exchange in view.exchanges)


def _written(criterion: c.Wrote, view: VisitView, turns: list[int]) -> tuple[Evidence, ...]:
    key = "because.narrated" if criterion.narrated else "because.words"
    found: list[Evidence] = []
    for exchange in (view.exchanges[index] for index in turns):
        for text in _BRACKETS.findall(exchange.trainee.text) if criterion.narrated else (exchange.trainee.text,):
            if first_match(text.lower(), criterion.words):
                clause, words = telling(text, criterion.words)
                clause = in_context(exchange.trainee.text, clause)
                found.append(Evidence(exchange.turn, clause, word(key, view.language, words=words)))
        if len(found) >= MAX_EVIDENCE:
            break
    return tuple(found[:MAX_EVIDENCE])


def mentions(criterion: c.Mentions, view: VisitView) -> Finding:
    """The contact or the organisation by name, the contact with a title, or a fact of the file."""
    wanted = tuple(dict.fromkeys(form for what in criterion.what for form in _forms(what, view.brief)))
    facts = file_facts(view) if "file" in criterion.what else frozenset()
    if not wanted and not facts:
        return NO_CHANCE
    named = view.turns_with(wanted) if wanted else frozenset()
    told = facts & content(view.transcript.opening.lower())
    for index, exchange in enumerate(view.exchanges[: criterion.by_turn]):
        if index in named:
            clause, name = telling(exchange.trainee.text, wanted)
            because = word("because.named", view.language, name=name)
            return Finding(1.0, shown=(Evidence(exchange.turn, clause, because),))
        if len((facts & content(view.texts[index])) - told) >= FACTS:
            because = word("because.file", view.language)
            return Finding(1.0, shown=(Evidence(exchange.turn, quote(exchange.trainee.text), because),))
        told |= facts & content(exchange.client.text.lower())
    return MISSED


FACTS = 3
"""So many words of the file in one turn, which the client has not said, are no accident."""


def file_facts(view: VisitView) -> frozenset[str]:
    """What the file tells of the client, as far as the transcript holds it: the needs, and who a private client is."""
    brief = view.brief
    told = [need.statement for need in brief.needs]
    return content(" ".join([*told, brief.organisation] if brief.segment == "retail" else told).lower())


_ENGLISH_TITLES = ("mr", "ms", "mrs", "miss", "dr", "prof", "professor", "madam", "sir")
_NO_NAME = frozenset({*_ENGLISH_TITLES, "the", "ltd", "co", "company", "bank", "group", "inc"})


def _forms(what: str, brief: Brief) -> list[str]:
    """The ways a name is said: 陈立 as 陈总, 江南织造有限公司 as 江南织造, Ms Helen Chen as chen, and with a title ms chen.

    What stands for the organisation of a private client describes him and is no name.
    """
    if what == "file" or (what == "organisation" and brief.segment == "retail"):
        return []
    full = (brief.organisation if what == "organisation" else brief.contact).strip().lower()
    if not full:
        return []
    forms = [full]
    if full[0].isascii():
        words = [w for w in re.split(r"[\s,.]+", full) if len(w) > 1 and w not in _NO_NAME]
        if what == "title":
            forms = [f"{title} {words[-1]}" for title in _ENGLISH_TITLES] if words else []
        else:
            forms += words[:1] if what == "organisation" else words
    elif what == "organisation":
        forms += [full[:4], re.sub(r"(股份|有限|责任|公司|集团|厂)+$", "", full)] if len(full) > 4 else []
    else:
        forms += [full[0] + title for title in _TITLES]
    return [form for form in forms if len(form) > 1]
