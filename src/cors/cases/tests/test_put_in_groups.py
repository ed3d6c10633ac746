import pytest

from cors.cases.actions import put_in_groups
from cors.cases.models import Case, GroupCode
from cors.core.errors import NotAllowed
from tests.stage.personas import Stage


def test_a_case_stands_in_several_groups(stage: Stage, case: Case) -> None:
    put_in_groups(case=case, codes={"treatment": "BtheB", "drug": "No"}, by=stage.amina)
    assert GroupCode.of(case) == {"treatment": "BtheB", "drug": "No"}


def test_a_new_code_takes_the_place_of_the_old(stage: Stage, case: Case) -> None:
    put_in_groups(case=case, codes={"treatment": "BtheB", "drug": "No"}, by=stage.amina)
    put_in_groups(case=case, codes={"treatment": "TAU", "drug": ""}, by=stage.amina)
    assert GroupCode.of(case) == {"treatment": "TAU"}


def test_is_not_for_a_volunteer(stage: Stage, case: Case) -> None:
    with pytest.raises(NotAllowed):
        put_in_groups(case=case, codes={"treatment": "TAU"}, by=stage.gwen)


def test_is_undone_when_its_event_fails(
    stage: Stage, case: Case, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        put_in_groups(case=case, codes={"treatment": "TAU"}, by=stage.amina)
    assert GroupCode.of(case) == {}
