"""Verbs: the person is shown what came of a measure, or no longer."""

from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.core.errors import Refused
from cors.measures.models import Assessment


@verb(Permission.MEASURE)
def share_with_client(*, assessment: Assessment, on: date, by: Membership) -> None:
    """Let the person see what came of a measure, on their own picture and in their letters."""
    if assessment.withdrawn_at:
        raise Refused("This was taken back, so there is nothing to show.")
    if not assessment.scores():
        raise Refused("Nothing came of it yet: too few questions were answered.")
    if assessment.shared_date:
        raise Refused("This is shown already.")
    assessment.shared_date = on
    assessment.save(update_fields=["shared_date"])
    record(by=by, verb="share_with_client", about=assessment)


@verb(Permission.MEASURE)
def stop_sharing(*, assessment: Assessment, by: Membership) -> None:
    """No longer show the person what came of a measure; what was printed stays with them."""
    if assessment.shared_date is None:
        raise Refused("This is not shown.")
    assessment.shared_date = None
    assessment.save(update_fields=["shared_date"])
    record(by=by, verb="stop_sharing", about=assessment)
