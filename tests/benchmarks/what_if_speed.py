"""How long the counterfactuals of a long visit take, with the best still reachable after each turn.

Run: ``.venv/bin/python -m tests.benchmarks.what_if_speed [RUNS]``
"""

import sys
import time
from statistics import median

from scoring import grade, load_rubric
from simulator.client import Client
from simulator.language.understanding import Understanding
from simulator.rehearsal.players import PLAYERS, play
from simulator.rehearsal.playing import exchanged
from simulator.rehearsal.what_if import what_if
from simulator.scenario.load import Loaded, load_scenario
from simulator.transcript.record import Transcript
from simulator.vocabulary.turn import Turn
from tests.client.walks import FILES

TURNS = 40
SEED = 3
LEFT_OUT = 3
"""Of every so manieth turn of the expert only the second act is said, of the others the first."""


def long_visit(loaded: Loaded, client: Client) -> Transcript:
    """A visit of forty turns, as far as the client has the patience: an expert's turns, many of them cut short."""
    model = play(loaded, PLAYERS["expert"], SEED, client)
    position, opening = client.start(model.header.seed)
    told = Transcript(model.header, opening=opening, ending="open")
    for number, exchange in enumerate((*model.exchanges, *model.exchanges)):
        if position.over or len(told.exchanges) == TURNS:
            break
        said = exchange.trainee
        moves = tuple(move for move in said.moves if move.id not in ("farewell", "confirm_agreement"))
        moves = moves[:1] if number % LEFT_OUT else moves[1:2]
        turn = Turn("".join(move.clause for move in moves) or "嗯，您说。", moves)
        position, told = exchanged(client, position, told, turn)
    return told


def main(runs: int) -> None:
    """Prints the median of the runs for every client."""
    rubric = load_rubric(language="zh")
    for path in FILES:
        loaded = load_scenario(path, "zh")
        client, understanding = Client(loaded.scenario), Understanding("zh", loaded.scenario)
        understanding.understand("您好。")
        visit = long_visit(loaded, client)
        card = grade(visit, rubric)
        missed = sum(item.applicable and item.earned < 1 for item in card.items)
        taken: list[float] = []
        worked: list[float] = []
        for _ in range(runs):
            start, work = time.perf_counter(), time.process_time()
            result = what_if(loaded, visit, rubric, understanding.understand)
            taken.append(time.perf_counter() - start)
            worked.append(time.process_time() - work)
        print(
            f"{path.stem:<22} {len(visit.exchanges)} turns, {card.total} points, {missed} missed: "
            f"{len(result.counterfactuals)} counterfactuals, median of {runs} runs {median(taken):.2f} s "
            f"({median(worked):.2f} s of processor)"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
