"""Who is spoken to: the client, or somebody beside the client who is addressed by name.

What follows a form of address is put to that person until another is addressed; with one at the end of a sentence, that
sentence is.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from simulator.client.composing import ASKED, kept
from simulator.client.environment import environment
from simulator.client.likeness import asks, questions
from simulator.client.replies import OUTRAGE, Part, attributed
from simulator.client.statechart import Fired, fits, triggers
from simulator.client.taking import Put, Taking
from simulator.scenario.model import Companion, Scenario
from simulator.sentences import LONG_ENDS, pieces
from simulator.vocabulary.turn import MoveMade, TabooMade, Turn

WEIGHT = 79
"""What the weight is of an answer that only says there is none."""
_TABLE = "bargaining/"
_BEFORE_ZH = (
    r"(?:那|来|哎呀?|诶|欸|嗨|哟|噢|哦|对了|正好|还有|谢谢|多谢|请教|请问|烦请|麻烦|劳驾|辛苦|打扰|不好意思"
    r"|(?:我|咱)?(?:也|还|就|得|再|先|想|要|能|可以|正好|顺便|斗胆)*(?:请教|问问|问)(?:一下|一句|一声|下)?|这[事个]?(?:得|要)问)*"
)
_BEFORE_EN = (
    r"(?:(?:and|so|now|well|hello|hi|hey|but|or|oh|ah|yes|no|thanks|thank you|please|sorry|pardon me|excuse me|forgive me|dear"
    r"|good (?:morning|afternoon|evening)|a question for|(?:then )?let me (?:put (?:that|it|this) to|ask|turn to)"
    r"|(?:may|might|could|can) i (?:just |also )?(?:ask|put (?:that|it|this) to|turn to)|i(?:'d| would) like to ask|turning to)[ ,]+)*"
)
_AFTER_ZH = r"(?=\s*(?:[了啊呀哈]?[，,。！!？?：:；;～~…—]|$|[您你](?![们家的俩和跟]|[^，,。？?]{0,6}(?:一块|一起))|[您你]?[好早][，,。！!]))"
_AFTER_EN = r"(?=\s*(?:[,.!?:;…—]|--|$|and (?:which|what|how|when|who|do|does|is|are|would|could)\b))"
_BREAK_ZH, _BREAK_EN = r"(?:^\s*|[，,。！!？?：:；;～~…—“\s]|[吧吗呢呀啊])", r"(?:^\s*|[,.!?:;…—\"]\s*|--\s*|\n)"
_TURNS_TO = re.compile(
    r"[您你]?好|[您你]早|请教|问|幸会|\b(?:hello|hi|hey|good (?:morning|afternoon|evening)|how do you do|ask|put|turn(?:ing)?|question|pleased)\b",
    re.IGNORECASE,
)
"""With what one turns to somebody, to go on with that person."""


def put_to_others(taking: Taking, text: str) -> tuple[Put, ...]:
    """What of ``text`` is put to others than the client, of those who are there."""
    scenario = taking.scenario
    if not scenario.people:
        return ()
    known = environment(taking.position)
    there = {id: one.words for id, one in scenario.people.items() if one.when is None or one.when.holds(known)}
    return addressed(text, there, (scenario.dossier.contact.address,), scenario.language) if there else ()


def addressed(
    text: str, people: Mapping[str, tuple[str, ...]], client: Sequence[str], language: str
) -> tuple[Put, ...]:
    """The stretches of ``text`` that are put to ``people``, known by their forms of address; ``client`` are the client's."""
    found: list[Put] = []
    who, begin, at = "", 0, 0
    text = _TITLE.sub(r"\1 ", text)
    calls = _calls_for(tuple((word, id) for id, words in people.items() for word in words), tuple(client), language)
    for piece in pieces(text, LONG_ENDS):
        for match in calls.finditer(piece):
            if who:
                found.append(Put(begin, at + match.start(), who))
            who = next((id for id, words in people.items() if _same(match[1], words)), "")
            begin = at + match.start()
            ends = _BARE.fullmatch(piece, match.end()) and not _BARE.fullmatch(piece, 0, match.start(1))
            if who and ends and not (_TURNS_TO.search(piece) and not asks(piece.strip())):
                found.append(Put(at, at + len(piece), who))
                who = ""
        at += len(piece)
    if who:
        found.append(Put(begin, at, who))
    return tuple(one for one in found if one.begin < one.end)


_TITLE = re.compile(r"\b(Mrs|Ms|Miss|Mr|Dr|Prof)\.(?=\s)", re.IGNORECASE)
_BARE = re.compile(r"[\W_]*")


def _same(name: str, words: Sequence[str]) -> bool:
    return " ".join(name.lower().split()) in [word.lower() for word in words]


