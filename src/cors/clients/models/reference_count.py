"""The next reference of an organisation: counted, never used twice."""

import re
from typing import ClassVar

from django.db import models

from cors.access.models import Organisation, OrganisationRecord
from cors.clients.models.client import Client
from cors.core.privacy import Privacy


def letters_of(name: str) -> str:
    """Return the letters before the number: `Harbour Street` → `HS`, `Haven` → `HA`."""
    words = [word for word in re.split(r"[^A-Za-z]+", name) if word]
    letters = "".join(word[0] for word in words[:3]) if len(words) > 1 else "".join(words)[:2]
    return letters.upper() or "P"


class ReferenceCount(OrganisationRecord):
    """How far an organisation has counted."""

    privacy: ClassVar[Privacy] = Privacy(technical=["last"])

    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation"], name="clients_one_count")]

    @classmethod
    def next_for(cls, organisation: Organisation) -> str:
        """Count on and return a free reference such as `HS-0001`."""
        count, _ = cls.objects.select_for_update().get_or_create(organisation=organisation)
        letters = letters_of(organisation.name)
        while True:
            count.last += 1
            reference = f"{letters}-{count.last:04}"
            if Client.with_reference(organisation.pk, reference) is None:
                break
        count.save(update_fields=["last"])
        return reference
