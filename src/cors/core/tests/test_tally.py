"""What is counted from many threads at once adds up."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from cors.core.tally import Durations, Tally

THREADS, EACH = 8, 2_000


def test_no_count_is_lost_between_threads() -> None:
    tally, durations = Tally("n", "N.", ("a", "b")), Durations("s", "S.", "a", (0.1, 1.0))

    def count(thread: int) -> None:
        for number in range(EACH):
            tally.add(str(thread % 2), "x")
            durations.add("r", number % 2 * 0.5)

    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(count, range(THREADS)))
    assert tally.counts() == {("0", "x"): THREADS * EACH // 2, ("1", "x"): THREADS * EACH // 2}
    spread = durations.spreads()["r"]
    assert spread.number == THREADS * EACH
    assert spread.up_to == [THREADS * EACH // 2, THREADS * EACH // 2]
    assert spread.total == pytest.approx(THREADS * EACH / 2 * 0.5)


def test_a_duration_falls_into_the_first_step_that_holds_it() -> None:
    durations = Durations("s", "S.", "a", (0.1, 1.0))
    for seconds in (0.0, 0.1, 0.1001, 1.0, 5.0):
        durations.add("r", seconds)
    spread = durations.spreads()["r"]
    assert spread.up_to == [2, 2]
    assert spread.number == 5


def test_what_is_read_does_not_change_afterwards() -> None:
    durations = Durations("s", "S.", "a", (1.0,))
    durations.add("r", 0.5)
    before = durations.spreads()["r"]
    durations.add("r", 0.5)
    assert (before.number, before.up_to) == (1, [1])


def test_labels_are_given_in_full() -> None:
    with pytest.raises(ValueError, match="takes a, b"):
        Tally("n", "N.", ("a", "b")).add("x")


def test_can_begin_anew() -> None:
    tally, durations = Tally("n", "N.", ("a",)), Durations("s", "S.", "a", (1.0,))
    tally.add("x")
    durations.add("x", 0.1)
    tally.clear()
    durations.clear()
    assert (tally.counts(), durations.spreads()) == ({}, {})
