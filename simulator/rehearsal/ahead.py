"""Work done ahead by further processes: what they give is just what this one would have worked out, only sooner.

A result depends on its item alone. So what comes of a run is the same with any number of processes, and where one
cannot be started, or ends before its time, its work is done here.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Generic, Self, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
MOST_HELPERS = 7
"""So many further processes at most, however many processors there are."""


def spare_processors() -> int:
    """How many processors there are beside the one at work."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(count - 1, MOST_HELPERS)


class Ahead(Generic[Item, Result]):
    """``work`` for items, some of it in ``helpers`` further processes; a context, at whose end these end.

    ``work`` must be pure. Where processes are not forked it is sent to them, so it must also be one that can be pickled.
    """

    def __init__(self, work: Callable[[Item], Result], helpers: int) -> None:
        self._work = work
        self._wanted = helpers
        self._helpers: list[_Helper[Item, Result]] = []
        self._done: dict[Hashable, Result] = {}

    def __enter__(self) -> Self:
        with suppress(OSError):  # no room for another process: there will be fewer
            for _ in range(self._wanted if _startable() else 0):
                self._helpers.append(_Helper(self._work))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        for helper in self._helpers:
            helper.end()
        self._helpers.clear()

    @property
    def helpers(self) -> int:
        """How many further processes are at work."""
        return len(self._helpers)

    def give(self, upcoming: Iterable[tuple[Hashable, Item]]) -> None:
        """Lets those who have nothing to do begin with what comes next."""
        self._collect()
        taken = {helper.key for helper in self._helpers} | self._done.keys()
        fresh = ((key, item) for key, item in upcoming if key not in taken)
        for helper in [one for one in self._helpers if one.idle]:
            key, item = next(fresh, (None, None))
            if key is None or item is None:
                return
            if not helper.ask(key, item):
                self._dismiss(helper)

    def begin(self, key: Hashable, item: Item) -> None:
        """Has somebody begin with an item at once, who need not have come to life yet."""
        free = next((helper for helper in self._helpers if helper.key is None), None)
        if free is not None and not free.ask(key, item):
            self._dismiss(free)

    def of(self, key: Hashable, item: Item, upcoming: Callable[[], Iterable[tuple[Hashable, Item]]]) -> Result:
        """The result for an item; ``upcoming`` are those that are most likely asked for next.

        While somebody else is still at it, what comes next is worked out here.
        """
        while True:
            self.give((one, other) for one, other in upcoming() if one != key)
            if key in self._done:
                return self._done.pop(key)
            at_it = next((helper for helper in self._helpers if helper.key == key), None)
            if at_it is None:
                return self._work(item)
            taken = {helper.key for helper in self._helpers} | self._done.keys()
            rest = next(((one, other) for one, other in upcoming() if one not in taken), None)
            if rest is not None:
                self._done[rest[0]] = self._work(rest[1])
            else:
                at_it.wait()

    def _collect(self) -> None:
        for helper in tuple(self._helpers):
            if helper.key is None or not helper.ready:
                continue
            key, answer = helper.key, helper.answer()
            if answer is None:
                self._dismiss(helper)
            else:
                self._done[key] = answer[0]

    def _dismiss(self, helper: "_Helper[Item, Result]") -> None:
        self._helpers.remove(helper)
        helper.end()


def _startable() -> bool:
    """Whether a further process can be started safely: never by a fork beside other threads."""
    return threading.active_count() == 1 or not forks()


def forks() -> bool:
    """Whether processes are forked, so that what they share need not be built again; elsewhere they begin anew."""
    return sys.platform == "linux"


class _Helper(Generic[Item, Result]):
    """One further process, and the item that it is at."""

    def __init__(self, work: Callable[[Item], Result]) -> None:
        context = multiprocessing.get_context("fork") if forks() else multiprocessing.get_context()
        self._line, theirs = context.Pipe()
        inherited = self._line if forks() else None
        self._process = context.Process(target=_serve, args=(work, theirs, inherited), daemon=True)
        self._process.start()
        theirs.close()
        self.key: Hashable | None = None
        self._begun = False

    @property
    def idle(self) -> bool:
        """Whether it waits for an item. One that has not come to life yet is not waited for."""
        return self._alive and self.key is None

    @property
    def _alive(self) -> bool:
        """Whether it has told that it is there."""
        if not self._begun and self._line.poll():
            self._begun = True
            with suppress(EOFError, OSError):
                self._line.recv()
        return self._begun

    def ask(self, key: Hashable, item: Item) -> bool:
        """Sends an item; tells whether there is still somebody to work on it."""
        try:
            self._line.send(item)
        except OSError:
            return False
        self.key = key
        return True

    @property
    def ready(self) -> bool:
        """Whether there is a result, or nobody any more to give one."""
        return self._alive and self._line.poll()

    def wait(self) -> None:
        self._line.poll(None)

    def answer(self) -> tuple[Result] | None:
        """The result; None where the process came to an end over it."""
        self.key = None
        try:
            return (self._line.recv(),)
        except (EOFError, OSError):
            return None

    def end(self) -> None:
        self._line.close()
        self._process.terminate()
        self._process.join()


def _serve(work: Callable[[Item], Result], line: Connection, inherited: Connection | None) -> None:
    """What a further process does: one item after another, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it hears the interrupt, and ends it
    if inherited is not None:
        inherited.close()  # else the end of the other side would never show
    with suppress(EOFError, OSError):
        line.send(None)  # here I am
        while True:
            item = line.recv()
            try:
                result = work(item)
            except Exception:  # it will be raised where it is waited for, at the same item
                return
            line.send(result)
