"""Where somebody began, how far they came, and what chance alone can do: for each rater alone."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.catalogue.schema.measure import HigherIs
from cors.measures.change import Movement
from cors.trajectory.model import Baseline, Taken, apart, baseline_of
from cors.trajectory.tests.made_up import PHQ, START, day, line, trajectory, with_score

SCORES = st.lists(st.integers(0, 27), min_size=1, max_size=8)


def test_the_baseline_is_the_first_score_by_day() -> None:
    assert line(None, 18, 9).baseline == Baseline(18, (day(4),))
    assert line(18, 9, work=START - timedelta(days=1)).baseline == Baseline(18, (START,))


def test_two_scores_before_the_work_began_make_the_baseline_together() -> None:
    assert line(18, 12, 9, work=day(4)).baseline == Baseline(15, (START, day(4)))
    assert line(12, 18, 9, work=day(5)).baseline == Baseline(15, (START, day(4)))


def test_one_before_and_one_after_do_not() -> None:
    assert line(18, 12, 9, work=day(3)).baseline == Baseline(18, (START,))


def test_without_a_score_there_is_no_baseline_and_no_change() -> None:
    empty = line(None, None)
    assert (empty.baseline, trajectory(empty).change(empty)) == (None, None)
    assert trajectory(empty).corridor(empty) is None


@given(SCORES, st.integers(0, 40))
def test_the_baseline_is_never_the_lower_of_two(scores: list[int], weeks: int) -> None:
    found = line(*scores, work=day(weeks)).baseline
    assert found is not None
    assert found.value in (scores[0], sum(scores[:2]) / 2)


def test_a_baseline_of_two_is_not_held_against_itself() -> None:
    both = line(18, 12, work=day(8))
    assert trajectory(both).change(both) is None


@pytest.mark.parametrize(
    ("scores", "movement"),
    [
        ((18, 12), Movement.IMPROVED),
        ((18, 13), Movement.NO_CHANGE),
        ((12, 18), Movement.WORSE),
        ((12, 17), Movement.NO_CHANGE),
        ((12, 12), Movement.NO_CHANGE),
    ],
)
def test_a_published_limit_counts_from_itself_on(
    scores: tuple[int, int], movement: Movement
) -> None:
    one = line(*scores)
    found = trajectory(one).change(one)
    assert found is not None
    assert found.movement is movement


@given(SCORES.filter(lambda scores: len(scores) > 1))
def test_points_are_turned_so_that_plus_is_good(scores: list[int]) -> None:
    down, up = (with_score(scores, higher_is=way) for way in (HigherIs.WORSE, HigherIs.BETTER))
    worse, better = down.change(down.lines[0]), up.change(up.lines[0])
    assert worse is not None
    assert better is not None
    assert worse.points == -better.points


def test_without_a_limit_nothing_is_said_of_chance() -> None:
    found = with_score((18, 3), reliable_change=())
    change = found.change(found.lines[0])
    assert change is not None
    assert change.movement is None
    assert found.corridor(found.lines[0]) is None


def test_a_score_too_rough_for_one_person_has_no_limit() -> None:
    found = with_score((18, 3), individual_change=False)
    assert found.limit is None
    assert found.corridor(found.lines[0]) is None


def test_a_score_that_follows_too_soon_is_not_held_against_the_baseline() -> None:
    one = line(18, 9)
    assert trajectory(one, least_days=28).change(one) is not None
    assert trajectory(one, least_days=29).change(one) is None


@given(SCORES)
def test_the_corridor_lies_round_the_baseline_and_within_the_scale(scores: list[int]) -> None:
    one = line(*scores)
    corridor, baseline = trajectory(one).corridor(one), one.baseline
    assert corridor is not None
    assert baseline is not None
    assert PHQ.low <= corridor[0] <= baseline.value <= corridor[1] <= PHQ.high
    assert corridor[1] - corridor[0] <= 2 * 6


def test_each_rater_has_a_baseline_and_a_change_of_their_own() -> None:
    own, workers = line(18, 9), line(10, 16, rater="worker")
    both = trajectory(own, workers)
    mine, theirs = both.change(own), both.change(workers)
    assert mine is not None
    assert theirs is not None
    assert (mine.points, theirs.points) == (9, -6)


def test_raters_are_held_side_by_side_only_where_they_answered_near_in_time() -> None:
    own, workers = line(18, 9), line(10, 16, rater="worker")
    (found,) = apart(trajectory(own, workers))
    assert (found.points, found.on) == (7, day(4))
    late = line(None, None, None, 16, rater="worker")
    assert not list(apart(trajectory(own, late)))
    assert not list(apart(trajectory(own, line(None, rater="worker"))))


def test_a_drawing_begins_with_a_score_from_before_the_start() -> None:
    early = line(18)
    before = Taken(START - timedelta(days=9), 20)
    assert trajectory(early).first_day == START
    assert trajectory(early, line(3, rater="worker")).first_day == START
    assert baseline_of([before], None) == Baseline(20, (before.on,))
