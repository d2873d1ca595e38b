"""A recorded trainee: typed turns from a file, played through the same visit as any other."""

from pathlib import Path

from simulator.commands.finding import find_scenario
from simulator.language.understanding import Understanding
from simulator.text import clean_line
from simulator.transcript.record import Preparation, Transcript
from simulator.visit.visit import Visit


class Memory:
    """A journal that keeps its lines only as long as the program runs."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def append(self, *lines: str) -> None:
        """Keeps the lines."""
        self.lines.extend(lines)


def rehearse(folder: Path, spoken: str) -> Transcript:
    """The visit that the turns in ``folder/LANGUAGE.txt`` make; its first lines name scenario, seed and preparation."""
    lines = (folder / f"{spoken}.txt").read_text(encoding="utf-8").splitlines()
    head = dict(line[1:].strip().split(": ", 1) for line in lines if line.startswith("#"))
    loaded = find_scenario(head["scenario"], spoken)
    understanding = Understanding(spoken, loaded.scenario)
    visit = Visit.begin(loaded, understanding, Memory(), lambda: "", seed=int(head["seed"]))
    visit.prepare(
        Preparation(
            head.get("objective", ""),
            tuple(head.get("materials", "").split()),
            tuple(head.get("questions", "").split()),
        )
    )
    for line in lines:
        if line.strip() and not line.startswith("#") and not visit.over:
            visit.say(clean_line(line))
    if not visit.over:
        visit.end()
    return visit.transcript
