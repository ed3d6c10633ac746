"""Organisations, the people who sign in, and the base of every record that belongs to them."""

from cors.access.models.invitation import Invitation
from cors.access.models.membership import Membership, Team, TeamMembership
from cors.access.models.organisation import Organisation
from cors.access.models.record import ClientRecord, OrganisationRecord, ScopedQuerySet
from cors.access.models.sent_form import SentForm
from cors.access.models.user import User

__all__ = [
    "ClientRecord",
    "Invitation",
    "Membership",
    "Organisation",
    "OrganisationRecord",
    "ScopedQuerySet",
    "SentForm",
    "Team",
    "TeamMembership",
    "User",
]
