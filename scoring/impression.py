"""The impression that a visit made as a whole, where no single words of it prove a mark."""

from scoring.finding import Evidence
from scoring.offer_course import asked_before, bank
from scoring.spoken import taking_up
from scoring.view import VisitView
from scoring.words import word


def overall(view: VisitView) -> Evidence:
    """What the impression rests on: what was asked, before the first terms where there were any; how often the client was answered to;
    his trust at the end."""
    made = bank(view)
    asked = len(asked_before(view, made[0]) if made else view.questions)
    because = word(
        "because.overall_terms" if made else "because.overall",
        view.language,
        asked=asked,
        part=len(taking_up(view)),
        whole=max(0, len(view.exchanges) - 1),
        end=view.exchanges[-1].client.trust if view.exchanges else 0,
    )
    return Evidence(0, "", because, general=True)
