"""Which moments somebody may read."""

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.plans.models.moment import MomentQuerySet


def readable(moments: MomentQuerySet, member: Membership) -> MomentQuerySet:
    """Keep all moments, or those that somebody who only helps wrote themselves."""
    if member.can(Permission.PLAN):
        return moments
    return moments.filter(created_by=member.user_id)
