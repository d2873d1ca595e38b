"""The words an ending is told in."""

from simulator.client.client import Client
from simulator.client.position import Position
from simulator.client.replies import filled
from simulator.scenario.model import Ending

_ON_THE_TABLE = {"zh": "桌上的那几条", "en": "the terms on the table"}
"""What stands for the terms where an ending names them and none were put down in figures."""


def ending_words(client: Client, position: Position, ending: Ending) -> str:
    """What is told of an ending: what was agreed and for which day, where it names them."""
    values = client.mind.values(position)
    values["agreed"] = values["agreed"] or _ON_THE_TABLE[client.scenario.language]
    text = filled(ending.text, values)
    if not (position.date and ending.dated):
        return text
    return f"{text}{'' if client.scenario.language == 'zh' else ' '}{filled(ending.dated, values)}"
