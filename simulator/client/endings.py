"""The words an ending is told in."""

from simulator.client.client import Client
from simulator.client.position import Position
from simulator.client.replies import filled
from simulator.scenario.model import Ending


def ending_words(client: Client, position: Position, ending: Ending) -> str:
    """What is told of an ending: what was agreed and for which day, where it names them."""
    values = client.mind.values(position)
    text = filled(ending.text, values)
    if not (position.date and ending.dated):
        return text
    return f"{text}{'' if client.scenario.language == 'zh' else ' '}{filled(ending.dated, values)}"
