"""A journey as it stood on an earlier day, for a letter that later changes do not touch."""

from dataclasses import replace
from datetime import date

from cors.journey.model import Barrier, Goal, Journey, Moment, Work


def as_of(journey: Journey, day: date) -> Journey:
    """Return what was known on a day: nothing that happened, ended or was said after it."""
    if day >= journey.today:
        return journey
    said = journey.said if journey.said and journey.said.on <= day else None
    return replace(
        journey,
        today=max(day, journey.start),
        goals=tuple(_goal(goal, day) for goal in journey.goals if goal.set_on <= day),
        barriers=tuple(_barrier(row, day) for row in journey.barriers if row.from_on <= day),
        straight=tuple(
            (ident, _work(work, day)) for ident, work in journey.straight if work.start <= day
        ),
        measures=tuple(
            replace(row, scores=tuple(s for s in row.scores if s.on <= day), said="", says="")
            for row in journey.measures
        ),
        reviews=tuple(row for row in journey.reviews if row.on <= day),
        pauses=tuple(
            replace(row, end=_by(row.end, day)) for row in journey.pauses if row.start <= day
        ),
        moments=_moments(journey.moments, day),
        flags=tuple(flag for flag in journey.flags if flag.on <= day),
        said=said,
        released=tuple(row for row in journey.released if row.on <= day),
    )


def _by(ended: date | None, day: date) -> date | None:
    """Return the end, if it had come by then."""
    return ended if ended and ended <= day else None


def _goal(goal: Goal, day: date) -> Goal:
    ended = _by(goal.ended_on, day)
    wordings = tuple(row for row in goal.wordings if row.on <= day)
    return replace(
        goal,
        words=wordings[-1].words if wordings else goal.words,
        wordings=wordings if len(wordings) > 1 else (),
        ratings=tuple(row for row in goal.ratings if row.on <= day),
        moments=_moments(goal.moments, day),
        flags=tuple(flag for flag in goal.flags if flag.on <= day),
        ended_on=ended,
        reached=goal.reached and ended is not None,
    )


def _moments(moments: tuple[Moment, ...], day: date) -> tuple[Moment, ...]:
    """Return the moments until a day; one from which the way back came later is still open."""
    found = (moment for moment in moments if moment.on <= day)
    return tuple(
        moment
        if _by(moment.back_on, day) == moment.back_on
        else replace(moment, back_on=None, helped="")
        for moment in found
    )


def _barrier(barrier: Barrier, day: date) -> Barrier:
    work = tuple(_work(work, day) for work in barrier.work if work.start <= day)
    return replace(barrier, resolved_on=_by(barrier.resolved_on, day), work=work)


def _work(work: Work, day: date) -> Work:
    held = tuple(session for session in work.sessions if session <= day)
    return replace(work, end=_by(work.end, day), sessions=held)
