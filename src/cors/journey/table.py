"""All that a journey holds as rows of words: also what the picture had no room for."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from cors.journey import days, wording
from cors.journey.bands import ordered, straight
from cors.journey.days import medium
from cors.journey.model import (
    Barrier,
    Flag,
    Goal,
    Journey,
    Measure,
    Moment,
    Work,
    in_order,
    letters,
    number_now,
)
from cors.journey.scales import by_day, scored


@dataclass(frozen=True)
class GoalRow:
    """A goal with all of its ratings, oldest first."""

    ident: str
    letter: str
    words: str
    at_first: str
    area: str
    set_on: str
    first: str
    today: str
    ratings: str
    ended: str


@dataclass(frozen=True)
class Happening:
    """Something that happened on a day; kind is a phrase, such as `Small success`."""

    day: str
    goal: str
    kind: str
    words: str
    back: str = ""
    helped: str = ""
    ident: str = ""


@dataclass(frozen=True)
class WayRow:
    """A barrier, or work that goes straight to a goal (then what is empty), with its sessions."""

    ident: str
    what: str
    goals: str
    began: str
    until: str
    work: str
    months: str


@dataclass(frozen=True)
class MeasureRow:
    """One score, and how it stands to the one before."""

    measure: str
    day: str
    score: str
    change: str


@dataclass(frozen=True)
class Table:
    """The four parts of the table."""

    goals: tuple[GoalRow, ...]
    happened: tuple[Happening, ...]
    in_the_way: tuple[WayRow, ...]
    measures: tuple[MeasureRow, ...]


def table(journey: Journey) -> Table:
    """Return every mark of the picture in words."""
    named = letters(journey)
    return Table(
        goals=tuple(_goal_row(goal, named[goal.ident]) for goal in journey.goals),
        happened=tuple(_happened(journey, named)),
        in_the_way=tuple(_in_the_way(journey, named)),
        measures=tuple(row for one in scored(journey.measures) for row in _scores(one)),
    )


def _goal_row(goal: Goal, name: str) -> GoalRow:
    now = number_now(goal)
    how = "reached" if goal.reached else "ended"
    return GoalRow(
        ident=goal.ident,
        letter=name,
        words=goal.words,
        at_first=goal.first_words,
        area=goal.area,
        set_on=medium(goal.set_on),
        first=str(now[0]) if now else "",
        today=str(now[1]) if now else "",
        ratings="; ".join(f"{medium(row.on)}: {row.value}" for row in in_order(goal)),
        ended=f"{how} {medium(goal.ended_on)}" if goal.ended_on else "",
    )


def _happened(journey: Journey, named: dict[str, str]) -> Iterator[Happening]:
    found = []
    for goal in journey.lanes:
        name = named.get(goal.ident, "")
        found += [(moment.on, _moment(moment, name)) for moment in goal.moments]
        found += [(flag.on, _flag(flag, name)) for flag in goal.flags]
    for review in journey.reviews:
        kind = "Review planned" if review.planned else "Review"
        found.append((review.on, Happening(medium(review.on), "", kind, "")))
    for pause in journey.pauses:
        until = f"until {medium(pause.end)}" if pause.end else ""
        kind = wording.HAD_ENDED if pause.had_ended else wording.PAUSED
        found.append((pause.start, Happening(medium(pause.start), "", kind, until)))
    for _, happening in sorted(found, key=lambda pair: pair[0]):
        yield happening


def _moment(moment: Moment, name: str) -> Happening:
    if moment.kind == "success":
        words = moment.words
        return Happening(medium(moment.on), name, "Small success", words, ident=moment.ident)
    back = "not yet"
    if moment.back_on:
        back = wording.count((moment.back_on - moment.on).days, "{n} day", "{n} days")
    way = (moment.words, back, moment.helped, moment.ident)
    return Happening(medium(moment.on), name, "Setback", *way)


def _flag(flag: Flag, name: str) -> Happening:
    words = wording.step(flag.rung, flag.words) if flag.rung else flag.words
    if flag.kept:
        words = f"{wording.clause(words)}, {wording.weeks(flag.kept)}"
    kind = "Ladder step" if flag.rung else "Outcome reached"
    return Happening(medium(flag.on), name, kind, words, ident=flag.ident)


def _in_the_way(journey: Journey, named: dict[str, str]) -> Iterator[WayRow]:
    for barrier in ordered(journey.barriers):
        yield from _barrier_rows(barrier, named)
    for ident, work in straight(journey):
        until = medium(work.end) if work.end else ""
        goal, months = named.get(ident, ""), by_month(work)
        yield WayRow(ident, "", goal, medium(work.start), until, work.name, months)


def _barrier_rows(barrier: Barrier, named: dict[str, str]) -> Iterator[WayRow]:
    goals = wording.listed([named[ident] for ident in barrier.blocks if ident in named])
    until = medium(barrier.resolved_on) if barrier.resolved_on else wording.STILL_HERE
    start = (barrier.ident, barrier.name, goals, medium(barrier.from_on), until)
    if not barrier.work:
        yield WayRow(*start, work="", months="")
    for work in barrier.work:
        yield WayRow(*start, work=work.name, months=by_month(work))


def by_month(work: Work) -> str:
    """Return the number of sessions in each month that held any: `Oct 2025: 4; Nov 2025: 3`."""
    held = Counter(days.first_of_month(day) for day in work.sessions)
    return "; ".join(f"{days.month_of_year(month)}: {held[month]}" for month in sorted(held))


def _scores(measure: Measure) -> Iterator[MeasureRow]:
    before: float | None = None
    for score in by_day(measure):
        change = "" if before is None else f"{score.value - before:+g}".replace("-", "−")
        yield MeasureRow(
            measure.name, medium(score.on), f"{score.value:g}", "0" if change == "+0" else change
        )
        before = score.value
