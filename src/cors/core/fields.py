"""Sealed text: plain on the record in hand, sealed everywhere else."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import FieldError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.query_utils import DeferredAttribute

from cors.core.errors import SealError
from cors.core.keyring import keyring
from cors.core.sealing import Place, seal, subject_of, unseal

if TYPE_CHECKING:
    Stored = models.Field[str, str]  # what a record shows, not what the column holds
else:
    Stored = models.BinaryField

ONLY_ON_A_RECORD = "Sealed text can't be searched, sorted or changed in bulk: load the record."


class Sealed:
    """Sealed bytes as loaded, with the text once it was opened."""

    __slots__ = ("blob", "text")

    def __init__(self, blob: bytes, text: str | None = None) -> None:
        self.blob = blob
        self.text = text

    def __str__(self) -> str:
        if self.text is None:
            raise SealError(ONLY_ON_A_RECORD)
        return self.text

    def __repr__(self) -> str:
        return "<sealed>"


class SealedAttribute(DeferredAttribute):
    """Opens the text when it is read from a record."""

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        if instance is None:
            return self
        value = super().__get__(instance, cls)
        if not isinstance(value, Sealed):
            return value or ""
        if value.text is None:
            place = place_of(instance, str(self.field.column))
            key = keyring().key(place.subject, place.organisation)
            value.text = unseal(value.blob, key=key, place=place)
        return value.text

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


def place_of(instance: Any, column: str) -> Place:
    """Say where a record's sealed text stands."""
    return Place(
        organisation=instance.organisation_id,
        subject=instance.sealing_subject(),
        table=instance._meta.db_table,
        row=instance.pk,
        column=column,
    )


class SealedText(Stored):
    """Text about a client, sealed under the client's own key; read and set as plain text.

    Raises FieldError for look-ups and SealError for bulk updates: only a record can be opened.
    """

    descriptor_class = SealedAttribute

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if kwargs.get("unique") or kwargs.get("db_index"):
            raise FieldError("Sealed text can't be unique or indexed.")
        kwargs["null"] = True
        kwargs["blank"] = True
        kwargs["editable"] = True
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        for word in ("null", "blank", "editable"):
            kwargs.pop(word, None)
        return name, path, args, kwargs

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        raise FieldError(f"{self.name}: {ONLY_ON_A_RECORD}")

    def get_transform(self, name: str) -> Any:
        raise FieldError(f"{self.name}: {ONLY_ON_A_RECORD}")

    def from_db_value(self, value: Any, *_: Any) -> Sealed | None:
        if value is None:
            return None
        blob = bytes(value)
        keyring().want(subject_of(blob))
        return Sealed(blob)

    def pre_save(self, model_instance: Any, add: bool) -> bytes | None:
        value = model_instance.__dict__.get(self.attname)
        if isinstance(value, Sealed):
            return value.blob
        if not value:
            return None
        if not isinstance(value, str):
            raise SealError(ONLY_ON_A_RECORD)
        place = place_of(model_instance, str(self.column))
        blob = seal(value, key=keyring().key(place.subject, place.organisation), place=place)
        model_instance.__dict__[self.attname] = Sealed(blob, value)
        return blob

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        if isinstance(value, str):
            raise SealError(ONLY_ON_A_RECORD)
        return super().get_db_prep_value(value, connection, prepared)

    def value_to_string(self, obj: Any) -> str:
        raise SealError("Sealed text is not written out by serialisers.")


def subject_by_path(instance: Any, path: str) -> UUID:
    """Follow a path such as `goal__case__client` to the key of the client."""
    *steps, last = path.split("__")
    for step in steps:
        instance = getattr(instance, step)
    subject: UUID = getattr(instance, f"{last}_id")
    return subject
