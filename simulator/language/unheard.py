"""Acts that the models did not hear but the turn's build shows: a question by its subject, an offer by its figures."""

import re
from collections.abc import Sequence
from dataclasses import replace

from simulator.language.guards import negations
from simulator.language.questions import asks, asks_at_the_end, seeks_consent
from simulator.sentences import BROKEN_OFF, seeks_a_yes, sentences
from simulator.vocabulary.moves import MOVES
from simulator.vocabulary.turn import MoveMade, Quantity, TabooMade

NAMED = 0.5
"""How sure one may be that a question which names a subject asks about it, and that terms in a row are an offer."""
PUT_FORWARD_AS_A_QUESTION = frozenset(
    {
        "state_purpose", "make_offer", "trade", "propose_next_step", "confirm_agreement", "offer_materials",
        "offer_remedy", "state_ask", "greet", "farewell", "ask_commitment", "ask_referral",
    }
)  # fmt: skip
"""Moves that are often worded as a question and ask about nothing."""
OPINION = frozenset({"check_understanding", "invite_feedback"})
"""Moves that ask the client what it thinks."""
_OF_FIGURES = frozenset(
    {
        "make_offer", "trade", "confirm_agreement", "paraphrase", "summarise_needs", "hold_position", "decline",
        "present_product", "disclose_terms", "disclose_risk", "share_information", "give_example", "explain_benefit",
        "refer_up", "compare_fairly", "match_suitability", "offer_remedy",
    }
)  # fmt: skip
"""Moves that figures of several kinds belong to."""


def unheard_questions(
    asking: Sequence[str], moves: Sequence[MoveMade], taboos: Sequence[TabooMade]
) -> list[tuple[str, bool]]:
    """Those of the ``asking`` sentences in which neither a question nor anything put forward was heard.

    Each with whether it was heard to ask for the client's opinion, so that it should ask of its subject very plainly.
    What only seeks a yes to something stated is none, nor is a sentence that offends.
    """
    found = []
    for sentence in asking:
        beside = [move for move in moves if _overlap(move.clause, sentence)]
        if (
            seeks_a_yes(sentence)
            or seeks_consent(sentence)
            or any(_overlap(taboo.clause, sentence) for taboo in taboos)
        ):
            continue
        if not any(MOVES[move.id].phase == "discover" or move.id in PUT_FORWARD_AS_A_QUESTION for move in beside):
            found.append((sentence, any(move.id in OPINION for move in beside)))
    return found


def asking_sentences(text: str) -> list[str]:
    """The sentences of a turn that end as questions do, in their order."""
    return [sentence for sentence in sentences(text, BROKEN_OFF) if asks_at_the_end(sentence)]


def _overlap(clause: str, sentence: str) -> bool:
    return clause in sentence or sentence.strip() in clause or any(part in clause for part in _halves(sentence))


def _halves(sentence: str) -> list[str]:
    """The comma chunks of a sentence: a clause that runs on from the sentence before shares one of them."""
    return [part for part in re.split(r"[,，、:：]", sentence.strip()) if len(part) > 3]


_PUT_FORWARD = {
    "zh": re.compile(
        r"(?:[我咱](?:们|行)?(?:这边|这儿|这里|今天|最多|先|就|也|还|可以|能|想|敢|愿意){0,3}(?:给|报|出|做到|批|放)|(?:能|可以|先)(?:给|报)(?:您|你)|报给[您你]|给[您你](?:报|算|做|定|放|批)|我的?(?:报价|条件|意思)是)[^。！？!?;；]{0,14}$"
    ),
    "en": re.compile(
        r"(?:\b(?:i|we)(?:'d| can| could| will|'ll| would| may| am able to)?(?: also| just| only| now| happily)? (?:offer|propose|go (?:to|up|down|as)|give you|put forward|do|lend|quote|bid)\b|\b(?:my|our) (?:offer|proposal|bid|quote|price) (?:is|would be)\b|\blet me offer\b)[^.;?!]{0,40}$",
        re.IGNORECASE,
    ),
}
_NUMERAL = re.compile(
    r"[\d零一二两三四五六七八九十百]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half)\b", re.IGNORECASE
)
_GIVEN_BACK = frozenset(
    {
        "make_offer",
        "trade",
        "confirm_agreement",
        "hold_position",
        "paraphrase",
        "summarise_needs",
        "decline",
        "offer_remedy",
    }
)


