"""Verbs: a private feed of one's own, and taking its key back."""

import secrets
from datetime import datetime

from cors.access.models import Membership
from cors.access.verbs import verb
from cors.audit.record import record
from cors.core.errors import Refused
from cors.library.models import FeedKey
from cors.library.models.feed_key import digest_of


@verb()
def make_feed_key(*, at: datetime, by: Membership) -> str:
    """Make the key of a private feed; one made before opens nothing any more."""
    if before := FeedKey.of(by):
        before.revoke(at)
    secret = secrets.token_urlsafe(24)
    key = FeedKey(
        organisation=by.organisation,
        created_by_id=by.user_id,
        user_id=by.user_id,
        digest=digest_of(secret),
    )
    key.save(force_insert=True)
    record(by=by, verb="make_feed_key", about=key)
    return f"{by.organisation.pk.hex}.{secret}"


@verb()
def revoke_feed_key(*, at: datetime, by: Membership) -> None:
    """Take the key back: whoever has the address reads nothing more."""
    key = FeedKey.of(by)
    if key is None:
        raise Refused("You have no private feed.")
    key.revoke(at)
    record(by=by, verb="revoke_feed_key", about=key)
