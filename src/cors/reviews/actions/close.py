"""Verb: a spell of support ends, with a look back or the reason why there was none."""

from datetime import date

from django.db import IntegrityError

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.actions import end_pause
from cors.cases.models import Case, Ending
from cors.catalogue.choices import catalogue_of
from cors.core.errors import Refused
from cors.plans.actions import checks
from cors.reviews.models import CLOSING_DAYS, Review

HAS_ENDED = "This case has ended already."


@verb(Permission.CLOSE_CASES)
def close_case(
    *,
    case: Case,
    on: date,
    reason: str,
    by: Membership,
    words: str = "",
    review: Review | None = None,
    no_review_reason: str = "",
) -> Ending:
    """End a case that was accepted; a pause that is still open ends with it."""
    case.look_again()
    _check_case(case, on, by)
    if not catalogue_of(by.organisation_id).has("ending_reason", reason):
        raise Refused("Choose why the support ends.", field="reason")
    checks.check_note(words)
    _check_review(case, on, review, no_review_reason)
    if pause := case.open_pause():
        end_pause(pause=pause, on=on, by=by)
    ending = _end(case, on, reason, words, no_review_reason, by)
    if review:
        review.ending = ending
        review.save(update_fields=["ending"])
    changes = {"on": on, "reason": reason, "review": review.pk if review else None}
    record(by=by, verb="close_case", about=case, changes=changes)
    return ending


def _check_case(case: Case, on: date, by: Membership) -> None:
    if case.declined_date:
        raise Refused("This referral was declined, so there is nothing to close.")
    if case.has_ended():
        raise Refused(HAS_ENDED)
    if case.started_date is None and case.accepted_date is None:
        raise Refused("Nobody has accepted this referral yet. Accept or decline it.")
    checks.check_day(on, by=by, case=case)
    if case.accepted_date:
        checks.check_not_before(on, case.accepted_date, "the referral was accepted")
    if case.started_date:
        checks.check_not_before(on, case.started_date, "the support began")


def _check_review(case: Case, on: date, review: Review | None, no_review_reason: str) -> None:
    checks.check_note(no_review_reason, field="no_review_reason")
    has_reason = bool(no_review_reason.strip())
    if review is None and not has_reason:
        raise Refused(
            "Choose the closing review, or say why there was none.", field="no_review_reason"
        )
    if review is None:
        return
    if has_reason:
        raise Refused(
            "There was a closing review. Take away the reason why there was none.",
            field="no_review_reason",
        )
    checks.check_of_case([review], case, field="review")
    if not review.can_close_on(on):
        raise Refused(
            f"A closing review was held in the {CLOSING_DAYS} days before the end. "
            "Look back together once more, or say why not.",
            field="review",
        )


def _end(
    case: Case, on: date, reason: str, words: str, no_review_reason: str, by: Membership
) -> Ending:
    ending = Ending(
        organisation=by.organisation,
        created_by_id=by.user_id,
        case=case,
        ended_date=on,
        reason=reason,
        words=words.strip(),
        no_review_reason=no_review_reason.strip(),
    )
    try:
        ending.save(force_insert=True)
    except IntegrityError:
        raise Refused(HAS_ENDED) from None
    return ending
