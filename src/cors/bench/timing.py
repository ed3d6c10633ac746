"""Times one thing against the barest thing the database can do, in turns."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

WARM_UP = 5
FEWEST_ROUNDS = 10
ENOUGH_SECONDS = 25.0
Once = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that somebody does: `make` returns it, made ready, for the round of a number."""

    name: str
    make: Callable[[int], Once]
    bare: Once


@dataclass(frozen=True, slots=True)
class Timed:
    """What came of the rounds of one task; `cpu_ms` is the work of this process alone."""

    median_ms: float
    p99_ms: float
    queries: int
    ratio: float
    cpu_ms: float
    rounds: int
    bare_ms: float


def time_task(task: Task, queries: int, *, most: int) -> Timed:
    """Run the task and the bare statement by turns until there are rounds enough for a p99.

    A slow task ends after some seconds; its rounds say what its p99 is worth.
    """
    for number in range(min(WARM_UP, most)):
        task.make(number)()
        task.bare()
    took: list[float] = []
    bare: list[float] = []
    worked: list[float] = []
    began = time.perf_counter()
    while len(took) < most and not _is_enough(len(took), time.perf_counter() - began):
        once = task.make(WARM_UP + len(took))
        before = time.process_time()
        took.append(seconds_of(once))
        worked.append(time.process_time() - before)
        bare.append(seconds_of(task.bare))
    middle, bare_middle = statistics.median(took), statistics.median(bare)
    return Timed(
        median_ms=as_ms(middle),
        p99_ms=as_ms(percentile(took, 99)),
        queries=queries,
        ratio=round(middle / bare_middle, 1),
        cpu_ms=as_ms(statistics.median(worked)),
        rounds=len(took),
        bare_ms=as_ms(bare_middle),
    )


def _is_enough(rounds: int, seconds: float) -> bool:
    return rounds >= FEWEST_ROUNDS and seconds > ENOUGH_SECONDS


def seconds_of(once: Once) -> float:
    """Return how long it took."""
    began = time.perf_counter()
    once()
    return time.perf_counter() - began


def percentile(values: list[float], percent: int) -> float:
    """Return the smallest value that so many percent do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def as_ms(seconds: float) -> float:
    """Return milliseconds with two decimals."""
    return round(seconds * 1000, 2)
