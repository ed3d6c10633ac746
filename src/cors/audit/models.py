"""What was done and what was read: rows that are only ever added."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import models
from django.utils import timezone

from cors.core.fields import SealedText
from cors.core.identity import uuid7
from cors.core.privacy import Privacy

NEAR = timedelta(hours=1)  # longer than any one write takes, an import too


class Event(models.Model):
    """One write or one page read. No foreign keys: it outlives what it tells of."""

    privacy = Privacy(
        sealed=["changes"],
        staff=["actor_id"],
        technical=[
            "at",
            "organisation_id",
            "kind",
            "verb",
            "about_kind",
            "about_id",
            "client_id",
        ],
    )

    class Kind(models.TextChoices):
        WRITE = "write"
        READ = "read"
        SIGN_IN = "sign-in"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    at = models.DateTimeField(default=timezone.now)
    organisation_id = models.UUIDField(null=True)
    actor_id = models.UUIDField(null=True)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    verb = models.CharField(max_length=60)
    about_kind = models.CharField(max_length=60, blank=True)
    about_id = models.UUIDField(null=True)
    client_id = models.UUIDField(null=True)
    changes = SealedText()

    class Meta:
        indexes = [
            models.Index(fields=["organisation_id", "actor_id", "at"]),
            models.Index(fields=["organisation_id", "client_id", "at"]),
            models.Index(fields=["organisation_id", "kind", "at"]),
        ]

    def __str__(self) -> str:
        return f"{self.verb}, {self.at:%Y-%m-%d %H:%M}"

    @property
    def in_words(self) -> str:
        """Say what was done or opened, as the field says it."""
        return self.verb.replace("_", " ").capitalize()

    @classmethod
    def of_organisation(cls, organisation_id: UUID, kind: str) -> "models.QuerySet[Event]":
        """Return what was done, or read, in an organisation, newest first."""
        found = cls.objects.filter(organisation_id=organisation_id, kind=kind)
        return found.order_by("-at", "-pk")

    @classmethod
    def own_deeds(
        cls, organisation_id: UUID, actor: object, *, since: datetime
    ) -> "models.QuerySet[Event, tuple[datetime, str, str, UUID | None]]":
        """Return what one person did and opened: when, kind, name, and about which client."""
        found = cls.objects.filter(organisation_id=organisation_id, actor_id=actor, at__gte=since)
        return found.order_by("at", "pk").values_list("at", "kind", "verb", "client_id")

    @classmethod
    def newest_at(cls, *, using: str) -> datetime | None:
        """Return when the event was that was written last, in any organisation."""
        return cls.objects.using(using).order_by("-pk").values_list("at", flat=True).first()

    @classmethod
    def stamp_of(cls, organisation_id: UUID) -> str:
        """Return what changes with every write: the latest one, and how many came close before.

        The number tells of a write that was begun earlier and stood later than the latest.
        """
        writes = cls.of_organisation(organisation_id, cls.Kind.WRITE)
        latest = writes.values_list("at", "pk").first()
        if latest is None:
            return "nothing yet"
        near = writes.filter(at__gt=latest[0] - NEAR).order_by().count()
        return f"{latest[1]} {near}"

    @classmethod
    def of_client(cls, organisation_id: UUID, client_id: UUID) -> "models.QuerySet[Event]":
        """Return what was done about a client, and each page that named them, newest first."""
        named = NamedOnPage.objects.filter(organisation_id=organisation_id, client_id=client_id)
        about = models.Q(client_id=client_id) | models.Q(pk__in=named.values("event_id"))
        return cls.objects.filter(about, organisation_id=organisation_id).order_by("-at", "-pk")

    @classmethod
    def take_away(cls, *, before: datetime, using: str) -> dict[UUID | None, int]:
        """Delete old events with the names on them; return how many went, by organisation."""
        old = cls.objects.using(using).filter(at__lt=before)
        counted = old.order_by().values_list("organisation_id")
        gone = dict(counted.annotate(number=models.Count("pk")))
        NamedOnPage.objects.using(using).filter(event_id__in=old.values("pk")).delete()
        old.delete()
        return gone

    def sealing_subject(self) -> object:
        """Changes about a client go with the client's key, others with the organisation's."""
        return self.client_id or self.organisation_id


class NamedOnPage(models.Model):
    """One client who was named on a page that was read."""

    privacy = Privacy(technical=["event_id", "organisation_id", "client_id"])

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event_id = models.UUIDField()
    organisation_id = models.UUIDField()
    client_id = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["organisation_id", "client_id"])]

    def __str__(self) -> str:
        return f"named in {self.event_id}"
