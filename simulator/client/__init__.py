"""The simulated client: statechart, temperament, needs, bargaining, replies. One pure step drives them all."""

from simulator.client.client import Client, choose_ending
from simulator.client.position import Position, Table
from simulator.client.taking import Reply

__all__ = ["Client", "Position", "Reply", "Table", "choose_ending"]
