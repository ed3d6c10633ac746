from datetime import timedelta
from typing import Any

import pytest

from cors.core.errors import NotAllowed, Refused
from cors.plans.actions import notice_barrier
from cors.plans.models import Barrier, BarrierBlocks
from cors.plans.tests.factories import BEGAN, a_barrier, a_case, a_goal, ended, tomorrow
from tests.stage.personas import Stage


def test_is_tied_to_the_goals_that_it_holds_back(stage: Stage) -> None:
    case = a_case(stage)
    first, second = a_goal(case, stage.amina), a_goal(case, stage.amina)
    notice_barrier(
        case=case,
        type_key="low-self-esteem",
        words=" I never finish anything. ",
        on=BEGAN,
        blocks=[first, second, first],
        noticed_by="client",
        weight=8,
        by=stage.amina,
    )
    (read,) = Barrier.of(case)
    assert set(read.blocked_goal_ids()) == {first.pk, second.pk}
    assert (read.words, read.weight, read.noticed_by) == ("I never finish anything.", 8, "client")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"type_key": "laziness"}, "type_key"),
        ({"weight": 11}, "weight"),
        ({"noticed_by": "cat"}, "noticed_by"),
        ({"words": "a" * 10_001}, "words"),
        ({"on": BEGAN - timedelta(days=8)}, "on"),
    ],
)
def test_refuses_and_names_the_field(stage: Stage, changed: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        a_barrier(a_case(stage), stage.amina, **changed)
    assert refused.value.field == field
    assert not Barrier.objects.exists()


def test_refuses_a_day_in_the_future_and_a_case_that_has_ended(stage: Stage) -> None:
    case = a_case(stage)
    with pytest.raises(Refused, match="still to come"):
        a_barrier(case, stage.amina, on=tomorrow(stage.amina))
    with pytest.raises(Refused, match="re-open"):
        a_barrier(ended(case), stage.amina)


def test_refuses_a_goal_of_another_case(stage: Stage) -> None:
    goal = a_goal(a_case(stage, reference="HS-2"), stage.amina)
    with pytest.raises(Refused, match="another case") as refused:
        a_barrier(a_case(stage), stage.amina, blocks=[goal])
    assert refused.value.field == "blocks"


def test_is_not_for_a_volunteer(stage: Stage) -> None:
    with pytest.raises(NotAllowed):
        a_barrier(a_case(stage), stage.gwen)


def test_writes_nothing_if_its_event_fails(stage: Stage, audit_fails: type[Exception]) -> None:
    with pytest.raises(audit_fails):
        a_barrier(a_case(stage), stage.amina)
    assert not Barrier.objects.exists()
    assert not BarrierBlocks.objects.exists()
