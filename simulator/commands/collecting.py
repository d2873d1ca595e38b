"""The collector of garbage, called more seldom by commands that build large things and end soon."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 50_000
"""So many more things than before there must be, for the collector to look at them."""


@contextmanager
def collected_seldom() -> Iterator[None]:
    """Within it garbage is looked for seldom, and never among what is there already; processes begun in it do the same."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
