"""A person who is supported."""

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Count, ExpressionWrapper, F, OuterRef, Q, Subquery

from cors.access.models import ClientRecord, Membership, ScopedQuerySet
from cors.core.blind_index import fold, name_tokens, search_tokens
from cors.core.fields import SealedText
from cors.core.keyring import index_key, keyring
from cors.core.models import SealingKey
from cors.core.privacy import Privacy
from cors.core.sealing import ColumnOpener

NAMES = "names"


def fold_reference(reference: str) -> str:
    """Return a reference as it is compared: whatever its case, without the ends typed by chance."""
    return reference.strip().casefold()


def sort_name(name: str) -> tuple[str, str]:
    """Return the family name, then all names, folded: the order of lists."""
    whole = fold(name)
    return (whole.split() or [""])[-1], whole


def _in_order(
    opener: ColumnOpener, row: tuple[UUID, str, str, Any, Any]
) -> tuple[str, tuple[str, str], str, UUID]:
    """Return what orders a person in a list; who has no name or no key left comes first."""
    pk, letters, reference, name, key = row
    text = opener.text(pk, wrapped=bytes(key), blob=bytes(name)) if name and key else ""
    return letters, sort_name(text), reference, pk


class Client(ClientRecord):
    """One person, once in an organisation."""

    scope = ""
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["name", "preferred_name", "birth_date", "pronouns", "language", "needs"],
        fact=["reference", "reference_folded", "birth_year", "sort_key", "erased_at"],
    )

    reference = models.CharField(max_length=40)
    # Kept, because PostgreSQL takes no index on upper() under row-level security.
    reference_folded = models.CharField(max_length=120, db_default="", editable=False)
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
            models.Index(
                fields=["organisation", "sort_key", "id"],
                condition=Q(erased_at__isnull=True),
                name="clients_by_name",
            ),
            models.Index(fields=["organisation", "birth_year"]),
            models.Index(fields=["organisation", "reference_folded"], name="clients_by_folded"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "reference"], name="clients_reference_once"
            )
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the folded reference wherever the reference is written."""
        fields = kwargs.get("update_fields")
        if fields is None or "reference" in fields:
            self.reference_folded = fold_reference(self.reference)
            kwargs["update_fields"] = fields and {*fields, "reference_folded"}
        super().save(*args, **kwargs)

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

    def answers_to(self, reference: str) -> bool:
        """Say whether this is the person's reference, whatever its case."""
        return fold_reference(reference) == fold_reference(self.reference)

    def look_again(self) -> None:
        """Read whether the person was erased, and let nobody erase them in this transaction."""
        self.refresh_from_db(fields=["erased_at"], from_queryset=Client.objects.select_for_update())

    def is_readable(self) -> bool:
        """Say whether the key still stands."""
        return SealingKey.objects.filter(subject=self.pk, wrapped__isnull=False).exists()

    def destroy_key(self) -> None:
        """Forget the key under which all texts about this person are sealed."""
        for key in SealingKey.objects.filter(subject=self.pk, wrapped__isnull=False):
            key.destroy()
        keyring().forget(self.pk)

    def clear_sealed(self) -> None:
        """Empty what stands on this row; elsewhere it stays, and opens no more."""
        for field in self.privacy.sealed:
            setattr(self, field, "")

    def file_under(self) -> str:
        """Return the first two letters of the family name, which stand in clear."""
        return sort_name(self.name)[0][:2]

    @classmethod
    def keys_by_name(cls, found: ScopedQuerySet["Client"], member: Membership) -> list[UUID]:
        """Return the keys of these people in the order of lists; each name is opened for it.

        Read as columns: a record and a place on the ring for each would cost three times as much.
        """
        key = SealingKey.objects.filter(subject=OuterRef("pk")).values("wrapped")
        rows = found.order_by().annotate(
            sealed=ExpressionWrapper(F("name"), models.BinaryField()), wrapped=Subquery(key)
        )
        opener = ColumnOpener(
            under=keyring().key(member.organisation_id, member.organisation_id),
            organisation=member.organisation_id,
            table=cls._meta.db_table,
            column="name",
        )
        columns = rows.values_list("pk", "sort_key", "reference", "sealed", "wrapped")
        return [pk for *_, pk in sorted(_in_order(opener, row) for row in columns)]

    @classmethod
    def named_like(cls, query: str, member: Membership) -> ScopedQuerySet[Self]:
        """Return people, visible or not, each word of the query matches the start of a name of."""
        people: ScopedQuerySet[Self] = cls.within(member)  # type: ignore[assignment]
        tokens = search_tokens(query, key=index_key(member.organisation_id, NAMES))
        if not tokens:
            return people
        # Word after word among the hashes alone, so that a frequent first name joins no people.
        first, *others = (NamePrefix.within(member).filter(token=token) for token in tokens)
        for other in others:
            first = first.filter(client__in=other.values("client"))
        return people.filter(pk__in=first.values("client"))

    @classmethod
    def with_key(cls, key: UUID) -> "Client | None":
        """Return the person of this key, for erasing them again after a restore."""
        return cls.objects.filter(pk=key).first()

    @classmethod
    def with_reference(cls, organisation_id: Any, reference: str) -> "Client | None":
        """Return whose reference this is, erased people too: a reference is used once."""
        return cls.referenced(organisation_id, reference).first()

    @classmethod
    def referenced(cls, organisation_id: Any, reference: str) -> ScopedQuerySet["Client"]:
        """Return whose reference this is, whatever its case, visible or not."""
        return cls.objects.filter(
            organisation_id=organisation_id, reference_folded=fold_reference(reference)
        )

    @classmethod
    def alike(
        cls, tokens: Iterable[bytes], least: int, organisation_id: Any, birth_year: int | None
    ) -> ScopedQuerySet["Client"]:
        """Return people, whoever may see them, who share so many words of a name.

        A year of birth that is known of both must be the same; where one word alone is shared it
        must be known of both. For the warning about duplicates alone: what it finds outside one's
        sight is not shown.
        """
        sharing = (
            NamePrefix.objects.filter(token__in=list(tokens), client__erased_at__isnull=True)
            .values("client")
            .annotate(words=Count("token", distinct=True))
            .filter(words__gte=least)
        )
        found = cls.objects.filter(organisation_id=organisation_id, pk__in=sharing.values("client"))
        if birth_year is None:
            return found
        unknown = Q(birth_year__isnull=True) if least > 1 else Q(pk__in=[])
        return found.filter(Q(birth_year=birth_year) | unknown)


class NamePrefix(ClientRecord):
    """A keyed hash of the start of one of a person's names: how a sealed name is found."""

    scope = "client"
    privacy: ClassVar[Privacy] = Privacy(technical=["client", "token"])

    client = models.ForeignKey(Client, models.CASCADE, related_name="name_prefixes")
    token = models.BinaryField(max_length=8, db_index=False)

    class Meta:
        indexes = [models.Index(fields=["token", "client"])]

    @classmethod
    def write_for(cls, client: Client, created_by: Any) -> None:
        """Write the starts of a person's names anew."""
        cls.forget(client)
        key = index_key(client.organisation_id, NAMES)
        tokens = name_tokens(f"{client.name} {client.preferred_name}", key=key)
        cls.objects.bulk_create(
            cls(
                organisation_id=client.organisation_id,
                created_by=created_by,
                client=client,
                token=token,
            )
            for token in sorted(tokens)
        )

    @classmethod
    def forget(cls, client: Client) -> None:
        """Let a person be found by name no more."""
        cls.objects.filter(client=client).delete()
