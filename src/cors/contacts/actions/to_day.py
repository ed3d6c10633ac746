"""What came of a contact goes with it to the right day, unless something came after it already."""

from datetime import date

from django.db import IntegrityError

from cors.contacts.actions.checks import SAME_OUTCOME
from cors.contacts.models import (
    ContactPerson,
    Delivered,
    barriers_of,
    moments_of,
    outcomes_of,
    ratings_of,
)
from cors.core.errors import Refused
from cors.outcomes.models import Outcome
from cors.plans.actions import checks
from cors.plans.models import Barrier, Intervention, Moment, Rating

Result = Rating | Moment | Barrier | Outcome
DAY: dict[type[Result], str] = {
    Rating: "rated_date",
    Moment: "happened_date",
    Barrier: "noticed_date",
    Outcome: "happened_date",
}


def move_results(person: ContactPerson, *, before: date, on: date) -> None:
    """Give another day to what bears the day of its contact; a day of its own stays."""
    found: list[Result] = [*ratings_of(person), *moments_of(person)]
    found += [*barriers_of(person), *outcomes_of(person)]
    for row in found:
        name = DAY[type(row)]
        if getattr(row, name) == before:
            _check(row, on)
            setattr(row, name, on)
            _save(row, name)
            if isinstance(row, Barrier):
                _begin_with(row, before, on)


def _begin_with(barrier: Barrier, before: date, on: date) -> None:
    """Let what was begun against it that day begin on the right day, before any of it was done."""
    for work in Intervention.against(barrier).filter(started_date=before):
        known = [*Delivered.days_of(work), *([work.ended_date] if work.ended_date else [])]
        if all(day >= on for day in known):
            work.started_date = on
            work.save(update_fields=["started_date"])


def _check(row: Result, on: date) -> None:
    if isinstance(row, Rating):
        _check_rating(row, on)
    for day, what in _after(row):
        if day < on:
            raise Refused(
                f"{what} on {day.day} {day:%B %Y}. Choose that day or an earlier one.", field="on"
            )


def _check_rating(row: Rating, on: date) -> None:
    goal, ending = row.goal, row.goal.ending()
    checks.check_not_before(on, goal.set_date, "the goal was set")
    if ending and ending.ended_date < on:
        raise Refused("The goal had ended by then. Choose an earlier day.", field="on")
    first, *later = goal.ratings(row.rater)
    if first.rated_date != row.rated_date:
        checks.check_not_before(on, first.rated_date, "the first rating, which stays the start")
    elif later and later[0].rated_date < on:
        raise Refused("A later rating is of an earlier day. Choose that day or before.", field="on")


def _after(row: Result) -> list[tuple[date, str]]:
    """Return the days that can't come before this, and what was said to be on them."""
    if isinstance(row, Moment):
        back = row.back()
        return [(back.back_date, "It went on again")] if back else []
    if isinstance(row, Barrier):
        gone = row.resolution()
        rests = [(rest.from_date, "What was in the way was left alone") for rest in row.rests()]
        return [*rests, *([(gone.resolved_date, "It was out of the way")] if gone else [])]
    if isinstance(row, Outcome):
        return [(check.checked_date, "It was asked whether it lasted") for check in row.checks()]
    return []


def _save(row: Result, name: str) -> None:
    try:
        row.save(update_fields=[name])
    except IntegrityError:
        raise Refused(SAME_OUTCOME, field="on") from None
