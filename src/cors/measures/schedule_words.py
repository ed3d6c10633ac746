"""When a measure is asked, in words."""

from datetime import date

from cors.core.plain_days import as_heading, on_day, plain_day
from cors.measures.schedule import Due, Occasion, When


def weeks(number: int) -> str:
    return "1 week" if number == 1 else f"{number} weeks"


def when_in_words(when: When) -> str:
    """Return `Within 14 days of the start, every 6 weeks, at the end, 26 weeks after it`."""
    parts = []
    if days := when.start_days:
        parts.append(f"within {days} days of the start")
    if every := when.every_weeks:
        parts.append("every week" if every == 1 else f"every {every} weeks")
    if when.at_end:
        parts.append("at the end")
    if after := when.weeks_after:
        parts.append(f"{weeks(after)} after the end")
    return as_heading(", ".join(parts))


def why_now(due: Due, last: date | None, today: date) -> str:
    """Return why it is asked: `the first time, by 3 May`, `every 6 weeks, last on 4 May`."""
    if due.occasion is Occasion.START:
        until = due.deadline(today)
        return f"the first time, best by {plain_day(until, today)}" if until else "the first time"
    if due.occasion is Occasion.ROUND:
        every = weeks(due.rule.when.every_weeks or 1)
        return f"last {on_day(last, today)}" if last else f"{every} after the start"
    when = "at the end" if due.occasion is Occasion.END else _later(due)
    return f"{when}, until {plain_day(due.last_day, today)}" if due.last_day else when


def _later(due: Due) -> str:
    return f"{weeks(due.rule.when.weeks_after or 1)} after the end"
