"""Taking back a measure that was recorded by mistake."""

import pytest
from django.utils import timezone

from cors.audit.models import Event
from cors.core.errors import NotAllowed, Refused
from cors.measures.actions import record_assessment, withdraw_assessment
from cors.measures.models import Assessment
from cors.plans.tests.factories import BEGAN, a_case
from tests.stage.personas import Stage


@pytest.fixture
def assessment(stage: Stage) -> Assessment:
    return record_assessment(
        case=a_case(stage), measure="bdi-ii", score=29, on=BEGAN, by=stage.amina
    )


def test_takes_it_out_of_the_case_and_keeps_the_row(stage: Stage, assessment: Assessment) -> None:
    withdraw_assessment(assessment=assessment, by=stage.amina, at=timezone.now())
    assert list(Assessment.of(assessment.case)) == []
    assert Assessment.objects.get().withdrawn_at is not None
    assert Event.objects.filter(verb="withdraw_assessment", about_id=assessment.pk).exists()


def test_refuses_to_take_it_back_twice(stage: Stage, assessment: Assessment) -> None:
    withdraw_assessment(assessment=assessment, by=stage.amina, at=timezone.now())
    with pytest.raises(Refused, match="already"):
        withdraw_assessment(assessment=assessment, by=stage.amina, at=timezone.now())


def test_refuses_whoever_takes_no_measures(stage: Stage, assessment: Assessment) -> None:
    with pytest.raises(NotAllowed):
        withdraw_assessment(assessment=assessment, by=stage.gwen, at=timezone.now())
    assert Assessment.objects.get().withdrawn_at is None


def test_writes_nothing_when_the_event_cannot_be_written(
    stage: Stage, assessment: Assessment, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        withdraw_assessment(assessment=assessment, by=stage.amina, at=timezone.now())
    assert Assessment.objects.get().withdrawn_at is None
