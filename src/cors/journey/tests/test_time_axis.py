import itertools
from datetime import date, timedelta

import pytest

from cors.journey.days import first_of_month, full, medium, monday_from, month_of_year
from cors.journey.tests.people import DAY, TODAY
from cors.journey.time_axis import TimeAxis, ticks


def axis(start: str, wide: float = 816, today: date = TODAY) -> TimeAxis:
    return TimeAxis(DAY(start), today, 212, 212 + wide)


def words(of: TimeAxis) -> list[str]:
    return [tick.words for tick in ticks(of) if tick.words]


def test_a_day_stands_in_proportion_between_start_and_today() -> None:
    sam = axis("2025-09-08")
    assert sam.x(DAY("2025-09-08")) == 212
    assert sam.x(TODAY) == pytest.approx(1028)
    assert sam.x(DAY("2025-12-08")) == pytest.approx(385.9, abs=0.05)


def test_a_young_case_leaves_the_rest_of_twelve_weeks_ahead() -> None:
    young = axis("2026-10-19")
    assert young.end - young.start == timedelta(weeks=12)
    assert young.has_room_ahead
    assert young.now == pytest.approx(416)


def test_an_older_case_ends_today() -> None:
    assert not axis("2025-09-08").has_room_ahead


def test_days_outside_stand_at_the_ends() -> None:
    sam = axis("2025-09-08")
    assert sam.x(DAY("2020-01-01")) == 212
    assert sam.x(DAY("2030-01-01")) == pytest.approx(1028)


def test_nothing_that_happened_lies_after_today() -> None:
    young = axis("2026-10-19")
    assert young.so_far(DAY("2026-12-14")) == young.now < young.x(DAY("2026-12-14"))


def test_a_young_case_is_ticked_on_mondays() -> None:
    assert words(axis("2026-10-19"))[:3] == ["19 Oct", "26 Oct", "2 Nov"]


def test_the_first_monday_of_a_month_is_stronger() -> None:
    strong = [tick.words for tick in ticks(axis("2026-10-19")) if tick.strong]
    assert strong == ["19 Oct", "2 Nov", "7 Dec", "4 Jan"]


def test_no_label_stands_near_today() -> None:
    assert "9 Nov" not in words(axis("2026-10-19"))
    assert "Nov" not in words(axis("2025-12-08"))


def test_a_year_is_ticked_by_months_and_january_bears_the_year() -> None:
    sam = words(axis("2025-09-08"))
    assert sam[:5] == ["Oct", "Nov", "Dec", "2026", "Feb"]


def test_months_with_room_bear_the_whole_name_of_january() -> None:
    assert "Jan 2026" in words(axis("2025-12-08"))


@pytest.mark.parametrize(
    "start", ["2026-11-09", "2026-08-01", "2025-09-08", "2022-11-14", "1999-01-01"]
)
@pytest.mark.parametrize("wide", [816, 280])
def test_labels_keep_their_distance(start: str, wide: float) -> None:
    labelled = [tick for tick in ticks(axis(start, wide)) if tick.words]
    gaps = [b.x - a.x for a, b in itertools.pairwise(labelled)]
    assert all(gap >= 30 for gap in gaps)


def test_four_years_are_ticked_by_seasons() -> None:
    assert words(axis("2022-11-14"))[:4] == ["2023", "Apr", "Jul", "Oct"]


def test_days_and_months_are_written_in_one_language() -> None:
    assert full(DAY("2025-09-08")) == "8 September 2025"
    assert medium(DAY("2025-09-08")) == "8 Sep 2025"
    assert month_of_year(DAY("2025-09-08")) == "Sep 2025"


def test_months_are_counted_over_the_end_of_a_year() -> None:
    assert first_of_month(DAY("2025-11-20"), 3) == DAY("2026-02-01")
    assert first_of_month(DAY("2026-02-20"), -3) == DAY("2025-11-01")
    assert first_of_month(date.max, 5) == date.max


def test_a_monday_is_its_own_next_monday() -> None:
    assert monday_from(TODAY) == TODAY
    assert monday_from(DAY("2026-11-10")) == DAY("2026-11-16")
