"""Minutes spent recording, with times written by hand."""

from datetime import UTC, datetime, timedelta

import pytest

from cors.sheets.time_spent import Deed, Spent, counted, in_words, spent

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def opened(seconds: int, about: str = "hana") -> Deed:
    return Deed(START + timedelta(seconds=seconds), "record", True, about)


def saved(seconds: int, about: str = "hana") -> Deed:
    return Deed(START + timedelta(seconds=seconds), "record_contact", False, about)


@pytest.mark.parametrize(
    ("deeds", "found"),
    [
        ([], Spent(0, 0, 0)),
        ([opened(0), saved(40)], Spent(40, 1, 0)),
        ([saved(40), opened(0)], Spent(40, 1, 0)),
        ([opened(0), opened(30), saved(70)], Spent(70, 1, 0)),
        ([opened(0), saved(40), saved(50)], Spent(40, 1, 1)),
        ([opened(0), opened(5, "ivo"), saved(20, "ivo"), saved(60)], Spent(75, 2, 0)),
        ([opened(0), saved(1801)], Spent(0, 0, 1)),
        ([opened(0), saved(1800)], Spent(1800, 1, 0)),
        ([opened(0), opened(7000), saved(7060)], Spent(60, 1, 0)),
        ([opened(0, "ivo"), saved(40)], Spent(0, 0, 1)),
    ],
)
def test_counts_from_the_first_opening_to_the_save(deeds: list[Deed], found: Spent) -> None:
    assert spent(deeds) == found


def test_what_could_not_be_timed_is_not_zero() -> None:
    assert Spent(0, 0, 3).each is None
    assert Spent(90, 2, 3).each == 45


def test_pages_and_saves_are_counted_apart() -> None:
    deeds = [opened(0), opened(1), saved(2)]
    assert counted(deeds, reads=True) == {"record": 2}
    assert counted(deeds, reads=False) == {"record_contact": 1}


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 seconds"), (1, "1 second"), (59, "59 seconds"), (60, "1 minute"), (89, "1 minute"),
        (150, "2 minutes"), (3600, "1 hour"), (7500, "2 hours 5 minutes"),
    ],
)  # fmt: skip
def test_is_said_as_people_say_it(seconds: int, said: str) -> None:
    assert in_words(seconds) == said
