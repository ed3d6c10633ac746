"""What holds of each part of a phone's picture, whatever was recorded."""

import pytest
from hypothesis import HealthCheck, given, settings

from cors.journey import sentences
from cors.journey.drawing import PHONE, draw
from cors.journey.layout import is_busy, is_dense, time_axis
from cors.journey.model import Goal, Journey, Pause, Review
from cors.journey.phone import Parts, parts
from cors.journey.phone_lists import folded
from cors.journey.tests import drawn
from cors.journey.tests.any_journey import journeys
from cors.journey.tests.more_people import LONG_WORDS, MANY, RIGHT_TO_LEFT, SETBACKS, UNRATED
from cors.journey.tests.people import DAY, SAM, TODAY, ratings, setback, success

few = settings(
    max_examples=25,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
PEOPLE = {
    "sam": SAM,
    "many": MANY,
    "long words": LONG_WORDS,
    "right to left": RIGHT_TO_LEFT,
    "setbacks": SETBACKS,
    "unrated": UNRATED,
}
each = pytest.mark.parametrize("name", PEOPLE)


def pictures(found: Parts) -> list[str]:
    return [*(lane.svg for lane in found.lanes), found.below]


@pytest.mark.slow
@few
@given(journey=journeys())
def test_no_part_has_words_upon_each_other_or_outside(journey: Journey) -> None:
    for svg in pictures(parts(journey)):
        assert drawn.overlaps(svg) == []
        assert drawn.outside(svg) == []


@pytest.mark.slow
@few
@given(journey=journeys())
def test_everything_on_the_way_is_drawn_or_listed(journey: Journey) -> None:
    goals = {goal.ident: goal for goal in journey.lanes}
    for lane in parts(journey).lanes:
        goal = goals[lane.ident]
        assert len(lane.listed.newest) <= 3
        assert len((*lane.listed.newest, *lane.listed.earlier)) == len(goal.moments) + len(
            goal.flags
        )
        rings, setbacks = (
            drawn.count(lane.svg, "j-ring"),
            sum(moment.kind == "setback" for moment in goal.moments),
        )
        assert min(setbacks, 1) <= rings <= setbacks
        axis = time_axis(journey, PHONE)
        assert rings == setbacks or is_dense(journey, axis) or is_busy(goal, axis)


@each
def test_every_part_is_as_wide_as_a_phone_allows(name: str) -> None:
    for svg in pictures(parts(PEOPLE[name])):
        assert drawn.tree(svg).get("width") == "358"


@each
def test_every_part_can_be_read_without_another(name: str) -> None:
    for svg in pictures(parts(PEOPLE[name])):
        assert drawn.tree(svg).findtext(f"{drawn.SVG}title")
        assert min((text.size for text in drawn.texts(svg)), default=12) >= 12


@each
def test_the_parts_have_the_stops_of_the_whole(name: str) -> None:
    journey = PEOPLE[name]
    found = [link for svg in pictures(parts(journey)) for link in drawn.links(svg)]
    assert found == drawn.links(draw(journey, style=PHONE))


@each
def test_a_part_says_of_its_goal_what_the_sentences_say(name: str) -> None:
    goals = {goal.ident: goal for goal in PEOPLE[name].goals}
    for lane in parts(PEOPLE[name]).lanes:
        ((_, said),) = drawn.links(lane.svg)
        assert said == sentences.of_lane(goals[lane.ident], lane.letter)


def test_the_newest_comes_first_in_a_list_however_it_was_recorded() -> None:
    moments = (
        success("2026-03-01", "Third"),
        setback("2026-05-01", "First"),
        success("2026-04-01", "Second"),
        success("2026-01-01", "Fourth"),
    )
    found = folded(Goal("one", "One", "", DAY("2026-01-01"), moments=moments), TODAY)
    assert [item.words.split(",")[0] for item in found.newest] == ["First", "Second", "Third"]
    assert [item.words for item in found.earlier] == ["Fourth"]
    assert found.more == "and 1 earlier"


def test_a_setback_without_words_is_in_the_list_all_the_same() -> None:
    moments = (setback("2026-03-01", ""), setback("2026-02-01", "", "2026-02-03", "A call"))
    found = folded(Goal("one", "One", "", DAY("2026-01-01"), moments=moments), TODAY)
    assert [item.words for item in found.newest] == [
        "not yet back on track",
        "back on track in 2 days: A call",
    ]


def a_journey(**more: object) -> Journey:
    goal = Goal("one", "One", "Health", DAY("2026-01-05"), ratings(("2026-01-05", 3)))
    return Journey("Sam", DAY("2026-01-05"), TODAY, goals=(goal,), **more)  # type: ignore[arg-type]


def test_a_lane_shows_reviews_held_and_planned_apart() -> None:
    both = a_journey(reviews=(Review(DAY("2026-04-06")), Review(DAY("2026-11-08"), planned=True)))
    (lane,) = parts(both).lanes
    assert [drawn.count(lane.svg, paint) for paint in ("j-fog", "j-planned")] == [1, 1]


def test_a_review_after_the_end_of_the_axis_is_not_drawn() -> None:
    (lane,) = parts(a_journey(reviews=(Review(DAY("2027-04-06"), planned=True),))).lanes
    assert drawn.count(lane.svg, "j-planned") == 0


@pytest.mark.parametrize(("end", "drawn_"), [(None, 1), ("2026-09-30", 1), ("2026-09-01", 0)])
def test_a_pause_is_outlined_unless_it_was_over_at_once(end: str | None, drawn_: int) -> None:
    rest = Pause(DAY("2026-09-01"), DAY(end) if end else None)
    (lane,) = parts(a_journey(pauses=(rest,))).lanes
    assert drawn.count(lane.svg, "j-planned") == drawn_


def test_nothing_is_said_of_earlier_goals_where_all_are_drawn() -> None:
    assert parts(SAM).earlier_goals == ""
    goals = tuple(
        Goal(f"goal-{place}", "One", "", DAY("2026-01-05"), ended_on=TODAY if place > 5 else None)
        for place in range(8)
    )
    many = Journey("Sam", DAY("2026-01-05"), TODAY, goals=goals)
    assert len(parts(many).lanes) == 6
    assert parts(many).earlier_goals == "2 earlier goals, in the table"
