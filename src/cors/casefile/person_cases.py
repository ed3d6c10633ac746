"""The cases of one person that somebody may see, each with where it stands."""

from typing import Any

from django.urls import reverse

from cors.access.models import Membership
from cors.cases.models import Case
from cors.clients.models import Client
from cors.core.plain_days import plain_day

STATES = {
    "referred": "Referred, not yet accepted",
    "declined": "Not taken on",
    "waiting": "On the waiting list",
    "open": "Open",
    "paused": "Paused",
    "ended": "Ended",
}


def cases_of(client: Client, member: Membership) -> list[dict[str, Any]]:
    """Return the visible cases, the newest first, in words."""
    today = member.organisation.today()
    found = Case.visible_to(member).filter(client=client).select_related("service")
    return [
        {
            "case": case,
            "url": reverse("casefile:case", args=[case.pk]),
            "service": case.service.name,
            "state": STATES[case.state_on(today)],
            "since": plain_day(case.started_date or case.referred_date, today),
        }
        for case in found.order_by("-referred_date")
    ]
