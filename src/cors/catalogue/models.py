"""What an organisation does, and what it changed in the shipped catalogue."""

from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db import models

from cors.access.models import Membership, Organisation, OrganisationRecord, Team
from cors.access.permissions import Permission
from cors.access.roles import Reach
from cors.core.models import RecordQuerySet
from cors.core.privacy import Privacy


class ServiceQuerySet(RecordQuerySet["Service"]):
    """Services, by who may see them."""

    def running(self) -> "ServiceQuerySet":
        return self.filter(ended_date__isnull=True)


class Service(OrganisationRecord):
    """What the organisation does, e.g. "Move-on support"; run by a team."""

    privacy: ClassVar[Privacy] = Privacy(
        fact=["key", "name", "team", "review_weeks", "contact_every_days", "ended_date"],
        staff=["told"],
    )

    key = models.SlugField(max_length=40)
    name = models.CharField(max_length=80)
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="services")
    review_weeks = models.PositiveSmallIntegerField(default=12)
    # Who was not seen for so many days is worth a look.
    contact_every_days = models.PositiveSmallIntegerField(default=21)
    # Who is told when an answer asks to talk about safety, besides those who work on the case.
    told = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    ended_date = models.DateField(null=True)

    if TYPE_CHECKING:
        team_id: UUID | None
        told_id: UUID | None

    objects: ClassVar[ServiceQuerySet] = ServiceQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "key"], name="catalogue_service_key")
        ]

    def __str__(self) -> str:
        return self.name

    def how_often(self) -> dict[str, int]:
        """Return the weeks between reviews and the days between contacts."""
        return {
            "review_weeks": self.review_weeks,
            "contact_every_days": self.contact_every_days,
        }

    def who_is_told(self) -> dict[str, str]:
        """Return the key of who is told, "" for nobody."""
        return {"member": str(self.told_id or "")}

    def who_may_be_told(self, by: Membership) -> list[Membership]:
        """Return the colleagues who may see to an alert and see all people of this service."""
        team = {each.pk for each in self.team.people()} if self.team else set()
        return [
            each
            for each in Membership.colleagues_of(by).order_by("user__name")
            if each.can(Permission.EDIT_PEOPLE)
            and (each.as_role.reach == Reach.ORGANISATION or each.pk in team)
        ]

    @classmethod
    def running_in(cls, organisation: Organisation) -> ServiceQuerySet:
        """Return the services that take people now."""
        return cls.objects.running().filter(organisation=organisation).order_by("name")

    @classmethod
    def all_of(cls, member: Membership) -> ServiceQuerySet:
        """Return all services of a member's organisation, those that ended too."""
        found = cls.objects.filter(organisation_id=member.organisation_id)
        return found.select_related("team", "told__user").order_by("name")

    @classmethod
    def with_key(cls, key: str, by: Membership) -> "Service | None":
        """Return the service of this key, running or ended."""
        return cls.objects.filter(organisation_id=by.organisation_id, key=key).first()

    @classmethod
    def seen_in_figures_by(cls, member: Membership) -> ServiceQuerySet:
        """Return the services whose figures this person may see."""
        found = cls.objects.filter(organisation_id=member.organisation_id).order_by("name")
        if member.role == "lead":
            return found.filter(team__in=member.team_ids())
        return found


class Choice(OrganisationRecord):
    """An organisation's say on one entry: off, another label, or an entry of its own."""

    privacy: ClassVar[Privacy] = Privacy(
        fact=["kind", "key", "label", "is_on", "is_own", "life_area", "last_use_date"],
    )

    kind = models.CharField(max_length=30)
    key = models.SlugField(max_length=60)
    label = models.CharField(max_length=120, blank=True)
    is_on = models.BooleanField(default=True)
    is_own = models.BooleanField(default=False)
    life_area = models.CharField(max_length=40, blank=True)
    last_use_date = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "key"], name="catalogue_one_choice_an_entry"
            ),
            models.CheckConstraint(
                name="catalogue_own_entry_has_a_label",
                condition=models.Q(is_own=False) | ~models.Q(label=""),
            ),
        ]

    @classmethod
    def of(cls, organisation_id: Any) -> "RecordQuerySet[Choice]":
        """Return all choices of an organisation."""
        return cls.objects.filter(organisation_id=organisation_id)

    @classmethod
    def about(cls, kind: str, key: str, by: Membership) -> "Choice":
        """Return what the organisation said of one entry, or a new row that says nothing yet."""
        found = cls.objects.filter(organisation_id=by.organisation_id, kind=kind, key=key).first()
        return found or cls(
            organisation=by.organisation, created_by_id=by.user_id, kind=kind, key=key
        )


class Licence(OrganisationRecord):
    """A ground to ask a measure's questions: no profit made (no measure named), or own words."""

    privacy: ClassVar[Privacy] = Privacy(
        fact=["measure", "version", "reference", "words", "began_date", "ended_date"],
    )

    measure = models.CharField(max_length=60, blank=True)
    version = models.CharField(max_length=20, blank=True)
    reference = models.CharField(max_length=200, blank=True)
    words = models.JSONField(null=True)
    began_date = models.DateField()
    ended_date = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "measure"],
                condition=models.Q(ended_date__isnull=True),
                name="catalogue_one_licence_a_measure",
            )
        ]

    @classmethod
    def of(cls, organisation_id: Any) -> "RecordQuerySet[Licence]":
        """Return what holds now for an organisation."""
        return cls.objects.filter(organisation_id=organisation_id, ended_date__isnull=True)

    @classmethod
    def held(cls, measure: str, by: Membership) -> "Licence | None":
        """Return the ground that holds for one measure, "" for making no profit."""
        return cls.of(by.organisation_id).filter(measure=measure).first()
