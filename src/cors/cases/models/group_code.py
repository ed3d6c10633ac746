"""The groups that a case stands in: an arm, a cohort, how long somebody had waited."""

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from django.db import models

from cors.access.models import ClientRecord, User
from cors.cases.models.case import Case
from cors.core.privacy import Privacy


class GroupCode(ClientRecord):
    """One group by its name, such as "treatment", and where this case stands in it."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(fact=["name", "code"], technical=["case"])

    case = models.ForeignKey(Case, models.CASCADE, related_name="group_code_rows")
    name = models.CharField(max_length=40)
    code = models.CharField(max_length=60)

    if TYPE_CHECKING:
        case_id: UUID

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "name"], name="cases_one_code_a_group")
        ]

    @classmethod
    def of(cls, case: Case) -> dict[str, str]:
        """Return the codes of a case by the name of the group."""
        return {row.name: row.code for row in cls.objects.filter(case=case).order_by("name")}

    @classmethod
    def put(cls, case: Case, name: str, code: str, *, created_by: User) -> None:
        """Write one code in the place of the one before."""
        cls.objects.filter(case=case, name=name).delete()
        if code:
            cls(
                organisation=case.organisation,
                created_by=created_by,
                case=case,
                name=name,
                code=code,
            ).save(force_insert=True)
