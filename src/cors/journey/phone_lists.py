"""The words that a phone's picture has no room for, as a list to stand under each lane."""

from dataclasses import dataclass
from datetime import date

from cors.journey import days, wording
from cors.journey.model import Flag, Goal, Moment

NEWEST = 3


@dataclass(frozen=True)
class Item:
    """One line: its mark (success, setback, back, flag or rung), its day and its words."""

    mark: str
    day: str
    words: str


@dataclass(frozen=True)
class Folded:
    """What happened on the way to a goal, newest first; earlier stands behind `and 2 earlier`."""

    newest: tuple[Item, ...]
    earlier: tuple[Item, ...]

    @property
    def more(self) -> str:
        return f"and {len(self.earlier)} earlier" if self.earlier else ""


def folded(goal: Goal, today: date) -> Folded:
    """Return the list of a goal."""
    found = [(moment.on, _moment(moment, today)) for moment in goal.moments]
    found += [(flag.on, _flag(flag, today)) for flag in goal.flags]
    found.sort(key=lambda pair: pair[0], reverse=True)
    items = tuple(item for _, item in found)
    return Folded(items[:NEWEST], items[NEWEST:])


def _day(day: date, today: date) -> str:
    """Return `5 Sep`, or for an earlier year `Oct 2025`."""
    return days.short(day) if day.year == today.year else days.month_of_year(day)


def _moment(moment: Moment, today: date) -> Item:
    day = _day(moment.on, today)
    if moment.kind == "success":
        return Item("success", day, moment.words)
    back = wording.NOT_BACK
    if moment.back_on:
        back = wording.back_after((moment.back_on - moment.on).days)
    helped = f": {moment.helped}" if moment.helped else ""
    words = f"{wording.clause(moment.words)}, {back}{helped}" if moment.words else f"{back}{helped}"
    return Item("back" if moment.back_on else "setback", day, words)


def _flag(flag: Flag, today: date) -> Item:
    words = wording.step(flag.rung, flag.words) if flag.rung else flag.words
    if flag.kept:
        words = f"{wording.clause(words)}, {wording.weeks(flag.kept)}"
    return Item("rung" if flag.rung else "flag", _day(flag.on, today), words)
