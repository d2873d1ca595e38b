"""Acts that the models did not hear but the turn's build shows: a question by its subject, an offer by its figures."""

import re
from collections.abc import Sequence

from simulator.language.forms import form_of
from simulator.language.questions import asks_at_the_end
from simulator.language.topics import Topics
from simulator.vocabulary.turn import MoveMade, Quantity, TabooMade

NAMED = 0.5
"""How sure one may be that a question which names a subject asks about it, and that terms in a row are an offer."""
_SENTENCE = re.compile(r"[^。！!？?；;\n]*[。！!？?；;\n]*")
_LIGHT = frozenset({"greet", "introduce", "small_talk", "acknowledge", "empathise", "thank", "state_purpose"})
"""Moves that a question may stand beside in one sentence."""
_OF_FIGURES = frozenset(
    {
        "make_offer", "trade", "confirm_agreement", "paraphrase", "summarise_needs", "hold_position", "decline",
        "present_product", "disclose_terms", "disclose_risk", "share_information", "give_example", "explain_benefit",
        "refer_up", "compare_fairly", "match_suitability", "offer_remedy",
    }
)  # fmt: skip
"""Moves that figures of several kinds belong to."""


def subject_questions(
    topics: Topics, language: str, text: str, moves: Sequence[MoveMade], taboos: Sequence[TabooMade]
) -> list[MoveMade]:
    """A question about each subject that a sentence asks of, where nothing heavier than a courtesy was heard in it.

    Only subjects of which the client has something to say: it answers those whatever the kind of question.
    """
    found = []
    for match in _SENTENCE.finditer(text):
        sentence = match.group()
        if not asks_at_the_end(sentence):
            continue
        subject = topics.of(sentence, products=False)
        if subject is None or subject not in topics.answered or any(_overlap(t.clause, sentence) for t in taboos):
            continue
        beside = [move for move in moves if _overlap(move.clause, sentence)]
        if any(move.id not in _LIGHT or move.topic == subject for move in beside):
            continue
        clause = sentence.strip()
        found.append(MoveMade("ask_situation", clause, NAMED, form=form_of(language, clause), topic=subject))
    return found


def _overlap(clause: str, sentence: str) -> bool:
    return clause in sentence or sentence.strip() in clause or any(part in clause for part in _halves(sentence))


def _halves(sentence: str) -> list[str]:
    """The comma chunks of a sentence: a clause that runs on from the sentence before shares one of them."""
    return [part for part in re.split(r"[,，、:：]", sentence.strip()) if len(part) > 3]


def unheard_offer(text: str, moves: Sequence[MoveMade], quantities: Sequence[Quantity]) -> MoveMade | None:
    """Figures of two kinds and more, a price among them, in a turn that does nothing else with them: terms put forward."""
    kinds = {quantity.issue for quantity in quantities}
    if len(kinds) < 2 or "rate" not in kinds or any(move.id in _OF_FIGURES for move in moves):
        return None
    return MoveMade("make_offer", text.strip(), NAMED, terms=tuple(quantities), words=(text.strip(),))


def in_order(text: str, moves: Sequence[MoveMade]) -> list[MoveMade]:
    """The moves in the order of their clauses."""
    return sorted(moves, key=lambda move: max(0, text.find(move.clause)))


_PLAIN = {
    "zh": (
        ("apologise", re.compile(r"^[\W]*(?:真|实在|非常|很)?(?:对不起|抱歉|不好意思)(?!打扰|请问|[,，]?(?:我想|能不能|问))")),
        ("farewell", re.compile(r"^\W*(?:那)?(?:我先走了?|再见|拜拜|回见|告辞)")),
        ("thank", re.compile(r"^\W*(?:多谢|谢谢|感谢)")),
    ),
    "en": (
        ("apologise", re.compile(r"^\W*(?:(?:i'?m |we'?re )?(?:so |very |really |terribly )?sorry\b(?!,? (?:but|to bother|can|could|what))|(?:i |we |my )?apolog)", re.I)),
        ("farewell", re.compile(r"^\W*(?:good ?bye|bye\b|see you|take care)", re.I)),
        ("thank", re.compile(r"^\W*(?:many )?thank", re.I)),
    ),
}  # fmt: skip
_YES = re.compile(
    r"^\W*(?:是的?|对的?|没错|嗯,?对|可以|行|好的?|当然|yes|yep|yeah|sure|of course|right|correct|exactly|certainly)[\s\W]*"
    r"(?:是的?|对的?|没问题|可以|yes|sure|it is|i am|i do|we do)?\W*$",
    re.I,
)


def plain_words(language: str, text: str, previous: str) -> MoveMade | None:
    """The one thing that a turn of plain words does where nothing was heard: an apology, a thank-you, a goodbye, a yes."""
    for id, pattern in _PLAIN[language]:
        if pattern.search(text):
            return MoveMade(id, text.strip(), NAMED, words=(text.strip(),))
    if _YES.match(text) and previous.rstrip().endswith(("?", "？", "？”", '?"')):
        return MoveMade("acknowledge", text.strip(), NAMED, words=(text.strip(),))
    return None
