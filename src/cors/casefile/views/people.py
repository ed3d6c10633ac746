"""People: the list, finding somebody, and one person with all cases that one may see."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.casefile.person_cases import cases_of
from cors.casefile.safe_contact import to_mind
from cors.catalogue.choices import catalogue_of
from cors.clients.finding import find_people
from cors.clients.listing import page_of_people
from cors.clients.models import Alert, Client, Consent, ContactPoint, Relationship


@needs(Permission.SEE_PEOPLE)
def people(request: HttpRequest) -> HttpResponse:
    """Show the people in one's sight by name, or those who fit what was typed."""
    member = member_of(request)
    query = " ".join(request.GET.get("q", "").split())[:120]
    page = page_of_people(find_people(query, member), request.GET.get("page", 1), member)
    shown = list(page.object_list)
    record_read(request, page="people", clients=shown)
    context = {
        "page": page,
        "people": shown,
        "query": query,
        "may_add": member.can(Permission.ADD_PEOPLE),
        "may_refer": member.can(Permission.REFER),
    }
    return render(request, "casefile/people.html", context)


search = people


@needs(Permission.SEE_PEOPLE)
def person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one person: how to reach them safely, their cases, what they agreed to."""
    member, client = member_of(request), find(Client, request, pk)
    record_read(request, page="person", clients=[client])
    sees_all = member.can(Permission.PLAN)
    alerts, points = list(Alert.standing(client)), list(ContactPoint.of(client))
    context = {
        "client": client,
        "today": member.organisation.today(),
        "alerts": alerts,
        "sees_all": sees_all,
        "points": points,
        "around": list(Relationship.of(client)) if sees_all else [],
        "consents": list(Consent.of(client)) if sees_all else [],
        "cases": cases_of(client, member),
        "safe": to_mind(client, points, [alert.words for alert in alerts]),
        "catalogue": catalogue_of(member.organisation_id),
        "may_edit": member.can(Permission.EDIT_PEOPLE),
        "may_refer": member.can(Permission.REFER),
        "may_erase": member.can(Permission.ERASE_PEOPLE),
        "may_see_events": member.can(Permission.SEE_EVENTS),
        "may_block": member.can(Permission.BLOCK_SIGHT),
    }
    return render(request, "casefile/person.html", context)
