"""The whole of a client."""

from typing import Annotated, Literal

from pydantic import Field, PrivateAttr

from simulator.scenario.inherited import Inherited
from simulator.scenario.model.bargaining import Bargaining
from simulator.scenario.model.person import Dossier, Profile, Temperament
from simulator.scenario.model.subjects import Fact, Need, Product, Topic
from simulator.scenario.model.talk import Companion, Ending, Remark, State, Talk
from simulator.scenario.model.values import ArchetypeName, Frozen, Identifier, Say, Text, Whole, Words


class Scenario(Frozen):
    """A client to visit: the whole of it, in one language, with what it inherits."""

    format: Literal[1]
    id: Identifier
    language: Literal["zh", "en"]
    title: Text
    summary: str = ""
    segment: Literal["corporate", "retail"]
    visit: Literal["first", "maintenance", "retention", "complaint", "phone", "referral", "negotiation"]
    difficulty: Annotated[Whole, Field(ge=1, le=5)] = 2
    minutes: Annotated[Whole, Field(ge=1, le=120)] = 20
    client: ArchetypeName
    dossier: Dossier
    profile: Profile = Profile()
    temperament: Temperament = Temperament()
    topics: dict[Identifier, Topic] = Field(default_factory=dict)
    needs: dict[Identifier, Need] = Field(default_factory=dict)
    products: dict[Identifier, Product] = Field(default_factory=dict)
    facts: dict[Identifier, Fact] = Field(default_factory=dict)
    examples: dict[Identifier, Words] = Field(default_factory=dict)
    counterexamples: dict[Identifier, Words] = Field(default_factory=dict)
    opening: Say
    first: Identifier
    states: dict[Identifier, State]
    remarks: dict[Identifier, Remark] = Field(default_factory=dict)
    people: dict[Identifier, Companion] = Field(default_factory=dict)
    bargaining: Bargaining | None = None
    endings: dict[Identifier, Ending]
    talk: Talk

    _inherited: Inherited = PrivateAttr(default_factory=Inherited)

    @property
    def inherited(self) -> Inherited:
        """What of this came from the archetypes."""
        return self._inherited

    def above(self, inherited: Inherited) -> "Scenario":
        """The same scenario, with the knowledge of what it inherits."""
        known = self.model_copy()
        known._inherited = inherited
        return known
