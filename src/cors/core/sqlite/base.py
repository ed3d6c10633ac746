"""SQLite with a fair turn for writers: every write, in a transaction or not, takes the lock."""

from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3.base import SQLiteCursorWrapper
from django.db.backends.sqlite3.operations import DatabaseOperations

from cors.core.fair_lock import FairLock, fair_lock

READING = (
    "SELECT",
    "PRAGMA",
    "EXPLAIN",
    "SAVEPOI",
    "RELEASE",
    "ROLLBAC",
    "COMMIT",
    "BEGIN",
    "WITH",
)


class FairCursor(SQLiteCursorWrapper):
    """Takes the turn for a single write outside a transaction."""

    turn: "DatabaseWrapper"

    def execute(self, query: str, params: Any = None) -> Any:
        if self.turn.holds_lock or query.lstrip()[:7].upper().startswith(READING):
            return super().execute(query, params)
        with self.turn.for_one_write():
            return super().execute(query, params)

    def executemany(self, query: str, param_list: Any) -> Any:
        if self.turn.holds_lock:
            return super().executemany(query, param_list)
        with self.turn.for_one_write():
            return super().executemany(query, param_list)


class OneWrite:
    """The lock for one statement."""

    def __init__(self, wrapper: "DatabaseWrapper") -> None:
        self.wrapper = wrapper

    def __enter__(self) -> None:
        self.wrapper.take_lock()

    def __exit__(self, *_: object) -> None:
        if not self.wrapper.in_transaction():
            self.wrapper.give_lock()


# The same organisation, worker and case stand on row after row of a page.
_key = lru_cache(maxsize=4096)(UUID)


class FairOperations(DatabaseOperations):
    """Reads a key that was read a moment ago without taking it apart again."""

    def convert_uuidfield_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return None if value is None else _key(value)


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's SQLite backend, with the lock around each writing transaction."""

    ops_class = FairOperations

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lock_held: FairLock | None = None

    @property
    def holds_lock(self) -> bool:
        return self._lock_held is not None

    def in_transaction(self) -> bool:
        return self.connection is not None and self.connection.in_transaction

    def for_one_write(self) -> OneWrite:
        return OneWrite(self)

    def take_lock(self) -> None:
        if self._lock_held is None:
            lock = fair_lock(str(self.settings_dict["NAME"]))
            lock.acquire()
            self._lock_held = lock

    def give_lock(self) -> None:
        if self._lock_held is not None:
            lock, self._lock_held = self._lock_held, None
            lock.release()

    def create_cursor(self, name: str | None = None) -> Any:
        cursor = self.connection.cursor(factory=FairCursor)
        cursor.turn = self
        return cursor

    def _start_transaction_under_autocommit(self) -> None:
        self.take_lock()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self.give_lock()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]
        self.give_lock()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self.give_lock()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self.give_lock()
