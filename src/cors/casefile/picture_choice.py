"""What a reader asks the journey picture to show: some goals, and since when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import QueryDict

from cors.journey.model import Journey, letters
from cors.journey.narrowed import narrowed

QUARTER = timedelta(days=91)
YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Option:
    """One goal or one period that can be chosen."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class Choice:
    """What can be chosen, what is chosen, and the journey that comes of it."""

    journey: Journey
    goals: list[Option]
    periods: list[Option]

    @property
    def is_narrowed(self) -> bool:
        return bool(self.journey.shown)

    @property
    def is_worth_asking(self) -> bool:
        """Whether there is anything to choose from."""
        return len(self.goals) > 1 or len(self.periods) > 1


def choice_of(journey: Journey, asked: QueryDict) -> Choice:
    """Read the address; what is unknown there is passed over, so that old links still work."""
    wanted = set(asked.getlist("goal"))
    periods = _periods(journey)
    period = asked.get("since", "")
    since = next((day for value, _, day in periods if value == period and value), None)
    named = letters(journey)
    return Choice(
        journey=narrowed(journey, wanted, since),
        goals=[
            Option(goal.ident, f"{named[goal.ident]}: {goal.words}", goal.ident in wanted)
            for goal in journey.goals
        ],
        periods=[
            Option(value, label, value == (period if since else "")) for value, label, _ in periods
        ],
    )


def _periods(journey: Journey) -> Sequence[tuple[str, str, date]]:
    """Return the periods that are shorter than the whole time, each with its first day."""
    found = [("", "The whole time", journey.start)]
    held = [review.on for review in journey.reviews if review.on < journey.today]
    if held:
        found.append(("review", "Since the last review", max(held)))
    found.append(("quarter", "The last three months", journey.today - QUARTER))
    found.append(("year", "The last year", journey.today - YEAR))
    return [row for row in found if not row[0] or row[2] > journey.start]
