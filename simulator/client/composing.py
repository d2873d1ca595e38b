"""Which of the lines that a turn provoked are said: one thing answered, or two that fit, and one of the client's own."""

import re
from collections.abc import Sequence
from dataclasses import replace

from simulator.client.asked_for import PUT_OFF
from simulator.client.echoing import contradicts, said_anew, says_again
from simulator.client.likeness import asks
from simulator.client.replies import INITIATIVE, OUTRAGE, Part

ASIDE = 0.59
"""A line that matters less than this share of the weightiest is left unsaid: people answer what counts."""
ASKED = 80
"""The weight of an answer to a question."""
ROOM = 110.0
"""How long a second answer may make a reply, in Chinese characters; a Latin letter counts less."""
BRIEF = 40.0
"""How long each of three answers is at most that are said together."""
LETTER = 0.4
_ONE_EACH = frozenset({"open", "discover", "listen", "present"})
"""Phases of which one canned line is enough in a reply, and none where the client has something of its own to say."""
_CLOSING = frozenset({"close", "repair"})
"""Phases in which matters are settled: an appointment and a goodbye, which count as one thing, are enough of them."""
_ENOUGH = frozenset({"open", "listen", "present", "negotiate", "repair"})
"""Phases of which nothing canned is said beside what the client answers to an answer it waited for."""
_OBJECTING = re.compile(
    r"/ignored$|^talk/(?:flooded|repeated|waiting|impatient)$|/partial/|^bargaining/lines/(?!accept|nudge|waiting|rider)"
)
TAKEN_UP = re.compile(r"/answers/|/heard$")
"""Places of lines that take an answer up."""
_FLOODED = "talk/flooded"
_NOTHING_NEW = re.compile(rf"^talk/repeated$|{PUT_OFF.pattern}")
"""Places of lines that answer a question with nothing: only said where nothing better is."""
_AGREED = "bargaining/lines/accept"
_RAISED = re.compile(r"/partial/|/ignored$|^talk/waiting$")
"""Places of lines that press for an answer: nobody does so in the breath in which he agrees."""
REFERRED = "bargaining/lines/waiting"
GRANTED = "bargaining/lines/granted"
CONCEDED = "bargaining/lines/conceded"
_TABLE = "bargaining/"
_HAN = re.compile(r"[\u3400-\u9fff]")


def kept(parts: Sequence[Part]) -> list[Part]:
    """The parts that are said, in the order provoked: what is due, and beside it at most one more that fits."""
    own = [part for part in parts if part.weight == INITIATIVE][:1]
    if any(part.weight >= OUTRAGE for part in parts):
        parts = [part for part in parts if part.place not in (GRANTED, CONCEDED)]
    if any(part.place == _AGREED for part in parts):
        parts = [part for part in parts if part.place != _FLOODED and not _RAISED.search(part.place)]
    if any(part.place == _FLOODED for part in parts):
        parts = [part for part in parts if part.place != REFERRED or part.due]
    chosen = _without_clutter([part for part in parts if part.weight != INITIATIVE])
    heaviest = max((part.weight for part in chosen), default=0)
    said: list[Part] = []
    for part in sorted(chosen, key=lambda part: (not is_due(part), -part.weight)):
        if is_due(part) or not said or (_worth_saying(part, said, heaviest, bool(own))):
            said.append(part)
    return _in_order([part for part in parts if any(part is one for one in (*said, *own))])


def said_once(parts: Sequence[Part]) -> list[Part]:
    """The parts as they are said together: of two answers about one subject the later does not tell a figure again."""
    said: list[Part] = []
    for part in parts:
        same = [one.text for one in said if part.topic and (one.topic, one.phase) == (part.topic, part.phase)]
        before = " ".join(same)
        text = said_anew(part.text, before) if before and part.phase == "discover" else part.text
        if text:
            said.append(part if text == part.text else replace(part, text=text))
    return said


def _in_order(parts: Sequence[Part]) -> list[Part]:
    """The parts as one says them: what takes up an answer, and asks nothing, goes before what is said at the table."""
    taken_up = [part for part in parts if TAKEN_UP.search(part.place) and not asks(part.text)]
    if not any(part.place.startswith(_TABLE) for part in parts):
        return [*parts]
    return [*taken_up, *(part for part in parts if not any(part is one for one in taken_up))]


