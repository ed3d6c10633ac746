"""Verbs: prepare a look back together, hold it; close the case."""

from cors.reviews.actions.close import close_case
from cors.reviews.actions.hold import hold_review
from cors.reviews.actions.meanwhile import Meanwhile
from cors.reviews.actions.prepare import prepare_review

__all__ = ["Meanwhile", "close_case", "hold_review", "prepare_review"]
