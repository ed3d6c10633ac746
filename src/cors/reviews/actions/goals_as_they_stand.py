"""The copy of each goal that a review keeps."""

from collections.abc import Sequence

from cors.access.models import Membership
from cors.plans.models import Goal
from cors.reviews.entry import GoalDecision
from cors.reviews.models import Review, ReviewedGoal


def keep_goals(review: Review, goals: Sequence[GoalDecision], *, by: Membership) -> None:
    """Copy the goals as they stand once all was decided: first words, words now, baseline."""
    standing = {goal.pk: goal for goal in Goal.of(review.case)}
    for order, each in enumerate(goals):
        goal = standing[each.goal.pk]
        baseline = goal.baseline()
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
            client_rating=each.client_rating,
            worker_rating=each.worker_rating,
            decision=each.decision,
        ).save(force_insert=True)
