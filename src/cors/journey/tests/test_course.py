import pytest

from cors.journey.course import Chart, Course, course, risen, strokes
from cors.journey.model import Goal, Pause
from cors.journey.tests.people import DAY, ratings
from cors.journey.time_axis import TimeAxis

AXIS = TimeAxis(DAY("2026-01-01"), DAY("2026-12-27"), 0, 360)
CHART = Chart(100, 100)


def laid(*given: tuple[str, int], ended: str = "", pause: Pause | None = None) -> Course:
    goal = Goal(
        "one",
        "Sleep",
        "",
        DAY("2026-01-01"),
        ratings(*given),
        ended_on=DAY(ended) if ended else None,
    )
    return course(goal, AXIS, CHART, [pause] if pause else [])


def test_ten_is_the_top_and_nought_the_bottom() -> None:
    assert CHART.y(10) == 100
    assert CHART.y(0) == 200
    assert CHART.y(99) == 100


def test_the_baseline_is_the_first_rating() -> None:
    line = laid(("2026-02-01", 3), ("2026-05-01", 8))
    assert line.base == CHART.y(3)
    assert line.first == 31


def test_the_line_goes_straight_from_rating_to_rating() -> None:
    line = laid(("2026-01-01", 0), ("2026-01-11", 10))
    assert line.y(5) == pytest.approx(150)


def test_after_the_last_rating_the_line_goes_on_level_and_dashed() -> None:
    line = laid(("2026-01-01", 2), ("2026-05-01", 4))
    *_, (run, dashed) = strokes(line)
    assert dashed
    assert run[-1] == (AXIS.now, CHART.y(4))


def test_an_ended_goal_stops_on_its_day() -> None:
    line = laid(("2026-01-01", 2), ended="2026-05-01")
    assert line.end == AXIS.x(DAY("2026-05-01")) < AXIS.now


def test_ratings_far_apart_are_joined_by_dashes() -> None:
    near, far = (
        laid(("2026-01-01", 2), ("2026-05-01", 3)),
        laid(("2026-01-01", 2), ("2026-10-01", 3)),
    )
    assert [piece.dashed for piece in near.pieces] == [False, True]
    assert [piece.dashed for piece in far.pieces] == [True, True]


def test_a_pause_is_crossed_by_dashes_without_colour() -> None:
    rest = Pause(DAY("2026-02-01"), DAY("2026-03-01"))
    line = laid(("2026-01-01", 1), ("2026-05-01", 9), pause=rest)
    assert [(piece.dashed, piece.paused) for piece in line.pieces] == [
        (False, False),
        (True, True),
        (False, False),
        (True, False),
    ]
    assert len(list(risen(line))) == 2


def test_only_what_is_above_the_baseline_is_coloured() -> None:
    line = laid(("2026-01-01", 5), ("2026-01-11", 7), ("2026-01-31", 3), ("2026-02-10", 5))
    (shape,) = risen(line)
    assert shape[0] == (*shape[0][:1], CHART.y(5))
    assert max(y for _, y in shape) == CHART.y(5)
    assert shape[-2] == pytest.approx((20, CHART.y(5)))


def test_a_line_that_only_falls_has_no_colour() -> None:
    assert not list(risen(laid(("2026-01-01", 5), ("2026-03-01", 2))))


def test_a_level_line_has_no_colour() -> None:
    assert not list(risen(laid(("2026-01-01", 5))))


def test_a_goal_never_rated_lies_level_in_the_middle() -> None:
    line = laid()
    assert not line.is_rated
    assert line.y(100) == CHART.y(5)
    assert not list(strokes(line))


def test_ratings_are_put_in_order() -> None:
    line = laid(("2026-05-01", 8), ("2026-01-01", 1))
    assert line.base == CHART.y(1)


def test_the_later_of_two_ratings_on_a_day_counts() -> None:
    line = laid(("2026-01-01", 1), ("2026-03-01", 4), ("2026-03-01", 6))
    assert line.last == CHART.y(6)
    assert line.y(AXIS.x(DAY("2026-03-01"))) == CHART.y(6)


def test_the_lowest_place_between_two_days_is_found() -> None:
    line = laid(("2026-01-01", 9), ("2026-02-01", 1), ("2026-03-01", 9))
    assert line.lowest(10, 50) == CHART.y(1)
