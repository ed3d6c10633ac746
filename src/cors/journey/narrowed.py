"""A part of a journey: some of its goals, or only what happened since a day."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

from cors.journey import wording
from cors.journey.days import full
from cors.journey.model import Barrier, Goal, Journey, Pause, Rating, Work, in_order, letters


class _Dated(Protocol):
    @property
    def on(self) -> date: ...


Each = TypeVar("Each", bound=_Dated)


def narrowed(journey: Journey, goals: Collection[str] = (), since: date | None = None) -> Journey:
    """Return the part that is asked for, saying in words what it is; goals keep their letters.

    goals holds idents; unknown ones are passed over, and none of them means all. A day before the
    start means the whole time.
    """
    named = letters(journey)
    chosen = [ident for ident in named if ident in goals]
    since = since if since and since > journey.start else None
    if (not chosen or len(chosen) == len(named)) and since is None:
        return journey
    found = replace(
        journey,
        goals=tuple(replace(goal, letter=named[goal.ident]) for goal in journey.goals),
        shown=wording.shown([named[ident] for ident in chosen], full(since) if since else ""),
    )
    if chosen:
        found = _of_goals(found, chosen)
    return _since(found, min(since, journey.today)) if since else found


def _of_goals(journey: Journey, chosen: Collection[str]) -> Journey:
    """Keep some goals with what is tied to them; the person's own line is of none of them."""
    return replace(
        journey,
        goals=tuple(goal for goal in journey.goals if goal.ident in chosen),
        barriers=tuple(row for row in journey.barriers if set(row.blocks) & set(chosen)),
        straight=tuple(pair for pair in journey.straight if pair[0] in chosen),
        moments=(),
        flags=(),
    )


def _since(journey: Journey, day: date) -> Journey:
    return replace(
        journey,
        start=day,
        goals=tuple(_goal(goal, day) for goal in journey.goals if _is_after(goal.ended_on, day)),
        barriers=tuple(_barrier(row, day) for row in journey.barriers if _reaches(row, day)),
        straight=tuple(pair for pair in journey.straight if _is_after(pair[1].end, day)),
        measures=tuple(replace(row, scores=_later(row.scores, day)) for row in journey.measures),
        reviews=_later(journey.reviews, day),
        pauses=tuple(row for row in journey.pauses if _reaches(row, day)),
        moments=_later(journey.moments, day),
        flags=_later(journey.flags, day),
    )


def _goal(goal: Goal, day: date) -> Goal:
    """Keep what happened since a day; a goal that was not rated since keeps its last rating."""
    ratings: tuple[Rating, ...] = _later(in_order(goal), day) or in_order(goal)[-1:]
    wordings = goal.wordings[:1] + _later(goal.wordings[1:], day)
    return replace(
        goal,
        ratings=ratings,
        moments=_later(goal.moments, day),
        flags=_later(goal.flags, day),
        wordings=wordings,
    )


def _barrier(barrier: Barrier, day: date) -> Barrier:
    work: tuple[Work, ...] = tuple(one for one in barrier.work if _is_after(one.end, day))
    return replace(barrier, work=work)


def _later(rows: Sequence[Each], day: date) -> tuple[Each, ...]:
    return tuple(row for row in rows if row.on >= day)


def _is_after(end: date | None, day: date) -> bool:
    return end is None or end >= day


def _reaches(row: Barrier | Pause, day: date) -> bool:
    return _is_after(row.resolved_on if isinstance(row, Barrier) else row.end, day)
