"""Verbs: look back together; close the case."""

from cors.reviews.actions.close import close_case
from cors.reviews.actions.hold import hold_review

__all__ = ["close_case", "hold_review"]
