"""Many keys in one statement: they are handed over as one value, whose text never changes."""

import json
from collections.abc import Collection
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import ForeignKey, Lookup, UUIDField

if TYPE_CHECKING:
    OneOf = Lookup[Any]
else:
    OneOf = Lookup


class Among(OneOf):
    """The condition that a key is one of these, however many: no database sets them a limit.

    `pk__among=keys` is `pk__in=keys` but for its text, which a database can keep planned.
    """

    lookup_name = "among"
    prepare_rhs = False
    rhs: Collection[UUID]

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        column, values = self.process_lhs(compiler, connection)
        keys = json.dumps([key.hex for key in self.rhs])
        sql = f"{column} IN (SELECT value FROM json_each(%s))"  # noqa: S608 - a column of our own
        return sql, (*values, keys)

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Hand over an array: of rows PostgreSQL would not know how few they are."""
        column, values = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s::uuid[])", (*values, list(self.rhs))


def register() -> None:
    """Make it known to the columns that hold keys."""
    UUIDField.register_lookup(Among)
    ForeignKey.register_lookup(Among)
