"""What is looked at before the rule holds all that the rule lets through."""

import pytest

from cors.cases.actions import open_case, refer
from cors.cases.models import Case
from cors.cases.tests.test_visibility import EVERYBODY
from cors.cases.visibility import near
from cors.clients.actions import add_client
from cors.plans.actions import set_goal
from cors.plans.models import Goal
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
    assert (
        set(Case.visible_to(member).filter(near(member, "")).values_list("pk", flat=True)) == seen
    )


@pytest.mark.parametrize(("name", "expected"), [("gwen", 0), ("olu", 3), ("amina", 4), ("dev", 6)])
def test_leaves_out_what_is_far(stage: Stage, cases: list[Case], name: str, expected: int) -> None:
    found = Case.objects.filter(near(stage.member(name), ""))
    assert found.count() == expected


def test_follows_the_path_to_the_case(stage: Stage, cases: list[Case]) -> None:
    for case in (cases[0], cases[3]):
        set_goal(case=case, words="A door of my own", life_area="housing", on=TODAY, by=stage.dev)
    found = Goal.objects.filter(near(stage.olu, "case__"))
    assert [goal.case_id for goal in found] == [cases[3].pk]
