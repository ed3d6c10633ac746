"""Who has moved in, and what a newcomer has set out to do."""

from datetime import datetime
from typing import Any

from django.db import models

from cors.access.models import Membership, OrganisationRecord
from cors.core.privacy import Privacy


class MovedIn(OrganisationRecord):
    """One drawn life that stands in the records, by its number among the drawn ones."""

    privacy = Privacy(technical=["number"])

    number = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "number"], name="practice_moves_in_once"
            )
        ]

    def __str__(self) -> str:
        return f"number {self.number}"

    @classmethod
    def note(cls, number: int, by: Membership) -> None:
        """Note that somebody moves in; a second note of the same number is refused."""
        cls(organisation=by.organisation, created_by_id=by.user_id, number=number).save(
            force_insert=True
        )

    @classmethod
    def how_many(cls, member: Membership) -> int:
        return cls.within(member).count()

    @classmethod
    def next_of(cls, number: int, member: Membership) -> int | None:
        """Return the lowest number not here yet, of so many; None when all are."""
        here = set(cls.within(member).values_list("number", flat=True))
        return next((each for each in range(1, number + 1) if each not in here), None)


class TaskStart(OrganisationRecord):
    """A practice task that somebody has started; whether it is done is told by the records."""

    privacy = Privacy(technical=["task", "about", "answer", "answered_at"])

    task = models.CharField(max_length=40)
    about = models.CharField(max_length=80, blank=True)  # a case, or the key of an outcome
    answer = models.CharField(max_length=80, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "created_by", "task"], name="practice_one_start_a_task"
            )
        ]

    def __str__(self) -> str:
        return self.task

    @classmethod
    def started_by(cls, member: Membership) -> "dict[str, TaskStart]":
        """Return what somebody has started, by the name of the task."""
        rows = cls.within(member).filter(created_by_id=member.user_id)
        return {row.task: row for row in rows}

    @classmethod
    def start(cls, task: str, about: str, by: Membership, at: datetime) -> None:
        """Start a task, or start it anew."""
        fresh: dict[str, Any] = {"about": about, "answer": "", "answered_at": None}
        cls.objects.update_or_create(
            organisation=by.organisation,
            created_by_id=by.user_id,
            task=task,
            defaults=fresh | {"created_at": at},
        )

    def choose(self, answer: str, at: datetime) -> None:
        """Keep what was chosen last."""
        self.answer, self.answered_at = answer, at
        self.save(update_fields=["answer", "answered_at"])
