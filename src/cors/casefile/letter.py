"""The letter of a review, in plain words: their goals first, nothing that blames."""

from dataclasses import dataclass
from datetime import date

from cors.access.models import Membership
from cors.reviews.models import Review, ReviewedGoal


@dataclass(frozen=True)
class LetterGoal:
    """What the letter says of one goal."""

    first_words: str
    words: str
    ratings: str
    decision: str


@dataclass(frozen=True)
class Letter:
    """All that stands in the letter; empty parts are left out."""

    to: str
    organisation: str
    on: date
    goals: tuple[LetterGoal, ...]
    own_words: str
    what_helped: str
    in_the_way: str
    worker_words: str
    next_date: date | None
    signed: str


def letter_of(review: Review, member: Membership) -> Letter:
    """Put the letter together from the copy that the review kept."""
    return Letter(
        to=review.case.client.called,
        organisation=member.organisation.name,
        on=review.held_date,
        goals=tuple(_goal(goal) for goal in review.goals()),
        own_words=review.client_words,
        what_helped=review.what_helped,
        in_the_way=review.in_the_way,
        worker_words=review.worker_words,
        next_date=review.next_date,
        signed=review.created_by.first_name if review.created_by else "",
    )


def _goal(goal: ReviewedGoal) -> LetterGoal:
    return LetterGoal(
        first_words=goal.first_words,
        words=goal.words if goal.words != goal.first_words else "",
        ratings=_ratings(goal),
        decision=DECISIONS[goal.decision],
    )


DECISIONS = {
    "keep": "You are going on with this.",
    "reword": "You have put it in new words.",
    "reached": "You got there.",
    "let-go": "You have let this go for now.",
}


def _ratings(goal: ReviewedGoal) -> str:
    if goal.client_rating is None:
        return ""
    if goal.baseline is None or goal.baseline == goal.client_rating:
        return f"You said {goal.client_rating} out of 10."
    return f"You began at {goal.baseline} out of 10. Now you say {goal.client_rating}."
