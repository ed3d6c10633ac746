"""What helped and what was in the way, as the records of a case say it: to choose from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cors.catalogue.choices import Catalogue
from cors.plans.forms.plan_form import said_barrier, said_work
from cors.plans.models import Barrier, Intervention, Moment
from cors.reviews.entry import NamedPart
from cors.reviews.models import ReviewedPart

MOST = 12
GONE = "No longer in the way: {name}"


@dataclass(frozen=True)
class ToName:
    """One thing that can be named; `on` is the day by which the newest stands first."""

    key: str
    words: str
    mark: str
    on: date
    about: Barrier | Intervention | Moment

    def named(self, side: str) -> NamedPart:
        """Return it as the review keeps it."""
        return NamedPart(side, self.words, self.about)


@dataclass(frozen=True)
class Plan:
    """What is known of a case; since: the last look back, after which setbacks are offered."""

    moments: Sequence[Moment]
    barriers: Sequence[Barrier]
    interventions: Sequence[Intervention]
    catalogue: Catalogue
    since: date = date.min


def to_name(plan: Plan) -> dict[str, list[ToName]]:
    """Return what can be named on each side of a review, the newest first, nothing twice."""
    helped, there = ReviewedPart.Side.HELPED.value, ReviewedPart.Side.IN_THE_WAY.value
    return {
        helped: _short([*_ways_back(plan), *_gone(plan)]) + _short(_work(plan)),
        there: _short(_still_there(plan)) + _short(_setbacks(plan)),
    }


def _short(found: Iterable[ToName]) -> list[ToName]:
    newest = sorted(found, key=lambda each: each.on, reverse=True)
    by_words = {each.words.strip().rstrip(".").casefold(): each for each in reversed(newest)}
    return [each for each in newest if each in by_words.values()][:MOST]


def _ways_back(plan: Plan) -> Iterable[ToName]:
    for row in plan.moments:
        if (back := row.back()) and back.what_helped:
            yield ToName(f"back-{row.pk}", back.what_helped, "back", back.back_date, row)


def _gone(plan: Plan) -> Iterable[ToName]:
    for row in plan.barriers:
        if gone := row.resolution():
            words = gone.what_helped or GONE.format(name=said_barrier(row, plan.catalogue))
            yield ToName(f"gone-{row.pk}", words, "barrier-resolved", gone.resolved_date, row)


def _work(plan: Plan) -> Iterable[ToName]:
    for row in plan.interventions:
        words = said_work(row, plan.catalogue)
        yield ToName(f"work-{row.pk}", words, "work", row.started_date, row)


def _still_there(plan: Plan) -> Iterable[ToName]:
    for row in plan.barriers:
        if row.resolution() is None and row.rests_since() is None:
            words = said_barrier(row, plan.catalogue)
            yield ToName(f"barrier-{row.pk}", words, "barrier", row.noticed_date, row)


def _setbacks(plan: Plan) -> Iterable[ToName]:
    """Yield the setbacks since the last look back; older ones were talked about then."""
    for row in plan.moments:
        if row.kind == Moment.Kind.SETBACK and row.happened_date >= plan.since:
            words = row.client_words or row.words
            yield ToName(f"setback-{row.pk}", words, "setback", row.happened_date, row)
