from datetime import timedelta

import pytest

from cors.core.errors import NotAllowed, Refused
from cors.plans.actions import resolve_barrier
from cors.plans.models import Barrier, BarrierResolution
from cors.plans.tests.factories import BEGAN, a_barrier, a_case, ended, tomorrow
from tests.stage.personas import TODAY, Stage


def test_keeps_the_day_and_what_helped(stage: Stage) -> None:
    case = a_case(stage)
    barrier = a_barrier(case, stage.amina)
    resolve_barrier(barrier=barrier, on=TODAY, what_helped="A loan from the fund.", by=stage.amina)
    (read,) = Barrier.of(case)
    resolution = read.resolution()
    assert resolution is not None
    assert (resolution.resolved_date, resolution.what_helped) == (TODAY, "A loan from the fund.")
    assert not Barrier.of(case).open().exists()


def test_refuses_a_second_time(stage: Stage) -> None:
    barrier = a_barrier(a_case(stage), stage.amina)
    resolve_barrier(barrier=barrier, on=TODAY, by=stage.amina)
    with pytest.raises(Refused, match="already"):
        resolve_barrier(barrier=Barrier.objects.get(pk=barrier.pk), on=TODAY, by=stage.amina)


def test_refuses_a_day_before_it_was_noticed_or_to_come(stage: Stage) -> None:
    barrier = a_barrier(a_case(stage), stage.amina, on=BEGAN)
    with pytest.raises(Refused, match="noticed") as early:
        resolve_barrier(barrier=barrier, on=BEGAN - timedelta(days=1), by=stage.amina)
    with pytest.raises(Refused) as ahead:
        resolve_barrier(barrier=barrier, on=tomorrow(stage.amina), by=stage.amina)
    assert (early.value.field, ahead.value.field) == ("on", "on")


def test_refuses_a_case_that_has_ended(stage: Stage) -> None:
    case = a_case(stage)
    barrier = a_barrier(case, stage.amina)
    ended(case)
    with pytest.raises(Refused, match="re-open"):
        resolve_barrier(barrier=barrier, on=TODAY, by=stage.amina)


def test_is_not_for_a_volunteer(stage: Stage) -> None:
    barrier = a_barrier(a_case(stage), stage.amina)
    with pytest.raises(NotAllowed):
        resolve_barrier(barrier=barrier, on=TODAY, by=stage.gwen)


def test_writes_nothing_if_its_event_fails(stage: Stage, audit_fails: type[Exception]) -> None:
    barrier = Barrier(
        organisation=stage.organisation, case=a_case(stage), type_key="debts", noticed_date=BEGAN
    )
    barrier.save(force_insert=True)
    with pytest.raises(audit_fails):
        resolve_barrier(barrier=barrier, on=TODAY, by=stage.amina)
    assert not BarrierResolution.objects.exists()
