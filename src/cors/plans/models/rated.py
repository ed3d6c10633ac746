"""What a rating says, whether as a record or as a row read for many people at once."""

from datetime import date
from typing import NamedTuple, Protocol


class Rated(Protocol):
    """How close a goal felt to whom on a day."""

    @property
    def value(self) -> int: ...

    @property
    def rater(self) -> str: ...

    @property
    def rated_date(self) -> date: ...


class RatedRow(NamedTuple):
    """The same without the record: of thirty people it is read in a quarter of the time."""

    value: int
    rater: str
    rated_date: date
