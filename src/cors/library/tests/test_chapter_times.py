"""Chapters begin where somebody said, or where their first words are heard."""

import pytest

from cors.library.captions import Cue
from cors.library.chapter_times import TimesError, as_times, found_times, read_times
from cors.library.script import Chapter

CHAPTERS = [
    Chapter("At first", "part-1", ("Sit down with them now.",)),
    Chapter("And then", "part-2", ("Ask what matters.",)),
]


def test_one_time_a_line() -> None:
    assert read_times("0:00 At first\n\n1:02:05 then", CHAPTERS, None) == (0.0, 3725.0)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("0:00", "2 chapters and 1 times"),
        ("0:00\n0:61", "does not begin with a time"),
        ("At first\n0:10", "does not begin with a time"),
        ("0:10\n0:05", "in order"),
        ("0:00\n2:00", "after the end"),
    ],
)
def test_times_that_do_not_fit_are_refused(source: str, said: str) -> None:
    with pytest.raises(TimesError, match=said):
        read_times(source, CHAPTERS, 60.0)


def test_times_are_written_as_they_are_read() -> None:
    starts = (0.0, 3725.042)
    assert as_times(starts) == "00:00:00\n01:02:05.042"
    assert read_times(as_times(starts), CHAPTERS, None) == pytest.approx(starts)
    assert read_times("0:00\n59:05.5", CHAPTERS, None) == (0.0, 3545.5)


def test_they_are_found_by_heading_or_first_words() -> None:
    heard = ["Hello.", "Sit down with them, now.", "It helps.", "And then.", "Ask what matters."]
    cues = [Cue(n, n + 1, words) for n, words in enumerate(heard)]
    assert found_times(cues, CHAPTERS) == (1, 3)
    assert found_times(cues[:3], CHAPTERS) == ()
    assert found_times([], CHAPTERS) == ()
