"""The words of an offer: the sentence of its turn that has its terms."""

from scoring.figures import figures_in
from scoring.offers import Offer
from scoring.quoting import counting, sentences
from scoring.view import VisitView


def words_of(view: VisitView, offer: Offer) -> str:
    """The sentence of an offer: that with the words heard as one, with the most of its figures."""
    exchange = view.exchanges[offer.index]
    if offer.side == "client":
        return counting(exchange.client.text)
    figures = [quantity.clause.strip() for quantity in exchange.trainee.quantities if quantity.clause.strip()]
    heard = offer.clause.strip()

    def fits(sentence: str) -> tuple[bool, int, int]:
        return heard in sentence, sum(figure in sentence for figure in figures), figures_in(sentence)

    return counting(max(sentences(exchange.trainee.text), key=fits, default=offer.clause))
