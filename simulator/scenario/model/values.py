"""The values that the parts are made of: names, numbers, conditions, and lines by trust."""

from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from simulator.scenario.condition import Condition, ConditionError, parse_condition

Band = Literal["low", "mid", "high"]
Level = Literal["hint", "told", "figures"]
LEVELS: dict[str, int] = {"hint": 1, "told": 2, "figures": 3}

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=60)]
ArchetypeName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_/-]*$", max_length=80)]
Text = Annotated[str, Field(min_length=1, max_length=4000)]
Whole = Annotated[int, Field(strict=True)]
Number = Annotated[float, Field(strict=True)]
Truth = Annotated[bool, Field(strict=True)]
Percent = Annotated[Whole, Field(ge=0, le=100)]
Change = Annotated[Whole, Field(ge=-100, le=100)]
Cost = Annotated[Whole, Field(ge=-100, le=0)]


def to_condition(value: Any) -> Any:
    """A condition as it is written, parsed. Raises ValueError with its code and column."""
    if value is None or isinstance(value, Condition):
        return value
    if isinstance(value, bool):
        return parse_condition("1" if value else "not 1")
    if not isinstance(value, str):
        raise ValueError("C200")
    try:
        return parse_condition(value)
    except ConditionError as error:
        raise ValueError(f"{error.code}|{error.column}|{error.found}") from None


When = Annotated[Condition | None, BeforeValidator(to_condition)]


def to_list(value: Any) -> Any:
    """A single text as a list of one."""
    return [value] if isinstance(value, str) else value


Words = Annotated[tuple[Text, ...], BeforeValidator(to_list)]


class Frozen(BaseModel):
    """The base of all parts: frozen, nothing unknown, no silent conversions of numbers to words."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Lines(Frozen):
    """What the client may say at one place: by trust (``low`` below 40, ``high`` from 65), or ``any``.

    Written as one text, a list of texts, or a map of bands to lists. One line is chosen by the seed among those
    not yet said.
    """

    low: Words = ()
    mid: Words = ()
    high: Words = ()
    any: Words = ()

    def fitting(self, trust: int) -> tuple[str, ...]:
        """The lines for ``trust``: those of its band and of ``any``, or else those of the nearest band."""
        order = {"low": ("low", "mid", "high"), "mid": ("mid", "low", "high"), "high": ("high", "mid", "low")}
        own = getattr(self, band(trust))
        if own or self.any:
            return (*own, *self.any)
        return next((lines for name in order[band(trust)] if (lines := getattr(self, name))), ())

    @property
    def all(self) -> tuple[str, ...]:
        """Every line, of whatever band."""
        return (*self.low, *self.mid, *self.high, *self.any)


@lru_cache(maxsize=4096)
def needs_a_day(lines: tuple[str, ...]) -> bool:
    """Whether every one of some lines tells the day of the next step, so that none can be said where no day was named."""
    return bool(lines) and all("$date" in line or "${date}" in line for line in lines)


def band(trust: int) -> Band:
    """The band of trust that lines are written for."""
    return "low" if trust < 40 else "mid" if trust < 65 else "high"


def to_lines(value: Any) -> Any:
    """Texts without bands as lines for any trust."""
    return {"any": value} if isinstance(value, (str, list)) else value


Say = Annotated[Lines, BeforeValidator(to_lines)]
