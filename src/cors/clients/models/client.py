"""A person who is supported."""

from datetime import date
from typing import ClassVar, Self
from uuid import UUID

from django.db import models

from cors.access.models import ClientRecord, Membership, ScopedQuerySet
from cors.core.blind_index import search_tokens
from cors.core.fields import SealedText
from cors.core.keyring import index_key
from cors.core.privacy import Privacy

NAMES = "names"


class Client(ClientRecord):
    """One person, once in an organisation."""

    scope = ""
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["name", "preferred_name", "birth_date", "pronouns", "language", "needs"],
        fact=["reference", "birth_year", "sort_key", "erased_at"],
    )

    reference = models.CharField(max_length=40)
    name = SealedText()
    preferred_name = SealedText()
    birth_date = SealedText()  # ISO day; the year alone stands in clear for figures and finding
    birth_year = models.PositiveSmallIntegerField(null=True)
    pronouns = SealedText()
    language = SealedText()
    needs = SealedText()  # what to mind: an interpreter, large print, a step-free room
    sort_key = models.CharField(max_length=2, blank=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "sort_key"]),
            models.Index(fields=["organisation", "birth_year"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "reference"], name="clients_reference_once"
            )
        ]

    def sealing_subject(self) -> UUID:
        """A person's texts are sealed under the person's own key."""
        subject: UUID = self.pk
        return subject

    @property
    def called(self) -> str:
        """The name to use: the preferred one, else the first of the names."""
        return self.preferred_name or (self.name.split() or ["No name yet"])[0]

    @property
    def born_on(self) -> date | None:
        """The date of birth, opened."""
        return date.fromisoformat(self.birth_date) if self.birth_date else None

    @classmethod
    def named_like(cls, query: str, member: Membership) -> ScopedQuerySet[Self]:
        """Return visible people each word of the query matches the start of a name of."""
        found = cls.visible_to(member)
        for token in search_tokens(query, key=index_key(member.organisation_id, NAMES)):  # type: ignore[arg-type]
            found = found.filter(pk__in=NamePrefix.objects.filter(token=token).values("client"))
        return found


class NamePrefix(ClientRecord):
    """A keyed hash of the start of one of a person's names: how a sealed name is found."""

    scope = "client"
    privacy: ClassVar[Privacy] = Privacy(technical=["client", "token"])

    client = models.ForeignKey(Client, models.CASCADE, related_name="name_prefixes")
    token = models.BinaryField(max_length=8, db_index=False)

    class Meta:
        indexes = [models.Index(fields=["token", "client"])]


class EqualityAnswer(ClientRecord):
    """A person's answer to one equality question; no row means that it was not asked."""

    scope = "client"
    privacy: ClassVar[Privacy] = Privacy(
        fact=["code_list", "code", "asked_date"], technical=["client"]
    )

    client = models.ForeignKey(Client, models.CASCADE, related_name="equality_answers")
    code_list = models.CharField(max_length=40)
    code = models.CharField(max_length=60)  # "rather-not-say" is an answer
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
