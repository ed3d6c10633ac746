"""A look back together: what is being prepared, what was held, and the copies that it kept."""

from cors.reviews.models.prepared import PreparedReview
from cors.reviews.models.review import CLOSING_DAYS, Review, next_review_date, next_review_of
from cors.reviews.models.reviewed import ReviewedGoal, ReviewedPart, ReviewedStep

__all__ = [
    "CLOSING_DAYS",
    "PreparedReview",
    "Review",
    "ReviewedGoal",
    "ReviewedPart",
    "ReviewedStep",
    "next_review_date",
    "next_review_of",
]
