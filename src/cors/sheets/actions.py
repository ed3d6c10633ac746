"""Verbs: write a case study, and read one as the second person."""

from datetime import datetime

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.models import Case
from cors.clients.models import Client, Consent
from cors.core.errors import Refused
from cors.core.forms import refuse_unseen
from cors.sheets.models import LONGEST, CaseStudy


@verb(Permission.PLAN)
def write_case_study(
    *, case: Case, words: str, at: datetime, by: Membership, seen: str = ""
) -> CaseStudy:
    """Keep the words; whatever was read before has to be read again.

    seen: what stood in the form, so that nobody writes over what they have not seen.
    """
    case.look_again()
    _check_consent(case.client, by)
    words = words.strip()
    if not words:
        raise Refused("Write what may be told.", field="words")
    if len(words) > LONGEST:
        raise Refused(f"This is too long. Shorten it to {LONGEST:,} characters.", field="words")
    study = CaseStudy.of(case)
    refuse_unseen(seen, {"words": study.words} if study else {})
    study = study or CaseStudy(
        organisation=by.organisation, created_by_id=by.user_id, case=case, words=""
    )
    study.change(words, by=by.user, at=at)
    study.save()
    record(by=by, verb="write_case_study", about=study, changes={"words": words})
    return study


@verb(Permission.PLAN)
def read_case_study(*, case: Case, seen: str, at: datetime, by: Membership) -> CaseStudy:
    """Let it be used: somebody who did not write it has read it, and nobody can be known by it."""
    case.look_again()
    _check_consent(case.client, by)
    study = CaseStudy.of(case)
    if study is None:
        raise Refused("Nothing is written yet. Write the case study first.")
    if not seen:
        raise Refused("Open the case study and read it first.")
    refuse_unseen(seen, {"words": study.words})
    if by.user_id == study.changed_by_id:
        raise Refused("You wrote this. Ask a colleague to read it before it is used.")
    study.read_by, study.read_at = by.user, at
    study.save(update_fields=["read_by", "read_at"])
    record(by=by, verb="read_case_study", about=study)
    return study


def _check_consent(client: Client, by: Membership) -> None:
    if Consent.holding(client, Consent.Purpose.STORY, by.organisation.today()) is None:
        raise Refused(
            f"{client.called} has not agreed that their story is told, or no longer does. "
            "Ask them first, and note what they say under consents."
        )
