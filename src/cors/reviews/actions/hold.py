"""Verb: look back together, decide about each goal, and keep a copy of how it stood."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.models import Case
from cors.contacts.entry import NewStep
from cors.core.errors import Refused
from cors.plans.actions import checks
from cors.reviews.actions.decide import check_decisions, decide
from cors.reviews.actions.goals_as_they_stand import keep_goals
from cors.reviews.actions.steps import plan_steps
from cors.reviews.entry import GoalDecision
from cors.reviews.models import Review

LONGEST_SENTENCE = 2_000


@verb(Permission.REVIEW)
def hold_review(
    *,
    case: Case,
    on: date,
    by: Membership,
    form_key: UUID,
    goals: Sequence[GoalDecision],
    client_words: str = "",
    worker_words: str = "",
    what_helped: str = "",
    in_the_way: str = "",
    next_date: date | None = None,
    steps: Sequence[NewStep] = (),
) -> Review:
    """Keep a review and do what it decided; the same form twice is one review.

    Both ratings of a goal stay side by side. Later changes never touch the copy.
    """
    if before := Review.made_with(form_key, case):
        return before
    review = Review(
        organisation=by.organisation,
        created_by_id=by.user_id,
        case=case,
        held_date=on,
        next_date=next_date,
        client_words=client_words.strip(),
        worker_words=worker_words.strip(),
        what_helped=what_helped.strip(),
        in_the_way=in_the_way.strip(),
        form_key=form_key,
    )
    _check(review, by)
    check_decisions(goals, case, on)
    try:
        with transaction.atomic():
            review.save(force_insert=True)
    except IntegrityError:
        # The same form arrived twice at the same time, and the constraint let one of them in.
        if first := Review.made_with(form_key, case):
            return first
        raise Refused("This form was sent for somebody else. Open a new one.") from None
    for each in goals:
        decide(each, on=on, by=by)
    keep_goals(review, goals, by=by)
    plan_steps(case, steps, on=on, by=by)
    decided = {str(each.goal.pk): each.decision for each in goals}
    changes = {"on": on, "decided": decided, "next": next_date, "steps": len(steps)}
    record(by=by, verb="hold_review", about=review, changes=changes)
    return review


def _check(review: Review, by: Membership) -> None:
    case, on = review.case, review.held_date
    checks.check_going_on(case)
    if case.started_date is None:
        raise Refused("The support has not begun. Open the case, then look back together.")
    checks.check_day(on, by=by, case=case)
    checks.check_not_before(on, case.started_date, "the support began")
    if review.next_date and review.next_date <= on:
        raise Refused("The next review comes after this one: give a later day.", field="next_date")
    for name in ("client_words", "worker_words", "what_helped", "in_the_way"):
        checks.check_length(getattr(review, name), LONGEST_SENTENCE, field=name)
