"""The sums of a soak, what it reads of the machine, and when it is good."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cors.config.soak.load import Course
from cors.config.soak.report import MOST_DRIFT, MOST_SLOPE, as_table, soak_of
from cors.config.soak.sums import drift, percentile, slope
from cors.config.soak.watch import Reading, look

times = some.floats(0.1, 10_000)


def test_a_slope_is_the_growth_each_minute() -> None:
    assert slope([0, 1, 2, 3], [100, 100.5, 101, 101.5]) == pytest.approx(0.5)
    assert slope([0, 1, 2], [5, 5, 5]) == 0


@pytest.mark.parametrize(("minutes", "values"), [([], []), ([1], [5]), ([2, 2], [1, 9])])
def test_a_slope_of_one_moment_is_none(minutes: list[float], values: list[float]) -> None:
    assert slope(minutes, values) == 0


def test_a_percentile_is_one_of_the_values() -> None:
    values = [float(number) for number in range(1, 101)]
    assert percentile(values, 0.95) == 95
    assert percentile(values, 1.0) == 100
    assert percentile([7.0], 0.5) == 7
    assert percentile([], 0.95) == 0


@given(some.lists(times, min_size=1, max_size=50), some.floats(0.01, 1))
def test_no_more_than_the_rest_lies_above_a_percentile(values: list[float], share: float) -> None:
    found = percentile(values, share)
    assert found in values
    assert sum(value > found for value in values) <= (1 - share) * len(values) + 1e-9


def test_drift_compares_the_last_fifth_with_the_first() -> None:
    assert drift([10.0] * 80 + [12.0] * 20) == pytest.approx(0.2)
    assert drift([10.0] * 20 + [99.0] * 60 + [10.0] * 20) == 0
    assert drift([10.0] * 20 + [5.0] * 80) == pytest.approx(-0.5)
    assert drift([1.0] * 4) == 0


@given(some.lists(times, min_size=10, max_size=60), some.floats(0.5, 20))
def test_drift_is_the_same_in_any_unit(values: list[float], unit: float) -> None:
    assert drift([value * unit for value in values]) == pytest.approx(drift(values))


def test_it_looks_at_its_own_group_of_processes(tmp_path: Path) -> None:
    (tmp_path / "cors.sqlite3-wal").write_bytes(bytes(2 * 1024 * 1024))
    seen = look(os.getpgid(0), tmp_path / "cors.sqlite3", time.monotonic() - 60)
    assert seen.rss_mb > 10
    assert seen.files >= 3
    assert seen.wal_mb == 2
    assert seen.minute == pytest.approx(1, abs=0.1)


def test_a_group_that_is_gone_takes_nothing(tmp_path: Path) -> None:
    seen = look(2**22 + 1, tmp_path / "cors.sqlite3", time.monotonic())
    assert (seen.rss_mb, seen.files, seen.wal_mb) == (0, 0, 0)


def _course(grows: float = 0.0, slower: float = 1.0, status: int = 200, wal: float = 4.0) -> Course:
    at = [number / 4 for number in range(33)]
    readings = [Reading(minute, 100 + grows * minute, 30, wal, 1.0) for minute in at]
    took = [(20.0, 200)] * 800 + [(20.0 * slower, status)] * 200
    return Course(took, readings)


def test_a_steady_course_is_good() -> None:
    soak = soak_of(_course(), 8)
    assert soak.is_good
    assert (soak.requests, soak.failed, soak.files, soak.wal_mb) == (1000, 0, 30, 4)
    assert soak.p95_ms == 20
    assert soak.as_dict()["is_good"] is True


@pytest.mark.parametrize(
    "course",
    [
        _course(grows=MOST_SLOPE + 0.05),
        _course(slower=1 + MOST_DRIFT + 0.05),
        _course(status=503),
        _course(status=422),
        _course(status=0),
        _course(wal=65),
    ],
)
def test_what_grows_slows_fails_or_piles_up_is_not_good(course: Course) -> None:
    assert not soak_of(course, 8).is_good


def test_what_is_taken_while_it_warms_up_does_not_count() -> None:
    course = _course()
    course.readings = [
        Reading(each.minute, min(100, 40 * each.minute + 20), 30, 4, 1) for each in course.readings
    ]
    assert soak_of(course, 8).slope_mb == pytest.approx(0)


def test_nothing_done_gives_noughts_and_no_fault() -> None:
    soak = soak_of(Course(), 8)
    assert (soak.requests, soak.p95_ms, soak.slope_mb) == (0, 0, 0)


def test_the_table_says_what_is_allowed() -> None:
    table = as_table(soak_of(_course(grows=0.1), 8))
    assert "| memory grows | +0.10 MB a minute | +0.2 MB a minute |" in table
    assert "| failed | 0 | 0 |" in table
