"""What a trainer writes, validated and frozen.

A scenario is merged with the archetypes it names and the overlay of the language before it is validated
(`simulator.scenario.layers`), so these models describe the whole client: nothing inherited is left to look up.
"""

from simulator.scenario.model.bargaining import Bargaining, BargainingLines, Issue
from simulator.scenario.model.person import Choice, Contact, Dossier, Effect, Profile, Temperament
from simulator.scenario.model.scenario import Scenario
from simulator.scenario.model.subjects import Fact, Need, Product, Subject, Topic
from simulator.scenario.model.talk import ANYWHERE, GROUPS, Companion, Ending, Reaction, Remark, State, Talk
from simulator.scenario.model.values import (
    LEVELS,
    ArchetypeName,
    Band,
    Frozen,
    Identifier,
    Level,
    Lines,
    Say,
    Words,
    band,
    needs_a_day,
)

__all__ = [
    "ANYWHERE", "GROUPS", "LEVELS", "ArchetypeName", "Band", "Bargaining", "BargainingLines", "Choice", "Companion", "Contact", "Dossier",
    "Effect", "Ending", "Fact", "Frozen", "Identifier", "Issue", "Level", "Lines", "Need", "Product", "Profile", "Reaction",
    "Remark", "Say", "Scenario", "State", "Subject", "Talk", "Temperament", "Topic", "Words", "band",
    "needs_a_day",
]  # fmt: skip
