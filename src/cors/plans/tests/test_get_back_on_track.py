from datetime import timedelta

import pytest

from cors.core.errors import NotAllowed, Refused
from cors.plans.actions import get_back_on_track
from cors.plans.models import BackOnTrack, Moment
from cors.plans.tests.factories import BEGAN, a_case, a_setback, ended, tomorrow
from tests.stage.personas import TODAY, Stage

HELPED = "Rang her sister the same evening."


def test_counts_the_days_and_keeps_what_helped(stage: Stage) -> None:
    case = a_case(stage)
    setback = a_setback(case, stage.amina, on=BEGAN)
    get_back_on_track(
        moment=setback, on=BEGAN + timedelta(days=9), what_helped=HELPED, by=stage.amina
    )
    (read,) = Moment.of(case)
    back = read.back()
    assert back is not None
    assert (read.days_off_track(), back.what_helped) == (9, HELPED)
    assert not Moment.of(case).still_off_track().exists()


def test_refuses_a_small_success(stage: Stage) -> None:
    success = a_setback(a_case(stage), stage.amina, kind="success")
    with pytest.raises(Refused, match="small success"):
        get_back_on_track(moment=success, on=TODAY, what_helped=HELPED, by=stage.amina)


def test_refuses_a_second_time(stage: Stage) -> None:
    setback = a_setback(a_case(stage), stage.amina)
    get_back_on_track(moment=setback, on=TODAY, what_helped=HELPED, by=stage.amina)
    again = Moment.objects.get(pk=setback.pk)
    with pytest.raises(Refused, match="already"):
        get_back_on_track(moment=again, on=TODAY, what_helped=HELPED, by=stage.amina)


def test_refuses_wrong_days_and_silence_on_what_helped(stage: Stage) -> None:
    setback = a_setback(a_case(stage), stage.amina, on=BEGAN)
    tried = [
        (BEGAN - timedelta(days=1), HELPED, "on"),
        (tomorrow(stage.amina), HELPED, "on"),
        (TODAY, " ", "what_helped"),
    ]
    for on, what_helped, field in tried:
        with pytest.raises(Refused) as refused:
            get_back_on_track(moment=setback, on=on, what_helped=what_helped, by=stage.amina)
        assert refused.value.field == field


def test_refuses_a_case_that_has_ended(stage: Stage) -> None:
    case = a_case(stage)
    setback = a_setback(case, stage.amina)
    ended(case)
    with pytest.raises(Refused, match="re-open"):
        get_back_on_track(moment=setback, on=TODAY, what_helped=HELPED, by=stage.amina)


def test_is_for_a_volunteer_too_but_not_for_an_analyst(stage: Stage) -> None:
    setback = a_setback(a_case(stage), stage.amina)
    with pytest.raises(NotAllowed):
        get_back_on_track(moment=setback, on=TODAY, what_helped=HELPED, by=stage.esi)
    assert get_back_on_track(moment=setback, on=TODAY, what_helped=HELPED, by=stage.gwen)


def test_writes_nothing_if_its_event_fails(stage: Stage, audit_fails: type[Exception]) -> None:
    setback = Moment(
        organisation=stage.organisation, case=a_case(stage), kind="setback", happened_date=BEGAN
    )
    setback.save(force_insert=True)
    with pytest.raises(audit_fails):
        get_back_on_track(moment=setback, on=TODAY, what_helped=HELPED, by=stage.amina)
    assert not BackOnTrack.objects.exists()
