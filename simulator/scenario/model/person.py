"""Whom the trainee visits: the dossier with its choices, what the rules of sale ask, and the temperament."""

from typing import Annotated, Literal

from pydantic import Field

from simulator.scenario.model.values import Change, Frozen, Identifier, Number, Percent, Text, Truth, Whole


class Choice(Frozen):
    """One choice of the preparation form, whether it is good, and why."""

    text: Text
    verdict: Literal["right", "wrong", "needed", "harmless", "premature", "likely", "unlikely"]
    why: str = ""


class Contact(Frozen):
    """The person visited. ``address`` is how one speaks to them (陈总, Mr Chen)."""

    name: Text
    title: str = ""
    address: Text
    age: Annotated[Whole, Field(ge=16, le=110)] | None = None
    character: str = ""


class Dossier(Frozen):
    """What the trainee can study beforehand, and what to prepare."""

    organisation: str = ""
    contact: Contact
    you: str = ""
    scene: str = ""
    known: Text
    facts: dict[Identifier, Text] = Field(default_factory=dict)
    objective: dict[Identifier, Choice] = Field(default_factory=dict)
    materials: dict[Identifier, Choice] = Field(default_factory=dict)
    questions: dict[Identifier, Choice] = Field(default_factory=dict)


class Profile(Frozen):
    """What the rules of sale want to know of the client. ``risk_grade`` 1-5 for C1-C5, absent when untested or expired."""

    lay: Truth = False
    vulnerable: Truth = False
    risk_grade: Annotated[Whole, Field(ge=1, le=5)] | None = None


class Effect(Frozen):
    """The usual effect of a move or taboo on the client."""

    trust: Change = 0
    patience: Change = 0


class Temperament(Frozen):
    """Where the client begins, and how quickly he or she warms (1 = as the effects say)."""

    trust: Percent = 30
    patience: Percent = 70
    warming: Annotated[Number, Field(ge=0.1, le=2)] = 1.0
    tiring: Annotated[Whole, Field(ge=0, le=10)] = 1
    """Patience that every turn costs."""
    effects: dict[Identifier, Effect] = Field(default_factory=dict)
