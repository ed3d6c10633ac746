"""The copies that a review keeps: each goal, what was named, and the next steps."""

from collections.abc import Sequence

from cors.access.models import Membership
from cors.plans.models import Barrier, Goal, Intervention, Moment, Step
from cors.reviews.entry import GoalDecision, NamedPart
from cors.reviews.models import Review, ReviewedGoal, ReviewedPart, ReviewedStep


def keep_copies(
    review: Review,
    goals: Sequence[GoalDecision],
    named: Sequence[NamedPart],
    steps: Sequence[Step],
    *,
    by: Membership,
) -> None:
    """Copy all that later changes must not touch, once everything was decided."""
    _keep_goals(review, goals, by=by)
    _keep_parts(review, named, by=by)
    _keep_steps(review, steps, by=by)


def _keep_goals(review: Review, goals: Sequence[GoalDecision], *, by: Membership) -> None:
    """Copy the goals: first words, words now, baseline."""
    standing = {goal.pk: goal for goal in Goal.of(review.case)}
    for order, each in enumerate(goals):
        goal = standing[each.goal.pk]
        baseline, latest = goal.baseline(), goal.latest()
        ReviewedGoal(
            organisation=by.organisation,
            created_by_id=by.user_id,
            review=review,
            goal=goal,
            first_words=goal.first_words,
            words=goal.words,
            life_area=goal.life_area,
            order=order,
            baseline=baseline.value if baseline else None,
            baseline_date=baseline.rated_date if baseline else None,
            latest=latest.value if latest else None,
            latest_date=latest.rated_date if latest else None,
            client_rating=each.client_rating,
            worker_rating=each.worker_rating,
            decision=each.decision,
        ).save(force_insert=True)


def _keep_parts(review: Review, named: Sequence[NamedPart], *, by: Membership) -> None:
    """Copy what helped and what was in the way, in the words that it has today."""
    for order, each in enumerate(named):
        ReviewedPart(
            organisation=by.organisation,
            created_by_id=by.user_id,
            review=review,
            side=each.side,
            words=each.words.strip(),
            order=order,
            barrier=each.about if isinstance(each.about, Barrier) else None,
            intervention=each.about if isinstance(each.about, Intervention) else None,
            moment=each.about if isinstance(each.about, Moment) else None,
        ).save(force_insert=True)


def _keep_steps(review: Review, steps: Sequence[Step], *, by: Membership) -> None:
    """Copy what comes next, by whom and by which day."""
    for order, step in enumerate(steps):
        ReviewedStep(
            organisation=by.organisation,
            created_by_id=by.user_id,
            review=review,
            step=step,
            words=step.words,
            owner=step.owner,
            due_date=step.due_date,
            order=order,
        ).save(force_insert=True)
