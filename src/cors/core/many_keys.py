"""Many keys in one statement: they are handed over as one value, whose text never changes."""

import json
from collections.abc import Collection
from uuid import UUID

from django.db import connection
from django.db.models.expressions import RawSQL


def as_one_value(keys: Collection[UUID]) -> RawSQL:
    """Return keys as rows for `__in`, however many: no database sets them a limit."""
    if connection.vendor == "sqlite":
        found = json.dumps([key.hex for key in keys])
        return RawSQL("SELECT value FROM json_each(%s)", [found])
    return RawSQL("SELECT unnest(%s::uuid[])", [list(keys)])
