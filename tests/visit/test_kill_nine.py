"""A few kills in every test run; the full trial is ``python tests/visit/kill_nine.py 100``."""

from tests.visit.kill_nine import main


def test_nothing_acknowledged_is_lost() -> None:
    assert main(4) == 0
