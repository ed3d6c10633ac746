"""What managers are told: plain words, and what to do where something is missing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from cors.safekeeping.last import Last
from cors.safekeeping.words import ASK, NONE_YET, lines

NOW = datetime(2026, 7, 23, 10, 0, tzinfo=UTC).astimezone(ZoneInfo("Europe/London"))
NIGHT = datetime(2026, 7, 23, 1, 30, tzinfo=UTC)
PROVED = "a backup was restored apart: every table was the same."
GOOD = Last(backup_at=NIGHT, backup_bytes=48_511, proved_at=NIGHT)


def said(last: Last, now: datetime = NOW) -> dict[str, tuple[str, bool]]:
    return {line.name: (line.words, line.is_urgent) for line in lines(last, now)}


def test_says_what_to_do_while_there_is_none() -> None:
    assert said(Last()) == {"Backups": (NONE_YET, True)}


def test_says_when_the_last_one_was_and_how_large_in_the_time_of_the_place() -> None:
    assert said(GOOD) == {
        "Last backup": ("Today at 02:30, 49 KB.", False),
        "Last proof": (
            "Today at 02:30 a backup was restored apart: every table was the same.",
            False,
        ),
    }


def test_says_when_it_is_more_than_a_day_ago() -> None:
    late = said(GOOD, NOW + timedelta(days=1))
    assert late["Last backup"] == (
        f"Yesterday at 02:30, 49 KB. That is more than a day ago. {ASK}",
        True,
    )
    assert late["Last proof"][1]
    just_in_time = said(GOOD, NIGHT + timedelta(hours=26))
    assert not any(is_urgent for _, is_urgent in just_in_time.values())


def test_says_that_a_backup_was_never_proved() -> None:
    words, is_urgent = said(replace(GOOD, proved_at=None))["Last proof"]
    assert words.startswith("None yet: no backup was ever restored.")
    assert is_urgent


def test_says_that_the_last_try_went_wrong_until_one_goes_well() -> None:
    faulty = replace(GOOD, fault_at=NIGHT + timedelta(hours=1), fault="There was no room.")
    assert said(faulty)["Last try"] == ("Today at 03:30 it did not work. There was no room.", True)
    unproved = replace(faulty, backup_at=NIGHT + timedelta(hours=2))
    assert "Last try" in said(unproved)
    mended = replace(unproved, proved_at=NIGHT + timedelta(hours=2))
    assert "Last try" not in said(mended)
    never = Last(fault_at=NIGHT, fault="There was no room.")
    assert said(never)["Last try"][1]
    assert said(never)["Last backup"] == (f"None yet. {ASK}", True)


def test_a_copy_that_goes_well_hides_no_backup_that_went_wrong_and_the_other_way_round() -> None:
    name, later = "Last copy to a second place", NIGHT + timedelta(hours=3)
    faulty = replace(GOOD, fault_at=NIGHT + timedelta(hours=1), fault="There was no room.")
    both = said(replace(faulty, copied_at=later))
    assert both["Last try"][1]
    assert not both[name][1]
    copy_fault: dict[str, Any] = {
        "copy_fault_at": NIGHT + timedelta(hours=1),
        "copy_fault": "It is not there.",
    }
    other = said(replace(GOOD, backup_at=later, proved_at=later, **copy_fault))
    assert other[name] == ("Today at 03:30 it did not work. It is not there.", True)
    assert "Last try" not in other
    assert name in said(Last(**copy_fault))


def test_says_when_the_records_were_last_copied() -> None:
    assert "Last copy to a second place" not in said(GOOD)
    copied = said(replace(GOOD, copied_at=NIGHT))
    assert copied["Last copy to a second place"] == ("Today at 02:30.", False)


def test_says_sizes_as_people_do() -> None:
    for size, words in ((900, "900 bytes"), (1_500_000, "2 MB"), (3_000_000_000, "3 GB")):
        assert said(replace(GOOD, backup_bytes=size))["Last backup"][0].endswith(f", {words}.")
