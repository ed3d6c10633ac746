"""Who belongs to whom, what to mind, and who must never see a person."""

from typing import ClassVar, Self

from django.db import models

from cors.access.models import ClientRecord, Membership
from cors.clients.models.client import Client
from cors.core.fields import SealedText
from cors.core.privacy import Privacy


class Relationship(ClientRecord):
    """A person in the life of a client, known here or not."""

    scope = "client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["name", "words"],
        fact=["kind", "ended_date"],
        technical=["client", "other"],
    )

    client = models.ForeignKey(Client, models.CASCADE, related_name="relationships")
    other = models.ForeignKey(Client, models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=20)
    name = SealedText()
    words = SealedText()
    ended_date = models.DateField(null=True)


class Alert(ClientRecord):
    """Something that everybody who meets the person has to mind."""

    scope = "client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"],
        fact=["from_date", "ended_date"],
        technical=["client"],
    )

    client = models.ForeignKey(Client, models.CASCADE, related_name="alerts")
    words = SealedText()
    from_date = models.DateField()
    ended_date = models.DateField(null=True)

    @classmethod
    def standing(cls, client: Client) -> models.QuerySet[Self]:
        """Return what is to be minded now."""
        return cls.objects.filter(client=client, ended_date__isnull=True).order_by("created_at")


class BlockedSight(ClientRecord):
    """A member who must not see this person, whatever their role: family, an ex-partner."""

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

    @classmethod
    def of(cls, client: Client) -> models.QuerySet[Self]:
        """Return who is kept from seeing a person now."""
        found = cls.objects.filter(client=client, lifted_at__isnull=True)
        return found.select_related("member__user")

    @classmethod
    def clients_hidden_from(cls, member: Membership) -> models.QuerySet[Self]:
        """Return the keys of the people this member must not see, as a sub-query."""
        return cls.objects.filter(member=member, lifted_at__isnull=True).values("client")  # type: ignore
