"""Whether what the trainee states has to do with what the client asked: shared subjects and words, a yes, a figure."""

import re
from dataclasses import dataclass
from functools import lru_cache

from simulator.scenario.model import Remark, Scenario
from simulator.sentences import HAN, WORD, sentences, stem, without_narration

_ASKING = re.compile(r"[?？][\"”’\s]*$|[吗呢么][。！…~～\"”\s]*$")
_LIGHT = frozenset(
    "的了是我您你他她它们这那有不在也就都和跟吗呢吧啊呀嘛么个一来去说给把让还要会能好对没哪几到上下里头行先再"
)
_PLAIN = frozenset(
    re.findall(
        r"\w+",
        "一点 不是 东西 事情 什么 今天 但是 其实 可以 咱们 因为 多少 如果 客户 就是 已经 应该 怎么 所以 时候 没有 现在 知道 自己 觉得 还有 这样 银行 问题 需要",
    )
)
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        """
        about after again all also always and any are ask asked bank banks because been before being both but
        bye came can cannot come could customer day days did does doing done down each even ever every far few
        first for from get gets give given goes going good got had has have having hear her here him his how
        however into its just keep kind know last later least left less let like little long look lot made make
        many may maybe mean might more most much must myself need never new next nice not nothing now off okay
        once one only other our out over own part perhaps please put quite rather really right said same say
        says see seen shall she should since some something sorry still such sure take tell than thank thanks
        that the their them then there these they thing things think this those though through time today
        together told too two under until upon use used very want wants was way well went were what when where
        which while who why will with without would year years yes yet you your yours
        """,
    )
)
"""Words of every sentence, which say nothing of its subject."""
_WH = re.compile(
    r"什么|怎么|怎样|如何|哪|谁|几|多少|多久|为啥|凭[什啥]|咋|\b(?:who|what|when|where|why|how|which|whose)\b",
    re.I,
)
_COUNTING = re.compile(r"几[个家户天年成条次]|多少|多久|多大|\bhow (?:many|much|long|often|soon|far)\b", re.I)
_YES_NO = re.compile(
    r"^\W*(?:是|对|嗯|好|行|可以|能|会|不|没|有|当然|放心|成|中|包不|yes|yep|yeah|yup|no|nope|nah|not|never|sure|of course|certainly"
    r"|absolutely|definitely|indeed|i (?:do|don't|have|haven't|can|can't|will|won't|am|did|didn't)|we (?:do|don't|have|can|will))"
    r"(?![a-z])",
    re.I,
)
_FIGURE = re.compile(
    r"\d|[一二两三四五六七八九十百千万几半]\s*[个家户天年月成条次块万百千]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten"
    r"|dozen|several|few|half|none|hundred|thousand|million)\b",
    re.I,
)
ENOUGH = 1
"""How many units of sense an answer shares at least with what was asked."""
SPECIFIC = 2
"""How many it shares that was given before anything was asked."""


def statements(text: str) -> str:
    """``text`` without the sentences that ask."""
    return " ".join(part for part in sentences(text) if not _ASKING.search(part))


def asks(text: str) -> bool:
    """Whether a text ends on a question."""
    return text.rstrip('"”’）)】] ').endswith(("?", "？"))


def questions(text: str) -> list[str]:
    """The sentences of a turn that ask."""
    return [part for part in sentences(text) if _ASKING.search(part)]


def units(text: str) -> frozenset[str]:
    """The units of sense of a text: pairs of Chinese characters, and stems of the words that are not of every sentence."""
    found: set[str] = set()
    for run in HAN.findall(text):
        pairs = (run[at : at + 2] for at in range(len(run) - 1))
        found.update(pair for pair in pairs if not _LIGHT & set(pair) and pair not in _PLAIN)
    words = WORD.findall(text.lower().replace("'", ""))
    found.update(stem(word) for word in words if (len(word) > 2 and word not in _EMPTY) or word.isdigit())
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Question:
    """What a remark of the client's is about: its units of sense, the subjects that it names, what kind of answer it asks."""

    units: frozenset[str]
    subjects: frozenset[str]
    yes_or_no: bool
    counts: bool


@lru_cache(maxsize=512)
def _question(
    lines: tuple[str, ...], topic: str | None, named: tuple[tuple[str, tuple[str, ...]], ...]
) -> Question:
    spoken = [without_narration(line) for line in lines]
    asking = [part for line in spoken for part in sentences(line) if part.rstrip('"”’ ').endswith(("?", "？"))]
    text = " ".join(spoken).lower()
    subjects = {id for id, words in named if any(word.lower() in text for word in words if len(word) > 1)}
    subjects |= {topic} if topic else set()
    return Question(
        units(text),
        frozenset(subjects),
        any(not _WH.search(part) for part in asking),
        any(_COUNTING.search(part) for part in asking),
    )


def question_of(scenario: Scenario, remark: Remark) -> Question:
    """What a remark asks."""
    named = (
        *((id, topic.words) for id, topic in scenario.topics.items()),
        *((id, need.words) for id, need in scenario.needs.items()),
    )
    return _question(remark.say.all, remark.topic, named)


def shared(question: Question, text: str, topics: frozenset[str]) -> int:
    """How many units of sense a statement about ``topics`` shares with a question; a common subject is one more."""
    return len(question.units & units(text)) + len(question.subjects & topics)


def asks_what(question: str) -> bool:
    """Whether a question asks for more than a yes or a no."""
    return _WH.search(question) is not None


def opens_yes_or_no(text: str) -> bool:
    """Whether a turn begins with a yes or a no."""
    return bool(_YES_NO.match(text))


def answers_it(question: Question, text: str, topics: frozenset[str]) -> bool:
    """Whether a statement can be taken for an attempt at answering the question."""
    if not text.strip():
        return False
    if question.yes_or_no and opens_yes_or_no(text):
        return True
    if question.counts and _FIGURE.search(text):
        return True
    return shared(question, text, topics) >= ENOUGH
