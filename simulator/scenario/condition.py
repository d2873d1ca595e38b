"""The closed language of ``when``: conditions a trainer can read and the checker can reason about. Not code.

    trust >= 45 and revealed.fx_hedge and not heard.present_product
    turn > 6 or patience < 30

Values are whole or decimal numbers and these names: ``trust``, ``patience`` (0-100), ``turn`` (from 1), ``round``
(offers made so far), ``stage`` (turns since the state was entered), ``since_remark`` (turns since the client last made a
remark or was done with one; before the first, since the beginning), ``revealed.NEED`` (0 hidden, 1 hinted, 2 told,
3 with figures), ``heard.MOVE`` and ``said.TABOO`` (times), ``raised.ID``, ``settled.ID``, ``answered.ID``, ``yielded.ID`` and
``ignored.ID`` (a remark of the client's: 0 or 1), ``with.ID`` (who speaks in that remark is on the line), ``offered.ISSUE`` and ``agreed.ISSUE`` (0 or 1), ``in.STATE``. A name alone means "is not zero".
"""

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

SCALARS: Final = frozenset({"trust", "patience", "turn", "round", "stage", "since_remark"})
SPACES: Final = frozenset(
    {"revealed", "heard", "said", "raised", "settled", "answered", "yielded", "ignored", "with", "offered", "agreed", "in"}
)  # fmt: skip

_TOKEN = re.compile(
    r"\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)?)|(<=|>=|==|!=|<|>|\(|\)))", re.ASCII
)
COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
"""What each sign asks of the numbers on its two sides."""
MAX_LENGTH = 400

Environment = Mapping[str, float]
"""What is known when a condition is asked: ``trust``, ``revealed.fx_hedge`` ... A name that is not there is 0."""
Test = Callable[[Environment], bool]
Term = float | str
"""A number, or the name of a quantity."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """``left`` compared with ``right`` by ``sign`` (``<``, ``<=``, ``==``, ``!=``, ``>=``, ``>``)."""

    left: Term
    sign: str
    right: Term


@dataclass(frozen=True, slots=True)
class Joined:
    """Parts joined by ``and`` or ``or``; or one part under ``not``."""

    word: str
    parts: tuple["Tree", ...]


Tree = Comparison | Joined
"""What a condition says, to be reasoned about (`simulator.scenario.logic`)."""


class ConditionError(ValueError):
    """A condition that cannot be read: ``column`` counts from 1 within it, ``code`` names the fault."""

    def __init__(self, code: str, column: int, found: str) -> None:
        super().__init__(f"{code} at {column}: {found}")
        self.code = code
        self.column = column
        self.found = found


@dataclass(frozen=True, slots=True)
class Condition:
    """A parsed condition: its text, the names it asks for, the test itself and what it says."""

    text: str
    names: tuple[str, ...]
    test: Test
    tree: Tree

    def holds(self, environment: Environment) -> bool:
        """Whether the condition is true of ``environment``."""
        return self.test(environment)

    def __reduce__(self) -> tuple[Callable[[str], "Condition"], tuple[str]]:
        return parse_condition, (self.text,)  # to another process it goes as it was written


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[tuple[str, int]] = []
        self.names: list[str] = []
        self.at = 0
        position = 0
        while position < len(text.rstrip()):
            match = _TOKEN.match(text, position)
            if match is None:
                raise ConditionError("C201", position + 1, text[position : position + 12].strip())
            token = match.group().strip()
            self.tokens.append((token, match.end() - len(token) + 1))
            position = match.end()

    def peek(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def column(self) -> int:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else len(self.text) + 1

    def take(self) -> str:
        token = self.peek()
        self.at += 1
        return token

    def either(self) -> Tree:
        return self.joined("or", self.both)

    def both(self) -> Tree:
        return self.joined("and", self.denied)

    def joined(self, word: str, part: Callable[[], Tree]) -> Tree:
        parts = [part()]
        while self.peek() == word:
            self.take()
            parts.append(part())
        return parts[0] if len(parts) == 1 else Joined(word, tuple(parts))

    def denied(self) -> Tree:
        if self.peek() != "not":
            return self.compared()
        self.take()
        return Joined("not", (self.denied(),))

    def compared(self) -> Tree:
        if self.peek() == "(":
            self.take()
            tree = self.either()
            if self.take() != ")":
                self.at -= 1
                raise ConditionError("C202", self.column(), self.peek())
            return tree
        left = self.value()
        if self.peek() not in COMPARISONS:
            return Comparison(left, "!=", 0.0)
        sign = self.take()
        return Comparison(left, sign, self.value())

    def value(self) -> Term:
        column = self.column()
        token = self.take()
        if token and token[0].isdigit():
            return float(token)
        space, dot, _ = token.partition(".")
        if (dot and space in SPACES) or (not dot and token in SCALARS):
            self.names.append(token)
            return token
        if token in ("", ")", "and", "or", "not") or token in COMPARISONS:
            raise ConditionError("C203", column, token)
        raise ConditionError("C204", column, token)


def _term(term: Term) -> Callable[[Environment], float]:
    if isinstance(term, str):
        return lambda env: env.get(term, 0)
    return lambda env: term


def _test(tree: Tree) -> Test:
    """The test for what is said. A proof asks it hundreds of thousands of times."""
    if isinstance(tree, Comparison):
        return _compared(tree)
    tests = [_test(part) for part in tree.parts]
    if tree.word == "not":
        return lambda env: not tests[0](env)
    one = tree.word == "or"

    def joined(env: Environment) -> bool:
        for test in tests:
            if test(env) is one:
                return one
        return not one

    return joined


def _compared(tree: Comparison) -> Test:
    compare, left, right = COMPARISONS[tree.sign], tree.left, tree.right
    if isinstance(left, str) and not isinstance(right, str):
        return lambda env: compare(env.get(left, 0), right)
    one, other = _term(left), _term(right)
    return lambda env: compare(one(env), other(env))


def parse_condition(text: str) -> Condition:
    """The condition written in ``text``. Raises `ConditionError` with the column."""
    if len(text) > MAX_LENGTH:
        raise ConditionError("C205", MAX_LENGTH, "")
    if text.count("(") > 20 or text.count("not") > 40:
        raise ConditionError("C205", 1, "")
    parser = _Parser(text)
    tree = parser.either()
    if parser.at < len(parser.tokens):
        raise ConditionError("C203", parser.column(), parser.peek())
    return Condition(text, tuple(dict.fromkeys(parser.names)), _test(tree), tree)
