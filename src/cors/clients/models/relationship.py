"""Who belongs to whom, what to mind, and who must never see a person."""

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Q

from cors.access.models import ClientRecord, Membership, ScopedQuerySet, User
from cors.clients.models.client import Client
from cors.core.fields import SealedText
from cors.core.privacy import Privacy


class Relationship(ClientRecord):
    """A person in the life of a client; never a link to another client, which would name them."""

    scope = "client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["name", "words"],
        fact=["kind", "from_date", "ended_date"],
        technical=["client"],
    )

    class Kind(models.TextChoices):
        PARTNER = "partner", "Partner"
        CHILD = "child", "Child"
        PARENT = "parent", "Parent"
        FAMILY = "family", "Other family"
        FRIEND = "friend", "Friend"
        NEIGHBOUR = "neighbour", "Neighbour"
        CARER = "carer", "Cares for them"
        CARED_FOR = "cared-for", "They care for"
        PROFESSIONAL = "professional", "Works with them"
        OTHER = "other", "Somebody else"

    client = models.ForeignKey(Client, models.CASCADE, related_name="relationships")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = SealedText()
    words = SealedText()
    from_date = models.DateField()
    ended_date = models.DateField(null=True)

    if TYPE_CHECKING:
        client_id: UUID

    @classmethod
    def of(cls, client: Client) -> ScopedQuerySet["Relationship"]:
        """Return who is around a person now, in the order in which they were written down."""
        return cls.objects.filter(client=client, ended_date__isnull=True).order_by("created_at")


class Alert(ClientRecord):
    """Something that everybody who meets the person has to mind."""

    scope = "client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"],
        fact=["from_date", "ended_date", "two_end_it"],
        staff=["seen_to_by"],
        technical=["client"],
    )

    client = models.ForeignKey(Client, models.CASCADE, related_name="alerts")
    words = SealedText()
    from_date = models.DateField()
    ended_date = models.DateField(null=True)
    two_end_it = models.BooleanField(default=False, db_default=False)
    seen_to_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    if TYPE_CHECKING:
        client_id: UUID
        seen_to_by_id: UUID | None

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="clients_alert_of_two_was_seen_to",
                condition=Q(two_end_it=False)
                | Q(ended_date__isnull=True)
                | Q(seen_to_by__isnull=False),
            )
        ]
        indexes = [
            models.Index(
                fields=["organisation"],
                condition=Q(ended_date__isnull=True, two_end_it=True),
                name="clients_safety_is_asked",
            )
        ]

    @classmethod
    def of(cls, client: Client) -> ScopedQuerySet["Alert"]:
        """Return all alerts of a person, newest first."""
        found = cls.objects.filter(client=client).select_related("seen_to_by")
        return found.order_by("-from_date", "-created_at")

    @classmethod
    def standing(cls, client: Client) -> ScopedQuerySet["Alert"]:
        """Return what is to be minded now."""
        return cls.objects.filter(client=client, ended_date__isnull=True).order_by("created_at")

    @classmethod
    def of_safety(cls, client: Client) -> "Alert | None":
        """Return what an answer asked for and two people have not taken down yet."""
        return cls.standing(client).filter(two_end_it=True).first()

    @classmethod
    def of_safety_in(cls, member: Membership) -> ScopedQuerySet["Alert"]:
        """Return all such alerts of an organisation: few, and found by an index."""
        standing = cls.objects.filter(ended_date__isnull=True, two_end_it=True)
        return standing.filter(organisation_id=member.organisation_id)

    @classmethod
    def asked_of(cls, client: str) -> Exists:
        """Return the condition that there is such an alert for the client of a row."""
        standing = cls.objects.filter(ended_date__isnull=True, two_end_it=True)
        return Exists(standing.filter(client=OuterRef(client)))


class BlockedSight(ClientRecord):
    """A member who must not see this person, whatever their role: family, an ex-partner.

    It stands for the human being: whoever leaves and joins again is blocked as before.
    """

    scope = "client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["reason"],
        staff=["member", "lifted_at"],
        technical=["client"],
    )

    client = models.ForeignKey(Client, models.CASCADE, related_name="blocked_sights")
    member = models.ForeignKey(Membership, models.CASCADE, related_name="+")
    reason = SealedText()
    lifted_at = models.DateTimeField(null=True)

    if TYPE_CHECKING:
        client_id: UUID
        member_id: UUID

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "member"],
                condition=models.Q(lifted_at__isnull=True),
                name="clients_blocked_once",
            )
        ]

    @classmethod
    def of(cls, client: Client) -> ScopedQuerySet["BlockedSight"]:
        """Return who is kept from seeing a person now."""
        found = cls.objects.filter(client=client, lifted_at__isnull=True)
        return found.select_related("member__user")

    @classmethod
    def stands_for(cls, client: Client, member: Membership) -> bool:
        """Say whether a member must not see a person."""
        return cls.of(client).filter(member__user=member.user_id).exists()

    @classmethod
    def clients_hidden_from(cls, member: Membership) -> ScopedQuerySet["BlockedSight"]:
        """Return the keys of the people this member must not see, as a sub-query."""
        found = cls.objects.filter(
            organisation_id=member.organisation_id,
            member__user=member.user_id,
            lifted_at__isnull=True,
        )
        return found.values("client")  # type: ignore[no-any-return]
