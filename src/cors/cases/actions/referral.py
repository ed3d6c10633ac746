"""Verbs: a referral comes, and is accepted or declined."""

from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.models import Case
from cors.catalogue.models import Service
from cors.clients.days import refuse_before, refuse_future
from cors.clients.models import Client
from cors.core.errors import Refused

DECIDED = "Somebody decided on this referral already. Open the case to see how."


@verb(Permission.REFER)
def refer(
    *,
    client: Client,
    service: Service,
    on: date,
    by: Membership,
    source: str = "",
    words: str = "",
    group_code: str = "",
) -> Case:
    """Take a referral of a person to a service."""
    refuse_future(on, by=by)
    if service.ended_date and service.ended_date < on:
        raise Refused(f"{service} takes nobody any more. Choose another service.", field="service")
    # Only what this person may see is looked at: a refusal must not tell of a restricted case.
    if Case.of(client).visible_to(by).going_on().filter(service=service).exists():
        raise Refused(
            f"There is a case with {service} already. Go on with that one.", field="service"
        )
    case = Case(
        organisation=by.organisation,
        created_by=by.user,
        client=client,
        service=service,
        referred_date=on,
        referral_source=source,
        referral_words=words.strip(),
        group_code=group_code,
    )
    case.save(force_insert=True)
    changes = {"service": service.key, "on": on, "source": source, "words": case.referral_words}
    record(by=by, verb="refer", about=case, changes=changes)
    return case


@verb(Permission.REFER)
def accept_referral(*, case: Case, on: date, by: Membership) -> None:
    """Accept a referral: the person waits until the case opens."""
    _check_decision(case, on, by)
    case.accepted_date, case.accepted_by = on, by.user
    case.save(update_fields=["accepted_date", "accepted_by"])
    record(by=by, verb="accept_referral", about=case, changes={"on": on})


@verb(Permission.REFER)
def decline_referral(*, case: Case, reason: str, on: date, by: Membership, words: str = "") -> None:
    """Decline a referral, and say why."""
    _check_decision(case, on, by)
    if not reason:
        raise Refused("Say why, so that whoever referred can be told.", field="reason")
    case.declined_date, case.declined_by = on, by.user
    case.declined_reason = reason
    case.declined_words = words.strip()
    case.save(update_fields=["declined_date", "declined_by", "declined_reason", "declined_words"])
    changes = {"on": on, "reason": reason, "words": case.declined_words}
    record(by=by, verb="decline_referral", about=case, changes=changes)


def _check_decision(case: Case, on: date, by: Membership) -> None:
    refuse_future(on, by=by)
    refuse_before(on, case.referred_date, "The referral came")
    case.look_again()
    if case.accepted_date or case.declined_date or case.started_date or case.has_ended():
        raise Refused(DECIDED)
