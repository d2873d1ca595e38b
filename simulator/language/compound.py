"""A question of several cut into its questions: "how old are the boys, and who looks after them?" asks twice.

Every part has a question word or a yes/no form of its own. What only leads up to a question, hangs on one, offers its
other half ("or the bank's?") or asks the same thing shorter ("and why?") stays with it; what is told of somebody's
asking ("you asked what it costs, ...") stays whole.
"""

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from simulator.language.questions import seeks_consent
from simulator.language.unheard import OPINION, PUT_FORWARD_AS_A_QUESTION
from simulator.sentences import seeks_a_yes
from simulator.vocabulary.turn import MoveMade, TabooMade

_CHUNK = {
    "zh": re.compile(r"[^，,；;：:]+(?:[，,；;：:](?!\d)[”\"]?|$)|[^，,；;：:]*[，,；;：:]"),
    "en": re.compile(
        r".+?(?:[,;:](?!\d)[”\"]?\s*|\s[-–—]+\s+|—|\s(?=and (?:also )?(?:who|what|when|where|why|how|which|whose)\b)"
        r"|\s(?=and (?:is|are|was|were|do|does|did|have|has|can|could|would|will) (?:you|he|she|it|they|we|there|the|your|this|that|his|her|their|any)\b)|$)",
        re.IGNORECASE,
    ),
}
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|『[^』]*』|\"[^\"]*\"|‘[^’]*’(?!\w)")
_REPORTED = {
    "zh": re.compile(
        r"[您你他她](?:刚才|刚刚|上次|前头|之前|先头|方才)?(?:是)?(?:问|打听)(?:的|我|到|过|了|起)?|什么叫|叫什么意思"
    ),
    "en": re.compile(
        r"\b(?:you|he|she|they|your \w+)(?:'ve|'d|’ve|’d| have| had| just| also| were| was)* ?(?:asked|asking|wondered|wanted to know|wondering|told me|said)\b[^,;]*\b(?:who|what|when|where|why|how|which|whether|if)\b",
        re.IGNORECASE,
    ),
}
_ZH_ASKS = re.compile(
    r"什么|(?<![不没])怎么(?!样都)|怎样|如何|为啥|[干做凭]啥|啥(?=时候|东西|事|价|数|样|意思)|多少|多久|多大(?!的?事)|多长|多远|多高|谁|咋"
    r"|哪(?!怕)|(?<![这那好近前后头十上下想问聊说讲再记有、了些一])几(?=[个家天年月成口岁次点期万位笔台户条块层套样张号])(?!个问题|句|件事|点想)"
    r"|([\u4e00-\u9fff]{1,2})[不没]\1|是[^，,]{1,10}还是|有没有|是否|能否|可否|(?<![什那这怎多要])[吗么]\W*$|(?:还|都)[^，,我]{1,3}吧[？?]\W*$|[\u4e00-\u9fff]{2}没有?\W*$"
)
_ZH_NONE = re.compile(
    r"^\W*(?:那|要是|如果|假如|万一|不管|不论|无论|除了|随便|等)(?!.{0,12}[吗？?]$)(?<!那)|^\W*(?:就|才|都|也|还是|或者|或是)|(?:什么|谁|哪\w{0,2}|多少|怎么|啥)\w{0,6}[都也]"
    r"|^\W*(?:我|俺|咱)?(?:能不能|可不可以|能否|可否|方不方便|是不是可以|想|得|再|先|就)*(?:请|跟您|向您|冒昧|再)*(?:问|请教|打听|了解|麻烦|说说|讲讲|聊聊|告诉我)"
    r"[^什怎谁哪多啥]{0,8}\W*$|^\W*[您你]?(?:方便|可以|能|好)(?:说|讲|透露|问)?[^，]{0,4}[吗么]\W*$|^\W*我(?:就|也|最|还)*[喜爱]|不怎么|先不|不[说管论]|没什么|没啥|没多少|没几"
)
_ZH_WHETHER = re.compile(r"[\u4e00-\u9fff]{2}(?<![您你咱我])要不要")
"""Asks whether somebody or something has to, rather than whether the client wants it."""
_ZH_SAME = re.compile(
    r"^\W*(?:那|又|是|都|到底|究竟|大概|大约|一般|还|给|您|您看|您说|您觉得|您今天|您自己|心里|其中|这|他|她)*(?:怎么(?:回事|了|说|讲|想|看|办|样|打算|考虑|个[^，]{1,2}法)?|为什么|为啥|什么意思"
    r"|什么(?:样|情况|原因|缘故)的?|多久|多少|多大|几[个家天年月成次]|谁|哪[个家些天里儿一]?|什么时候|行不行|好不好|是不是|对不对|有没有|能不能|方不方便|[^您你，]{1,3}没有?)[的了呢吗啊呀]?\W*$"
)
_AUX = r"(?:is|are|was|were|am|do|does|did|have|has|had|can|could|would|will|should|might|isn't|aren't|don't|doesn't|didn't|haven't|hasn't|won't|wouldn't|can't)"
_EN_AND = re.compile(
    r"^\W*(?:(?:and|but|then|also|so|well|firstly|first|secondly|second|thirdly|third|lastly|finally|ok|okay|oh|now|just)\b\W*)+",
    re.I,
)
_EN_HEAD = re.compile(
    rf"(?:(?:and|but|then|also|so|well|firstly|first|secondly|second|thirdly|third|lastly|finally|ok|okay|oh|now|just)\b\W*)*"
    rf"(?:(?P<what>(?:from |with |by |for |at |in |on |to |of |about |until |since |till )?what(?:['’](?:s|re|d|ll))?(?! (?:i|you|he|she|it|we|they|my|your|the|a|an|that|this)\b))"
    rf"|(?P<which>who(?:['’](?:s|d|ll))?|whom|whose|(?:in |by |on |for |to |with |of |at )?which)\b(?! of (?:course)\b)"
    rf"|(?P<when>(?:since |till |until |by )?(?:when|where|why)(?:['’](?:s|re|d|ll)|(?: exactly| else| actually| roughly| on earth| then| do)? {_AUX}\b))"
    rf"|(?P<how>how(?:['’](?:s|re|d|ll)| {_AUX}\b| (?:much|many|long|often|soon|far|big|old|large|high|likely|quickly|late|early|near|happy|comfortable|sure|firm|certain|well|badly|come|about)\b))"
    rf"|(?P<aux>{_AUX} (?:i|you|he|she|it|we|they|there|the|your|my|his|her|their|this|that|these|those|any|anyone|anybody|some|all|both|mr|mrs|ms|a|an)\b))",
    re.IGNORECASE,
)
_EN_EMBEDDED = re.compile(r"(?:and |or )?(?:who|what|when|where|why|how|which|whose|whether|if)\b", re.IGNORECASE)
_EN_TELL = re.compile(
    r"\b(?:tell me|(?:may|might|can|could) i (?:\w+ )?(?:ask|know)|let me know|do you know|wonder\w*|walk me through|explain|remind me|share with me|give me)\b",
    re.IGNORECASE,
)
_EN_WH = re.compile(r"\b(?:who|what|when|where|why|how|which|whose|whether|if)\b", re.IGNORECASE)
_EN_LEAD = re.compile(
    r"^\W*(?:(?:so|and|well|now|just|also)\W+)*(?:(?:may|can|could|might) i (?:just |also |quickly |please )?(?:ask|enquire|check)\b(?!.*\b(?:who|what|when|where|why|how|which|whose|whether|if)\b)|(?:would|could|can|will) you (?:mind )?(?:please )?(?:tell|telling|help|let)\b(?! me (?:a \w+ )?(?:about|who|what|when|where|why|how|which|whose|whether|if)\b))",
    re.IGNORECASE,
)
_EN_LIGHT = frozenset(
    re.findall(
        r"\w+",
        "a an the is are was were am be been do does did have has had can could would will should might i you he she it we they "
        "your my his her its our their me him them us to of in on at by for from with as and or but so if that this these those "
        "what which who whom whose when where why how much many long often soon far there then than just also exactly say think "
        "s d re ll ve t not really actually roughly about come mean one ones",
    )
)
_HALF = {
    "zh": re.compile(r"\W*(?:还是|或者|或是|是(?!不是|谁|哪|什么|怎么|多少|几))"),
    "en": re.compile(r"\W*(?:or|(?:is|was|would) (?:it|that|this))\b", re.IGNORECASE),
}
"""Begins the other half of a question, or an answer held out to it."""
_LEANING = {
    "zh": re.compile(r"[他她它]|其中|那[天次回笔]|这[笔个]"),
    "en": re.compile(r"\b(?:he|she|it|they|him|them|that|those|these|this)\b", re.IGNORECASE),
}
"""Words that mean what the neighbours of a question name."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_ZH_FEWEST, _EN_FEWEST = 3, 1
"""How many Chinese characters, or English words that say something, a question of its own has at least."""

_BINDING = PUT_FORWARD_AS_A_QUESTION - {"state_purpose", "greet", "farewell", "ask_referral"}


@lru_cache(maxsize=512)
def questions_in(language: str, sentence: str) -> tuple[str, ...]:
    """The questions of a sentence that asks, in order; joined they are the sentence. It alone where it asks one thing."""
    masked = _QUOTED.sub(lambda quoted: "…" * len(quoted.group()), sentence)
    if _REPORTED[language].search(masked):
        return (sentence,)
    if language == "zh" and seeks_consent(masked) and not _ZH_WHETHER.search(masked):
        return (sentence,)  # an idea put to the client, whatever words it holds
    chunks = [match.group() for match in _CHUNK[language].finditer(masked) if match.group()]
    if len(chunks) < 2 or "".join(chunks) != masked:
        return (sentence,)
    halves = [_HALF[language].match(chunk) is not None for chunk in chunks]
    asking = _with_their_halves(_zh_asking(chunks) if language == "zh" else _en_asking(chunks), halves)
    ends, seen = [], False
    for number, asks in enumerate(asking):
        if seen and asks:
            first = number
            while not asking[first - 1] and not halves[first - 1]:
                first -= 1  # what stands between two questions leads up to the second
            ends.append(sum(map(len, chunks[:first])))
        seen = seen or asks
    cuts = [0, *ends, len(sentence)]
    return tuple(sentence[one:other] for one, other in itertools.pairwise(cuts))


def _zh_asking(chunks: list[str]) -> list[bool]:
    asking: list[bool] = []
    for chunk in chunks:
        same = _ZH_SAME.search(chunk) is not None or len(_HAN.findall(chunk)) < _ZH_FEWEST
        same = same and (any(asking) or len(_HAN.findall(chunk)) <= _ZH_FEWEST)
        asks = _ZH_ASKS.search(chunk) is not None and not _ZH_NONE.search(chunk)
        consent = seeks_consent(chunk) and not _ZH_WHETHER.search(chunk)
        asking.append(asks and not consent and not seeks_a_yes(chunk) and not same)
    return asking


def _en_asking(chunks: list[str]) -> list[bool]:
    heads = [_EN_HEAD.match(chunk.lstrip(" \"'“")) for chunk in chunks]
    asking: list[bool] = []
    told = False
    for number, chunk in enumerate(chunks):
        tells = _EN_TELL.search(chunk)
        told = told or (tells is not None and _EN_WH.search(chunk, tells.end()) is not None)
        opens = bool(_EN_AND.match(chunk))
        bare = _EN_AND.sub("", chunk).lstrip()
        embedded = told and number > 0 and bool(_EN_EMBEDDED.match(bare)) and not re.match(r"(?i)if\b", bare)
        head = heads[number]
        asks = head is not None or embedded or (number == 0 and told)
        if asks and head is not None and head.group("which") and number > 0 and not opens and not embedded:
            # "your brother, who runs the yard": a question only in a row of them, or behind a colon
            listed = any(_EN_AND.match(other) and heads[at] for at, other in enumerate(chunks) if at > number)
            asks = chunks[number - 1].rstrip()[-1:] in (":", ";", "-", "–", "—") or (listed and asking[-1])
        says = [
            word for word in re.findall(r"[a-z]+|\d+", chunk.lower().replace("’", "'")) if word not in _EN_LIGHT
        ]
        enough = len(says) >= _EN_FEWEST
        wh = embedded or (head is not None and head.group("aux") is None)
        consent = not wh and number == len(chunks) - 1 and seeks_consent(chunk)
        lead = _EN_LEAD.match(chunk) is not None or consent or seeks_a_yes(chunk)
        asking.append(asks and enough and not lead)
    return asking


def _with_their_halves(asking: list[bool], halves: list[bool]) -> list[bool]:
    """Which chunks begin a question: the other half of one does not, and makes a question of the first."""
    found = list(asking)
    for number, half in enumerate(halves):
        if half and number:
            found[number] = False
            found[number - 1] = found[number - 1] or not any(found[:number])
    return found


def asks_itself(language: str, sentence: str) -> bool:
    """Whether a sentence asks by its own words, and is no answer held out to the question before it."""
    if _HALF[language].match(sentence):
        return False
    if language == "zh":
        return _ZH_ASKS.search(sentence) is not None
    return any(_EN_HEAD.match(chunk.group().lstrip()) for chunk in _CHUNK["en"].finditer(sentence))


class Apart:
    """Where the questions of a turn stand, and which moves and taboos were heard in them."""

    def __init__(self, language: str, text: str, sentences: Sequence[Sequence[str]]) -> None:
        self._language = language
        self._text = text
        self._sentences = sentences
        self._at: dict[str, tuple[int, int]] = {}
        end = 0
        for part in (part for parts in sentences for part in parts):
            start = max(text.find(part, end), 0)
            end = start + len(part)
            self._at[part] = (start, end)

    def together(self, clauses: Sequence[str]) -> list[str]:
        """The questions of sentences that ask several, and of those that one of the ``clauses`` runs over together."""
        over: set[int] = set()
        for clause in clauses:
            under = [at for at, parts in enumerate(self._sentences) if any(self._shared(p, clause) for p in parts)]
            apart = [at for at in under if asks_itself(self._language, self._sentences[at][0])]
            over.update(apart if len(apart) > 1 else ())
        return [part for at, parts in enumerate(self._sentences) for part in parts if len(parts) > 1 or at in over]

    def beside(self, part: str) -> str:
        """The turn without the other questions of its sentence, which name what this one does not ask about.

        The whole turn where it leans on them ("and does he know?").
        """
        if _LEANING[self._language].search(part):
            return self._text
        own = next((parts for parts in self._sentences if part in parts), ())
        kept, end = [], 0
        for first, last in (self._at[other] for other in own if other != part):
            kept.append(self._text[end:first])
            end = last
        return " ".join([*kept, self._text[end:]])

    def home(self, move: MoveMade) -> str | None:
        """The question that a move asks: of several it runs over the one with the words that told it, else the first."""
        shares = {part: self._shared(part, move.clause) for part in self._at}
        within = [part for part, share in shares.items() if share * 2 > min(len(part), len(move.clause))]
        if not within:
            return max(shares, key=lambda part: shares[part], default=None) if any(shares.values()) else None
        return max(within, key=lambda part: sum(word in part for word in move.words))

    def passed_over(self, part: str, moves: Sequence[MoveMade], taboos: Sequence[TabooMade]) -> bool:
        """Whether a question offends, ends in something put forward, or stands beside what is to be agreed to."""
        own = next((parts for parts in self._sentences if part in parts), ())
        ends = [move.clause for move in moves if move.id in PUT_FORWARD_AS_A_QUESTION]
        bound = [move.clause for move in moves if move.id in _BINDING]
        return (
            self._ends_in(part, ends)
            or any(self._shared(one, clause) for one in own for clause in bound)
            or any(self._shared(part, taboo.clause) for taboo in taboos)
        )

    def opinion(self, part: str, moves: Sequence[MoveMade]) -> bool:
        """Whether a question was heard to ask for the client's opinion."""
        return self._ends_in(part, [move.clause for move in moves if move.id in OPINION])

    def _ends_in(self, part: str, clauses: Sequence[str]) -> bool:
        end = self._at[part][1] - 1
        starts = [(self._text.find(clause), len(clause)) for clause in clauses]
        return any(0 <= start <= end - 2 and end - 2 < start + length for start, length in starts)

    def _shared(self, part: str, clause: str) -> int:
        """How many letters of a question a clause covers."""
        start = self._text.find(clause)
        first, last = self._at[part]
        return max(0, min(last, start + len(clause)) - max(first, start)) if start >= 0 else 0