def is_due(part: Part) -> bool:
    """Whether a line is said whatever stands beside it: it tells what came of the turn, or of the figures."""
    return part.due or part.place.startswith(_TABLE)


def _worth_saying(part: Part, said: Sequence[Part], heaviest: int, own: bool) -> bool:
    """Whether a line fits as the second thing that is said; beside an initiative only the answer to a question does."""
    if part.canned and (said[0].canned or said[0].due) and part.phase != "close":
        return False  # what fits anybody adds nothing to what was confided, nor to its like
    crowded = own or (said[0].place.startswith(_TABLE) and part.phase != "close")
    most = 3 if not crowded and all(map(_brief_answer, (part, *said))) else 2
    arranged = [part for part in said if part.due and part.phase == "close"]
    if len(arranged) > 1 and part.phase in _CLOSING:
        return False
    if len(said) - max(0, len(arranged) - 1) >= most or part.weight < (ASKED if crowded else ASIDE * heaviest):
        return False
    return _length(part) + sum(map(_length, said)) <= ROOM and not any(_clash(part, other) for other in said)


def _brief_answer(part: Part) -> bool:
    """Whether a line answers a question in few words, or takes up an answer so."""
    answers = part.phase == "discover" or TAKEN_UP.search(part.place) is not None
    return answers and not part.canned and _length(part) <= BRIEF


def _length(part: Part) -> float:
    return sum(1 if _HAN.match(letter) else LETTER for letter in part.text)


def _clash(one: Part, other: Part) -> bool:
    """Whether two lines do not come from one person in one breath."""
    if _same_again(one, other):
        return True
    kinds = {_kind(one), _kind(other)}
    if kinds == {"pleased"}:
        return one.canned or other.canned or one.phase == other.phase
    if "concluding" in kinds:
        return len(kinds) == 1 or bool(kinds & {"objecting", "settling", "displeased"})
    return "pleased" in kinds and bool(kinds & {"objecting", "displeased"})


def _same_again(one: Part, other: Part) -> bool:
    """Whether two lines agree to a matter twice, say much alike, or one remarks on what the other already answers."""
    phases = {one.phase, other.phase}
    if says_again(one.text, other.text) or contradicts(one.text, other.text):
        return True
    if phases <= _CLOSING:
        return not (is_due(one) or is_due(other))
    return one.topic != "" and one.topic == other.topic and "discover" in phases and len(phases) == 2


def _kind(part: Part) -> str:
    if _OBJECTING.search(part.place):
        return "objecting"
    return "settling" if TAKEN_UP.search(part.place) else part.tone


def _without_clutter(parts: Sequence[Part]) -> list[Part]:
    """What is left when canned lines give way to better ones, and a rebuke to what was confided all the same."""
    heaviest = max((part.weight for part in parts), default=0)
    due = any(part.due for part in parts)
    outrages = [part for part in parts if part.due and part.weight >= OUTRAGE]
    own = {part.phase for part in parts if not part.canned}
    answered = any(TAKEN_UP.search(part.place) for part in parts)
    chosen = []
    for at, part in enumerate(parts):
        rivals = [i for i, other in enumerate(parts) if other.canned and other.phase == part.phase]
        best = max(rivals, key=lambda i: (parts[i].weight, i), default=at)
        crowded = part.phase in _ONE_EACH and (part.phase in own or best != at)
        crowded = crowded or (answered and part.phase in _ENOUGH)
        crowded = part.canned and (crowded or (heaviest >= OUTRAGE and part.weight < OUTRAGE))
        crowded = crowded or bool(outrages) or (due and part.weight >= OUTRAGE)
        again = part.canned and _NOTHING_NEW.search(part.place) is not None
        again = again and any(is_due(one) or one.weight >= ASIDE * part.weight for one in parts if one is not part)
        if part in outrages[1:]:
            continue  # one outburst is enough
        if part.due or not (crowded or again):
            chosen.append(part)
    return chosen
