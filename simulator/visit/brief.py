"""What of a scenario the scorer must know, for the transcript's header."""

from simulator.client.bargaining import beyond_limit
from simulator.scenario.model import Bargaining, Choice, Issue, Scenario
from simulator.transcript.record import Brief, ChoiceBrief, IssueBrief, NeedBrief, ProductBrief, RemarkBrief


def brief_of(scenario: Scenario) -> Brief:
    """The scorer's view of a scenario."""
    dossier = scenario.dossier
    kinds = {id: remark.kind for id, remark in scenario.remarks.items()}
    return Brief(
        title=scenario.title,
        segment=scenario.segment,
        visit=scenario.visit,
        contact=dossier.contact.address,
        organisation=dossier.organisation,
        lay=scenario.profile.lay,
        vulnerable=scenario.profile.vulnerable,
        risk_grade=scenario.profile.risk_grade,
        needs=tuple(
            NeedBrief(id, need.kind, need.weight, need.statement, need.thread, need.topic or "")
            for id, need in scenario.needs.items()
        ),
        products=tuple(
            ProductBrief(id, product.name, tuple(product.meets), product.risk_grade)
            for id, product in scenario.products.items()
        ),
        issues=_issues(scenario.bargaining),
        empty_zone=_empty_zone(scenario.bargaining),
        objectives=_choices(dossier.objective),
        materials=_choices(dossier.materials),
        questions=_choices(dossier.questions),
        objections=tuple(id for id, kind in kinds.items() if kind == "objection"),
        temptations=tuple(id for id, kind in kinds.items() if kind == "temptation"),
        remarks=tuple(RemarkBrief(id, remark.kind, remark.name) for id, remark in scenario.remarks.items()),
    )


def _choices(choices: dict[str, Choice]) -> tuple[ChoiceBrief, ...]:
    return tuple(ChoiceBrief(id, choice.text, choice.verdict, choice.why) for id, choice in choices.items())


def _issues(bargaining: Bargaining | None) -> tuple[IssueBrief, ...]:
    return tuple(_issue(id, issue) for id, issue in bargaining.issues.items()) if bargaining else ()


def _issue(id: str, issue: Issue) -> IssueBrief:
    target = issue.authority if issue.target is None else issue.target
    return IssueBrief(
        id,
        issue.name,
        issue.unit,
        issue.better_for_client,
        issue.opening,
        issue.limit,
        issue.authority,
        issue.floor,
        target,
        issue.weight,
        issue.bank_weight,
        _choice_words(issue),
    )


def _choice_words(issue: Issue) -> dict[str, float]:
    """One word for each value of an issue of choices: the first the author gave."""
    words: dict[float, str] = {}
    for word, value in issue.values.items():
        words.setdefault(value, word)
    return {word: value for value, word in words.items()}


def _empty_zone(bargaining: Bargaining | None) -> bool:
    """Whether on some issue the bank's floor lies beyond what the client can take, so that no deal is possible."""
    return bargaining is not None and any(beyond_limit(issue, issue.floor) for issue in bargaining.issues.values())
