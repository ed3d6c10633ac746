"""Today: the worker's home, and what was tried in a similar place."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cors.access.door import find, member_of
from cors.access.needs import any_member, needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.caseload.cards import my_people
from cors.caseload.news import NEWS_DAYS, coming_up, good_news
from cors.caseload.recent import recent_news
from cors.caseload.to_ask import plan_of
from cors.caseload.tried_page import place_of_barrier, place_of_goal
from cors.plans.models import Barrier, Goal


@any_member
def today(request: HttpRequest) -> HttpResponse:
    """Show my people with the reason to look first; who sees no people goes to the figures."""
    member = member_of(request)
    if not member.can(Permission.SEE_PEOPLE):
        may = member.can(Permission.SEE_FIGURES)
        return redirect("reports:figures" if may else "access:own_page")
    day = member.organisation.today()
    people = my_people(member, recent_news(member, day - timedelta(days=NEWS_DAYS)))
    record_read(request, page="today", clients=people.clients())
    cards, around, told = people
    context = {
        "today": day,
        "first": [card for card in cards if card.why],
        "along": [card for card in cards if not card.why],
        "off_track": any(why.strong == "Off track." for card in cards for why in card.why),
        "count": len(cards),
        "told": told,
        "news": good_news(around),
        "coming": coming_up(cards, day),
        "may_plan": member.can(Permission.PLAN),
        "may_ask": bool(around.asking.rules),
    }
    return render(request, "caseload/today.html", context)


@needs(Permission.MEASURE)
def to_ask(request: HttpRequest) -> HttpResponse:
    """Show what to ask of one's people in the weeks to come, and whom not."""
    plan = plan_of(member_of(request))
    record_read(request, page="to_ask", clients=plan.clients)
    return render(request, "caseload/to_ask.html", {"plan": plan})


@needs(Permission.PLAN)
def tried_against(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what was tried where the same kind of barrier stood in the way."""
    barrier = find(Barrier, request, pk, "case__client")
    return _tried(request, place_of_barrier(barrier, member_of(request)))


@needs(Permission.PLAN)
def tried_for(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what was tried after setbacks in the same part of life."""
    goal = find(Goal, request, pk, "case__client")
    return _tried(request, place_of_goal(goal, member_of(request)))


def _tried(request: HttpRequest, place: dict[str, Any]) -> HttpResponse:
    record_read(request, page="tried", clients=[place["case"].client])
    return render(request, "caseload/tried.html", place)
