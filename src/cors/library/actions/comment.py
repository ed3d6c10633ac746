"""Verbs: say something to an answer; let it through, or put it away."""

from datetime import datetime
from uuid import UUID

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.core.errors import Refused
from cors.library.models import Comment
from cors.library.models.comment import MOST_WORDS


@verb()
def comment_on(*, library: UUID, slug: str, words: str, by: Membership) -> Comment:
    """Say something to an answer; those who answer read it first."""
    words = words.strip()
    if not words:
        raise Refused("Write your comment.", field="words")
    if len(words) > MOST_WORDS:
        raise Refused(f"Shorten it to {MOST_WORDS:,} characters.", field="words")
    comment = Comment(
        organisation_id=library, created_by_id=by.user_id, user_id=by.user_id,
        name=by.user.name, slug=slug, words=words,
    )  # fmt: skip
    comment.save(force_insert=True)
    record(by=by, verb="comment_on", about=comment, changes={"answer": slug})
    return comment


@verb(Permission.ANSWER)
def let_comment_through(*, comment: Comment, at: datetime, by: Membership) -> None:
    """Let all who read the answer read it."""
    comment.shown_at, comment.set_aside_at = at, None
    comment.save(update_fields=["shown_at", "set_aside_at"])
    record(by=by, verb="let_comment_through", about=comment)


@verb(Permission.ANSWER)
def put_comment_away(*, comment: Comment, at: datetime, by: Membership) -> None:
    """Let nobody read it, not even who wrote it."""
    comment.shown_at, comment.set_aside_at = None, at
    comment.save(update_fields=["shown_at", "set_aside_at"])
    record(by=by, verb="put_comment_away", about=comment)
