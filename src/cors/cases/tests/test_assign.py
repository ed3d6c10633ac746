from collections.abc import Callable
from datetime import timedelta

import pytest

from cors.audit.models import Event
from cors.cases.actions import (
    assign_keyworker,
    assign_worker,
    decline_referral,
    end_assignment,
    restrict_case,
)
from cors.cases.models import Assignment, Case
from cors.cases.tests.conftest import NOT_YET, OPENED
from cors.clients.actions import block_sight
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import TODAY, Stage


def _named(case: Case) -> dict[str, bool]:
    return {str(row.member): row.is_keyworker for row in Assignment.current(case)}


def test_another_keyworker_ends_the_former_on_the_same_day(stage: Stage, case: Case) -> None:
    assign_keyworker(case=case, member=stage.ben, on=TODAY, by=stage.carys)
    assert _named(case) == {"Ben": True}
    former = Assignment.objects.get(member=stage.amina)
    assert (former.ended_date, former.ended_by) == (TODAY, stage.carys.user)
    assert str(stage.ben.pk) in Event.objects.get(verb="assign_keyworker").changes


def test_a_worker_helps_beside_the_keyworker(stage: Stage, case: Case) -> None:
    assign_worker(case=case, member=stage.gwen, on=TODAY, by=stage.carys)
    assert _named(case) == {"Amina": True, "Gwen": False}


def test_a_worker_who_becomes_keyworker_is_named_once(stage: Stage, case: Case) -> None:
    assign_worker(case=case, member=stage.ben, on=OPENED, by=stage.carys)
    assign_keyworker(case=case, member=stage.ben, on=TODAY, by=stage.carys)
    assert _named(case) == {"Ben": True}


def test_naming_somebody_again_changes_nothing(stage: Stage, case: Case) -> None:
    assign_keyworker(case=case, member=stage.amina, on=TODAY, by=stage.carys)
    assign_worker(case=case, member=stage.amina, on=TODAY, by=stage.carys)
    assert _named(case) == {"Amina": True}
    assert Assignment.objects.count() == 1


def test_ending_an_assignment_keeps_the_row(stage: Stage, case: Case) -> None:
    worker = assign_worker(case=case, member=stage.gwen, on=OPENED, by=stage.carys)
    end_assignment(assignment=worker, on=TODAY, by=stage.carys)
    assert _named(case) == {"Amina": True}
    assert Assignment.objects.get(member=stage.gwen).ended_date == TODAY
    with pytest.raises(Refused):
        end_assignment(assignment=worker, on=TODAY, by=stage.carys)


@pytest.mark.parametrize("who", ["gwen", "esi", "femi"])
def test_refuses_a_keyworker_who_does_not_hold_cases(stage: Stage, case: Case, who: str) -> None:
    with pytest.raises(Refused) as refused:
        assign_keyworker(case=case, member=stage.member(who), on=TODAY, by=stage.carys)
    assert refused.value.field == "member"


def test_refuses_a_worker_who_does_not_work_with_people(stage: Stage, case: Case) -> None:
    with pytest.raises(Refused):
        assign_worker(case=case, member=stage.esi, on=TODAY, by=stage.carys)


def test_refuses_somebody_who_must_not_see_the_person(stage: Stage, case: Case) -> None:
    block_sight(client=case.client, member=stage.ben, reason="Brother", by=stage.carys)
    for assign in (assign_keyworker, assign_worker):
        with pytest.raises(Refused) as refused:
            assign(case=case, member=stage.ben, on=TODAY, by=stage.carys)
        assert refused.value.field == "member"
    assert _named(case) == {"Amina": True}


def test_refuses_days_that_cannot_be(stage: Stage, case: Case) -> None:
    for on in (NOT_YET, OPENED - timedelta(days=1)):
        with pytest.raises(Refused) as refused:
            assign_keyworker(case=case, member=stage.ben, on=on, by=stage.carys)
        assert refused.value.field == "on"
    assert _named(case) == {"Amina": True}


def test_refuses_a_referral_that_was_declined(stage: Stage, referral: Case) -> None:
    decline_referral(case=referral, reason="full", on=TODAY, by=stage.amina)
    with pytest.raises(Refused):
        assign_worker(case=referral, member=stage.ben, on=TODAY, by=stage.carys)


def test_a_restricted_case_is_changed_by_those_named_on_it(stage: Stage, case: Case) -> None:
    restrict_case(case=case, words="Known to staff", by=stage.carys)
    with pytest.raises(NotAllowed):
        assign_worker(case=case, member=stage.dev, on=TODAY, by=stage.dev)
    with pytest.raises(NotAllowed):
        end_assignment(assignment=Assignment.keyworker_of(case), on=TODAY, by=stage.dev)  # type: ignore[arg-type]
    assign_worker(case=case, member=stage.dev, on=TODAY, by=stage.carys)
    assert "Dev" in _named(case)


def test_a_restricted_case_keeps_somebody_who_sees_it(stage: Stage, case: Case) -> None:
    restrict_case(case=case, words="Known to staff", by=stage.carys)
    today = stage.organisation.today()
    amina, carys = Assignment.current(case)
    end_assignment(assignment=amina, on=today, by=stage.carys)
    with pytest.raises(Refused):
        end_assignment(assignment=carys, on=today, by=stage.carys)


@pytest.mark.parametrize("who", ["amina", "gwen", "esi", "femi"])
def test_is_for_leads_and_managers(stage: Stage, case: Case, who: str) -> None:
    with pytest.raises(NotAllowed):
        assign_worker(case=case, member=stage.ben, on=TODAY, by=stage.member(who))


def test_nobody_of_another_organisation_is_named(
    stage: Stage, elsewhere: Stage, case: Case
) -> None:
    with pytest.raises(NotAllowed):
        assign_worker(case=case, member=elsewhere.ben, on=TODAY, by=stage.carys)


@pytest.mark.parametrize("assign", [assign_keyworker, assign_worker])
def test_is_undone_when_its_event_fails(
    stage: Stage, case: Case, audit_fails: type[Exception], assign: Callable[..., object]
) -> None:
    with pytest.raises(audit_fails):
        assign(case=case, member=stage.ben, on=TODAY, by=stage.carys)
    assert _named(case) == {"Amina": True}


def test_ending_is_undone_when_its_event_fails(
    stage: Stage, case: Case, audit_fails: type[Exception]
) -> None:
    assignment = Assignment.objects.get()
    with pytest.raises(audit_fails):
        end_assignment(assignment=assignment, on=TODAY, by=stage.carys)
    assert _named(case) == {"Amina": True}
