"""What a service wants asked: set up by a manager, refused where it could not be kept."""

from dataclasses import asdict
from typing import Any

import pytest

from cors.catalogue.actions import switch_entry
from cors.core.errors import Changed, NotAllowed, Refused
from cors.core.forms.seen import seen_of
from cors.measures.actions import change_schedule, end_schedule, make_schedule
from cors.measures.models import Schedule
from cors.measures.schedule import When
from tests.stage.personas import Stage

WHEN = When(start_days=14, every_weeks=6, at_end=True, weeks_after=26)


def a_schedule(stage: Stage, **changed: Any) -> Schedule:
    given: dict[str, Any] = {"service": stage.service, "measure": "phq-9", "when": WHEN}
    return make_schedule(**(given | {"by": stage.dev} | changed))


def standing(stage: Stage) -> list[tuple[str, str]]:
    return [(row.measure, row.rater) for row in Schedule.standing([stage.service.pk])]


def test_keeps_what_is_asked_of_whom_and_when(stage: Stage) -> None:
    made = a_schedule(stage)
    a_schedule(stage, rater="worker")
    assert standing(stage) == [("phq-9", "client"), ("phq-9", "worker")]
    assert made.when() == WHEN


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"measure": "no-such-measure"}, "measure"),
        ({"rater": "nobody"}, "rater"),
        ({"when": When()}, "start_days"),
        ({"when": When(start_days=0)}, "start_days"),
        ({"when": When(start_days=181)}, "start_days"),
        ({"when": When(every_weeks=0)}, "every_weeks"),
        ({"when": When(every_weeks=105)}, "every_weeks"),
        ({"when": When(weeks_after=105)}, "weeks_after"),
        # Its questions are about the last two weeks, or far apart.
        ({"measure": "phq-2", "when": When(every_weeks=1)}, "every_weeks"),
    ],
)
def test_refuses_what_could_not_be_kept(stage: Stage, changed: Any, field: str) -> None:
    with pytest.raises(Refused) as refused:
        a_schedule(stage, **changed)
    assert refused.value.field == field
    assert standing(stage) == []


def test_the_same_measure_is_asked_once_of_each_rater(stage: Stage) -> None:
    made = a_schedule(stage)
    with pytest.raises(Refused, match="is asked here already"):
        a_schedule(stage)
    end_schedule(schedule=made, on=stage.organisation.today(), by=stage.dev)
    a_schedule(stage)
    assert standing(stage) == [("phq-9", "client")]


def test_a_measure_that_is_switched_off_is_refused(stage: Stage) -> None:
    switch_entry(kind="measure", key="phq-9", is_on=False, by=stage.dev)
    with pytest.raises(Refused, match="Choose a measure from the list"):
        a_schedule(stage)


def test_only_who_sets_up_the_services_says_what_is_asked(stage: Stage) -> None:
    with pytest.raises(NotAllowed):
        a_schedule(stage, by=stage.carys)


def test_changes_when_it_is_asked(stage: Stage) -> None:
    made = a_schedule(stage)
    change_schedule(
        schedule=made, when=When(at_end=True), by=stage.dev, seen=seen_of(asdict(made.when()))
    )
    assert Schedule.objects.get().when() == When(at_end=True)


def test_nobody_writes_over_what_they_have_not_seen(stage: Stage) -> None:
    made = a_schedule(stage)
    seen = seen_of(asdict(made.when()))
    change_schedule(schedule=made, when=When(at_end=True), by=stage.dev)
    with pytest.raises(Changed):
        change_schedule(schedule=made, when=When(weeks_after=13), by=stage.dev, seen=seen)
    assert Schedule.objects.get().at_end


def test_what_is_asked_no_more_is_neither_changed_nor_ended_again(stage: Stage) -> None:
    made, on = a_schedule(stage), stage.organisation.today()
    end_schedule(schedule=made, on=on, by=stage.dev)
    with pytest.raises(Refused, match="no longer asked"):
        end_schedule(schedule=made, on=on, by=stage.dev)
    with pytest.raises(Refused, match="no longer asked"):
        change_schedule(schedule=made, when=When(at_end=True), by=stage.dev)
    assert standing(stage) == []
