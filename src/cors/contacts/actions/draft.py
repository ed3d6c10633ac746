"""Verbs: keep what is being written, let it go. The trail notes when a draft began and when it was
let go, not each change in between: a draft is nobody's record yet, and only its author reads it.
"""

from datetime import datetime
from uuid import UUID

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.models import Case
from cors.contacts.actions.checks import check_visible
from cors.contacts.models import Contact, Draft
from cors.contacts.models.draft import Fields
from cors.core.errors import NotAllowed, Refused

LONGEST_DRAFT = 50_000
MOST_DRAFTS = 20
TOO_LONG = (
    "This is longer than 50,000 characters, too long to keep for later. "
    "It still stands on this page: shorten it, or save a part of it first."
)
TOO_MANY = "There are 20 drafts about this person. Let go of one that you no longer need."


@verb(Permission.RECORD)
def keep_draft(
    *,
    case: Case,
    form_key: UUID,
    fields: Fields,
    at: datetime,
    by: Membership,
    came_from: Draft | None = None,
    version: int = 0,
) -> Draft | None:
    """Keep what stands in a form, in place of what the same form held before.

    came_from and version: the draft that the form went on from, as it was then. It goes, unless
    somebody wrote on in it elsewhere. None where the form was saved meanwhile.
    """
    check_visible([case], by)
    if sum(len(name) + len(value) for name, value in fields) > LONGEST_DRAFT:
        raise Refused(TOO_LONG, field="note")
    if Contact.made_with(form_key, by):
        return None
    draft = Draft.written_in(form_key, by)
    is_new = draft is None
    if draft is None:
        draft = _begun(case, form_key, by)
    elif draft.case_id != case.pk:
        raise NotAllowed("This form is about somebody else. Open a new one.")
    draft.version, draft.changed_at = draft.version + 1, at
    draft.write(fields)
    draft.save(force_insert=is_new)
    if came_from and came_from.pk != draft.pk:
        came_from.goes(version)
    if is_new:
        record(by=by, verb="keep_draft", about=draft, changes={})
    return draft


def _begun(case: Case, form_key: UUID, by: Membership) -> Draft:
    if Draft.of(case, by).count() >= MOST_DRAFTS:
        raise Refused(TOO_MANY)
    return Draft(
        organisation=by.organisation,
        created_by_id=by.user_id,
        case=case,
        author=by,
        form_key=form_key,
        version=0,
    )


@verb(Permission.RECORD)
def let_go_draft(*, draft: Draft, by: Membership) -> None:
    """Throw away what was begun."""
    if draft.author_id != by.pk:
        raise NotAllowed("Only whoever wrote it can let it go.")
    record(by=by, verb="let_go_draft", about=draft, changes={})
    draft.goes()
