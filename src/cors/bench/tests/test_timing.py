import time

import pytest

from cors.bench.timing import Task, as_ms, percentile, seconds_of, time_task


@pytest.mark.parametrize(
    ("values", "percent", "expected"),
    [
        ([5.0], 99, 5.0),
        ([float(n) for n in range(1, 101)], 99, 99.0),
        ([float(n) for n in range(1, 201)], 99, 198.0),
        ([3.0, 1.0, 2.0], 50, 2.0),
        ([3.0, 1.0, 2.0], 1, 1.0),
    ],
)
def test_a_percentile_is_the_nearest_rank(
    values: list[float], percent: int, expected: float
) -> None:
    assert percentile(values, percent) == expected


def test_the_bare_statement_takes_its_turn_after_each_round() -> None:
    said: list[str] = []
    task = Task(
        "x", lambda number: lambda: said.append(f"task {number}"), lambda: said.append("bare")
    )
    timed = time_task(task, 7, most=4)
    assert timed.rounds == 4
    assert timed.queries == 7
    assert said[::2] == [f"task {number}" for number in (0, 1, 2, 3, 5, 6, 7, 8)]
    assert set(said[1::2]) == {"bare"}


def test_the_ratio_is_median_to_median() -> None:
    task = Task("x", lambda _: lambda: time.sleep(0.02), lambda: time.sleep(0.002))
    timed = time_task(task, 1, most=5)
    assert 2 < timed.ratio < 11
    assert timed.median_ms >= 20
    assert timed.p99_ms >= timed.median_ms
    assert timed.cpu_ms < 20


def test_making_a_round_ready_is_not_timed() -> None:
    def ready(number: int) -> object:
        time.sleep(0.01)
        return lambda: None

    timed = time_task(Task("x", ready, lambda: None), 1, most=3)  # type: ignore[arg-type]
    assert timed.median_ms < 5


def test_seconds_become_milliseconds() -> None:
    assert as_ms(0.0123456) == 12.35
    assert seconds_of(lambda: None) < 1
