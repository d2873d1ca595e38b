"""The forms before and after a visit, as players fill them in."""

from simulator.scenario.model import Choice, Scenario
from simulator.transcript.record import Preparation, Transcript
from simulator.visit.preparing import STEPS, Further, further_of, step_in_words, ticked_in_words


def _of(choices: dict[str, Choice], *verdicts: str) -> tuple[str, ...]:
    return tuple(id for id, choice in choices.items() if choice.verdict in verdicts)


def prepared_well(scenario: Scenario, seed: int) -> Preparation | None:
    """What is right, needed and likely, notes on people, needs and the mandate, and whatever can be ticked."""
    dossier = scenario.dossier
    notes = {
        "hypotheses": "；".join(need.statement for need in scenario.needs.values())[:200],
        "key_person": f"{dossier.contact.name} {dossier.contact.title}",
        **{field.id: ticked for field in further_of(scenario) if (ticked := _all_of(field))},
    }
    if scenario.bargaining is not None:
        issues = scenario.bargaining.issues.values()
        notes["floor"] = "；".join(f"{issue.name} {issue.authority:g} / {issue.floor:g}" for issue in issues)
    objective = (_of(dossier.objective, "right") or ("",))[0]
    return Preparation(objective, _of(dossier.materials, "needed"), _of(dossier.questions, "likely"), notes)


def _all_of(field: Further) -> str:
    if field.kind == "scale":
        return step_in_words(STEPS)
    return ticked_in_words(field, tuple(id for id, _text in field.ticks))


def prepared_somewhat(scenario: Scenario, seed: int) -> Preparation | None:
    """The right objective, and everything there is to bring."""
    dossier = scenario.dossier
    objective = (_of(dossier.objective, "right") or ("",))[0]
    return Preparation(
        objective, _of(dossier.materials, "needed", "harmless"), _of(dossier.questions, "likely")[:1], {}
    )


def prepared_badly(scenario: Scenario, seed: int) -> Preparation | None:
    """The bank's own target, and everything in the bag."""
    dossier = scenario.dossier
    objective = (_of(dossier.objective, "wrong") or ("",))[0]
    return Preparation(objective, _of(dossier.materials, "premature"), _of(dossier.questions, "unlikely"), {})


def unprepared(scenario: Scenario, seed: int) -> Preparation | None:
    """Nothing."""
    return None


def noted_well(scenario: Scenario, transcript: Transcript, seed: int) -> dict[str, str]:
    """What was promised, when one speaks again, and what belongs into the file."""
    last = transcript.exchanges[-1].client.revealed if transcript.exchanges else ()
    needs = "；".join(scenario.needs[need].statement for need in last)
    zh = scenario.language == "zh"
    return {
        "promises": "周四上午带方案和清单上门；周四之前给审批的准话" if zh else "Thursday: bring proposal and list; answer on approval by then",
        "next_date": "周四上午十点，上门谈方案" if zh else "Thursday 10:00, the proposal, at the client's",
        "record": (needs or scenario.dossier.contact.name)[:300] + ("；已归档" if zh else "; filed"),
    }  # fmt: skip


def noted_somewhat(scenario: Scenario, transcript: Transcript, seed: int) -> dict[str, str]:
    """The next date only."""
    return {"promises": "", "next_date": "周四" if scenario.language == "zh" else "Thursday", "record": ""}


def unnoted(scenario: Scenario, transcript: Transcript, seed: int) -> dict[str, str]:
    """Nothing."""
    return {}
