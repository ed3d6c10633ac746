from datetime import UTC, datetime

import pytest

from cors.cases.actions import lift_restriction, restrict_case
from cors.cases.models import Assignment, Case, Restriction
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import Stage

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


def test_whoever_restricts_is_named_on_the_case(stage: Stage, case: Case) -> None:
    restrict_case(case=case, words="Her cousin works here", by=stage.carys)
    assert {str(row.member) for row in Assignment.current(case)} == {"Amina", "Carys"}
    assert Restriction.objects.get().words == "Her cousin works here"
    assert case.is_restricted()


def test_lifting_keeps_the_row_and_who_lifted(stage: Stage, case: Case) -> None:
    restrict_case(case=case, words="Her cousin works here", by=stage.carys)
    lift_restriction(case=case, by=stage.carys, at=NOW)
    row = Restriction.objects.get()
    assert (row.lifted_at, row.lifted_by) == (NOW, stage.carys.user)
    assert not case.is_restricted()
    assert Case.visible_to(stage.dev).exists()


def test_refuses_to_restrict_twice_or_without_a_reason(stage: Stage, case: Case) -> None:
    with pytest.raises(Refused) as refused:
        restrict_case(case=case, words=" ", by=stage.carys)
    assert refused.value.field == "words"
    restrict_case(case=case, words="Her cousin works here", by=stage.carys)
    with pytest.raises(Refused):
        restrict_case(case=case, words="Again", by=stage.carys)


def test_refuses_to_lift_what_does_not_stand(stage: Stage, case: Case) -> None:
    with pytest.raises(Refused):
        lift_restriction(case=case, by=stage.carys, at=NOW)


def test_a_manager_who_is_not_named_does_not_lift_it(stage: Stage, case: Case) -> None:
    restrict_case(case=case, words="Her cousin works here", by=stage.carys)
    with pytest.raises(NotAllowed):
        lift_restriction(case=case, by=stage.dev, at=NOW)


@pytest.mark.parametrize("who", ["amina", "gwen", "esi", "femi"])
def test_is_for_leads_and_managers(stage: Stage, case: Case, who: str) -> None:
    with pytest.raises(NotAllowed):
        restrict_case(case=case, words="Why", by=stage.member(who))
    with pytest.raises(NotAllowed):
        lift_restriction(case=case, by=stage.member(who), at=NOW)


def test_is_not_for_another_organisation(stage: Stage, elsewhere: Stage, case: Case) -> None:
    with pytest.raises(NotAllowed):
        restrict_case(case=case, words="Why", by=elsewhere.dev)


def test_is_undone_when_its_event_fails(
    stage: Stage, case: Case, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        restrict_case(case=case, words="Why", by=stage.carys)
    assert not Restriction.objects.exists()
    assert Assignment.objects.count() == 1


def test_lifting_is_undone_when_its_event_fails(
    stage: Stage, case: Case, request: pytest.FixtureRequest
) -> None:
    restrict_case(case=case, words="Why", by=stage.carys)
    with pytest.raises(request.getfixturevalue("audit_fails")):
        lift_restriction(case=case, by=stage.carys, at=NOW)
    assert case.is_restricted()
