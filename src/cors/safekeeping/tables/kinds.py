"""The kinds of columns, and one plain form for each value, whichever database it comes from.

The plain form is how SQLite keeps it: UUIDs as 32 hex letters, days and times as text, times of
day in UTC, switches as 0 and 1, decimals as shortest text, JSON as text with sorted keys.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

Plain = str | int | float | bytes | None


class Kind(StrEnum):
    """What a column holds."""

    UUID = "uuid"
    SWITCH = "switch"
    MOMENT = "moment"
    DAY = "day"
    TIME = "time"
    DECIMAL = "decimal"
    REAL = "real"
    BYTES = "bytes"
    INTEGER = "integer"
    JSON = "json"
    TEXT = "text"


@dataclass(frozen=True)
class Column:
    """A column's name and kind."""

    name: str
    kind: Kind


def _number(digits: str) -> list[str]:
    return ["number", decimal(digits)]


def decimal(value: Any) -> str:
    """Write a decimal in one way: no exponent, no trailing noughts, no minus nought."""
    number = Decimal(str(value)).normalize()
    return f"{number:f}" if number else "0"


def json_text(value: str) -> str:
    """Write JSON in one way, for comparing only: PostgreSQL sorts keys and rewrites numbers."""
    found = json.loads(value, parse_float=_number, parse_int=_number)
    return json.dumps(found, sort_keys=True, ensure_ascii=True, separators=(",", ":"))


def without_empty_fraction(value: str) -> str:
    """Write a time as Django does on SQLite: six digits after the second, or none."""
    return value.removesuffix(".000000")


_PLAIN: dict[Kind, Callable[[Any], Plain]] = {
    Kind.SWITCH: int,
    Kind.MOMENT: without_empty_fraction,
    Kind.TIME: without_empty_fraction,
    Kind.DECIMAL: decimal,
    Kind.REAL: float,
    Kind.BYTES: bytes,
    Kind.INTEGER: int,
}


def plain(value: Any, kind: Kind) -> Plain:
    """Return the plain form of a value as the database handed it out."""
    if value is None:
        return None
    turn = _PLAIN.get(kind)
    return turn(value) if turn else str(value)