@lru_cache(maxsize=32)
def _calls_for(people: tuple[tuple[str, str], ...], client: tuple[str, ...], language: str) -> re.Pattern[str]:
    """What matches a form of address, as its first group."""
    names = sorted({*(word for word, _ in people), *filter(None, client)}, key=len, reverse=True)
    listed = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
    if language == "zh":
        return re.compile(f"{_BREAK_ZH}{_BEFORE_ZH}({listed}){_AFTER_ZH}")
    return re.compile(f"{_BREAK_EN}{_BEFORE_EN}({listed}){_AFTER_EN}", re.IGNORECASE)


def who_is_asked(taking: Taking, act: MoveMade | TabooMade) -> str:
    """The id of the person present to whom an act is put by name; empty where it is the client."""
    return _to(taking, act.clause)


def _to(taking: Taking, clause: str) -> str:
    clause = clause.strip()
    begin = taking.text.find(clause) if clause else -1
    if begin < 0:
        return ""
    end = begin + len(clause)
    shares = [(min(end, put.end) - max(begin, put.begin), put.who) for put in taking.put]
    most = max(shares, default=(0, ""))
    return most[1] if most[0] * 2 > end - begin else ""


def without_forms_of_address(taking: Taking, turn: Turn) -> Turn:
    """The turn without offence to the client in how somebody else is addressed."""
    if not taking.put:
        return turn
    taboos = tuple(made for made in turn.taboos if made.id != "informal_address" or not _to(taking, made.clause))
    return replace(turn, taboos=taboos)


def companion_reaction(taking: Taking, act: MoveMade | TabooMade) -> Fired | None:
    """How the person to whom an act is put answers it; None where nothing fits, or nobody else is addressed."""
    who = who_is_asked(taking, act)
    if not who:
        return None
    position, person = taking.position, taking.scenario.people[who]
    known = environment(position)
    if isinstance(act, MoveMade) and _only_called(taking.scenario, act, person):
        act = replace(act, topic=None)
    for id, reaction in person.answers.items():
        place = f"people/{who}/answers/{id}"
        if act.id in triggers(reaction) and fits(reaction, act, known, place, position.fired):
            return Fired(place, reaction, reaction.go or position.state)
    return None


def _only_called(scenario: Scenario, act: MoveMade, person: Companion) -> bool:
    """Whether of the subject of an act nothing was said but the form of address."""
    subject = scenario.topics.get(act.topic or "") or scenario.facts.get(act.topic or "")
    if subject is None:
        return False
    words, clause = [word.lower() for word in subject.words], act.clause.lower()
    names = [name.lower() for name in person.words if name.lower() in clause]
    for name in sorted(names, key=len, reverse=True):
        clause = clause.replace(name, " ")
    return any(name in words for name in names) and not any(word in clause for word in words)


def speaker_of(taking: Taking, place: str) -> str:
    """Who says what stands at a place, where that is not the client."""
    part, _, rest = place.partition("/")
    id = rest.partition("/")[0]
    if part == "remarks":
        return taking.scenario.remarks[id].speaker
    return taking.scenario.people[id].name if part == "people" else ""


def answer_for_others(taking: Taking) -> None:
    """To a question put to somebody who has no answer written for it the client answers in that person's place, visibly.

    The person hands it on first; where the client has no answer either, the person says so.
    """
    for put in taking.put:
        person = taking.scenario.people[put.who]
        asked = questions(taking.text[put.begin : put.end])
        said = kept(taking.parts)
        if (
            not asked
            or any(part.speaker and part.phase != "open" for part in said)
            or any(part.weight >= OUTRAGE for part in said)
        ):
            continue
        answering = [part for part in said if _to(taking, part.clause) == put.who or part.place.startswith(_TABLE)]
        passed = [part for part in said if _says_nothing_of_it(part) and (part in answering or not part.clause)]
        answering = [part for part in answering if part not in passed]
        place = f"people/{put.who}"
        if answering:
            _hand_on(taking, answering[0], place, person)
        elif taking.say(person.say, f"{place}/say", WEIGHT, phase="discover", speaker=person.name, due=True):
            taking.parts = [part for part in taking.parts if part not in passed]


def _says_nothing_of_it(part: Part) -> bool:
    """Whether a line would answer any question, or was found by nothing but the person's name."""
    found = part.place.startswith(("talk/", "subjects/")) or part.phase == "open"
    return found or part.guess or (not part.topic and part.weight < ASKED)


def _hand_on(taking: Taking, answer: Part, place: str, person: Companion) -> None:
    """Puts before the client's answer with what the person leaves it to the client, or at least the client's name."""
    before = [*taking.parts]
    at = next(number for number, part in enumerate(before) if part is answer)
    if taking.say(person.passes, f"{place}/passes", answer.weight, speaker=person.name, due=True):
        taking.parts = [*before[:at], taking.parts[-1], *before[at:]]
    else:
        address = taking.scenario.dossier.contact.address
        before[at] = replace(answer, text=attributed(answer.text, address, taking.scenario.language))
        taking.parts = before
