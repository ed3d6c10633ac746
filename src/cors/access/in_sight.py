"""Whether a few records are in somebody's sight, asked with a statement that is made once.

To put the rule of a role into SQL costs ten times what it costs to ask it. The words of the
statement alone are kept: who asks, and for which records, is put in each time, and what the rule
looks at is read from the database each time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BooleanField, Expression

from cors.access.models import ClientRecord, Membership, ScopedQuerySet
from cors.access.visibility import kept_statements

EXACT = 20  # a group that meets: each number up to here has a statement of its own
FILLED_UP = (40, 80, 160)  # a caseload: one statement for all numbers up to each of these
MOST_AT_ONCE = FILLED_UP[-1]  # more are asked for without a kept statement


@dataclass(frozen=True)
class Place:
    """Where in a statement a value of the one who asks, or a key, is put in."""

    number: int


@dataclass(frozen=True)
class Asking:
    """The statement that finds which of some keys are in sight."""

    sql: str
    values: tuple[Any, ...]

    def filled(self, values: Sequence[Any]) -> tuple[Any, ...]:
        """Return the values of the statement for one who asks."""
        return tuple(
            values[each.number] if isinstance(each, Place) else each for each in self.values
        )


def keys_in_sight(
    model: type[ClientRecord], member: Membership, keys: Sequence[UUID]
) -> frozenset[UUID]:
    """Return which of these records this person may see."""
    found = among_visible(model, member, keys).order_by().values_list("pk", flat=True)
    return frozenset(found)


def among_visible(
    model: type[ClientRecord], member: Membership, keys: Sequence[UUID]
) -> ScopedQuerySet[Any]:
    """Return the visible ones of these records, to be read at once and not inside of a query."""
    records: ScopedQuerySet[Any] = model.objects.filter(pk__in=keys)
    wanted = _filled_up(keys)
    asking = _asking(model, member, len(wanted))
    if asking is None:
        return records.visible_to(member)
    return records.filter(_InSight(model, asking.sql, asking.filled(_values(member, wanted))))


def _filled_up(keys: Sequence[UUID]) -> list[UUID]:
    """Ask for the first key again until there are as many as a statement is kept for."""
    size = next((each for each in FILLED_UP if EXACT < len(keys) <= each), len(keys))
    return [*keys, *list(keys[:1]) * (size - len(keys))]


class _InSight(Expression):
    """The condition that a record is among those that a kept statement finds."""

    conditional = True
    output_field = BooleanField()

    def __init__(self, model: type[ClientRecord], sql: str, values: tuple[Any, ...]) -> None:
        super().__init__()
        self.model, self.sql, self.values = model, sql, values

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Stand at the table of the model itself: this is no part of another query."""
        meta = self.model._meta
        quote = connection.ops.quote_name
        if compiler.query.get_initial_alias() != meta.db_table:
            raise TypeError("What is in sight is asked for alone, not inside of another query.")
        column = f"{quote(meta.db_table)}.{quote(str(meta.pk.column))}"
        return f"{column} IN ({self.sql})", self.values


def _asking(model: type[ClientRecord], member: Membership, number: int) -> Asking | None:
    if member.left_at or not 0 < number <= MOST_AT_ONCE:
        return None
    known = (model, member.role, number, connection.vendor)
    if known not in kept_statements:
        kept_statements[known] = _make(model, member, number)
    asking: Asking | None = kept_statements[known]
    return asking


def _make(model: type[ClientRecord], member: Membership, number: int) -> Asking | None:
    """Make the statement for a stranger of the same role; None where more than the role tells.

    It holds of this person too if, filled with their keys, it is what they would have asked.
    """
    stranger = Membership(pk=uuid4(), organisation_id=uuid4(), user_id=uuid4(), role=member.role)
    keys = [uuid4() for _ in range(number)]
    try:
        sql, values = _whole(model, stranger, keys)
        for_member = _whole(model, member, keys)
    except EmptyResultSet:  # who sees nobody
        return None
    places = {value: Place(place) for place, value in enumerate(_values(stranger, keys))}
    asking = Asking(sql, tuple(places.get(value, value) for value in values))
    same = for_member == (sql, asking.filled(_values(member, keys)))
    # A day, or the key of something else, would stand still in what is kept.
    plain = all(isinstance(each, Place | int) for each in asking.values)
    return asking if same and plain else None


def _whole(
    model: type[ClientRecord], member: Membership, keys: Sequence[UUID]
) -> tuple[str, tuple[Any, ...]]:
    found = model.objects.filter(pk__in=keys).visible_to(member).order_by().values("pk")
    sql, values = found.query.get_compiler(connection=connection).as_sql()
    return sql, tuple(values)


def _values(member: Membership, keys: Sequence[UUID]) -> list[Any]:
    """Return the values that differ from one question to the next, as the database takes them."""
    given = (member.pk, member.organisation_id, member.user_id, *keys)
    field = Membership._meta.pk
    return [field.get_db_prep_value(value, connection) for value in given]
