"""Verbs: the list of those who must never see a person, whatever their role."""

from datetime import datetime

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.clients.models import BlockedSight, Client
from cors.core.errors import Refused


@verb(Permission.BLOCK_SIGHT)
def block_sight(*, client: Client, member: Membership, reason: str, by: Membership) -> BlockedSight:
    """Keep a colleague from seeing a person: family, an ex-partner."""
    if not reason.strip():
        raise Refused("Say why, so that a later lead can judge it.", field="reason")
    if BlockedSight.stands_for(client, member):
        raise Refused(f"{member} is on the list already.", field="member")
    block = BlockedSight(
        organisation=by.organisation,
        created_by=by.user,
        client=client,
        member=member,
        reason=reason.strip(),
    )
    block.save(force_insert=True)
    changes = {"member": member.pk, "reason": block.reason}
    record(by=by, verb="block_sight", about=block, changes=changes)
    return block


@verb(Permission.BLOCK_SIGHT)
def lift_block(*, block: BlockedSight, by: Membership, at: datetime) -> None:
    """Let a colleague see a person again, as far as their role goes; nobody lifts their own."""
    if block.lifted_at:
        raise Refused("This was lifted already.")
    if block.member.user_id == by.user_id:
        raise Refused("Ask another lead to lift a block on yourself.")
    block.lifted_at = at
    block.save(update_fields=["lifted_at"])
    record(by=by, verb="lift_block", about=block, changes={"member": block.member_id})
