"""The words of an offer: the sentence of its turn that has its terms."""

from scoring.figures import figures_in
from scoring.offers import TOLERANCE, Offer
from scoring.patterns import first_match
from scoring.quoting import counting, sentences, telling
from scoring.turn_terms import issue_of, value_of
from scoring.view import VisitView


def words_of(view: VisitView, offer: Offer, words: tuple[str, ...] = ()) -> str:
    """The sentence of an offer: that with one of ``words``, where there is any; else with the words heard as one, with the most of
    its figures."""
    exchange = view.exchanges[offer.index]
    if words and first_match(exchange.trainee.text.lower(), words):
        return telling(exchange.trainee.text, words)[0]
    if offer.side == "client":
        return counting(exchange.client.text)
    figures = terms_in(view, offer)
    heard = offer.clause.strip() if offer.clause != exchange.trainee.text else ""

    def fits(sentence: str) -> tuple[int, bool, int]:
        return (
            sum(figure in sentence for figure in figures),
            bool(heard) and heard in sentence,
            figures_in(sentence),
        )

    return counting(max(sentences(exchange.trainee.text), key=fits, default=offer.clause))


def terms_in(view: VisitView, offer: Offer) -> list[str]:
    """The words of an offer's own figures, as they stand in its turn."""
    issues = {issue.id: issue for issue in view.brief.issues}
    found = []
    for quantity in view.exchanges[offer.index].trainee.quantities:
        issue = issue_of(view.brief, quantity)
        if issue is None or issue.id not in offer.terms or not quantity.clause.strip():
            continue
        if abs((value_of(issues[issue.id], quantity, {}) or 0.0) - offer.terms[issue.id]) < TOLERANCE:
            found.append(quantity.clause.strip())
    return found
