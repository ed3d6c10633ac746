"""The base of every record, the wrapped keys and the mark of this installation."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, ClassVar, Self, TypeVar

from django.core.exceptions import FieldDoesNotExist, FieldError
from django.db import models
from django.utils import timezone

from cors.core.fields import ONLY_ON_A_RECORD, SealedText
from cors.core.identity import uuid7
from cors.core.privacy import Privacy

M = TypeVar("M", bound=models.Model, covariant=True)


class RecordQuerySet(models.QuerySet[M]):
    """Rows of one kind; refuses to sort by sealed text or to hand it out without its record."""

    def values(self, *fields: Any, **expressions: Any) -> Any:
        self._refuse_sealed(fields or [field.name for field in self.model._meta.fields])
        return super().values(*fields, **expressions)

    def values_list(self, *fields: Any, flat: bool = False, named: bool = False) -> Any:
        self._refuse_sealed(fields or [field.name for field in self.model._meta.fields])
        return super().values_list(*fields, flat=flat, named=named)

    def order_by(self, *field_names: Any) -> Self:
        self._refuse_sealed(field_names)
        return super().order_by(*field_names)

    def distinct(self, *field_names: Any) -> Self:
        self._refuse_sealed(field_names)
        return super().distinct(*field_names)

    def update(self, **kwargs: Any) -> int:
        self._refuse_sealed(kwargs)
        return super().update(**kwargs)

    def _refuse_sealed(self, names: Any) -> None:
        for name in names:
            if isinstance(name, str) and _leads_to_sealed_text(self.model, name):
                raise FieldError(f"{name}: {ONLY_ON_A_RECORD}")


def _leads_to_sealed_text(model: type[models.Model], path: str) -> bool:
    for part in path.lstrip("-").split("__"):
        try:
            field = model._meta.get_field(part)
        except FieldDoesNotExist:
            return False
        if isinstance(field, SealedText):
            return True
        if field.related_model is None or isinstance(field.related_model, str):
            return False
        model = field.related_model
    return False


def at_hand(record: models.Model, name: str, rows: Any) -> Iterable[Any]:
    """Return the rows that were loaded along under this name, or ask for them."""
    loaded: list[Any] | None = record.__dict__.get(name)
    return rows.all() if loaded is None else loaded


class Record(models.Model):
    """A row with a key made where the row is made, and the time it was written down."""

    privacy: ClassVar[Privacy]

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_saved(self) -> bool:
        return not self._state.adding

    def hold(self, *fields: str) -> None:
        """Read these fields again, and let nobody else change the row in this transaction."""
        held = type(self)._base_manager.select_for_update()
        self.refresh_from_db(fields=list(fields), from_queryset=held)


class SealingKey(models.Model):
    """A wrapped key: of an organisation under the master key, of a client under that."""

    privacy = Privacy(technical=["subject", "wrapped", "destroyed_at"])

    subject = models.UUIDField(primary_key=True)
    organisation = models.UUIDField(db_index=True)
    wrapped = models.BinaryField(null=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="core_key_is_there_or_destroyed",
                condition=models.Q(wrapped__isnull=False, destroyed_at__isnull=True)
                | models.Q(wrapped__isnull=True, destroyed_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"key of {self.subject}"

    def destroy(self) -> None:
        """Forget the key: what it sealed opens nowhere here, and in no backup made from now on."""
        self.wrapped = None
        self.destroyed_at = timezone.now()
        self.save(update_fields=["wrapped", "destroyed_at"])


class Installation(models.Model):
    """One row: which master key this database belongs to, and whether it is for practice."""

    privacy = Privacy(technical=["check_value", "is_practice"])

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    check_value = models.CharField(max_length=64)
    is_practice = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(name="core_one_installation", condition=models.Q(id=1))
        ]

    def __str__(self) -> str:
        return "practice" if self.is_practice else "real records"

    @classmethod
    def here(cls) -> "Installation | None":
        """Return the mark of this database, if it was set up."""
        return cls.objects.filter(pk=1).first()

    @classmethod
    def set_up(cls, *, check_value: str, is_practice: bool) -> "Installation":
        """Mark a new database."""
        return cls.objects.create(check_value=check_value, is_practice=is_practice)


class JobRun(models.Model):
    """When a job of the background last began and ended: one row a job."""

    privacy = Privacy(technical=["name", "began_at", "ended_at"])
    try_again = timedelta(hours=1)

    name = models.CharField(max_length=60, primary_key=True)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.name}, {self.began_at:%Y-%m-%d %H:%M}"

    @classmethod
    def claim(cls, name: str, *, every: timedelta, now: datetime) -> bool:
        """Begin a job if it is due, once among all workers; one that broke off is due sooner."""
        _, is_new = cls.objects.get_or_create(name=name, defaults={"began_at": now})
        if is_new:
            return True
        due = models.Q(began_at__lte=now - every) | models.Q(
            ended_at__isnull=True, began_at__lte=now - cls.try_again
        )
        rows = cls.objects.filter(due, name=name)
        return bool(rows.update(began_at=now, ended_at=None))

    @classmethod
    def unfinished(cls) -> int:
        """Return how many jobs are under way, or broke off."""
        return cls.objects.filter(ended_at=None).count()

    @classmethod
    def end(cls, name: str, *, now: datetime) -> None:
        """Note that a job came to its end."""
        cls.objects.filter(name=name).update(ended_at=now)
