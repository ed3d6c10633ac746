"""A snapshot opened for one question: the facts of some services, asked in SQL."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from cors.facts.engine import quoted, start, unreadable

BY_CASE = (
    "contacts", "goals", "barriers", "moments", "reviews", "aims", "outcomes", "checks", "scores"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class About:
    """What a snapshot stands for."""

    stamp: str
    as_of: datetime
    seconds: float  # that it took
    number: int


class Snapshot:
    """Facts as tables to ask, with `FROM contacts WHERE …`; a case is a number in them."""

    is_old = False  # something was written since

    def __init__(self, base: Any) -> None:
        self._base = base
        found = self.one("SELECT stamp, as_of, seconds, number FROM facts.about")
        stamp, as_of, seconds, number = found
        self.about = About(stamp, as_of.replace(tzinfo=UTC), seconds, number)

    @classmethod
    def at(cls, path: Path) -> "Snapshot":
        """Open a file, for reading alone; what does not fit in memory lies beside it meanwhile."""
        base = start(scratch=f"{path.with_suffix('')}-{uuid4()}")
        base.execute(f"ATTACH {quoted(path)} AS facts (READ_ONLY)")
        return cls(base)

    @classmethod
    def last_at(cls, path: Path) -> "Snapshot | None":
        """Open a file if it is there and whole."""
        try:
            return cls.at(path) if path.exists() else None
        except unreadable():
            return None

    def close(self) -> None:
        """Give the memory back; what was not looked up before can't be any more."""
        self._base.close()

    def narrow(self, services: Iterable[UUID], first: date, last: date) -> None:
        """Keep to some services, and say which days the questions are about.

        `in_period(day)` says whether a day lies in the period, `meets(start, end)` whether a spell
        (still going on where it has no end) has a day in it. `supported` are the cases that do.
        """
        begin, end = (f"{quoted(day.isoformat())}::DATE" for day in (first, last))
        chosen = ", ".join(quoted(str(service)) for service in services) or "NULL"
        for statement in (
            f"CREATE MACRO last_day() AS {end}",
            f"CREATE MACRO in_period(day) AS day BETWEEN {begin} AND {end}",
            "CREATE MACRO meets(since, until) AS "
            f"since <= {end} AND (until IS NULL OR until >= {begin})",
            f"CREATE TABLE cases AS FROM facts.cases WHERE service IN ({chosen})",
            "CREATE TABLE supported AS FROM cases WHERE meets(started, ended)",
            "CREATE VIEW ratings AS FROM facts.ratings",
            *(
                f"CREATE VIEW {name} AS FROM facts.{name} SEMI JOIN cases USING (case_no)"
                for name in BY_CASE
            ),
        ):
            self._base.execute(statement)

    def one(self, question: str, *values: Any) -> tuple[Any, ...]:
        """Return the one row that answers."""
        found: tuple[Any, ...] = self._base.execute(question, values).fetchone()
        return found

    def all(self, question: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return all rows that answer."""
        found: list[tuple[Any, ...]] = self._base.execute(question, values).fetchall()
        return found

    def pick(self, what: str, rows: str, *values: Any) -> Any:
        """Return one value of some rows."""
        return self.one(f"SELECT {what} {rows}", *values)[0]

    def count(self, rows: str, *values: Any) -> int:
        """Count rows."""
        return int(self.pick("count(*)", rows, *values))

    def tally(self, column: str, rows: str, *values: Any) -> dict[str, int]:
        """Count rows by what stands in a column."""
        return dict(self.all(f"SELECT {column}, count(*) {rows} GROUP BY ALL", *values))

    def cases(self, rows: str, *values: Any) -> "CasesBehind":
        """Return the keys of the cases of some rows."""
        return CasesBehind(self, rows, values)


class CasesBehind(Set[UUID]):
    """The cases behind a figure in the order they began: only looked up for a list of them."""

    def __init__(self, snapshot: Snapshot, rows: str, values: tuple[Any, ...]) -> None:
        self.snapshot = snapshot
        self.rows = rows
        self.values = values

    @cached_property
    def found(self) -> dict[UUID, None]:
        these = f"SELECT case_no {self.rows}"
        question = f"SELECT key FROM cases WHERE case_no IN ({these}) ORDER BY case_no"  # noqa: S608
        return dict.fromkeys(key for (key,) in self.snapshot.all(question, *self.values))

    def __contains__(self, key: object) -> bool:
        return key in self.found

    def __iter__(self) -> Iterator[UUID]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)
