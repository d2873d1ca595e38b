"""What the talk can be about: topics, matters of fact, needs and products."""

from typing import Annotated, Literal

from pydantic import Field

from simulator.scenario.model.values import Frozen, Identifier, Lines, Say, Text, Whole, Words


class Subject(Frozen):
    """What can be spoken of.

    ``say`` is the client's answer to any question about it, ``told`` what is said to a trainee who speaks of it
    (presents, explains, gives back); both only where no reaction written for the scenario fits. ``asked`` holds
    questions in which people ask about it, as they would really word them.
    """

    say: Say = Lines()
    told: Say = Lines()
    asked: Words = ()


class Topic(Subject):
    """A subject of the talk and the words by which it is known."""

    name: Text
    words: Annotated[Words, Field(min_length=1)]


class Fact(Frozen):
    """A plain matter of fact that no mark depends on: the words by which it is known and the answer."""

    words: Annotated[Words, Field(min_length=1)]
    say: Say
    asked: Words = ()


class Need(Subject):
    """A need of the client's; ``thread`` is the question or remark that would have drawn it out (for the debrief)."""

    kind: Literal["explicit", "latent"]
    topic: Identifier | None = None
    weight: Annotated[Whole, Field(ge=1, le=5)] = 3
    statement: Text
    thread: str = ""
    words: Words = ()


class Product(Subject):
    """A product that fits, or tempts. ``risk_grade`` 1-5 for R1-R5, absent for what is no investment."""

    name: Text
    words: Words = ()
    meets: Words = ()
    risk_grade: Annotated[Whole, Field(ge=1, le=5)] | None = None
    about: str = ""
    risks: Words = ()
    fees: Words = ()
