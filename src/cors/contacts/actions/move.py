"""Verb: an entry was made for the wrong person and goes to the right one, sealed anew."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.models import Case
from cors.contacts.actions.carry import Carried, Tie, came_along, carry, on_entry, seal_under
from cors.contacts.actions.checks import SAME_OUTCOME, check_visible
from cors.contacts.models import CameOf, ContactPerson, ratings_of
from cors.core.errors import NotAllowed, Refused
from cors.plans.actions import checks
from cors.plans.models import Goal


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A rating that was given to the wrong person's goal."""

    goal: Goal
    value: int
    rater: str
    rated_date: date


@dataclass(frozen=True, slots=True)
class Moved:
    """The entry where it belongs, and what could not come along: the worker reads it."""

    person: ContactPerson
    ratings: tuple[TakenBack, ...]
    ties: tuple[Tie, ...]


@verb(Permission.RECORD)
def move_entry(*, person: ContactPerson, to: Case, reason: str, by: Membership) -> Moved:
    """Move a wrong-person entry to another case, with what came of it but no links to goals.

    Ratings of the wrong person's goals are taken back; the trail of that person keeps them.
    """
    _check(person, to, reason, by)
    source = person.case
    ratings, ties = _take_back(person)
    carried = came_along(person)
    try:
        with transaction.atomic():
            ties += _carry_over(person, carried, to, reason)
    except IntegrityError:
        person.refresh_from_db()
        raise Refused(SAME_OUTCOME, field="to") from None
    moved = Moved(person, ratings, tuple(ties))
    _write_down(moved, source, carried, by)
    return moved


def _check(person: ContactPerson, to: Case, reason: str, by: Membership) -> None:
    if not ContactPerson.visible_to(by).filter(pk=person.pk).exists():
        raise NotAllowed("This entry is not in your sight. Ask your lead.")
    check_visible([to], by)
    checks.check_words(reason, field="reason")
    if to.pk == person.case_id:
        raise Refused("The entry is here already. Choose another person.", field="to")
    if any(other.case_id == to.pk for other in person.others_in_contact()):
        raise Refused("This person has an entry of their own in this contact.", field="to")
    if to.declined_date:
        raise Refused("This referral was declined. Choose another case.", field="to")
    checks.check_not_before(person.happened_date, to.referred_date, "the referral", field="to")
    ending = to.ending()
    if ending and ending.ended_date < person.happened_date:
        raise Refused("This case had ended by then. Choose another case.", field="to")


def _take_back(person: ContactPerson) -> tuple[tuple[TakenBack, ...], list[Tie]]:
    taken = []
    for rating in ratings_of(person):
        taken.append(TakenBack(rating.goal, rating.value, rating.rater, rating.rated_date))
        rating.delete()
    goals: list[Tie] = []
    for link in CameOf.of(person, CameOf.Kind.GOAL, CameOf.Kind.RATING):
        if link.kind == CameOf.Kind.GOAL:
            goals.append(("goal", link.record_id))
        link.delete()
    return tuple(taken), goals


def _carry_over(person: ContactPerson, carried: list[Carried], to: Case, reason: str) -> list[Tie]:
    ties = [tie for each in carried for tie in carry(each, to)]
    for piece in person.delivered():
        if piece.intervention_id:
            ties.append(("intervention", piece.intervention_id))
        piece.intervention = None
        piece.save(update_fields=["intervention"])
    person.moved_from = person.case_id
    person.moved_reason = reason.strip()  # sealed as it is saved
    seal_under(to, person, *on_entry(person))
    return ties


def _write_down(moved: Moved, source: Case, carried: list[Carried], by: Membership) -> None:
    """Both trails get an event; the one it left holds no text of the one it belongs to."""
    person = moved.person
    went = [(each._meta.label_lower, each.pk) for each in carried]
    taken = [(each.goal.pk, each.value, each.rater, each.rated_date) for each in moved.ratings]
    left = {"entry": person.pk, "went": went, "ratings_taken_back": taken, "ties": moved.ties}
    record(by=by, verb="move_entry", about=source, changes=left)
    came = {"reason": person.moved_reason, "came": went, "on": person.happened_date}
    record(by=by, verb="move_entry", about=person, changes=came)
