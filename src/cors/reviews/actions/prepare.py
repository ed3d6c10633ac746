"""Verb: keep what was filled in for a review, to go on with it later."""

from datetime import datetime

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.models import Case
from cors.core.errors import Refused
from cors.plans.actions import checks
from cors.reviews.actions.meanwhile import check_seen
from cors.reviews.models import PreparedReview
from cors.reviews.models.prepared import Answers

MOST = 40_000


@verb(Permission.REVIEW)
def prepare_review(
    *, case: Case, answers: Answers, at: datetime, by: Membership, seen: str | None = None
) -> PreparedReview:
    """Keep the answers as they are, half of them too; nothing counts before the review is held.

    seen: the mark of what stood on the page that was filled in; Meanwhile where it moved on.
    """
    case.look_again()
    checks.check_going_on(case)
    if sum(len(value) for given in answers.values() for value in given) > MOST:
        raise Refused(f"This is more than can be kept. Shorten it to {MOST:,} characters.")
    check_seen(seen, case)
    prepared = PreparedReview.of(case) or PreparedReview(
        organisation=by.organisation, created_by_id=by.user_id, case=case, version=0
    )
    prepared.keep(answers)
    prepared.version += 1
    prepared.changed_at, prepared.changed_by = at, by.user
    prepared.save()
    record(by=by, verb="prepare_review", about=prepared, changes={"version": prepared.version})
    return prepared
