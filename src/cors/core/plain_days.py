"""Days as people say them."""

from datetime import date

NEAR = 6


def plain_day(day: date, today: date) -> str:
    """Return `today`, `Thursday`, `3 November` or `3 November 2025`: the nearest way to say it."""
    distance = (day - today).days
    named = {0: "today", -1: "yesterday", 1: "tomorrow"}.get(distance)
    if named:
        return named
    if abs(distance) <= NEAR:
        return f"{day:%A}"
    return f"{day.day} {day:%B}" + ("" if day.year == today.year else f" {day.year}")


def on_day(day: date, today: date) -> str:
    """Return the day with its preposition: `today`, `on Thursday`, `on 3 November`."""
    said = plain_day(day, today)
    return said if said in ("today", "yesterday", "tomorrow") else f"on {said}"


def plain_month(day: date, today: date) -> str:
    """Return `March` or `March 2025`."""
    return f"{day:%B}" + ("" if day.year == today.year else f" {day.year}")


def plain_span(days: int) -> str:
    """Return a number of days as people say it: `1 day`, `12 days`, `3 weeks`, `5 months`."""
    if days < 14:
        return "1 day" if days == 1 else f"{days} days"
    if days < 60:
        return f"{round(days / 7)} weeks"
    return f"{round(days / 30.44)} months"


def as_heading(words: str) -> str:
    """Return words with a capital first letter and the rest as it was: `On Friday`."""
    return words[:1].upper() + words[1:]
