"""What came of a contact for one person, each thing kept by the verb that it has of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from cors.access.models import Membership
from cors.contacts.entry import NewWork, PersonEntry
from cors.contacts.models import CameOf
from cors.core.errors import Refused
from cors.outcomes.actions import confirm_outcome
from cors.plans.actions import (
    notice_barrier,
    plan_step,
    rate_goal,
    record_moment,
    start_intervention,
)
from cors.plans.models import Barrier

Result = tuple[str, UUID]

# How the one form of a contact calls what the verbs call otherwise.
IN_THE_FORM = {"type_key": "type", "outcome_type": "type", "due_date": "day", "could_help": "help"}


def keep_results(entry: PersonEntry, *, on: date, by: Membership) -> list[Result]:
    """Keep all of it; return the kind and the key of each record."""
    found = [(CameOf.Kind.GOAL.value, goal.pk) for goal in entry.touched()]
    found += _ratings(entry, on, by)
    found += _moments(entry, on, by)
    found += _barrier(entry, on, by)
    found += _outcome(entry, on, by)
    found += _step(entry, on, by)
    return found


def _ratings(entry: PersonEntry, on: date, by: Membership) -> Iterator[Result]:
    for goal, value, rater in entry.given_ratings():
        with _said_at(f"rating-{goal.pk}", alone=True):
            rating = rate_goal(goal=goal, value=value, rater=rater, on=on, by=by)
        yield CameOf.Kind.RATING.value, rating.pk


def _moments(entry: PersonEntry, on: date, by: Membership) -> Iterator[Result]:
    for each in entry.moments:
        with _said_at(each.kind):
            moment = record_moment(
                case=entry.case,
                kind=each.kind,
                words=each.words,
                on=on,
                by=by,
                goal=each.goal,
                could_help=each.could_help,
                client_words=each.client_words,
            )
        yield CameOf.Kind.MOMENT.value, moment.pk


def _barrier(entry: PersonEntry, on: date, by: Membership) -> Iterator[Result]:
    if each := entry.barrier:
        with _said_at("barrier"):
            barrier = notice_barrier(
                case=entry.case,
                type_key=each.type_key,
                words=each.words,
                on=on,
                by=by,
                blocks=list(each.blocks),
            )
        if each.work:
            _against(barrier, each.work, on, by)
        yield CameOf.Kind.BARRIER.value, barrier.pk


def _against(barrier: Barrier, work: NewWork, on: date, by: Membership) -> None:
    """Begin it in the plan: there it stays, wherever the entry may be moved."""
    with _said_at("barrier_work", alone=True):
        start_intervention(
            case=barrier.case,
            type_key=work.type_key,
            words=work.words,
            on=on,
            by=by,
            barriers=[barrier],
        )


def _outcome(entry: PersonEntry, on: date, by: Membership) -> Iterator[Result]:
    if each := entry.outcome:
        with _said_at("outcome"):
            outcome = confirm_outcome(
                case=entry.case,
                outcome_type=each.outcome_type,
                evidence=each.evidence,
                on=on,
                by=by,
                goal=each.goal,
            )
        yield CameOf.Kind.OUTCOME.value, outcome.pk


def _step(entry: PersonEntry, on: date, by: Membership) -> Iterator[Result]:
    if each := entry.step:
        with _said_at("step"):
            step = plan_step(
                case=entry.case,
                words=each.words,
                owner=each.owner,
                on=on,
                by=by,
                due_date=each.due_date,
                goal=each.goal,
            )
        yield CameOf.Kind.STEP.value, step.pk


@contextmanager
def _said_at(part: str, *, alone: bool = False) -> Iterator[None]:
    """Name the field of the one form that is to be mended, e.g. step_day, barrier_type."""
    try:
        yield
    except Refused as refused:
        inner = refused.field or ""
        whole = part if alone or not inner else f"{part}_{IN_THE_FORM.get(inner, inner)}"
        raise Refused(refused.sentence, field=whole) from refused
