"""What somebody began to write on the Record screen and has not saved."""

import json
from typing import TYPE_CHECKING, ClassVar, Self
from uuid import UUID

from django.db import models

from cors.access.models import ClientRecord, Membership, ScopedQuerySet
from cors.cases.models import Case
from cors.core.fields import SealedText
from cors.core.privacy import Privacy

Fields = list[tuple[str, str]]


class DraftQuerySet(ScopedQuerySet["Draft"]):
    """Drafts, each for the eyes of its author."""

    def visible_to(self, member: Membership) -> Self:
        """Keep this person's own, of people whom they may still see."""
        return super().visible_to(member).filter(author=member)


class Draft(ClientRecord):
    """One open form about one person; two tabs or two devices make two drafts."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"],
        staff=["author"],
        technical=["case", "form_key", "version", "changed_at"],
    )

    case = models.ForeignKey(Case, models.CASCADE, related_name="draft_rows")
    author = models.ForeignKey(Membership, models.CASCADE, related_name="+")
    form_key = models.UUIDField()  # of the form in which it is written
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    words = SealedText()  # names and values of the form's fields, as JSON

    if TYPE_CHECKING:
        case_id: UUID
        author_id: UUID

    objects: ClassVar[DraftQuerySet] = DraftQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        indexes = [models.Index(fields=["organisation", "author", "case"])]
        constraints = [
            models.UniqueConstraint(fields=["author", "form_key"], name="contacts_draft_a_form")
        ]

    @classmethod
    def of(cls, case: Case, author: Membership) -> DraftQuerySet:
        """Return what somebody began about a person, the latest first."""
        found = cls.objects.filter(case=case, author=author).select_related("case")
        return found.order_by("-changed_at")

    @classmethod
    def written_in(cls, form_key: UUID, author: Membership) -> "Draft | None":
        """Return the draft of an open form, held until the transaction ends."""
        found = cls.objects.filter(author=author, form_key=form_key)
        return found.select_for_update(of=("self",)).select_related("case").first()

    @classmethod
    def saved(
        cls, form_key: UUID, author: Membership, came_from: "Draft | None", version: int
    ) -> None:
        """Let go of what a saved form had left: its own draft, and the one that it went on from."""
        cls.objects.filter(author=author, form_key=form_key).delete()
        if came_from and came_from.author_id == author.pk:
            came_from.goes(version)

    def fields(self) -> Fields:
        """Return the names and values of what was filled in."""
        return [(name, value) for name, value in json.loads(self.words)]

    def write(self, fields: Fields) -> None:
        """Put down what stands in the form now."""
        self.words = json.dumps(fields, ensure_ascii=False)

    def goes(self, version: int | None = None) -> bool:
        """Let it go, unless it was written on since this version; say whether it went."""
        rows = type(self).objects.filter(pk=self.pk)
        gone, _ = (rows if version is None else rows.filter(version=version)).delete()
        return gone > 0
