from dataclasses import replace

import pytest

from cors.journey.drawing import PHONE, draw
from cors.journey.layout import ALONE, FIRST_LANE, SOME, lay_out
from cors.journey.model import Goal, Journey, letter
from cors.journey.style import WORKER
from cors.journey.tests import drawn
from cors.journey.tests.more_people import ENDED, LONG_WORDS, MANY, NOOR, SETBACKS, UNRATED
from cors.journey.tests.people import DAY, SAM, TODAY, ratings


def test_letters_go_on_after_z() -> None:
    assert [letter(place) for place in (0, 2, 25, 26, 52)] == ["A", "C", "Z", "AA", "BA"]


def test_one_goal_alone_gets_a_higher_chart() -> None:
    (lane,) = lay_out(NOOR, WORKER).lanes
    assert lane.chart.height == ALONE.chart


def test_lanes_follow_each_other_without_a_gap() -> None:
    lanes = lay_out(SAM, WORKER).lanes
    assert lanes[0].top == FIRST_LANE
    assert [lane.top for lane in lanes[1:]] == [lane.bottom for lane in lanes[:-1]]


def test_the_water_line_lies_under_the_last_lane() -> None:
    layout = lay_out(SAM, WORKER)
    assert layout.water == layout.lanes[-1].bottom + 20


def test_a_lane_with_a_setback_has_room_for_its_words() -> None:
    calm, shaken, _ = lay_out(SAM, WORKER).lanes
    assert calm.bottom - calm.top == SOME.head + SOME.chart + SOME.foot
    assert shaken.bottom - shaken.top == SOME.head + SOME.chart + 52


def test_a_lane_grows_with_words_that_are_never_cut() -> None:
    lane = lay_out(LONG_WORDS, WORKER).lanes[0]
    assert lane.bottom - lane.top > 200
    assert "".join(lane.words).replace(" ", "") == lane.goal.words.replace(" ", "")


def test_today_s_number_stands_with_the_first() -> None:
    assert {"9", "from 1", "7", "from 2"} <= set(drawn.words(draw(SAM)))


def test_a_goal_with_one_rating_says_so() -> None:
    goal = replace(NOOR.goals[0], ratings=NOOR.goals[0].ratings[:1], moments=())
    assert "first rating" in drawn.words(draw(replace(NOOR, goals=(goal,))))


def test_a_goal_never_rated_has_no_scale() -> None:
    svg = draw(UNRATED)
    assert "not rated" in drawn.words(svg)
    assert "10" not in drawn.words(svg)
    assert drawn.count(svg, "j-empty") == 2


def test_an_ended_goal_says_when_it_ended() -> None:
    said = drawn.words(draw(ENDED))
    assert said[said.index("reached") + 1] == "3 May"
    assert said[said.index("ended") + 1] == "9 Nov"


def test_an_ended_goal_keeps_its_letter() -> None:
    assert drawn.words(draw(ENDED)).count("C") == drawn.words(draw(SAM)).count("C")


def test_two_ratings_on_one_day_are_both_drawn() -> None:
    goal = Goal("one", "Sleep", "", TODAY, ratings(("2026-11-09", 3), ("2026-11-09", 6)))
    svg = draw(Journey("Ida", TODAY, TODAY, (goal,)))
    assert drawn.count(svg, "j-dot") == 2
    assert "6" in drawn.words(svg)
    assert "from 3" in drawn.words(svg)


def test_a_line_that_falls_gets_no_colour() -> None:
    svg = draw(SETBACKS)
    assert drawn.count(svg, "j-glow") == 0
    assert "risen since the start" not in drawn.words(svg)


def test_the_key_holds_only_marks_that_are_held() -> None:
    said = drawn.words(draw(NOOR))
    assert "small success" in said
    assert not {"setback, back on track", "outcome reached", "ladder step", "review"} & set(said)


def test_an_open_setback_has_a_key_of_its_own() -> None:
    assert "setback, not yet back" in drawn.words(draw(SETBACKS))


def test_a_long_name_makes_the_key_shorter_not_itself() -> None:
    said = drawn.words(draw(LONG_WORDS))
    assert any(words.startswith("Maximiliana-Konstantina von und zu") for words in said)
    assert "review" not in said


def test_over_six_goals_ended_ones_are_folded_away() -> None:
    ended = [
        replace(goal, ident=f"old-{goal.ident}", ended_on=DAY("2024-01-01"))
        for goal in MANY.goals[:2]
    ]
    kept = [replace(goal, ended_on=None) for goal in MANY.goals]
    many = replace(MANY, goals=(*ended, *kept))
    layout = lay_out(many, WORKER)
    assert [lane.letter for lane in layout.lanes] == ["C", "D", "E", "F", "G", "H"]
    assert "2 earlier goals, in the table" in drawn.words(draw(many))


def test_a_dense_picture_counts_successes_that_are_close() -> None:
    said = drawn.words(draw(MANY))
    assert "2" in said
    assert said.count("Painted") + said.count("Painted the hall") == len(MANY.goals)
    assert "A first call" not in said


def test_a_dense_picture_says_how_many_reviews_there_were() -> None:
    said = drawn.words(draw(MANY))
    assert "First review 13 Feb 2023" in said
    assert "14 reviews" in said


@pytest.mark.parametrize("journey", [SAM, SETBACKS, UNRATED, MANY])
def test_a_phone_draws_every_setback(journey: Journey) -> None:
    held = sum(m.kind == "setback" for goal in journey.goals for m in goal.moments)
    assert drawn.count(draw(journey, style=PHONE), "j-ring") == held


def test_a_phone_leaves_the_words_of_moments_to_the_list() -> None:
    assert "Drank over Christmas" not in drawn.words(draw(SAM, style=PHONE))
