"""When a measure is asked again: a sum of days, each rule tried from both of its sides."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.measures.schedule import Answered, Course, Due, Occasion, Rule, When, next_due

START = date(2026, 1, 5)
END = date(2026, 6, 1)
OPEN, LEFT = Course(START), Course(START, END)
ALL = Rule("phq-9", When(14, 6, at_end=True, weeks_after=26), least_days=14)


def days(number: int) -> timedelta:
    return timedelta(days=number)


def asked(*on: date, at_best: bool = False) -> list[Answered]:
    return [Answered(each, at_best) for each in on]


def due(course: Course, *on: date, rule: Rule = ALL, today: date = START) -> Due | None:
    return next_due(rule, course, asked(*on), today)


def test_the_first_is_due_at_the_start_and_counts_within_its_days() -> None:
    assert due(OPEN) == Due(ALL, Occasion.START, START, START + days(14))


def test_nothing_is_asked_before_the_support_begins() -> None:
    assert due(Course(None)) is None


def test_what_was_asked_while_somebody_waited_is_the_first() -> None:
    found = due(OPEN, START - days(28))
    assert found is not None
    assert found.occasion is Occasion.ROUND
    assert due(OPEN, START - days(29)) == due(OPEN)


def test_the_next_is_due_so_many_weeks_after_the_last() -> None:
    found = due(OPEN, START + days(3), START)
    assert found == Due(ALL, Occasion.ROUND, START + days(3) + timedelta(weeks=6))


def test_without_a_first_the_round_begins_with_the_support() -> None:
    rule = Rule("who-5", When(every_weeks=4))
    assert due(OPEN, rule=rule) == Due(rule, Occasion.ROUND, START + timedelta(weeks=4))


def test_asked_once_at_the_start_it_is_not_asked_again_without_a_round() -> None:
    rule = Rule("who-5", When(start_days=14, at_end=True))
    assert due(OPEN, START, rule=rule) is None


def test_nobody_is_asked_while_support_rests() -> None:
    assert due(Course(START, rests=True)) is None


def test_two_times_are_apart_as_the_measure_has_it() -> None:
    rule = Rule("sdq", When(every_weeks=1), least_days=28)
    found = due(OPEN, START, rule=rule)
    assert found == Due(
        rule, Occasion.ROUND, START + days(28), later_because="at least 28 days apart"
    )


@pytest.mark.parametrize(("often", "weeks"), [(1, 6), (2, 12)])
def test_who_is_at_the_best_end_twice_is_asked_half_as_often(often: int, weeks: int) -> None:
    last = START + days(42)
    told = [Answered(START, at_best=often > 1), Answered(last, at_best=True)]
    found = next_due(ALL, OPEN, told, last)
    assert found is not None
    assert found.day == last + timedelta(weeks=weeks)
    assert bool(found.later_because) == (often > 1)


@pytest.mark.parametrize(("early", "is_due"), [(14, False), (15, True)])
def test_what_was_asked_two_weeks_before_the_end_is_the_last(early: int, is_due: bool) -> None:
    found = due(LEFT, END - days(early), today=END)
    assert (found is not None and found.occasion is Occasion.END) is is_due


def test_the_end_is_asked_about_for_four_weeks() -> None:
    late = END + days(28)
    assert due(LEFT, START, today=late) == Due(ALL, Occasion.END, END, late)
    found = due(LEFT, START, today=late + days(1))
    assert found is not None
    assert found.occasion is Occasion.AFTER


def test_half_a_year_after_is_asked_in_its_window_and_then_no_more() -> None:
    day = END + timedelta(weeks=26)
    assert due(LEFT, END, today=day) == Due(ALL, Occasion.AFTER, day, day + days(28))
    assert due(LEFT, END, day - days(14), today=day) is None
    assert due(LEFT, END, today=day + days(29)) is None


@given(st.lists(st.integers(-60, 400), max_size=8), st.integers(0, 400))
def test_never_sooner_than_the_measure_allows(on: list[int], today: int) -> None:
    told = asked(*(START + days(each) for each in on))
    found = next_due(ALL, OPEN, told, START + days(today))
    assert found is not None
    counted = [each.on for each in told if each.on >= START - days(28)]
    assert all(found.day >= each + days(14) for each in counted)
