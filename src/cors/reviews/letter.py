"""The letter of a review, in plain words: their goals first, nothing that blames."""

from dataclasses import dataclass
from datetime import date

from cors.access.models import Membership
from cors.plans.models import Step
from cors.reviews.models import Review, ReviewedGoal, ReviewedPart, ReviewedStep


@dataclass(frozen=True)
class LetterGoal:
    """What the letter says of one goal; the numbers are of 10, None where nobody was asked."""

    first_words: str
    words: str
    ratings: str
    decision: str
    then: int | None = None
    now: int | None = None
    other: int | None = None


@dataclass(frozen=True)
class LetterStep:
    """What comes next: in the words of the step, and who does it by when."""

    words: str
    who: str


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
    helped: tuple[str, ...] = ()
    was_there: tuple[str, ...] = ()
    steps: tuple[LetterStep, ...] = ()


def letter_of(review: Review, member: Membership) -> Letter:
    """Put the letter together from the copies that the review kept."""
    signed = review.created_by.first_name if review.created_by else ""
    sides = ReviewedPart.Side
    return Letter(
        to=review.case.client.called,
        organisation=member.organisation.name,
        on=review.held_date,
        goals=tuple(_goal(goal, signed) for goal in review.goals()),
        own_words=review.client_words,
        what_helped=review.what_helped,
        in_the_way=review.in_the_way,
        worker_words=review.worker_words,
        next_date=review.next_date,
        signed=signed,
        helped=tuple(part.words for part in review.named(sides.HELPED)),
        was_there=tuple(part.words for part in review.named(sides.IN_THE_WAY)),
        steps=tuple(_step(step, signed) for step in review.steps()),
    )


def _goal(goal: ReviewedGoal, signed: str) -> LetterGoal:
    return LetterGoal(
        first_words=goal.first_words,
        words=goal.words if goal.words != goal.first_words else "",
        ratings=" ".join(part for part in (_ratings(goal), _other_view(goal, signed)) if part),
        decision=DECISIONS[goal.decision],
        then=goal.baseline,
        now=goal.client_rating,
        other=goal.worker_rating,
    )


DECISIONS = {
    "keep": "You are going on with this.",
    "reword": "You have put it in new words.",
    "reached": "You got there.",
    "let-go": "You have let this go for now.",
}
OWNERS = {
    Step.Owner.CLIENT.value: "You do this{by}.",
    Step.Owner.WORKER.value: "{signed} does this{by}.",
    Step.Owner.TOGETHER.value: "We do this together{by}.",
    Step.Owner.OTHER.value: "Somebody else does this{by}.",
}


def _ratings(goal: ReviewedGoal) -> str:
    if goal.client_rating is None:
        return ""
    if goal.baseline is None or goal.baseline == goal.client_rating:
        return f"You said {goal.client_rating} out of 10."
    return f"You began at {goal.baseline} out of 10. Now you say {goal.client_rating}."


def _other_view(goal: ReviewedGoal, signed: str) -> str:
    """Return how the worker sees it, beside the person's own number and never mixed with it."""
    if goal.worker_rating is None:
        return ""
    name = signed or "Your worker"
    if goal.client_rating is None:
        return f"{name} says {goal.worker_rating} out of 10."
    if not goal.differs:
        return f"{name} says the same."
    return f"{name} says {goal.worker_rating}. You see it in two ways. Both stay."


def _step(step: ReviewedStep, signed: str) -> LetterStep:
    by = f" by {step.due_date.day} {step.due_date:%B}" if step.due_date else ""
    who = OWNERS[step.owner].format(by=by, signed=signed or "Your worker")
    return LetterStep(step.words, who)
