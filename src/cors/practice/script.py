"""The scripts of made-up people: one TOML file a person, days counted back from today."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "people"
FRIDAY = 4
NOT_EVENTS = frozenset({"ago", "by"})


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that is told: what it is, how long ago, by whom."""

    what: str
    ago: int
    by: str
    told: Any


def scripts() -> list[dict[str, Any]]:
    """Return the script of each person, in the order of the file names."""
    return [tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))]


def events(script: dict[str, Any]) -> list[Event]:
    """Return all events of a script, the earliest first; within a day as they are written."""
    keyworker = script["keyworker"]
    found = [*_days(script, keyworker), *_sessions(script, keyworker)]
    return sorted(found, key=lambda event: -event.ago)


def _days(script: dict[str, Any], keyworker: str) -> Iterator[Event]:
    for day in script.get("day", []):
        for what, told in day.items():
            if what not in NOT_EVENTS:
                yield Event(what, day["ago"], day.get("by", keyworker), told)


def _sessions(script: dict[str, Any], keyworker: str) -> Iterator[Event]:
    """Tell a series of contacts one by one, each with its note as long as there are notes."""
    for series in script.get("sessions", []):
        notes = [*series.get("notes", []), *[""] * len(series["on"])]
        same = {key: series[key] for key in ("kind", "minutes", "work", "goals") if key in series}
        for ago, note in zip(series["on"], notes, strict=False):
            yield Event("contact", ago, series.get("by", keyworker), {**same, "note": note})


def day_of(ago: int, today: date) -> date:
    """Return the working day this many days ago, or the last one before it."""
    day = today - timedelta(days=ago)
    return day - timedelta(days=max(0, day.weekday() - FRIDAY))


def day_ahead(ahead: int, today: date) -> date:
    """Return the working day this many days ahead, or the next one after it; 0 is today."""
    day = today + timedelta(days=ahead)
    over = day.weekday() - FRIDAY
    return day + timedelta(days=3 - over) if ahead and over > 0 else day
