from datetime import UTC, date, datetime, timedelta

import pytest

from cors.cases.actions import re_open_case
from cors.cases.models import Case, Ending, ReOpening
from cors.cases.tests.conftest import NOT_YET
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import Stage

ENDED = date(2026, 10, 5)
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.fixture
def ending(stage: Stage, case: Case) -> Ending:
    return Ending.objects.create(
        organisation=stage.organisation, case=case, ended_date=ENDED, reason="moved-away"
    )


@pytest.mark.parametrize("days", [0, 1, 28])
def test_goes_on_within_28_days(stage: Stage, case: Case, ending: Ending, days: int) -> None:
    on = ENDED + timedelta(days=days)
    re_open_case(case=case, on=on, by=stage.ben, words="Lost the flat", at=NOW)
    assert case.state_on(on) == "open"
    row = ReOpening.objects.get()
    assert (row.re_opened_date, row.words, row.ending) == (on, "Lost the flat", ending)
    ending.refresh_from_db()
    assert ending.undone_at == NOW


def test_the_day_after_that_a_new_case_begins(stage: Stage, case: Case, ending: Ending) -> None:
    with pytest.raises(Refused) as refused:
        re_open_case(case=case, on=ENDED + timedelta(days=29), by=stage.ben, at=NOW)
    assert refused.value.field == "on"
    assert "Refer Hana anew" in refused.value.sentence
    assert case.state_on(ENDED) == "ended"


def test_can_end_and_go_on_again(stage: Stage, case: Case, ending: Ending) -> None:
    re_open_case(case=case, on=ENDED, by=stage.ben, at=NOW)
    Ending.objects.create(
        organisation=stage.organisation, case=case, ended_date=ENDED, reason="moved-away"
    )
    re_open_case(case=case, on=ENDED, by=stage.ben, at=NOW)
    assert ReOpening.objects.count() == 2


@pytest.mark.parametrize("on", [ENDED - timedelta(days=1), NOT_YET])
def test_refuses_days_that_cannot_be(stage: Stage, case: Case, ending: Ending, on: date) -> None:
    with pytest.raises(Refused) as refused:
        re_open_case(case=case, on=on, by=stage.ben, at=NOW)
    assert refused.value.field == "on"


def test_refuses_a_case_that_has_not_ended(stage: Stage, case: Case) -> None:
    with pytest.raises(Refused):
        re_open_case(case=case, on=ENDED, by=stage.ben, at=NOW)


def test_is_not_for_a_volunteer_or_another_organisation(
    stage: Stage, elsewhere: Stage, case: Case, ending: Ending
) -> None:
    for by in (stage.gwen, elsewhere.dev):
        with pytest.raises(NotAllowed):
            re_open_case(case=case, on=ENDED, by=by, at=NOW)


def test_is_undone_when_its_event_fails(
    stage: Stage, case: Case, ending: Ending, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        re_open_case(case=case, on=ENDED, by=stage.ben, at=NOW)
    assert not ReOpening.objects.exists()
    assert case.state_on(ENDED) == "ended"
