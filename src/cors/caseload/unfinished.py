"""What was begun and is not finished, said as such. Pure; a new kind is one more function below."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from cors.caseload.what_helped import shortened
from cors.core.plain_days import on_day, plain_month

MOST_WORDS = 48  # characters of a goal's words beside a reason


@dataclass(frozen=True, slots=True)
class GoalRated:
    """An open goal: its words, when it was set and when somebody last rated it."""

    words: str
    set_date: date
    last_rated: date | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """What is known of things begun in one case.

    `measures` are those taken from which no score came, as (label, day).
    """

    today: date
    rests: bool = False
    review_weeks: int = 12
    review_prepared: date | None = None
    measures: Sequence[tuple[str, date]] = ()
    goals: Sequence[GoalRated] = field(default=())


def unfinished(given: Begun) -> list[str]:
    """Return what is open, in words, what was touched last first; it is no reproach to anybody."""
    return [words for kind in KINDS for words in kind(given)]


def _review(given: Begun) -> Iterator[str]:
    if given.review_prepared:
        yield f"a review, begun {on_day(given.review_prepared, given.today)}"


def _measures(given: Begun) -> Iterator[str]:
    for label, day in given.measures:
        yield f"{label} {on_day(day, given.today)}, some answers still open"


def _goals(given: Begun) -> Iterable[str]:
    """Name one goal without a rating for as long as the service lets pass between reviews."""
    if given.rests:
        return
    since = given.today - timedelta(weeks=given.review_weeks)
    waiting = [goal for goal in given.goals if (goal.last_rated or goal.set_date) <= since]
    if not waiting:
        return
    goal = min(waiting, key=lambda each: each.last_rated or date.min)
    said = f"“{shortened(goal.words, MOST_WORDS)}”"
    if goal.last_rated is None:
        yield f"{said}, not rated yet"
    else:
        yield f"{said}, last rated in {plain_month(goal.last_rated, given.today)}"


KINDS = (_review, _measures, _goals)
