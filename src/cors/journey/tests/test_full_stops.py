"""Words that people typed with a full stop stand within longer sentences without a second stop."""

from dataclasses import replace

import pytest

from cors.journey import sentences
from cors.journey.model import Barrier, Flag, Goal, Journey
from cors.journey.phone_lists import folded
from cors.journey.table import table
from cors.journey.tests.people import DAY, TODAY, setback, success

STOPPED = "The room went to somebody else."
GOAL = Goal(
    ident="door",
    words="Have my own front door.",
    area="Housing",
    set_on=DAY("2026-01-05"),
    moments=(
        setback("2026-03-02", STOPPED, "2026-03-12", "walked there together."),
        success("2026-04-01", "Rang the council myself."),
        setback("2026-05-01", "Lost the keys."),
    ),
    flags=(
        Flag(DAY("2026-06-01"), "Moved in.", kept=(4, 13)),
        Flag(DAY("2026-07-01"), "bus alone.", kept=(4,), rung=(4, 5)),
    ),
)
WAY = Barrier("arrears", "Owes two weeks of rent.", DAY("2026-02-02"), blocks=("door",))
JOURNEY = Journey("Sam", DAY("2026-01-05"), TODAY, goals=(GOAL,), barriers=(WAY,))
TWICE = (".,", ".;", "..", ".:")


def every_sentence() -> list[str]:
    return [
        sentences.description(JOURNEY),
        sentences.of_lane(GOAL, "A"),
        sentences.of_barrier(WAY, {"door": "A"}),
    ]


@pytest.mark.parametrize("twice", TWICE)
def test_no_sentence_has_a_stop_before_another_mark(twice: str) -> None:
    assert not [said for said in every_sentence() if twice in said]


@pytest.mark.parametrize("twice", TWICE)
def test_no_line_under_a_phone_s_lane_has_a_stop_before_another_mark(twice: str) -> None:
    found = folded(GOAL, TODAY)
    assert not [item.words for item in (*found.newest, *found.earlier) if twice in item.words]


def test_a_setback_says_its_words_then_how_long_then_what_helped() -> None:
    back = replace(GOAL, moments=GOAL.moments[:1], flags=())
    assert folded(back, TODAY).newest[0].words == (
        "The room went to somebody else, back on track in 10 days: walked there together."
    )


def test_words_that_nothing_follows_stay_as_they_were_typed() -> None:
    only = replace(GOAL, moments=GOAL.moments[1:2], flags=(Flag(DAY("2026-06-01"), "Moved in."),))
    assert [item.words for item in folded(only, TODAY).newest] == [
        "Moved in.",
        "Rang the council myself.",
    ]


def test_the_table_keeps_words_whole_in_a_place_of_their_own() -> None:
    said = [row.words for row in table(JOURNEY).happened]
    assert said == [
        STOPPED,
        "Rang the council myself.",
        "Lost the keys.",
        "Moved in, kept at 4 and 13 weeks",
        "Step 4 of 5: bus alone, kept at 4 weeks",
    ]


def test_a_setback_and_its_end_on_one_day_are_not_counted_as_nought_days() -> None:
    one = setback("2026-03-02", "Missed the bus.", "2026-03-02")
    assert sentences.of_setback(one) == "Missed the bus, 2 March 2026, back on track the same day"
    assert folded(replace(GOAL, moments=(one,), flags=()), TODAY).newest[0].words == (
        "Missed the bus, back on track the same day"
    )
