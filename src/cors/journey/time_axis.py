"""Where a day stands on the picture, and which days are written under the water line."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cors.journey import days
from cors.journey.text import width

LEAST = timedelta(weeks=12)
"""A young case is drawn to the left, so that three weeks never look like a life."""

WEEKLY = timedelta(weeks=14)
LONG = timedelta(days=730)
CLEAR = 22
SIZE = 12


@dataclass(frozen=True)
class TimeAxis:
    """Days laid out evenly from start to end between two pixels."""

    start: date
    today: date
    left: float
    right: float

    @property
    def end(self) -> date:
        return max(self.today, self.start + LEAST)

    @property
    def is_long(self) -> bool:
        return self.today - self.start > LONG

    @property
    def is_narrow(self) -> bool:
        return self.right - self.left < 400

    @property
    def is_weekly(self) -> bool:
        return self.end - self.start <= WEEKLY

    @property
    def day(self) -> float:
        """The width of one day."""
        return (self.right - self.left) / (self.end - self.start).days

    @property
    def now(self) -> float:
        return self.x(self.today)

    @property
    def has_room_ahead(self) -> bool:
        return self.now < self.right - 0.5

    def x(self, day: date) -> float:
        """Return the pixel of a day; days outside of the axis stand at its ends."""
        within = min(max(day, self.start), self.end)
        return self.left + (within - self.start).days * self.day

    def so_far(self, day: date) -> float:
        """Return the pixel of a day that cannot lie after today."""
        return min(self.x(day), self.now)


@dataclass(frozen=True)
class Tick:
    """A mark on the water line; one without words only divides."""

    x: float
    words: str
    strong: bool


def ticks(axis: TimeAxis) -> list[Tick]:
    """Return the ticks of an axis, fewer of them the longer it is."""
    found = list(_mondays(axis) if axis.is_weekly else _months(axis))
    return [_without_words(tick) if _too_near(tick, axis) else tick for tick in found]


def _without_words(tick: Tick) -> Tick:
    return Tick(tick.x, "", tick.strong)


def _too_near(tick: Tick, axis: TimeAxis) -> bool:
    if abs(tick.x - axis.now) < CLEAR or tick.x + 40 > axis.right + (axis.right - axis.left) / 10:
        return True
    return tick.x < axis.now < tick.x + 8 + width(tick.words, SIZE, 600)


def _mondays(axis: TimeAxis) -> Iterator[Tick]:
    first = days.monday_from(axis.start)
    every = next(n for n in (1, 2, 3, 4) if n * 7 * axis.day >= 46 or n == 4)
    last_month = 0
    for place in range((axis.end - first).days // 7 + 1):
        monday = first + timedelta(weeks=place)
        if place % every:
            yield Tick(axis.x(monday), "", False)
            continue
        yield Tick(axis.x(monday), days.short(monday), monday.month != last_month)
        last_month = monday.month


def _months(axis: TimeAxis) -> Iterator[Tick]:
    wanted = 44 if axis.is_long or axis.is_narrow else 30
    month = 30.44 * axis.day
    step = next((n for n in (1, 2, 3, 6, 12) if n * month >= wanted), 12)
    years = max(1, -(-wanted // (12 * month))) if step == 12 else 1
    fine = {2: 1, 6: 3, 12: 6}.get(step, step)
    if fine * month < 40:
        fine = step
    for first in _firsts(axis):
        january = first.month == 1
        if (first.month - 1) % step == 0 and (step < 12 or first.year % years == 0):
            yield Tick(axis.x(first), _month_words(first, step * month), january)
        elif (first.month - 1) % fine == 0:
            yield Tick(axis.x(first), "", january)


def _firsts(axis: TimeAxis) -> Iterator[date]:
    count = 0 if axis.start.day == 1 else 1
    while (first := days.first_of_month(axis.start, count)) <= axis.end:
        yield first
        count += 1


def _month_words(first: date, room: float) -> str:
    if first.month != 1:
        return days.month(first)
    whole = days.month_of_year(first)
    return whole if width(whole, SIZE, 600) + 12 <= room else str(first.year)
