"""Rows for tables as the models have them: columns, defaults and seals come from the model."""

import json
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, date, datetime
from random import Random
from typing import Any
from uuid import UUID

from django.db import models

from cors.audit.models import Event
from cors.core.fields import SealedText
from cors.core.sealing import Place, seal

Row = tuple[Any, ...]
OF_EVERY_ROW = ("id", "organisation_id", "created_at", "created_by_id")


def _as_text(day: date) -> str:
    return day.isoformat()


def _as_naive_text(at: datetime) -> str:
    return str(at.astimezone(UTC).replace(tzinfo=None))


def _as_hex(key: UUID) -> str:
    return key.hex


FOR_SQLITE: dict[str, Callable[[Any], Any]] = {
    "UUIDField": _as_hex,
    "DateField": _as_text,
    "DateTimeField": _as_naive_text,
}


class Shape:
    """One table: how a row of it is written from the values of a record."""

    def __init__(self, model: type[models.Model], vendor: str) -> None:
        fields = model._meta.concrete_fields
        self.table = model._meta.db_table
        self.columns = tuple(str(field.column) for field in fields)
        self.names = tuple(field.attname for field in fields)
        self.sealed = tuple(f.attname for f in fields if isinstance(f, SealedText))
        self.common = tuple(name for name in OF_EVERY_ROW if name in self.names)
        self.defaults = {
            field.attname: field.get_default()
            for field in fields
            if field.attname not in OF_EVERY_ROW and _has_start(field)
        }
        self.converters = tuple(_converter(field, vendor) for field in fields)

    def row(self, values: dict[str, Any]) -> Row:
        """Return a row; a value that is missing or of no column is an error, as in the verbs."""
        whole = self.defaults | values
        if len(whole) != len(self.names):
            raise ValueError(f"{self.table}: {sorted(whole.keys() ^ set(self.names))}")
        return tuple(
            [
                value if convert is None or value is None else convert(value)
                for convert, value in zip(
                    self.converters, map(whole.__getitem__, self.names), strict=True
                )
            ]
        )


def _has_start(field: Any) -> bool:
    return bool(field.null or field.has_default() or (field.empty_strings_allowed and field.blank))


def _converter(field: Any, vendor: str) -> Callable[[Any], Any] | None:
    if vendor != "sqlite":
        return None
    while field.remote_field:
        field = field.target_field
    return FOR_SQLITE.get(field.get_internal_type())


class Rows:
    """Rows of many tables, gathered until they are written."""

    def __init__(self, organisation: UUID, vendor: str, chance: Random) -> None:
        self.organisation = organisation
        self.vendor = vendor
        self.chance = chance
        self.shapes: dict[type[models.Model], Shape] = {}
        self.found: dict[Shape, list[Row]] = defaultdict(list)

    def key(self, at: datetime) -> UUID:
        """Return a key as it would have been made at a time (UUIDv7)."""
        milliseconds = int(at.timestamp() * 1000)
        bits = self.chance.getrandbits(74)
        value = (milliseconds << 80) | (0x7 << 76) | (bits >> 62 << 64)
        return UUID(int=value | (0b10 << 62) | (bits & (1 << 62) - 1))

    def shape(self, model: type[models.Model]) -> Shape:
        if model not in self.shapes:
            self.shapes[model] = Shape(model, self.vendor)
        return self.shapes[model]

    def add(self, model: type[models.Model], **values: Any) -> None:
        """Add a row that says everything itself."""
        shape = self.shape(model)
        self.found[shape].append(shape.row(values))


class PersonRows:
    """Adds rows about one person: sealed under their key, written down by one worker."""

    def __init__(self, rows: Rows, client: UUID, key: bytes, user: UUID) -> None:
        self.rows = rows
        self.client = client
        self.sealing_key = key
        self.user = user

    def add(self, model: type[models.Model], written: datetime, /, **values: Any) -> UUID:
        """Add a row and return its key; texts are sealed for their place."""
        shape = self.rows.shape(model)
        given = values.pop("id", None)
        key: UUID = given or self.rows.key(written)
        common = (key, self.rows.organisation, written, self.user)
        whole = {n: v for n, v in zip(OF_EVERY_ROW, common, strict=True) if n in shape.common}
        for name in shape.sealed:
            text = values.get(name)
            values[name] = self._sealed(text, shape.table, key, name) if text else None
        self.rows.found[shape].append(shape.row(whole | values))
        return key

    def told(
        self, verb: str, about: type[models.Model], key: UUID, at: datetime, /, **changes: Any
    ) -> None:
        """Add the event of a verb."""
        said = json.dumps(changes, default=str, ensure_ascii=False) if changes else None
        self.add(
            Event,
            at,
            at=at,
            actor_id=self.user,
            kind=Event.Kind.WRITE.value,
            verb=verb,
            about_kind=about._meta.label_lower,
            about_id=key,
            client_id=self.client,
            changes=said,
        )

    def _sealed(self, text: str, table: str, row: UUID, column: str) -> bytes:
        place = Place(self.rows.organisation, self.client, table, row, column)
        return seal(text, key=self.sealing_key, place=place)
