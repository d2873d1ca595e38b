"""The preparation form once the visit is over: what was chosen, whether it was well chosen, and why."""

from simulator.i18n import N_, _
from simulator.scenario.model import Choice, Dossier
from simulator.transcript.record import Preparation

VERDICTS = {
    "right": N_("the right one"),
    "wrong": N_("the wrong one"),
    "needed": N_("needed"),
    "harmless": N_("no harm"),
    "premature": N_("too early"),
    "likely": N_("likely to be asked"),
    "unlikely": N_("not likely to be asked"),
}
LEFT_OUT = {"right": N_("the one to choose")}
"""Verdicts that are told otherwise of what was not chosen."""


def chosen_lines(dossier: Dossier, preparation: Preparation | None) -> tuple[str, ...]:
    """The choices with their verdicts and reasons, and what was needed and left out; nothing where nothing was prepared."""
    if preparation is None:
        return ()
    chosen = {preparation.objective, *preparation.materials, *preparation.questions} - {""}
    if not chosen:
        return ()
    lines = [_("Your preparation:")]
    parts = ((dossier.objective, (preparation.objective,)), (dossier.materials, preparation.materials))
    for choices, ids in (*parts, (dossier.questions, preparation.questions)):
        for id, choice in choices.items():
            if id in ids:
                lines.append(_told(choice, VERDICTS[choice.verdict]))
            elif choice.verdict in ("right", "needed", "likely"):
                verdict = LEFT_OUT.get(choice.verdict, VERDICTS[choice.verdict])
                lines.append(_("  left out: {choice}").format(choice=_told(choice, verdict).strip()))
    return (*lines, "")


def _told(choice: Choice, verdict: str) -> str:
    why = f" ({choice.why})" if choice.why else ""
    return f"  {choice.text}: {_(verdict)}{why}"
