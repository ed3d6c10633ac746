"""Pages: who is around a person."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.clients import actions
from cors.clients.forms import RelationshipForm
from cors.clients.models import Client, Relationship
from cors.clients.page import press, verb_page


@needs(Permission.EDIT_PEOPLE)
def relationships(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show who is around a person, and add somebody."""
    client = find(Client, request, pk)
    today = member_of(request).organisation.today()
    return verb_page(
        request,
        RelationshipForm(request.POST or None, today=today),
        partial(actions.add_relationship, client=client),
        client,
        template="clients/relationships.html",
        title=f"Who is around {client.called}",
        said="They are on the list.",
        to=reverse("clients:relationships", args=[client.pk]),
        relationships=list(Relationship.of(client)),
    )


@require_POST
@needs(Permission.EDIT_PEOPLE)
def end_relationship(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take somebody off the list."""
    relationship = find(Relationship, request, pk)
    today = member_of(request).organisation.today()
    act = partial(actions.end_relationship, relationship=relationship, on=today)
    press(request, act, "They are off the list.")
    return redirect("clients:relationships", relationship.client_id)
