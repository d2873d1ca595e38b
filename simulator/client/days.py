"""The day that is named for the next step, as the trainee said it."""

import re
from functools import lru_cache

from simulator.client.replies import names
from simulator.scenario.model import Lines
from simulator.vocabulary.turn import Turn

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_HOUR = rf"(?:(?:{_NUMBER}|两)[点时](?:半|整|一刻|三刻|{_NUMBER}分?)?|\d{{1,2}}[:：]\d\d)"
_ZH = re.compile(
    rf"(?<![上每])(?:(?:下下|下|这|本)个?)?(?:周|星期|礼拜)[一二三四五六日天](?![到至])|大后天|后天|明天|明儿|后儿|{_NUMBER}月{_NUMBER}[号日]|(?<![\d.]){_NUMBER}号(?![楼线院])"
)
_ZH_TIME = re.compile(
    rf"的?(?:一?大?早上?|上午|中午|下午|傍晚|晚上)?的?{_HOUR}|(?:一?大?早上?|上午|中午|下午|傍晚|晚上)"
)
_WORDS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_MONTHS = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_EN = re.compile(
    rf"(?:the )?day after tomorrow|(?<!since )\btomorrow|(?<!last )(?<!every )(?<!each )(?<!\w)(?:next |this |coming )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?: week\b)?(?!s)"
    rf"|\bthe \d{{1,2}}(?:st|nd|rd|th)\b(?: of {_MONTHS})?|\b{_MONTHS} (?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTHS}\b",
    re.IGNORECASE,
)
_EN_TIME = re.compile(
    rf",? (?:(?:in the )?(?:morning|afternoon|evening)|at noon)?(?:,? ?(?:at )?(?:about )?(?:half (?:past )?|quarter (?:past|to) )?(?:\d{{1,2}}(?:[:.]\d\d)?|{_WORDS})(?: (?:thirty|fifteen))?(?: ?(?:[ap]\.?m\b\.?|o'clock|sharp))?(?![\w%])(?! (?:million|thousand|per|percent|of|days|weeks|months)))?",
    re.IGNORECASE,
)
_OWN_VISIT = re.compile(r"[我咱]|\b(?:i|we|us|let's|shall)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[。！!？?；;\n]|\.(?!\d)")


def named_day(text: str) -> str:
    """The last day that ``text`` names, with the hour if there is one; empty where it names none."""
    for day, time in ((_ZH, _ZH_TIME), (_EN, _EN_TIME)):
        for match in reversed(list(day.finditer(text))):
            hour = time.match(text, match.end())
            said = text[match.start() : hour.end() if hour is not None else match.end()]
            return _WITHIN.sub(lambda found: found[0].lower(), said.strip(" ,"))
    return ""


_WITHIN = re.compile(r"^(?:The|Day|Tomorrow|Next|This|Coming)\b")
"""Words that are only written large where a sentence begins with them."""


_VISIT = re.compile(
    r"来|拜访|见面|碰面|碰头|登门|上门|带.{0,8}(?:过去|过来)|打电话|再约|约在|等您"
    r"|\b(?:come|comes|coming|meet|meeting|visit|call|ring|see you|bring|drop (?:by|in)|back)\b",
    re.IGNORECASE,
)


def day_of(turn: Turn) -> str:
    """The day that a turn proposes or confirms for the next step, wherever in it; empty where it names none."""
    for move in reversed(turn.moves):
        if move.id != "propose_next_step":
            continue
        at = max(turn.text.find(move.clause.strip()), 0)
        end = _SENTENCE_END.search(turn.text, at + len(move.clause.strip()) - 1)
        sentence = turn.text[at : len(turn.text) if end is None else end.end()]
        if day := named_day(sentence) or named_day(turn.text):
            return day
    if turn.text.rstrip().endswith(("?", "？")) and not _OWN_VISIT.search(turn.text):
        return ""
    for sentence in _SENTENCE_END.split(turn.text):
        if _VISIT.search(sentence) and (day := named_day(sentence)):
            return day
    return ""


@lru_cache(maxsize=4096)
def _naming(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for line in lines if names(line, "date"))


NEITHER = 50
"""A trust that is neither low nor high."""


def with_day(lines: Lines, trust: int) -> Lines:
    """The lines for ``trust`` that take the day up by its name; where none does, those for less of it, down to the middle."""
    return Lines(any=_naming(lines.fitting(trust)) or _naming(lines.fitting(min(trust, NEITHER))))
