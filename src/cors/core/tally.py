"""Counts what happens in this process, from any thread; it never holds a name or a key."""

import threading
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

Labels = tuple[str, ...]


class Tally:
    """How often something happened, by its labels."""

    def __init__(self, name: str, says: str, labels: Labels) -> None:
        self.name, self.says, self.labels = name, says, labels
        self._lock = threading.Lock()
        self._counts: Counter[Labels] = Counter()

    def add(self, *values: str) -> None:
        """Count one more; a value for each label."""
        if len(values) != len(self.labels):
            raise ValueError(f"{self.name} takes {', '.join(self.labels)}.")
        with self._lock:
            self._counts[values] += 1

    def counts(self) -> dict[Labels, int]:
        with self._lock:
            return dict(self._counts)

    def clear(self) -> None:
        with self._lock:
            self._counts.clear()


@dataclass
class Spread:
    """How many values came up to each bound, their sum and their number."""

    up_to: list[int]
    total: float = 0.0
    number: int = 0


@dataclass
class Durations:
    """How long something took, in seconds, by one label and in steps."""

    name: str
    says: str
    label: str
    bounds: Sequence[float]
    _spreads: dict[str, Spread] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, value: str, seconds: float) -> None:
        """Count one more that took so long."""
        with self._lock:
            spread = self._spreads.setdefault(value, Spread([0] * len(self.bounds)))
            spread.total += seconds
            spread.number += 1
            if (place := bisect_left(self.bounds, seconds)) < len(self.bounds):
                spread.up_to[place] += 1

    def spreads(self) -> dict[str, Spread]:
        with self._lock:
            return {
                value: Spread(list(each.up_to), each.total, each.number)
                for value, each in self._spreads.items()
            }

    def clear(self) -> None:
        with self._lock:
            self._spreads.clear()


REQUESTS = Tally("cors_requests_total", "Answers.", ("route", "method", "status"))
SECONDS = Durations(
    "cors_request_seconds",
    "How long answers took.",
    "route",
    (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0),
)
SAVES = Tally("cors_saves_total", "Verbs that were saved.", ("verb",))
DATABASE_ERRORS = Tally(
    "cors_database_errors_total", "Pages that the database did not let us answer.", ("kind",)
)
