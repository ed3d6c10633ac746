"""Verbs: what a service wants asked, and when."""

from dataclasses import asdict
from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.catalogue.choices import catalogue_of
from cors.catalogue.models import Service
from cors.core.errors import Refused
from cors.core.forms import refuse_unseen
from cors.measures.models import Rater, Schedule
from cors.measures.models.schedule import WHEN
from cors.measures.schedule import When
from cors.plans.actions import checks

MOST_DAYS = 180
MOST_WEEKS = 104


@verb(Permission.SET_UP)
def make_schedule(
    *, service: Service, measure: str, when: When, by: Membership, rater: str = "client"
) -> Schedule:
    """Have a measure asked in a service; Today says when somebody's is due."""
    catalogue = catalogue_of(by.organisation_id)
    definition = catalogue.measure(measure)
    if definition is None or not catalogue.has("measure", measure):
        raise Refused("Choose a measure from the list.", field="measure")
    checks.check_choice(rater, Rater.values, field="rater")
    if Schedule.same_as(service, measure, rater):
        raise Refused(f"{definition.label} is asked here already. Change that.", field="measure")
    _check(when, least_days=definition.min_interval_days)
    schedule = Schedule(
        organisation=by.organisation,
        created_by_id=by.user_id,
        service=service,
        measure=measure,
        rater=rater,
        **asdict(when),
    )
    schedule.save(force_insert=True)
    changes = {"measure": measure, "rater": rater, **asdict(when)}
    record(by=by, verb="make_schedule", about=schedule, changes=changes)
    return schedule


@verb(Permission.SET_UP)
def change_schedule(*, schedule: Schedule, when: When, by: Membership, seen: str = "") -> None:
    """Have it asked at other times; what was asked stays."""
    schedule.hold(*WHEN, "ended_date")
    _refuse_ended(schedule)
    before = asdict(schedule.when())
    refuse_unseen(seen, before)
    definition = catalogue_of(by.organisation_id).measure(schedule.measure)
    _check(when, least_days=definition.min_interval_days if definition else 0)
    for name, value in asdict(when).items():
        setattr(schedule, name, value)
    schedule.save(update_fields=[*WHEN])
    changes = {"before": before, "now": asdict(when)}
    record(by=by, verb="change_schedule", about=schedule, changes=changes)


@verb(Permission.SET_UP)
def end_schedule(*, schedule: Schedule, on: date, by: Membership) -> None:
    """Ask it by plan no more; anybody may still take it."""
    _refuse_ended(schedule)
    schedule.end(on)
    record(by=by, verb="end_schedule", about=schedule, changes={"on": on})


def _refuse_ended(schedule: Schedule) -> None:
    if schedule.ended_date:
        raise Refused("This is no longer asked by plan.")


def _check(when: When, *, least_days: int) -> None:
    if when == When():
        raise Refused("Say when it is asked: one time at least.", field="start_days")
    if when.start_days is not None and not 1 <= when.start_days <= MOST_DAYS:
        raise Refused(f"Choose from 1 to {MOST_DAYS} days.", field="start_days")
    for field in ("every_weeks", "weeks_after"):
        weeks = getattr(when, field)
        if weeks is not None and not 1 <= weeks <= MOST_WEEKS:
            raise Refused(f"Choose from 1 to {MOST_WEEKS} weeks.", field=field)
    if when.every_weeks is not None and when.every_weeks * 7 < least_days:
        least = -(-least_days // 7)
        raise Refused(
            f"Its questions are about a longer time. Choose {least} weeks or more.",
            field="every_weeks",
        )
