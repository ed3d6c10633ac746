"""The recording of an answer: its file lies beside the database, and goes into each backup."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models

from cors.access.models import OrganisationRecord
from cors.core.privacy import Privacy
from cors.library.chapter_times import as_times
from cors.library.models.answer import Answer
from cors.library.models.serving import SERVED_HERE


class Recording(OrganisationRecord):
    """Sound, its captions as WebVTT, and the second in which each chapter begins."""

    privacy: ClassVar[Privacy] = Privacy(
        technical=["answer", "ending", "media_type", "bytes", "seconds", "made_even", "captions",
                   "starts"],
    )  # fmt: skip
    shown_also: ClassVar[str] = SERVED_HERE.format(table="library_recording")

    answer = models.OneToOneField(Answer, models.CASCADE, related_name="recording_row")
    ending = models.CharField(max_length=8)
    media_type = models.CharField(max_length=40)
    bytes = models.PositiveBigIntegerField()
    seconds = models.FloatField(null=True)
    made_even = models.BooleanField()
    captions = models.TextField(blank=True)
    starts = models.JSONField(default=list)

    if TYPE_CHECKING:
        answer_id: UUID

    def said(self) -> dict[str, str]:
        """Return what stands in it, by field of its form."""
        return {"captions": self.captions, "times": as_times(self.starts)}

    @property
    def path(self) -> Path:
        """Return where the sound lies."""
        return self.folder() / f"{self.pk}.{self.ending}"

    @classmethod
    def folder(cls) -> Path:
        """Return where all recordings lie."""
        return Path(settings.CORS_VAR) / "attachments" / "answers"

    @classmethod
    def of_many(cls, answers: Iterable[Answer]) -> "dict[UUID, Recording]":
        """Return the recordings of some answers, by answer."""
        return {each.answer_id: each for each in cls._rows().filter(answer__in=list(answers))}

    @classmethod
    def of(cls, answer: Answer) -> "Recording | None":
        """Return the recording of an answer, if there is one."""
        return cls._rows().filter(answer=answer).first()
