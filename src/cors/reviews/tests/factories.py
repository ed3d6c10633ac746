"""Reviews of Hana's case."""

from typing import Any
from uuid import uuid4

from cors.access.models import Membership
from cors.cases.models import Case, Ending
from cors.reviews.actions import close_case, hold_review
from cors.reviews.entry import GoalDecision
from cors.reviews.models import Review
from tests.stage.personas import TODAY


def a_review(case: Case, by: Membership, *goals: GoalDecision, **changed: Any) -> Review:
    given: dict[str, Any] = {"on": TODAY, "form_key": uuid4()}
    return hold_review(case=case, by=by, goals=list(goals), **(given | changed))


def close(case: Case, by: Membership, **changed: Any) -> Ending:
    """Close a case without a review."""
    given: dict[str, Any] = {"on": TODAY, "reason": "enough-for-now"}
    given |= {} if "review" in changed else {"no_review_reason": "She moved away."}
    return close_case(case=case, by=by, **(given | changed))