def unheard_offer(
    language: str, text: str, moves: Sequence[MoveMade], quantities: Sequence[Quantity], bargains: bool = False
) -> MoveMade | None:
    """Terms put forward in a turn in which no offer was heard.

    Figures of two kinds and more, a price among them, in a turn that does nothing else with them; where there is
    something to bargain over (``bargains``), figures that are presented or compared as well, and a single one behind
    plain words of offering ("I can go to").
    """
    own = [quantity for quantity in quantities if not quantity.aside]
    kinds = {quantity.issue for quantity in own}
    if any(move.id in (_GIVEN_BACK if bargains else _OF_FIGURES) and not _faint(move, bargains) for move in moves):
        return None
    if not (len(kinds) > 1 and "rate" in kinds) and not (bargains and _puts_forward(language, text, own)):
        return None
    return MoveMade("make_offer", text.strip(), NAMED, terms=tuple(quantities), words=(text.strip(),))


def nobodys_offer(language: str, move: MoveMade) -> bool:
    """Whether figures heard as an offer are all somebody else's, worked out or past, in no words of offering."""
    if move.id != "make_offer" or not move.terms or _PUT_FORWARD[language].search(move.clause):
        return False
    return all(quantity.aside and quantity.aside != "refused" for quantity in move.terms)


_PAID_BACK = {
    "zh": re.compile(r"退(?!休|出|路|步|一步)|赔|补偿|补给|免(?:收|掉|了|费|除|去|您)|[全减]免"),
    "en": re.compile(
        r"\b(?:refund\w*|reimburs\w*|compensat\w*|waiv\w*|money back|back (?:to|into) (?:you|your)|(?:give|pay|get|put) (?:it |you |that |them )?back)\b",
        re.IGNORECASE,
    ),
}


_ALL_OF_IT = {
    "zh": re.compile(r"全|都|一分不少|给[您你]|今天|现在|马上"),
    "en": re.compile(r"\b(?:all|full|every|whole|entire\w*|today|now|we|i)\b", re.IGNORECASE),
}


def paid_back(language: str, move: MoveMade, quantities: Sequence[Quantity]) -> MoveMade:
    """What is offered to a client who complains, where it is money back: that puts something right, and sells nothing.

    With the sum beside it there is no doubt of it.
    """
    if move.id not in ("make_offer", "offer_remedy") or not _PAID_BACK[language].search(move.clause):
        return move
    sure = NAMED if any(quantity.clause in move.clause and not quantity.aside for quantity in quantities) else 0.0
    return replace(move, id="offer_remedy", confidence=max(move.confidence, sure))


def unheard_remedy(language: str, text: str, quantities: Sequence[Quantity]) -> MoveMade | None:
    """Money given back in plain words, a sum or all of it, in a turn in which nothing was heard."""
    if asks(text) or negations(language, text) or not _PAID_BACK[language].search(text):
        return None
    if not quantities and not _ALL_OF_IT[language].search(text):
        return None
    return MoveMade("offer_remedy", text.strip(), NAMED, terms=tuple(quantities), words=(text.strip(),))


def _faint(move: MoveMade, bargains: bool) -> bool:
    """Whether an offer was heard so faintly that the turn's build tells more."""
    return bargains and move.id in ("make_offer", "trade") and move.confidence < NAMED


def _puts_forward(language: str, text: str, own: Sequence[Quantity]) -> bool:
    """Whether words of offering stand before a figure in its clause or the words before it."""
    for quantity in own:
        at = text.find(quantity.clause) if quantity.clause else -1
        for figure in _NUMERAL.finditer(text, at, at + len(quantity.clause)) if at >= 0 else ():
            if _PUT_FORWARD[language].search(text[: figure.start()]):
                return True
    return False


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
