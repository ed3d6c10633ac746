"""Verbs: what the figures of an organisation rest on."""

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.core.errors import Refused
from cors.reports.models import ReliabilityUsed


@verb(Permission.IMPORT, Permission.SET_UP)
def use_reliability(
    *, measure: str, value: float, source: str, by: Membership, kind: str = ""
) -> ReliabilityUsed:
    """Say which reliability of a measure is used here, and where it stands."""
    if not 0 < value < 1:
        raise Refused("A reliability lies between 0 and 1.", field="value")
    if not source.strip():
        raise Refused("Say where the reliability stands.", field="source")
    used = ReliabilityUsed.of(by.organisation_id, measure)
    before = _said(used) if used else None
    now = {"value": value, "kind": kind, "source": source.strip()}
    if used and before == now:
        return used
    used = used or ReliabilityUsed(
        organisation=by.organisation, created_by=by.user, measure=measure
    )
    used.value, used.kind, used.source = value, kind, source.strip()
    used.save()
    changes = {"measure": measure, "before": before, "now": now}
    record(by=by, verb="use_reliability", about=used, changes=changes)
    return used


def _said(used: ReliabilityUsed) -> dict[str, float | str]:
    return {"value": used.value, "kind": used.kind, "source": used.source}
