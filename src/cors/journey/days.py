"""Days and months as the picture writes them; not by the machine's own language."""

from datetime import date, timedelta

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def month(day: date) -> str:
    """Return `Sep`."""
    return MONTHS[day.month - 1][:3]


def short(day: date) -> str:
    """Return `8 Sep`."""
    return f"{day.day} {month(day)}"


def medium(day: date) -> str:
    """Return `8 Sep 2025`."""
    return f"{short(day)} {day.year}"


def full(day: date) -> str:
    """Return `8 September 2025`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_of_year(day: date) -> str:
    """Return `Sep 2025`."""
    return f"{month(day)} {day.year}"


def month_name(day: date) -> str:
    """Return `September`."""
    return MONTHS[day.month - 1]


def first_of_month(day: date, months_later: int = 0) -> date:
    """Return the first day of the month, or of one so many months later."""
    count = day.year * 12 + day.month - 1 + months_later
    if count >= 9999 * 12 + 11:
        return date.max
    return date(count // 12, count % 12 + 1, 1)


def monday_from(day: date) -> date:
    """Return the day itself if it is a Monday, else the next one."""
    return day + timedelta(days=-day.weekday() % 7)
