from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from cors.catalogue.choices import catalogue_of
from cors.core.errors import NotAllowed, Refused
from cors.outcomes.actions import check_sustained, withdraw_outcome
from cors.outcomes.due import due_checks, in_time
from cors.outcomes.models import Outcome, SustainedCheck
from cors.outcomes.tests.factories import LONG_AGO, a_long_case, an_outcome
from cors.plans.tests.factories import a_case, ended, tomorrow
from tests.stage.personas import TODAY, Stage

ASKED = LONG_AGO + timedelta(weeks=13)


@pytest.fixture
def home(stage: Stage) -> Outcome:
    """Hana moved in 30 weeks ago."""
    return an_outcome(a_long_case(a_case(stage)), stage.amina, on=LONG_AGO)


def check(outcome: Outcome, stage: Stage, **changed: Any) -> SustainedCheck:
    given: dict[str, Any] = {"weeks": 13, "result": "kept", "on": ASKED, "by": stage.amina}
    return check_sustained(outcome=outcome, **(given | changed))


def states(outcome: Outcome, today: date = TODAY) -> list[str]:
    fresh = Outcome.of(outcome.case).get()
    return [each.state.value for each in fresh.lasting((13, 26), today)]


def test_keeps_whether_it_held_and_who_said_so(stage: Stage, home: Outcome) -> None:
    kept = check(home, stage, said_by="other", words="Her sister says so.")
    fresh = SustainedCheck.objects.get(pk=kept.pk)
    assert (fresh.weeks, fresh.result, fresh.checked_date) == (13, "kept", ASKED)
    assert (fresh.said_by, fresh.words) == ("other", "Her sister says so.")
    assert states(home) == ["kept", "due"]


def test_is_asked_once(stage: Stage, home: Outcome) -> None:
    check(home, stage)
    with pytest.raises(Refused):
        check(home, stage, result="not-kept")
    assert SustainedCheck.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"on": ASKED - timedelta(days=15)}, "on"),
        ({"on": ASKED + timedelta(days=29)}, "on"),
        ({"result": "lost-touch"}, "on"),
        ({"result": "more-or-less"}, "result"),
        ({"weeks": 14}, "weeks"),
        ({"said_by": "a-bird"}, "said_by"),
    ],
)
def test_refuses_what_can_not_be(
    stage: Stage, home: Outcome, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        check(home, stage, **changed)
    assert refused.value.field == field
    assert check(home, stage)


def test_refuses_a_day_in_the_future(stage: Stage, home: Outcome) -> None:
    with pytest.raises(Refused) as refused:
        check(home, stage, weeks=26, on=tomorrow(stage.amina))
    assert refused.value.field == "on"


def test_touch_is_lost_only_after_the_window(stage: Stage, home: Outcome) -> None:
    lost = check(home, stage, result="lost-touch", on=ASKED + timedelta(days=29))
    assert lost.said_by == ""


def test_a_death_is_never_said_by_the_person(stage: Stage, home: Outcome) -> None:
    assert check(home, stage, result="died").said_by == ""


def test_a_move_away_ends_all_checks(stage: Stage, home: Outcome) -> None:
    check(home, stage, result="moved-away", on=LONG_AGO + timedelta(weeks=5))
    assert states(home) == ["moved-away", "moved-away"]


def test_an_ended_case_is_still_asked_after_by_the_lead(stage: Stage, home: Outcome) -> None:
    ended(home.case)
    assert check(home, stage, by=stage.carys).result == "kept"
    assert Outcome.of_cases([home.case]).of_ended_cases().get() == home


def test_an_open_case_is_asked_after_by_its_keyworker(stage: Stage, home: Outcome) -> None:
    assert not Outcome.of_cases([home.case]).of_ended_cases().exists()


def test_refuses_an_outcome_that_was_taken_back(stage: Stage, home: Outcome) -> None:
    withdraw_outcome(outcome=home, by=stage.amina, at=timezone.now())
    with pytest.raises(Refused):
        check(home, stage)


def test_a_volunteer_may_not(stage: Stage, home: Outcome) -> None:
    with pytest.raises(NotAllowed):
        check(home, stage, by=stage.gwen)


def test_is_gone_when_its_event_can_not_be_written(
    stage: Stage, home: Outcome, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(request.getfixturevalue("audit_fails")):
        check(home, stage)
    assert not SustainedCheck.objects.exists()


def test_what_may_be_asked_today_is_listed(stage: Stage, home: Outcome) -> None:
    catalogue = catalogue_of(stage.organisation.pk)
    found = due_checks(Outcome.of_cases([home.case]), catalogue, TODAY)
    assert [(due.outcome, due.label) for due in found] == [(home, "26 weeks")]
    assert due_checks(Outcome.of_cases([home.case]), catalogue, LONG_AGO) == []


def test_an_outcome_of_which_nothing_can_be_asked_today_is_left_away(
    stage: Stage, home: Outcome
) -> None:
    catalogue, found = catalogue_of(stage.organisation.pk), Outcome.of_cases([home.case])
    assert list(found.filter(in_time(catalogue, TODAY))) == [home]
    for weeks in (-20, 7, 60):
        assert not found.filter(in_time(catalogue, TODAY + timedelta(weeks=weeks))).exists()
