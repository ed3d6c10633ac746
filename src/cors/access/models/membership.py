"""Who belongs to which organisation, in which role and which teams."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db import models

from cors.access.models.organisation import Organisation
from cors.access.models.user import User
from cors.access.permissions import Permission
from cors.access.roles import ROLES, Role
from cors.access.scope import within
from cors.core.models import Record, RecordQuerySet
from cors.core.privacy import Privacy


class MembershipQuerySet(RecordQuerySet["Membership"]):
    """Memberships, by who still belongs."""

    def current(self) -> "MembershipQuerySet":
        return self.filter(left_at__isnull=True, user__is_active=True)

    def of_people(self) -> "MembershipQuerySet":
        return self.current().exclude(role="system")


class Membership(Record):
    """One person in one organisation: the actor of every verb."""

    privacy: ClassVar[Privacy] = Privacy(staff=["user", "role", "left_at"])

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=[(r.key, r.name) for r in ROLES.values()])
    left_at = models.DateTimeField(null=True)

    if TYPE_CHECKING:
        organisation_id: object
        user_id: object

    objects: ClassVar[Any] = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user"],
                condition=models.Q(left_at__isnull=True),
                name="access_one_current_membership",
            )
        ]

    def __str__(self) -> str:
        return self.user.name

    @property
    def as_role(self) -> Role:
        return ROLES[self.role]

    def can(self, permission: Permission) -> bool:
        """Say whether the role allows it."""
        return self.left_at is None and permission in self.as_role.may

    @classmethod
    def current_of(cls, user: User) -> MembershipQuerySet:
        """Return where a person belongs now."""
        return cls.objects.current().filter(user=user).select_related("organisation", "user")

    @classmethod
    def colleagues_of(cls, member: "Membership") -> MembershipQuerySet:
        """Return the people of the same organisation who still belong."""
        found = cls.objects.of_people().filter(organisation_id=member.organisation_id)
        return found.select_related("user", "organisation")

    @classmethod
    def without_codes(cls, *, using: str) -> list[str]:
        """Name the organisations of which no manager has one-time codes on."""
        managers = cls.objects.using(using).current().filter(role="manager")
        with_codes = managers.filter(user__authenticator__type="totp")
        left = managers.exclude(organisation__in=with_codes.values("organisation"))
        return sorted(set(left.values_list("organisation__name", flat=True)))

    @classmethod
    def everybody_in(cls, organisation_id: UUID) -> MembershipQuerySet:
        """Return all who belong or ever belonged, this system too."""
        found = cls.objects.filter(organisation_id=organisation_id)
        return found.select_related("user").order_by("user__name")

    def is_member_elsewhere(self) -> bool:
        """Say whether the person belongs to another organisation too."""
        with within(None, user=self.user_id):
            found = Membership.current_of(self.user)
            return found.exclude(organisation_id=self.organisation_id).exists()

    def team_ids(self) -> Any:
        """Return the keys of this person's teams, as a sub-query."""
        return TeamMembership.objects.filter(member=self).values("team")

    def in_same_teams(self) -> "MembershipQuerySet":
        """Return the people who share a team with this one, and this one."""
        return Membership.objects.filter(pk__in=self.keys_in_same_teams())

    def keys_in_same_teams(self) -> Any:
        """Return the keys of those people, as a sub-query: a union, so that each part is small."""
        sharing = TeamMembership.objects.filter(team__in=self.team_ids()).values("member")
        return sharing.union(Membership.objects.filter(pk=self.pk).values("pk"))


class Team(Record):
    """People who work together; a team can run services."""

    privacy: ClassVar[Privacy] = Privacy(technical=["name"])

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="teams")
    name = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="access_team_name")
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def of(cls, organisation: Organisation) -> "RecordQuerySet[Team]":
        """Return the teams of an organisation by name."""
        return cls.objects.filter(organisation=organisation).order_by("name")

    def people(self) -> Iterable[Membership]:
        """Return who is in the team now."""
        return Membership.objects.of_people().filter(team_memberships__team=self)


class TeamMembership(Record):
    """One person in one team."""

    privacy: ClassVar[Privacy] = Privacy(staff=["team", "member"])

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.CASCADE, related_name="team_memberships")
    member = models.ForeignKey(Membership, models.CASCADE, related_name="team_memberships")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "member"], name="access_once_in_a_team")
        ]
