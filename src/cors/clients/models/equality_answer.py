"""What a person answered when asked about age, sex, faith and the like."""

from typing import ClassVar

from django.db import models

from cors.access.models import ClientRecord
from cors.clients.models.client import Client
from cors.core.privacy import Privacy


class EqualityAnswer(ClientRecord):
    """A person's answer to one equality question; no row means that it was not asked."""

    scope = "client"
    privacy: ClassVar[Privacy] = Privacy(
        fact=["code_list", "code", "asked_date"], technical=["client"]
    )

    client = models.ForeignKey(Client, models.CASCADE, related_name="equality_answers")
    code_list = models.CharField(max_length=40)
    code = models.CharField(
        max_length=240
    )  # several are parted by commas; "rather-not-say" is an answer
    asked_date = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "code_list"], name="clients_one_answer_a_question"
            )
        ]

    @classmethod
    def of(cls, client: Client) -> dict[str, str]:
        """Return the answers of a person by question."""
        found = cls.objects.filter(client=client)
        return {answer.code_list: answer.code for answer in found}

    @classmethod
    def to(cls, question: str, client: Client) -> "EqualityAnswer | None":
        """Return the answer to one question."""
        return cls.objects.filter(client=client, code_list=question).first()
