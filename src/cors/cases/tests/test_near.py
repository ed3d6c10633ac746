"""What is looked at before the rule holds all that the rule lets through."""

from datetime import timedelta

import pytest

from cors.cases.actions import open_case, refer
from cors.cases.models import Case, Ending
from cors.cases.tests.test_visibility import EVERYBODY
from cors.cases.visibility import near
from cors.clients.actions import add_client
from tests.stage.personas import TODAY, Stage


@pytest.fixture
def cases(stage: Stage) -> list[Case]:
    """Return cases of both teams, held by some, by nobody, and only referred."""
    found = []
    for name, service, holder in (
        ("Hana Abel", stage.service, stage.amina),
        ("Idris Bell", stage.service, stage.ben),
        ("Jo Cole", stage.service, None),
        ("Kit Dale", stage.other_service, stage.olu),
        ("Lou East", stage.other_service, None),
    ):
        client = add_client(name=name, on=TODAY, by=stage.dev)
        case = refer(client=client, service=service, on=TODAY, by=stage.dev)
        if holder:
            open_case(case=case, on=TODAY, by=stage.dev, keyworker=holder)
        found.append(case)
    own = add_client(name="Max Ford", on=TODAY, by=stage.amina)
    found.append(refer(client=own, service=stage.other_service, on=TODAY, by=stage.amina))
    return found


@pytest.mark.parametrize("name", EVERYBODY)
def test_leaves_out_nothing_that_the_rule_lets_through(
    stage: Stage, cases: list[Case], name: str
) -> None:
    member = stage.member(name)
    seen = set(Case.visible_to(member).values_list("pk", flat=True))
    found = near(member, TODAY)
    assert found is None or seen <= set(found)


@pytest.mark.parametrize(("name", "expected"), [("gwen", 0), ("olu", 3), ("amina", 4)])
def test_leaves_out_what_is_far(stage: Stage, cases: list[Case], name: str, expected: int) -> None:
    assert len(near(stage.member(name), TODAY) or []) == expected


def test_nothing_is_far_for_who_sees_the_whole_organisation(stage: Stage) -> None:
    assert near(stage.dev, TODAY) is None


def test_what_ended_long_before_is_far(stage: Stage, cases: list[Case]) -> None:
    case, *_, of_olu, _, _ = cases
    Ending.objects.create(
        organisation=case.organisation, case=case, ended_date=TODAY, reason="goals-reached"
    )
    for days, still_near in ((0, True), (90, True), (91, False)):
        since = TODAY + timedelta(days=days)
        assert (case.pk in (near(stage.amina, since) or [])) == still_near
        assert of_olu.pk in (near(stage.olu, since) or [])
