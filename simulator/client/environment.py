"""What a condition can ask about the present moment."""

from simulator.client.position import Position
from simulator.scenario.condition import Environment
from simulator.scenario.model import GROUPS

_GROUPS_OF = {
    move: tuple(f"heard.{group}" for group, members in GROUPS.items() if move in members) for move in GROUPS["any"]
}


def environment(position: Position) -> Environment:
    """The names that conditions know, with their present values; a name that is missing counts as 0."""
    known: dict[str, float] = {
        "trust": position.trust,
        "patience": position.patience,
        "turn": position.turn,
        "stage": position.turn - position.entered,
        "since_remark": position.turn - position.remarked,
        f"in.{position.state}": 1,
    }
    for need, level in position.needs:
        known[f"revealed.{need}"] = level
    for move, number in position.heard:
        if ":" not in move:
            known[f"heard.{move}"] = number
    for move, number in position.heard:
        for group in _GROUPS_OF.get(move, ()):
            known[group] = known.get(group, 0) + number
    for taboo, number in position.said:
        known[f"said.{taboo}"] = number
    known["said.any"] = sum([number for _, number in position.said])
    for id in position.raised:
        known[f"raised.{id}"] = 1
    for id in position.settled:
        known[f"settled.{id}"] = 1
    for outcome in position.outcomes:
        known[outcome] = 1
    if position.pending is not None:
        known[f"with.{position.pending}"] = 1
    known["agreed.date"] = int(bool(position.date))
    if position.table is not None:
        known["round"] = position.table.round
        known.update((f"offered.{id}", 1) for id, _ in position.table.theirs)
        known.update((f"agreed.{id}", 1) for id, _ in position.table.agreed)
        known["offered.any"] = int(bool(position.table.theirs))
        known["agreed.any"] = int(bool(position.table.agreed))
    return known
