"""The scorer takes for an offer what the client took for one."""

from dataclasses import replace

from scoring.offers import offer_log
from simulator.language.understanding import Understanding
from simulator.transcript.format import read_transcript
from simulator.transcript.record import Brief, ClientSide, Exchange, Header, IssueBrief, Review, Transcript
from simulator.transcript.writing import exchange_line, header_line

ISSUES = (
    IssueBrief("amount", "额度", "CNY", "higher", 15e6, 10e6, 5.6e6, 8e6, 5.6e6),
    IssueBrief("rate", "利率", "%", "lower", 3.6, 4.2, 3.9, 3.7, 4.0),
)
SAID = "我给您五百六十万，利率3.9%。"


def visit(taken: dict[str, float] | None, said: str = SAID) -> Transcript:
    header = Header("steel-trader", "sha256:0", "zh", 1, brief=Brief(issues=ISSUES))
    side = ClientSide("嗯。", "talk", 50, 50, taken=taken)
    return Transcript(header, (Exchange(1, Understanding("zh").understand(said), side),))


def terms(transcript: Transcript) -> list[dict[str, float]]:
    return [offer.terms for offer in offer_log(transcript, 0.2) if offer.side == "bank"]


def test_what_the_client_took_is_the_offer() -> None:
    assert terms(visit({"amount": 5e6})) == [{"amount": 5e6}]
    assert terms(visit({})) == []


def test_a_visit_that_does_not_tell_is_read() -> None:
    assert terms(visit(None)) == [{"amount": 5.6e6, "rate": 3.9}]


def test_a_turn_amended_after_the_visit_is_read_anew() -> None:
    transcript = visit({})
    reviewed = replace(transcript.exchanges[0], review=Review("trainer"))
    assert terms(replace(transcript, exchanges=(reviewed,))) == [{"amount": 5.6e6, "rate": 3.9}]


def test_what_was_taken_is_kept_in_the_file() -> None:
    for taken in ({"amount": 5e6}, {}, None):
        transcript = visit(taken)
        lines = [header_line(transcript.header), exchange_line(transcript.exchanges[0])]
        assert read_transcript(lines).exchanges[0].client.taken == taken
