"""What went well in the last days, and what is coming up."""

from datetime import date, timedelta

from cors.access.models import Membership
from cors.caseload.cards import Card
from cors.caseload.readable import readable
from cors.core.plain_days import as_heading, on_day, plain_day, plain_span
from cors.plans.models import Moment

NEWS_DAYS = 7
NEWS = 6
AHEAD_DAYS = 14
COMING = 6


def good_news(member: Membership, today: date) -> list[dict[str, str]]:
    """Return what went well in the last seven days among the people whom one may see."""
    since = today - timedelta(days=NEWS_DAYS)
    found = readable(Moment.good_news(member, since), member)
    return [_news(row, today) for row in found[:NEWS]]


def coming_up(cards: list[Card], today: date) -> list[dict[str, str]]:
    """Return what has its day in the next two weeks, the nearest first; nothing to tick off."""
    last = today + timedelta(days=AHEAD_DAYS)
    found = [
        (day, f"{card.name}: {words}", card.url)
        for card in cards
        for day, words in card.ahead
        if day <= last
    ]
    return [
        {"words": f"{as_heading(plain_day(day, today))}, {words}", "url": url}
        for day, words, url in sorted(found)[:COMING]
    ]


def _news(row: Moment, today: date) -> dict[str, str]:
    called = row.case.client.called
    back, days = row.back(), row.days_off_track()
    if back is None or days is None:
        day = as_heading(on_day(row.happened_date, today))
        return {"mark": "success", "strong": f"{called}:", "words": row.words, "detail": day}
    return {
        "mark": "back",
        "strong": called,
        "words": "is back on track" + (f" after {plain_span(days)}." if days else "."),
        "more": f"What helped: {back.what_helped}" if back.what_helped else "",
        "detail": as_heading(on_day(back.back_date, today)),
    }
