"""Several measures of one person: none is lost, none comes early, few at a time."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cors.measures.schedule import Due, Occasion, Rule, When
from cors.measures.staggering import APART, AT_A_TIME, Planned, stagger

TODAY = date(2026, 3, 2)


def a_due(name: str, day: int = 0, *, last: int | None = None, questions: int = 9) -> Due:
    rule = Rule(name, When(), questions=questions)
    until = TODAY + timedelta(days=last) if last is not None else None
    return Due(rule, Occasion.ROUND, TODAY + timedelta(days=day), until)


def in_days(planned: list[Planned]) -> dict[str, int]:
    return {each.due.rule.measure: (each.day - TODAY).days for each in planned}


def test_two_short_ones_are_asked_together() -> None:
    assert in_days(stagger([a_due("phq-9"), a_due("gad-7", questions=7)], TODAY)) == {
        "phq-9": 0,
        "gad-7": 0,
    }


def test_a_third_waits_for_the_next_week() -> None:
    three = [a_due(name) for name in ("a", "b", "c")]
    assert in_days(stagger(three, TODAY)) == {"a": 0, "b": 0, "c": 7}


def test_a_long_one_is_asked_alone() -> None:
    found = stagger([a_due("core-om", questions=34), a_due("who-5", questions=5)], TODAY)
    assert in_days(found) == {"core-om": 0, "who-5": 7}


def test_what_would_not_count_next_week_is_not_put_off() -> None:
    found = stagger([a_due("a"), a_due("b"), a_due("c", last=5), a_due("d", 3, last=6)], TODAY)
    assert in_days(found) == {"a": 0, "c": 0, "d": 3, "b": 7}


def test_what_is_late_anyhow_waits_its_turn() -> None:
    late = [a_due(name, -40, last=-20) for name in ("a", "b", "c")]
    assert in_days(stagger(late, TODAY)) == {"a": 0, "b": 0, "c": 7}


def test_what_was_asked_lately_leaves_less_room() -> None:
    assert in_days(stagger([a_due("gad-7", questions=7)], TODAY, asked_lately=9)) == {"gad-7": 0}
    assert in_days(stagger([a_due("gad-7", questions=7)], TODAY, asked_lately=14)) == {"gad-7": 7}


@st.composite
def any_dues(draw: st.DrawFn) -> list[Due]:
    found = []
    for number in range(draw(st.integers(0, 7))):
        day = draw(st.integers(-60, 60))
        last = draw(st.none() | st.integers(day, day + 60))
        found.append(a_due(f"m{number}", day, last=last, questions=draw(st.integers(1, 40))))
    return found


@given(any_dues(), st.integers(0, 60))
def test_each_has_one_day_not_before_its_own_and_none_misses_its_last(
    dues: list[Due], lately: int
) -> None:
    found = stagger(dues, TODAY, asked_lately=lately)
    assert Counter(each.due.rule for each in found) == Counter(due.rule for due in dues)
    for each in found:
        assert each.day >= max(each.due.day, TODAY)
        deadline = each.due.deadline(TODAY)
        assert deadline is None or each.day <= deadline


@given(any_dues())
def test_a_week_holds_few_questions_but_for_what_cannot_wait(dues: list[Due]) -> None:
    free = [due for due in dues if due.deadline(TODAY) is None]
    found = stagger(free, TODAY)
    for first in found:
        week = [each for each in found if first.day <= each.day < first.day + APART]
        assert len(week) == 1 or sum(each.due.rule.questions for each in week) <= AT_A_TIME
