"""Outcomes: of all who began, of those with the aim, of those followed up; and whether it lasted.

Seven people, worked out by hand:

| person | aim | happened | review | ending       | achieved | relevant | followed up |
| ------ | --- | -------- | ------ | ------------ | -------- | -------- | ----------- |
| ada    | yes | yes      |        |              | 1        | 1        | 1           |
| bo     | no  | yes      |        |              | 1        | 1        | 1           |
| cy     | yes |          | yes    |              |          | 1        | 1           |
| di     | yes |          |        | as planned   |          | 1        | 1           |
| ed     | yes |          |        | lost touch   |          | 1        |             |
| flo    | yes |          |        |              |          | 1        |             |
| gus    |     |          | yes    |              |          |          |             |
"""

from datetime import date, timedelta
from typing import Any

import pytest

from cors.reports.figure import Figure, Material
from cors.reports.outcome_figures import outcome_figures
from cors.reports.tests.made_up_facts import (
    AFTER,
    BEFORE,
    IN_SPRING,
    SPRING,
    a_case,
    a_review,
    an_aim,
    an_outcome,
    bases,
    given,
    keys,
    of,
)

LONG_AGO = date(2025, 6, 2)
LOST: dict[str, Any] = {"ended": IN_SPRING, "ending_reason": "lost-touch"}
PLANNED: dict[str, Any] = {"ended": IN_SPRING, "ending_reason": "goals-reached"}


def seven(**changed: Any) -> Material:
    endings = {"di": PLANNED, "ed": LOST}
    names = ("ada", "bo", "cy", "di", "ed", "flo", "gus")
    rows: dict[str, Any] = {
        "cases": [a_case(name, **endings.get(name, {})) for name in names],
        "aims": [an_aim(name) for name in ("ada", "cy", "di", "ed", "flo")],
        "outcomes": [an_outcome("ada"), an_outcome("bo")],
        "reviews": [a_review("cy"), a_review("gus")],
    }
    return given(**rows | changed)


def job(material: Material) -> Figure:
    return of(outcome_figures(material), "outcome-job")


def test_gives_three_numbers_for_three_questions() -> None:
    figure = job(seven())
    assert (figure.value, bases(figure), figure.cases) == (2, [7, 6, 4], keys("ada", "bo"))
    assert [base.words for base in figure.bases] == [
        "of everyone who had started",
        "of those with this aim",
        "of those we followed up",
    ]
    assert figure.missing == "2 people with this aim were not followed up, so it is not known."


def test_says_one_person_in_the_singular_and_nothing_of_nobody() -> None:
    one = job(seven(reviews=[a_review("cy"), a_review("ed")]))
    assert one.missing == "1 person with this aim was not followed up, so it is not known."
    everybody = [a_review(name) for name in ("cy", "ed", "flo")]
    assert job(seven(reviews=everybody)).missing == ""


def test_a_person_with_two_cases_is_one_person_in_every_base() -> None:
    cases = [a_case("ada", "Hana"), a_case("bo", "Hana"), a_case("flo", "Ole"), a_case("ed", "Ole")]
    figure = job(seven(cases=cases))
    assert (figure.value, bases(figure)) == (1, [2, 2, 1])
    assert figure.missing == "1 person with this aim was not followed up, so it is not known."


def test_an_outcome_that_happened_twice_is_one_person() -> None:
    twice = [an_outcome("ada"), an_outcome("ada", on=SPRING.last)]
    assert job(seven(outcomes=twice)).value == 1


@pytest.mark.parametrize("day", [BEFORE, AFTER])
def test_what_happened_on_another_day_is_not_achieved(day: date) -> None:
    figure = job(seven(outcomes=[an_outcome("ada", on=day)], reviews=[a_review("cy", on=day)]))
    assert (figure.value, bases(figure)) == (0, [7, 5, 1])


def test_an_aim_of_another_time_makes_nobody_relevant() -> None:
    aims = [
        an_aim("cy", since=LONG_AGO, until=BEFORE),
        an_aim("di", since=AFTER),
        an_aim("ed", since=LONG_AGO, until=SPRING.first),
    ]
    assert bases(job(seven(aims=aims, outcomes=[], reviews=[]))) == [7, 1, 0]


def test_a_case_outside_the_period_never_counts() -> None:
    cases = [a_case("ada", started=LONG_AGO, ended=BEFORE), a_case("flo", started=AFTER)]
    assert list(outcome_figures(seven(cases=cases))) == []
    inside = job(seven(cases=[*cases, a_case("cy")]))
    assert (inside.value, bases(inside)) == (0, [1, 1, 1])


def test_an_ending_counts_as_followed_up_in_its_own_period_alone() -> None:
    later = [a_case("di", ended=AFTER, ending_reason="goals-reached")]
    assert bases(job(seven(cases=later))) == [1, 1, 0]


def test_orders_the_types_by_how_many_then_by_their_label() -> None:
    aims = [an_aim("ada", outcome_type="tenancy"), an_aim("ada", outcome_type="course")]
    found = outcome_figures(seven(aims=aims))
    assert [figure.label for figure in found] == ["Job", "Course", "Tenancy"]


def lasting(*checks: tuple[int, str, date], name: str = "ada") -> Any:
    """Return an outcome of last winter with the checks made since."""
    return an_outcome(name, on=SPRING.first - timedelta(weeks=13), checks=checks)


RESULTS = ("kept", "kept", "not-kept", "lost-touch", "died", "moved-away")


def test_gives_what_lasted_of_all_checks_and_of_those_who_could_be_asked() -> None:
    rows = [lasting((13, said, IN_SPRING), name=str(at)) for at, said in enumerate(RESULTS)]
    not_due_yet = an_outcome("ada", on=SPRING.last)
    figure = of(outcome_figures(given(outcomes=[*rows, not_due_yet])), "sustained-job-13")
    assert (figure.value, bases(figure), figure.cases) == (2, [6, 3], keys("0", "1"))
    assert figure.missing == "lost touch: 1; died: 1; moved away: 1"
    assert figure.label == "Job: still so after 13 weeks"


def test_keeps_13_and_26_weeks_apart() -> None:
    both = lasting((13, "kept", IN_SPRING), (26, "not-kept", SPRING.last))
    found = {figure.key: figure for figure in outcome_figures(given(outcomes=[both]))}
    assert list(found) == ["sustained-job-13", "sustained-job-26"]
    assert [figure.value for figure in found.values()] == [1, 0]
    assert [bases(figure) for figure in found.values()] == [[1, 1], [1, 1]]


@pytest.mark.parametrize("day", [BEFORE, AFTER])
def test_leaves_a_check_to_the_period_in_which_it_was_made(day: date) -> None:
    assert list(outcome_figures(given(outcomes=[lasting((13, "kept", day))]))) == []


def test_nobody_who_could_be_asked_is_not_zero() -> None:
    (figure,) = outcome_figures(given(outcomes=[lasting((13, "lost-touch", IN_SPRING))]))
    assert (figure.value, bases(figure)) == (None, [1, 0])
    assert figure.note == "Nobody could be asked whether it lasted."
    assert figure.missing == "lost touch: 1"


def test_asks_after_people_whose_support_has_ended() -> None:
    cases = [a_case("ada", started=LONG_AGO, ended=BEFORE)]
    rows = [lasting((13, "kept", IN_SPRING))]
    assert [figure.value for figure in outcome_figures(given(cases=cases, outcomes=rows))] == [1]


def test_says_nothing_of_outcomes_that_nobody_aimed_at_or_reached() -> None:
    assert list(outcome_figures(given(cases=[a_case("ada")]))) == []
