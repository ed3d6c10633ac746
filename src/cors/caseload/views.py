"""Today: the worker's home."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cors.access.door import member_of
from cors.access.needs import any_member
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.caseload.cards import my_cards
from cors.caseload.news import coming_up, good_news
from cors.caseload.reasons import OFF_TRACK


@any_member
def today(request: HttpRequest) -> HttpResponse:
    """Show my people with the reason to look first; who sees no people goes to the figures."""
    member = member_of(request)
    if not member.can(Permission.SEE_PEOPLE):
        may = member.can(Permission.SEE_FIGURES)
        return redirect("reports:figures" if may else "access:own_page")
    day = member.organisation.today()
    cards = my_cards(member)
    news = good_news(member, day)
    record_read(request, page="today", clients=[card.case.client for card in cards])
    context = {
        "today": day,
        "first": [card for card in cards if card.why],
        "along": [card for card in cards if not card.why],
        "off_track": any(why.brief == OFF_TRACK for card in cards for why in card.why),
        "count": len(cards),
        "news": news,
        "coming": coming_up(cards, day),
        "empty_words": "The people you work with will be here, with the reason to look first.",
        "empty_label": "Find somebody",
        "empty_url": reverse("casefile:people"),
    }
    return render(request, "caseload/today.html", context)
