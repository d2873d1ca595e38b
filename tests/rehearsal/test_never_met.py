"""Why nobody met an item: each reason is what the visits show, and every one has its words in both languages."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest

from scoring import criteria as c
from scoring.grading import grade_view
from scoring.rubric import Item
from scoring.view import VisitView
from simulator.commands.never_met import WORDS, in_words, told
from simulator.i18n import set_language
from simulator.rehearsal import never_met
from simulator.rehearsal.measuring import rehearse
from simulator.rehearsal.never_met import UNKNOWN, Why, why_never
from simulator.rehearsal.players import PLAYERS, play
from tests.client.walks import FILES
from tests.rehearsal.conftest import CLIENTS, IDS, loaded, rubric

TEACHER, TRADER = (
    next(path for path in FILES if path.stem == stem) for stem in ("retired-teacher", "steel-trader")
)


def views(path: Path, *players: str) -> list[VisitView]:
    """Two visits of each player, in Chinese."""
    visits = [play(loaded(path, "zh"), PLAYERS[player], seed) for player in players for seed in (0, 1)]
    return [VisitView(visit, rubric("zh").hearing, "zh") for visit in visits]


def why(
    criterion: c.Criterion, path: Path = TEACHER, players: tuple[str, ...] = ("expert", "beginner")
) -> list[Why]:
    """The reasons for an item of that criterion."""
    item = replace(rubric("zh").items["mt_beyond"], met_when=criterion, half_when=None, chance_when=None)
    return list(why_never(item, views(path, *players)))


NONSENSE = ("葡萄牙的灯塔", "a lighthouse in Portugal")
SAID = c.Acts(("remark",), words=("您",))
UNSAID = c.Said(c.Acts(("remark",), words=NONSENSE))


@pytest.mark.parametrize(
    ("criterion", "reason"),
    [
        (c.Prepared("note", ("lighthouse",)), Why("no_field", ("lighthouse",))),
        (c.Prepared("note", ("hypotheses",), characters=9000), Why("thin_field", ("hypotheses",))),
        (c.FollowedUp(("lighthouse",)), Why("no_note", ("lighthouse",))),
        (c.FollowedUp(("next_date",), words=NONSENSE), Why("thin_note", NONSENSE[:1])),
        (c.Wrote(NONSENSE, narrated=True), Why("no_action")),
        (c.Wrote(NONSENSE), Why("no_words", NONSENSE[:1])),
        (UNSAID, Why("no_words", NONSENSE[:1])),
        (c.Said(c.Acts(("remark",), words=("您",), also=NONSENSE)), Why("no_words", NONSENSE[:1])),
        (c.Said(c.Acts(("remark",), words=("您",), figures=90)), Why("figures", number=90)),
        (c.Said(c.Acts(("farewell",), by_turn=1)), Why("by_turn", number=1)),
        (c.Said(c.Acts(("greet",), last_turns=1)), Why("last_turns", number=1)),
        (c.Said(SAID, times=59, half_at=58), Why("seldom", number=59)),
        (c.Said(c.Acts(("respect_exit",))), Why("undone", ("respect_exit",))),
        (c.Before(c.Acts(("farewell",)), c.Acts(("greet",))), Why("too_late")),
        (c.Happened(c.Occasion(event="left")), Why("no_event", ("left",))),
        (c.Happened(c.Occasion(words=NONSENSE)), Why("not_told", NONSENSE[:1])),
        (c.Within(c.Occasion(words=NONSENSE), SAID), Why("not_told", NONSENSE[:1])),
        (c.Offers("package"), Why("no_table")),
        (c.Mood(at_least=101), Why("no_trust", number=101)),
        (c.Revealed("latent", 2.0, 2.0), Why("few_needs.latent")),
        (c.Share("client_talk", 1.1, 1.1), Why("share.client_talk")),
        (c.NeverSaid(c.Acts(("remark",))), Why("ruled_out")),
        (c.NoneOf((c.Said(SAID),)), Why("ruled_out")),
        (c.OfKind(("phone",)), Why("other_visit")),
        (c.All((c.Said(SAID), UNSAID)), Why("no_words", NONSENSE[:1])),
        (c.All((c.OfKind(("retail",)), c.Offers("package"), UNSAID)), Why("no_words", NONSENSE[:1])),
        (c.Impression(UNSAID), Why("no_words", NONSENSE[:1])),
    ],
    ids=lambda value: value.kind if isinstance(value, Why) else type(value).__name__,
)
def test_a_reason_is_what_the_visits_show(criterion: c.Criterion, reason: Why) -> None:
    assert why(criterion) == [reason]


def test_what_players_could_have_said_and_did_not_is_another_thing_than_what_they_have_no_words_for() -> None:
    (alone,) = why(c.Wrote(("专门",)))
    assert alone == Why("unsaid", ("专门",))  # a sentence for another kind of visit


def test_parts_that_were_never_there_together_are_told_as_such() -> None:
    filled, empty = c.Prepared("objective"), c.NoneOf((c.Prepared("objective"),))
    assert why(c.All((filled, empty))) == [Why("apart")]


def test_what_waits_for_an_agreement_is_told_where_none_can_be() -> None:
    assert why(c.Offers("recap"), TRADER, ("expert",)) == [Why("no_event", ("agreed",))]
    assert why(c.Offers("recap"), TRADER, ("stuffer",))[0].kind in ("no_event", "no_offer")


def test_several_ways_to_an_item_are_told_once_each_and_two_at_most() -> None:
    ways = (UNSAID, UNSAID, c.Prepared("note", ("lighthouse",)), c.OfKind(("phone",)), c.Mood(at_least=101))
    assert why(c.AnyOf(ways)) == [Why("no_words", NONSENSE[:1]), Why("no_field", ("lighthouse",))]


def test_what_cannot_be_known_is_said_so() -> None:
    item: Item = replace(rubric("zh").items["mt_beyond"], met_when=None, half_when=None)
    assert why_never(item, views(TEACHER, "expert")) == (UNKNOWN,)
    narrow = c.Said(c.Acts(("greet",), form="open", by_turn=0))
    assert why(narrow) == [UNKNOWN]


def test_every_reason_has_its_words_in_both_languages() -> None:
    tree = ast.parse(Path(str(never_met.__file__)).read_text(encoding="utf-8"))
    plain = {
        part.value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Why"
        for part in ast.walk(call.args[0])
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and not part.value.endswith(("_", "."))
    }
    assert len(plain) > 25
    assert plain - set(WORDS) == set()
    for spoken in ("zh", "en"):
        set_language(spoken)
        for kind in WORDS:
            line = in_words(Why(kind, ("agreed",) if kind == "no_event" else ("a", "b"), 3))
            assert "{" not in line
            assert (max(line) >= "\u4e00") == (spoken == "zh"), line


@pytest.mark.parametrize(("path", "language"), CLIENTS, ids=IDS)
def test_every_item_that_nobody_met_has_a_reason_and_a_true_one(path: Path, language: str) -> None:
    chosen = [PLAYERS["beginner"], PLAYERS["pushy"]]
    found = rehearse(loaded(path, language), rubric(language), chosen, 2, 0)
    assert set(found.why) == {id for id, _name in found.unmet}
    assert found.unmet
    set_language(language)
    graded = []
    for player in chosen:
        for seed in (0, 1):
            view = VisitView(play(loaded(path, language), player, seed), rubric(language).hearing, language)
            graded.append((view, grade_view(view, rubric(language))))
    for id, reasons in found.why.items():
        assert told(reasons)
        applied = [view for view, card in graded if any(i.id == id and i.applicable for i in card.items)]
        for reason in reasons:
            if reason.kind in ("no_move", "undone"):
                assert not any(view.acts_of(reason.about) for view in applied), (id, reason)
            if reason.kind == "no_field":
                forms = [view.transcript.preparation for view in applied]
                assert not any(form.notes.get(name) for form in forms if form for name in reason.about), (
                    id,
                    reason,
                )
