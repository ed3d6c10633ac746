"""What was begun on the Record screen of a person, and going on with it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, QueryDict

from cors.access.door import find, member_of
from cors.cases.models import Case
from cors.contacts.models import Draft

EXCERPT = 90
WRITTEN = ("_words", "_help", "note")


def taken_up(request: HttpRequest, case: Case) -> Draft | None:
    """Return the draft that the page was opened for; 404 where it is not there for this person."""
    asked = request.GET.get("draft") if request.method == "GET" else None
    if not asked:
        return None
    try:
        key = UUID(asked)
    except ValueError:
        key = UUID(int=0)
    draft = find(Draft, request, key, "case")
    return draft if draft.case_id == case.pk else find(Draft, request, UUID(int=0))


def offered(request: HttpRequest, case: Case, but: Draft | None) -> list[dict[str, Any]]:
    """Return what else was begun here, each with its beginning; nothing once a form was sent."""
    if request.method != "GET":
        return []
    drafts = [row for row in Draft.of(case, member_of(request)) if row != but]
    return [{"draft": row, "begins": _begins(row)} for row in drafts]


def as_sent(draft: Draft) -> QueryDict:
    """Return what stands in a draft as a form would send it."""
    sent = QueryDict(mutable=True)
    for name, value in draft.fields():
        sent.appendlist(name, value)
    return sent


def _begins(draft: Draft) -> str:
    words = " ".join(value for name, value in draft.fields() if name.endswith(WRITTEN))
    if not words:
        return "Nothing is written in it yet, only chosen."
    return words if len(words) <= EXCERPT else f"{words[:EXCERPT].rstrip()} …"
