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
from cors.plans.models import Step
from cors.reviews.actions.copies import keep_copies
from cors.reviews.actions.decide import check_decisions, decide
from cors.reviews.actions.meanwhile import check_seen
from cors.reviews.actions.steps import plan_steps
from cors.reviews.entry import GoalDecision, NamedPart
from cors.reviews.models import PreparedReview, Review, ReviewedPart

LONGEST_SENTENCE = 2_000
WORDS = ("client_words", "worker_words", "what_helped", "in_the_way")


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
    going_on: Sequence[Step] = (),
    named: Sequence[NamedPart] = (),
    seen: str | None = None,
) -> Review:
    """Keep a review and do what it decided; the same form twice is one review.

    Both ratings of a goal stay side by side. Later changes never touch the copy. seen: the mark of
    what stood on the page, None where there was none. going_on: planned steps that come next.
    """
    case.look_again()
    if before := Review.made_with(form_key, case):
        return before
    said = (client_words, worker_words, what_helped, in_the_way)
    review = Review(
        organisation=by.organisation,
        created_by_id=by.user_id,
        case=case,
        held_date=on,
        next_date=next_date,
        form_key=form_key,
        **{name: words.strip() for name, words in zip(WORDS, said, strict=True)},
    )
    _check(review, by)
    check_decisions(goals, case, on)
    _check_chosen(named, going_on, case)
    check_seen(seen, case)
    if first := _sent_at_once(review):
        return first
    for each in goals:
        decide(each, on=on, by=by)
    next_steps = [*plan_steps(case, steps, on=on, by=by), *going_on]
    keep_copies(review, goals, named, next_steps, by=by)
    PreparedReview.forget(case)
    decided = {str(each.goal.pk): each.decision for each in goals}
    changes = {"on": on, "decided": decided, "next": next_date, "steps": len(steps)}
    record(by=by, verb="hold_review", about=review, changes=changes)
    return review


def _sent_at_once(review: Review) -> Review | None:
    """Save it; return the one before where the same form arrived twice at the same time."""
    try:
        with transaction.atomic():
            review.save(force_insert=True)
    except IntegrityError:
        # The constraint let one of them in.
        if first := Review.made_with(review.form_key, review.case):
            return first
        raise Refused("This form was sent for somebody else. Open a new one.") from None
    return None


def _check(review: Review, by: Membership) -> None:
    case, on = review.case, review.held_date
    checks.check_going_on(case)
    if case.started_date is None:
        raise Refused("The support has not begun. Open the case, then look back together.")
    checks.check_day(on, by=by, case=case)
    checks.check_not_before(on, case.started_date, "the support began")
    if review.next_date and review.next_date <= on:
        raise Refused("The next review comes after this one: give a later day.", field="next_date")
    for name in WORDS:
        checks.check_length(getattr(review, name), LONGEST_SENTENCE, field=name)


def _check_chosen(named: Sequence[NamedPart], going_on: Sequence[Step], case: Case) -> None:
    checks.check_of_case(going_on, case, field="next_steps")
    for each in named:
        checks.check_choice(each.side, ReviewedPart.Side.values, field="what_helped")
        checks.check_of_case([each.about], case, field="what_helped")
        checks.check_words(each.words, field="what_helped")
