"""Verbs: keep a case to the people named on it, whatever the role of others."""

from datetime import datetime

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.actions.naming import check_named, give
from cors.cases.models import Case, Restriction
from cors.core.errors import Refused


@verb(Permission.RESTRICT)
def restrict_case(*, case: Case, words: str, by: Membership) -> Restriction:
    """Restrict a case; whoever does so is named on it, or nobody might see it."""
    case.look_again()
    if case.is_restricted():
        raise Refused("This case is restricted already.")
    if not words.strip():
        raise Refused("Say why, for those who are named on it.", field="words")
    give(case=case, member=by, is_keyworker=False, on=by.organisation.today(), by=by)
    restriction = Restriction(
        organisation=by.organisation, created_by=by.user, case=case, words=words.strip()
    )
    restriction.save(force_insert=True)
    record(by=by, verb="restrict_case", about=case, changes={"words": restriction.words})
    return restriction


@verb(Permission.RESTRICT)
def lift_restriction(*, case: Case, by: Membership, at: datetime) -> None:
    """Let everybody see the case again whose role goes so far."""
    case.look_again()
    check_named(case, by)
    restriction = case.restriction()
    if restriction is None:
        raise Refused("This case is not restricted.")
    restriction.lifted_at, restriction.lifted_by = at, by.user
    restriction.save(update_fields=["lifted_at", "lifted_by"])
    record(by=by, verb="lift_restriction", about=case)
