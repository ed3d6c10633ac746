"""When the next review is due: as agreed, or by the interval of the service. A sum of days."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Standing:
    """What the sum needs to know of a case: its start, its last review and the day agreed then."""

    started: date | None
    last_held: date | None = None
    agreed: date | None = None
    weeks: int = 12


def next_review(standing: Standing) -> date | None:
    """Return the day of the next review, or None where the support has not begun."""
    if standing.agreed:
        return standing.agreed
    since = standing.last_held or standing.started
    return since + timedelta(weeks=standing.weeks) if since else None


def is_overdue(due: date, today: date) -> bool:
    """Say whether the day of a review has passed."""
    return due < today


def in_words(due: date, today: date) -> str:
    """Say when a review is due: "due in 3 days", "due today", "2 weeks overdue"."""
    days = (due - today).days
    if days == 0:
        return "due today"
    return f"due in {_span(days)}" if days > 0 else f"{_span(-days)} overdue"


def _span(days: int) -> str:
    number, word = (days, "day") if days < 14 else (days // 7, "week")
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
