"""The words for a client's trust and patience: one scale for every face."""

from simulator.i18n import N_

TRUST = (
    (20, N_("distrustful")),
    (40, N_("reserved")),
    (65, N_("at ease")),
    (85, N_("trusting")),
    (101, N_("confiding")),
)
PATIENCE = (
    (20, N_("about to leave")),
    (40, N_("restless")),
    (70, N_("patient")),
    (101, N_("unhurried")),
)
"""Each word with the value, 0-100, below which it holds."""


def word(value: int, words: tuple[tuple[int, str], ...]) -> str:
    """The word for a value of 0-100."""
    return next((text for below, text in words if value < below), words[-1][1])
