"""What several criteria ask of a visit is worked out once for it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from scoring.view import VisitView

Found = TypeVar("Found")


def once_a_visit(work: Callable[[VisitView], Found]) -> Callable[[VisitView], Found]:
    """``work``, whose result is kept with the visit. It must depend on nothing else, and nobody may change what it gives."""
    key = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def kept(view: VisitView) -> Found:
        memo = view.memo
        if key not in memo:
            memo[key] = work(view)
        return cast(Found, memo[key])

    return kept
