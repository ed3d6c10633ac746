"""The case page: goals, the journey picture, plan, timeline, outcomes, reviews, details."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.casefile.attained import attained
from cors.casefile.case_record import CaseRecord
from cors.casefile.details import measures_to_ask, outcome_rows, review_rows
from cors.casefile.in_the_way import in_the_way_of
from cors.casefile.journey_of import journey_of
from cors.casefile.picture import picture_of
from cors.casefile.picture_choice import Choice, choice_of
from cors.casefile.plan_view import PlanView
from cors.casefile.review_standing import begun
from cors.casefile.safe_contact import safe_contact
from cors.casefile.timeline import KINDS, shown, timeline
from cors.cases.models import Case
from cors.trajectory.brief import in_brief

SHOWN = 12


def _record(request: HttpRequest, pk: UUID) -> CaseRecord:
    return CaseRecord(find(Case, request, pk, "client", "service"), member_of(request))


@needs(Permission.SEE_PEOPLE)
def case(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one case."""
    record = _record(request, pk)
    record_read(request, page="case", clients=[record.client])
    choice = choice_of(journey_of(record), request.GET)
    return render(request, "casefile/case.html", _context(record, choice))


def _timeline_of(record: CaseRecord) -> str:
    return reverse("casefile:timeline", args=[record.case.pk])


def _context(record: CaseRecord, choice: Choice) -> dict[str, Any]:
    entries = timeline(record)
    plan = PlanView(record)
    member = record.member
    return {
        "record": record,
        "record_url": reverse("casefile:record", args=[record.case.pk]) if record.is_open else "",
        "choice": choice,
        "picture": picture_of(choice.journey, entries=_timeline_of(record)),
        "plan": plan,
        "attained": attained(record),
        "in_the_way": in_the_way_of(plan),
        "entries": shown(record, entries[:SHOWN]),
        "more_entries": max(0, len(entries) - SHOWN),
        "outcomes": outcome_rows(record),
        "measures": in_brief(record.measured),
        "to_ask": measures_to_ask(record),
        "reviews": review_rows(record),
        "begun": begun(record),
        "safe": safe_contact(record),
        "may_review": member.can(Permission.REVIEW) and record.is_open,
        "may_close": member.can(Permission.CLOSE_CASES) and record.is_open,
        "may_assign": member.can(Permission.ASSIGN),
        "may_confirm": member.can(Permission.CONFIRM_OUTCOMES) and record.is_open,
    }


@needs(Permission.SEE_PEOPLE)
def earlier(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the whole timeline, of one kind when asked."""
    record = _record(request, pk)
    record_read(request, page="timeline", clients=[record.client])
    kind = request.GET.get("kind", "")
    chosen = kind if kind in KINDS else ""
    context = {
        "record": record,
        "kinds": [("", "Everything"), *KINDS.items()],
        "kind": chosen,
        "entries": shown(record, timeline(record, kind=chosen)),
    }
    return render(request, "casefile/timeline.html", context)
