"""The turn loop: what the trainee types is understood, answered, written down, and only then shown."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from simulator import __version__
from simulator.client import Client, Position, Reply
from simulator.scenario.load import Loaded
from simulator.text import clean_line
from simulator.transcript.format import (
    end_line,
    exchange_line,
    flag_line,
    follow_up_line,
    header_line,
    opening_line,
    preparation_line,
)
from simulator.transcript.record import (
    ClientSide,
    Exchange,
    Header,
    Mode,
    Preparation,
    Transcript,
)
from simulator.visit.amending import Reading, amended
from simulator.visit.brief import brief_of
from simulator.vocabulary.turn import Turn


class Understands(Protocol):
    """Whatever turns words into moves."""

    version: str

    def understand(self, text: str, previous: str = "") -> Turn:
        """What ``text`` does, said after the client's line ``previous``."""


class Writes(Protocol):
    """Whatever keeps the lines of a visit."""

    def append(self, *lines: str) -> None:
        """Keeps the lines, for good, before it returns."""


class Visit:
    """One visit in progress. The only thing that changes as it goes on."""

    def __init__(
        self,
        loaded: Loaded,
        transcript: Transcript,
        understanding: Understands,
        journal: Writes,
        clock: Callable[[], str],
    ) -> None:
        """Takes up ``transcript`` where it stands; `begin` and `resumed` make the two kinds."""
        self.loaded = loaded
        self.scenario = loaded.scenario
        self.transcript = transcript
        self.client = Client(loaded.scenario)
        self._understanding = understanding
        self._journal = journal
        self._clock = clock
        self.position, self.opening = self._replayed(transcript)

    @classmethod
    def begin(
        cls,
        loaded: Loaded,
        understanding: Understands,
        journal: Writes,
        clock: Callable[[], str],
        *,
        seed: int,
        mode: Mode = "practice",
        learner: str = "",
        source: str = "",
    ) -> "Visit":
        """A new visit; its header is on disk when this returns."""
        header = Header(
            scenario=loaded.scenario.id,
            scenario_hash=loaded.hash,
            language=loaded.scenario.language,
            seed=seed,
            mode=mode,
            learner=learner,
            started=clock(),
            source=source,
            versions={"duilian": __version__, "understanding": understanding.version},
            brief=brief_of(loaded.scenario),
        )
        visit = cls(loaded, Transcript(header), understanding, journal, clock)
        journal.append(header_line(header))
        return visit

    def _replayed(self, transcript: Transcript) -> tuple[Position, str]:
        """The position after the exchanges of a transcript, by the same steps that played them; and the opening."""
        seed = transcript.header.seed
        position, opening = self.client.start(seed)
        for exchange in transcript.exchanges:
            position, _ = self.client.step(position, exchange.trainee, seed)
        if transcript.ending is not None:
            position = replace(position, ending=transcript.ending)
        return position, opening

    @property
    def practice(self) -> bool:
        """Whether hints, menu and taking back are allowed."""
        return self.transcript.header.mode == "practice"

    @property
    def over(self) -> bool:
        """Whether the visit has ended."""
        return self.transcript.ending is not None

    @property
    def previous(self) -> str:
        """The client's last line."""
        exchanges = self.transcript.exchanges
        return exchanges[-1].client.text if exchanges else self.opening

    def prepare(self, preparation: Preparation) -> None:
        """Keeps the preparation; possible until the first turn (ValueError afterwards)."""
        if self.transcript.exchanges:
            raise ValueError("the visit has begun")
        self._journal.append(preparation_line(preparation))
        self.transcript = replace(self.transcript, preparation=preparation)

    def understand(self, text: str) -> Turn:
        """What a turn would be understood as now."""
        return self._understanding.understand(clean_line(text), self.previous)

    def say(self, text: str) -> Exchange:
        """The trainee says ``text``; the exchange is on disk when this returns."""
        return self.take(self.understand(text))

    def take(self, turn: Turn) -> Exchange:
        """The trainee's turn as understood; the exchange is on disk when this returns.

        Raises ValueError after the end of the visit.
        """
        if self.over:
            raise ValueError("the visit is over")
        return self._play(self.position, self.transcript, turn)

    def _play(self, position: Position, before: Transcript, turn: Turn, as_heard: Turn | None = None) -> Exchange:
        """Plays ``turn`` after ``before``; all lines of the exchange are written at once."""
        position, reply = self.client.step(position, turn, before.header.seed)
        number = len(before.exchanges) + 1
        exchange = Exchange(number, turn, client_side(position, reply), self._clock(), as_heard)
        lines = [opening_line(self.opening)] if number == 1 else []
        lines.append(exchange_line(exchange))
        if position.ending is not None:
            lines.append(end_line(position.ending))
        self._journal.append(*lines)
        self.position = position
        self.transcript = replace(
            before, exchanges=(*before.exchanges, exchange), opening=self.opening, ending=position.ending
        )
        return exchange

    def _before(self, turn: int) -> Transcript:
        """What stood before ``turn``; ValueError in an exam or where there is no such turn."""
        if not self.practice:
            raise ValueError("an exam is not taken back")
        if not 1 <= turn <= len(self.transcript.exchanges):
            raise ValueError("there is no such turn")
        return replace(self.transcript, exchanges=self.transcript.exchanges[: turn - 1], ending=None)

    def amend(self, meant: Turn) -> Exchange:
        """The last turn as the trainee meant it: taken back and played again, the first reading kept beside it.

        A visit that had ended goes on, unless the amended turn ends it, too. The exchange is written again in one
        line that takes the place of the first, so that there is always one of them. ValueError in an exam or before
        the first turn.
        """
        last = self.transcript.exchanges[-1] if self.transcript.exchanges else None
        before = self._before(last.turn if last is not None else 0)
        assert last is not None
        position, _ = self._replayed(before)
        return self._play(position, before, meant, last.as_heard or last.trainee)

    def meant(self, reading: Reading) -> Turn:
        """The last turn in this reading, for `amend`; ValueError before the first turn."""
        if not self.transcript.exchanges:
            raise ValueError("nothing was said yet")
        heard = self.transcript.exchanges[-1].trainee
        return amended(heard, reading, self.scenario.language, self.scenario)

    def flag(self, turn: int) -> None:
        """The trainee disputes how a turn was understood; it is marked, once, for the trainer's review.

        ValueError where there is no such turn.
        """
        if not 1 <= turn <= len(self.transcript.exchanges):
            raise ValueError("there is no such turn")
        if self.transcript.exchanges[turn - 1].flagged:
            return
        self._journal.append(flag_line(turn))
        exchanges = tuple(replace(e, flagged=True) if e.turn == turn else e for e in self.transcript.exchanges)
        self.transcript = replace(self.transcript, exchanges=exchanges)

    def note(self, follow_up: dict[str, str]) -> None:
        """Keeps the trainee's note on what follows; a later note completes an earlier one."""
        merged = {**self.transcript.follow_up, **follow_up}
        self._journal.append(follow_up_line(merged))
        self.transcript = replace(self.transcript, follow_up=merged)

    def end(self) -> str:
        """The trainee breaks off; gives the client's last word, which may be empty."""
        if self.over:
            return ""
        position, word, ending = self.client.conclude(self.position)
        self._journal.append(end_line(ending))
        self.position = position
        self.transcript = replace(self.transcript, ending=ending)
        return word


def client_side(position: Position, reply: Reply) -> ClientSide:
    """The client's half of an exchange, as it goes into the transcript."""
    table = position.table
    return ClientSide(
        text=reply.text,
        state=position.state,
        trust=position.trust,
        patience=position.patience,
        revealed=tuple(need for need, level in position.needs if level >= 2),
        offer=dict(reply.offer) if reply.offer else None,
        agreed=dict(table.agreed) if table is not None and table.agreed else None,
        events=reply.events,
        asks=reply.asks,
        note=reply.note,
        taken=None if reply.taken is None else dict(reply.taken),
        remark=reply.remark,
    )
