"""What a turn provoked becomes one person's reply."""

from simulator.client.composing import kept
from simulator.client.replies import INITIATIVE, Part


def places(*parts: Part) -> list[str]:
    return [part.place for part in kept(parts)]


ANSWER = Part("On the 28th.", "topics/wages/say", 80, "discover")
NEED = Part("It was in March.", "states/discovery/on/told", 47, "discover", due=True)
REFUSAL = Part("Not enough.", "bargaining/lines/refuse", 92)
AGREED = Part("Not one word left out.", "states/anywhere/on/confirm", 90, "close", True, tone="concluding")
OWN = Part("Why you?", "remarks/why/say", INITIATIVE)
PASSED = Part("You went round it.", "remarks/why/ignored", 70, due=True)
PRAISE = Part("Well said.", "states/anywhere/on/risk", 60, "present", tone="pleased")


def test_what_came_out_and_what_was_offered_is_always_said() -> None:
    assert places(REFUSAL, ANSWER, NEED) == [REFUSAL.place, NEED.place]


def test_a_word_that_closes_the_matter_does_not_stand_beside_an_objection() -> None:
    assert places(REFUSAL, AGREED) == [REFUSAL.place]
    assert places(AGREED, PASSED) == [PASSED.place]


def test_nobody_praises_and_rebukes_in_one_breath() -> None:
    assert places(PRAISE, PASSED) == [PASSED.place]


def test_beside_an_initiative_one_thing_is_answered() -> None:
    assert places(PRAISE, ANSWER, OWN) == [ANSWER.place, OWN.place]


def test_said_before_is_only_said_where_there_is_nothing_else() -> None:
    again = Part("I told you.", "talk/repeated", 80, "discover", True)
    assert places(again, PRAISE) == [PRAISE.place]
    assert places(again) == [again.place]


def test_two_long_answers_are_one_too_many() -> None:
    long = Part("word " * 60, "topics/a/say", 80, "discover")
    assert places(long, Part("word " * 60, "topics/b/say", 80, "discover")) == [long.place]
    assert places(ANSWER, Part("Two banks.", "topics/b/say", 80, "discover")) == [ANSWER.place, "topics/b/say"]


def test_one_outburst_is_enough_and_what_fits_anybody_adds_nothing_to_a_confidence() -> None:
    rude, tie = (Part(id, f"states/anywhere/on/{id}", 100, due=True, tone="displeased") for id in ("rude", "tie"))
    assert places(rude, tie) == [rude.place]
    nod = Part("Yes, just so.", "states/anywhere/on/acknowledge", 60, "listen", True)
    assert places(nod, NEED) == [NEED.place]
    assert places(nod) == [nod.place]


def test_a_grave_offence_leaves_no_room_and_a_small_one_gives_way() -> None:
    grave = Part("How dare you!", "states/anywhere/on/rude", 100, due=True, tone="displeased")
    assert places(grave, ANSWER) == [grave.place]
    small = Part("You ask a lot.", "states/anywhere/on/pry", 100, tone="displeased")
    assert places(small, NEED) == [NEED.place]


def test_a_matter_is_agreed_to_once() -> None:
    booked = Part("Right, Saturday it is.", "states/discovery/on/book", 66, "close")
    again = Part("Yes, that day.", "states/booked/on/confirm", 55, "close")
    goodbye = Part("Till then.", "states/booked/on/bye", 44, "close", True, due=True)
    assert places(booked, again) == [booked.place]
    assert places(booked, goodbye) == [booked.place, goodbye.place]


def test_what_answers_a_question_is_not_said_again_as_a_remark_on_the_same() -> None:
    answer = Part("Six years on the crane.", "facts/crane/say", 80, "discover", topic="crane")
    chat = Part("I drove it for years.", "states/discovery/on/chat_crane", 60, "open", topic="crane")
    other = Part("Good coffee, that.", "states/discovery/on/chat_coffee", 60, "open", topic="coffee")
    assert places(chat, answer) == [answer.place]
    assert places(other, answer) == [other.place, answer.place]


def test_three_brief_answers_are_given_and_of_longer_ones_two() -> None:
    two, three, four = (Part(f"Answer {id}.", f"facts/{id}/say", 80, "discover", topic=id) for id in "bcd")
    assert places(ANSWER, two, three) == [ANSWER.place, two.place, three.place]
    assert places(ANSWER, two, three, four) == [ANSWER.place, two.place, three.place]
    longer = Part("word " * 22, "facts/e/say", 80, "discover", topic="e")
    assert places(ANSWER, two, longer) == [ANSWER.place, two.place]
    assert OWN.place in places(ANSWER, two, three, OWN)
    assert three.place not in places(ANSWER, two, three, OWN)
