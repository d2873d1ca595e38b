"""The closed language of ``when``: conditions a trainer can read and the checker can reason about. Not code.

    trust >= 45 and revealed.fx_hedge and not heard.present_product
    turn > 6 or patience < 30

Values are whole or decimal numbers and these names: ``trust``, ``patience`` (0-100), ``turn`` (from 1), ``round``
(offers made so far), ``stage`` (turns since the state was entered), ``revealed.NEED`` (0 hidden, 1 hinted, 2 told,
3 with figures), ``heard.MOVE`` and ``said.TABOO`` (times), ``raised.ID``, ``settled.ID``, ``answered.ID``, ``yielded.ID`` and
``ignored.ID`` (a remark of the client's: 0 or 1), ``with.ID`` (who speaks in that remark is on the line), ``offered.ISSUE`` and ``agreed.ISSUE`` (0 or 1), ``in.STATE``. A name alone means "is not zero".
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

SCALARS: Final = frozenset({"trust", "patience", "turn", "round", "stage"})
SPACES: Final = frozenset(
    {"revealed", "heard", "said", "raised", "settled", "answered", "yielded", "ignored", "with", "offered", "agreed", "in"}
)  # fmt: skip

_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)?)|(<=|>=|==|!=|<|>|\(|\)))")
_COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}
MAX_LENGTH = 400

Environment = Mapping[str, float]
"""What is known when a condition is asked: ``trust``, ``revealed.fx_hedge`` ... A name that is not there is 0."""
Test = Callable[[Environment], bool]


class ConditionError(ValueError):
    """A condition that cannot be read: ``column`` counts from 1 within it, ``code`` names the fault."""

    def __init__(self, code: str, column: int, found: str) -> None:
        super().__init__(f"{code} at {column}: {found}")
        self.code = code
        self.column = column
        self.found = found


@dataclass(frozen=True, slots=True)
class Condition:
    """A parsed condition: its text, the names it asks for and the test itself."""

    text: str
    names: tuple[str, ...]
    test: Test

    def holds(self, environment: Environment) -> bool:
        """Whether the condition is true of ``environment``."""
        return self.test(environment)


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

    def either(self) -> Test:
        tests = [self.both()]
        while self.peek() == "or":
            self.take()
            tests.append(self.both())
        return tests[0] if len(tests) == 1 else lambda env: any(test(env) for test in tests)

    def both(self) -> Test:
        tests = [self.denied()]
        while self.peek() == "and":
            self.take()
            tests.append(self.denied())
        return tests[0] if len(tests) == 1 else lambda env: all(test(env) for test in tests)

    def denied(self) -> Test:
        if self.peek() != "not":
            return self.compared()
        self.take()
        test = self.denied()
        return lambda env: not test(env)

    def compared(self) -> Test:
        if self.peek() == "(":
            self.take()
            test = self.either()
            if self.take() != ")":
                self.at -= 1
                raise ConditionError("C202", self.column(), self.peek())
            return test
        left = self.value()
        if self.peek() not in _COMPARISONS:
            return lambda env: left(env) != 0
        compare = _COMPARISONS[self.take()]
        right = self.value()
        return lambda env: compare(left(env), right(env))

    def value(self) -> Callable[[Environment], float]:
        column = self.column()
        token = self.take()
        if token and token[0].isdigit():
            number = float(token)
            return lambda env: number
        space, dot, _ = token.partition(".")
        if (dot and space in SPACES) or (not dot and token in SCALARS):
            self.names.append(token)
            return lambda env: env.get(token, 0)
        if token in ("", ")", "and", "or", "not") or token in _COMPARISONS:
            raise ConditionError("C203", column, token)
        raise ConditionError("C204", column, token)


def parse_condition(text: str) -> Condition:
    """The condition written in ``text``. Raises `ConditionError` with the column."""
    if len(text) > MAX_LENGTH:
        raise ConditionError("C205", MAX_LENGTH, "")
    parser = _Parser(text)
    if text.count("(") > 20 or text.count("not") > 40:
        raise ConditionError("C205", 1, "")
    test = parser.either()
    if parser.at < len(parser.tokens):
        raise ConditionError("C203", parser.column(), parser.peek())
    return Condition(text, tuple(dict.fromkeys(parser.names)), test)
