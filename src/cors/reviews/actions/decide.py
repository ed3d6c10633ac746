"""What a review decides about a goal, done by the verbs of the plan."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from cors.access.models import Membership
from cors.cases.models import Case
from cors.core.errors import Refused
from cors.plans.actions import checks, end_goal, rate_goal, reword_goal
from cors.plans.models import GoalEnding, Rater
from cors.reviews.entry import GoalDecision
from cors.reviews.models import ReviewedGoal

Decision = ReviewedGoal.Decision
ENDINGS = {Decision.REACHED: GoalEnding.How.REACHED, Decision.LET_GO: GoalEnding.How.LET_GO}


def check_decisions(goals: Sequence[GoalDecision], case: Case, on: date) -> None:
    """Refuse goals twice, of another case, ended, or younger than the review."""
    if len({each.goal.pk for each in goals}) < len(goals):
        raise Refused("One goal is here twice. Decide about it once.", field="goals")
    for each in goals:
        field = f"decision-{each.goal.pk}"
        checks.check_of_case([each.goal], case, field=field)
        checks.check_choice(each.decision, Decision.values, field=field)
        if not each.goal.is_open:
            raise Refused("This goal has ended. Leave it away.", field=field)
        checks.check_not_before(on, each.goal.set_date, "the goal was set", field=field)


def decide(each: GoalDecision, *, on: date, by: Membership) -> None:
    """Rate by client and by worker, never in one number; then re-word or end the goal."""
    for rater, value in (
        (Rater.CLIENT, each.client_rating),
        (Rater.WORKER, each.worker_rating),
    ):
        if value is not None:
            with _said_at(f"{rater}-{each.goal.pk}"):
                rate_goal(goal=each.goal, value=value, on=on, by=by, rater=rater)
    if each.decision == Decision.REWORD:
        with _said_at(f"words-{each.goal.pk}"):
            reword_goal(goal=each.goal, words=each.new_words, on=on, by=by)
    elif how := ENDINGS.get(Decision(each.decision)):
        with _said_at(f"decision-{each.goal.pk}"):
            end_goal(goal=each.goal, how=how, on=on, by=by)


@contextmanager
def _said_at(field: str) -> Iterator[None]:
    """Name the field of the review's form that is to be mended."""
    try:
        yield
    except Refused as refused:
        raise Refused(refused.sentence, field=field) from refused
