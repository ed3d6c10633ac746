"""The tenant: owns its data, its choices and its people."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import models
from django.utils import timezone

from cors.core.models import Record
from cors.core.privacy import Privacy


class Organisation(Record):
    """One support organisation."""

    privacy: ClassVar[Privacy] = Privacy(
        technical=["key", "name", "time_zone", "client_word", "clients_word"],
    )

    key = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    time_zone = models.CharField(max_length=60, default="Europe/London")
    client_word = models.CharField(max_length=40, default="client")
    clients_word = models.CharField(max_length=40, default="clients")

    def __str__(self) -> str:
        return self.name

    @property
    def organisation_id(self) -> object:
        return self.pk

    def today(self, now: datetime | None = None) -> date:
        """Return the day it is where the organisation works."""
        return (now or timezone.now()).astimezone(ZoneInfo(self.time_zone)).date()

    @classmethod
    def with_key(cls, key: str) -> "Organisation | None":
        """Return the organisation of this key."""
        return cls.objects.filter(key=key).first()

    @classmethod
    def with_id(cls, pk: UUID) -> "Organisation | None":
        """Return the organisation of this id, if the database shows it."""
        return cls.objects.filter(pk=pk).first()
