"""Verb: send an answer to somebody, with a line of one's own."""

from functools import partial

from django.db import transaction

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.core.errors import Refused
from cors.library.models import Sent
from cors.library.models.question import MOST_LINE
from cors.library.receivers import receivers
from cors.library.telling import tell_that_sent


@verb(Permission.ANSWER)
def send_answer(*, slug: str, to: str, by: Membership, line: str = "") -> Sent:
    """Send an answer to one person or all who work somewhere; to: the key of a receiver."""
    receiver = receivers(by).get(to)
    if receiver is None:
        raise Refused("Choose to whom.", field="to")
    if not slug:
        raise Refused("Choose the answer.", field="slug")
    if len(line.strip()) > MOST_LINE:
        raise Refused(f"Shorten it to {MOST_LINE} characters.", field="line")
    sent = Sent(
        organisation=by.organisation,
        created_by_id=by.user_id,
        user_id=receiver.user,
        works_for_id=receiver.works_for,
        works_for_name=receiver.works_for_name,
        slug=slug,
        line=line.strip(),
    )
    sent.save(force_insert=True)
    record(by=by, verb="send_answer", about=sent, changes={"answer": slug})
    if sent.user:
        transaction.on_commit(partial(tell_that_sent, [sent.user.email]))
    return sent
