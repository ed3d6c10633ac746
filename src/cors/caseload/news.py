"""What went well in the last days, and what is coming up."""

from datetime import date, timedelta

from cors.caseload.around import Around
from cors.caseload.cards import Card
from cors.caseload.recent import Recent
from cors.catalogue.schema.entries import OutcomeType
from cors.core.plain_days import as_heading, on_day, plain_day, plain_span
from cors.plans.models import Barrier, Goal, Moment

NEWS_DAYS = 7
AHEAD_DAYS = 14
COMING = 6


def good_news(around: Around) -> list[dict[str, str]]:
    """Return what went well in words, the person's own first, each with its mark and day."""
    return [
        {"strong": f"{around.cases[each.case].client.called}:", **said}
        | {"detail": as_heading(on_day(each.day, around.today))}
        for each in around.news.found
        if (said := _SAID[each.kind](each, around))
    ]


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


def _success(each: Recent, around: Around) -> dict[str, str]:
    row: Moment | None = around.record(each.case, each.record)
    if row is None:
        return {}
    if row.client_words:
        return {"mark": "success", "words": f"“{row.client_words}”", "more": row.words}
    return {"mark": "success", "words": row.words}


def _back(each: Recent, around: Around) -> dict[str, str]:
    row: Moment | None = around.record(each.case, each.record)
    back, days = (row.back(), row.days_off_track()) if row else (None, None)
    if back is None:
        return {}
    return {
        "mark": "back",
        "strong": around.cases[each.case].client.called,
        "words": "is back on track" + (f" after {plain_span(days)}." if days else "."),
        "more": _helped(back.what_helped),
    }


def _barrier(each: Recent, around: Around) -> dict[str, str]:
    row: Barrier | None = around.record(each.case, each.record)
    way = row.resolution() if row else None
    if row is None or way is None:
        return {}
    label = around.catalogue.label("barrier_type", row.type_key)
    own = row.words and row.noticed_by == Barrier.NoticedBy.CLIENT
    words = f"“{row.words}” is out of the way." if own else f"{label}: out of the way."
    return {"mark": "barrier-resolved", "words": words, "more": _helped(way.what_helped)}


def _goal(each: Recent, around: Around) -> dict[str, str]:
    row: Goal | None = around.record(each.case, each.record)
    return {"mark": "goal", "words": f"“{row.words}”", "more": "Goal reached"} if row else {}


def _outcome(each: Recent, around: Around) -> dict[str, str]:
    entry = around.catalogue.entry("outcome_type", each.outcome_type)
    mark = "rung" if isinstance(entry, OutcomeType) and entry.ladder else "flag"
    return {"mark": mark, "words": around.catalogue.label("outcome_type", each.outcome_type)}


def _helped(words: str) -> str:
    return f"What helped: {words}" if words else ""


_SAID = {
    "success": _success,
    "back": _back,
    "barrier": _barrier,
    "goal": _goal,
    "outcome": _outcome,
}
