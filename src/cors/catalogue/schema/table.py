"""Reading one TOML table: every key asked for is checked, every key not asked for is a mistake."""

import re
from collections.abc import Collection, Mapping
from enum import StrEnum
from math import isfinite
from types import MappingProxyType
from typing import TypeVar

from cors.catalogue.schema.mistakes import Mistake, one_of

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
Choice = TypeVar("Choice", bound=StrEnum)


class Table:
    """A table with its place in a file; its readers note mistakes and hand back a stand-in."""

    def __init__(
        self,
        raw: Mapping[str, object],
        *,
        file: str,
        path: str,
        mistakes: list[Mistake],
        readable: bool = True,
    ) -> None:
        self.file = file
        self.path = path
        self.readable = readable
        self._raw = raw
        self._mistakes = mistakes
        self._asked: set[str] = set()

    def wrong(self, name: str, says: str) -> None:
        """Note a mistake at one key of this table; an empty name means the table itself."""
        key = ".".join(part for part in (self.path, name) if part)
        self._mistakes.append(Mistake(self.file, key or "file", says))

    def has(self, name: str) -> bool:
        return name in self._raw

    def holds(self, name: str, mark: str) -> bool:
        """Whether a mark stands where a number could."""
        return self._raw.get(name) == mark

    def is_table(self, name: str) -> bool:
        """Whether a table stands where a list of tables could."""
        return isinstance(self._raw.get(name), dict)

    def names(self) -> tuple[str, ...]:
        return tuple(self._raw)

    def close(self) -> None:
        """Note every key that nobody asked for."""
        for name in self._raw:
            if name not in self._asked:
                self.wrong(name, f"is not a key that belongs here; {one_of(sorted(self._asked))}")

    def text(self, name: str, default: str | None = None) -> str:
        value = self._value(name, default)
        if isinstance(value, str):
            if value.strip() != value or (not value and default is None):
                self.wrong(name, "must hold words, without spaces around them")
            return value
        return self._refuse(name, value, "a text", "")

    def texts(self, name: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        value = self._value(name, default)
        if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
            return self._unrepeated(name, tuple(value))
        return self._refuse(name, value, "a list of texts", ())

    def whole(self, name: str, default: int | None = None) -> int:
        value = self._value(name, default)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        return self._refuse(name, value, "a whole number", 0)

    def wholes(self, name: str, default: tuple[int, ...] | None = None) -> tuple[int, ...]:
        value = self._value(name, default)
        if isinstance(value, list | tuple) and all(type(each) is int for each in value):
            return tuple(value)
        return self._refuse(name, value, "a list of whole numbers", ())

    def number(self, name: str, default: float | None = None) -> float:
        value = self._value(name, default)
        if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value):
            return float(value)
        return self._refuse(name, value, "a number", 0.0)

    def numbers(self, name: str) -> tuple[float, ...]:
        value = self._value(name, None)
        if isinstance(value, list) and all(type(each) in (int, float) for each in value):
            numbers = tuple(float(each) for each in value)
            if all(map(isfinite, numbers)):
                return numbers
        return self._refuse(name, value, "a list of numbers", ())

    def flag(self, name: str, default: bool | None = None) -> bool:
        value = self._value(name, default)
        if isinstance(value, bool):
            return value
        return self._refuse(name, value, "true or false", False)

    def choice(self, name: str, kind: type[Choice], default: Choice | None = None) -> Choice:
        """One member of a fixed vocabulary that the code knows."""
        value = self._value(name, default)
        allowed = [member.value for member in kind]
        if value in allowed:
            return kind(value)
        return self._refuse(name, value, one_of(allowed), next(iter(kind)))

    def reference(self, name: str, known: Collection[str], what: str) -> str:
        """The key of an entry that stands in another file or table."""
        value = self.text(name)
        if value:
            self._must_know(name, value, known, what)
        return value

    def references(
        self, name: str, known: Collection[str], what: str, *, needed: bool = True
    ) -> tuple[str, ...]:
        values = self.texts(name, None if needed else ())
        if needed and self.has(name) and not values:
            self.wrong(name, f"must name at least one; {one_of(tuple(known))}")
        for value in values:
            self._must_know(name, value, known, what)
        return values

    def table(self, name: str) -> "Table":
        """The table at this key; an empty one, and a mistake, where there is none."""
        value = self._value(name, None)
        if isinstance(value, dict):
            return self._inner(value, name)
        return self._inner(self._refuse(name, value, "a table", {}), name)

    def tables(self, name: str) -> list["Table"]:
        """A list of tables; none when the key is left out."""
        value = self._value(name, ())
        if isinstance(value, list | tuple) and all(isinstance(each, dict) for each in value):
            return [self._inner(each, f"{name}[{at}]") for at, each in enumerate(value, start=1)]
        return self._refuse(name, value, "a list of tables", [])

    def words(self, name: str) -> Mapping[str, str]:
        """A table of words by free names; empty when the key is left out."""
        if not self.has(name):
            return MappingProxyType({})
        inner = self.table(name)
        return MappingProxyType({each: inner.text(each) for each in inner.names()})

    def answers(self, name: str, skipped: str) -> tuple[int | None, ...]:
        """Whole numbers with a mark where a question was skipped."""
        value = self._value(name, None)
        if isinstance(value, list) and all(type(each) is int or each == skipped for each in value):
            return tuple(each if type(each) is int else None for each in value)
        return self._refuse(name, value, f'a list of whole numbers or "{skipped}"', ())

    def _inner(self, raw: Mapping[str, object], name: str) -> "Table":
        path = ".".join(part for part in (self.path, name) if part)
        return Table(raw, file=self.file, path=path, mistakes=self._mistakes)

    def _value(self, name: str, default: object) -> object:
        self._asked.add(name)
        return self._raw.get(name, default)

    def _refuse(self, name: str, value: object, what: str, stand_in: "Stand") -> "Stand":
        if value is None:
            self.wrong(name, f"is missing; it must be {what}")
        else:
            self.wrong(name, f"must be {what}, not {shown(value)}")
        return stand_in

    def _unrepeated(self, name: str, values: tuple[str, ...]) -> tuple[str, ...]:
        for value in dict.fromkeys(values):
            if values.count(value) > 1:
                self.wrong(name, f"names {shown(value)} twice")
        return values

    def _must_know(self, name: str, value: str, known: Collection[str], what: str) -> None:
        # An empty list has a mistake of its own; its readers need not all say so again.
        if known and value not in known:
            self.wrong(name, f"{shown(value)} is not {what}; {one_of(tuple(known))}")


Stand = TypeVar("Stand")


def shown(value: object) -> str:
    """A value as it stands in the file, cut short."""
    if isinstance(value, bool):
        return str(value).lower()
    said = f'"{value}"' if isinstance(value, str) else str(value)
    return said if len(said) <= 60 else said[:57] + "…"
