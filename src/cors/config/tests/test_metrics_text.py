"""The text format of Prometheus, letter by letter."""

import math

import pytest

from cors.config.metrics.text import labels, number, written
from cors.core.tally import Durations, Tally


def test_the_whole_text() -> None:
    tally = Tally("saves_total", "Saves.", ("verb",))
    tally.add("set_goal")
    tally.add("add_client")
    tally.add("set_goal")
    durations = Durations("seconds", "Time.", "route", (0.1, 1.0))
    for seconds in (0.05, 0.5, 7.0):
        durations.add("today", seconds)
    assert written([tally], [durations], [("ready", "Ready.", 1.0)]) == (
        "# HELP saves_total Saves.\n"
        "# TYPE saves_total counter\n"
        'saves_total{verb="add_client"} 1\n'
        'saves_total{verb="set_goal"} 2\n'
        "# HELP seconds Time.\n"
        "# TYPE seconds histogram\n"
        'seconds_bucket{route="today",le="0.1"} 1\n'
        'seconds_bucket{route="today",le="1"} 2\n'
        'seconds_bucket{route="today",le="+Inf"} 3\n'
        'seconds_sum{route="today"} 7.55\n'
        'seconds_count{route="today"} 3\n'
        "# HELP ready Ready.\n"
        "# TYPE ready gauge\n"
        "ready 1\n"
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [('a"b', r'{x="a\"b"}'), ("a\\b", r'{x="a\\b"}'), ("a\nb", r'{x="a\nb"}'), ("é", '{x="é"}')],
)
def test_no_value_ends_its_label(value: str, text: str) -> None:
    assert labels({"x": value}) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (1e9, "1000000000"), (0.025, "0.025"), (math.inf, "+Inf"), (-math.inf, "-Inf")],
)
def test_numbers_are_written_as_they_are_read(value: float, text: str) -> None:
    assert number(value) == text
