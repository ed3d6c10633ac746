"""Verb: say which groups a case stands in."""

from collections.abc import Mapping

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.models import Case, GroupCode


@verb(Permission.REFER)
def put_in_groups(*, case: Case, codes: Mapping[str, str], by: Membership) -> None:
    """Write the code of a case in each group by the group's name; no code takes it out."""
    before = GroupCode.of(case)
    for name, code in codes.items():
        if before.get(name, "") != code:
            GroupCode.put(case, name, code, created_by=by.user)
    changes = {"before": before, "now": GroupCode.of(case)}
    record(by=by, verb="put_in_groups", about=case, changes=changes)
