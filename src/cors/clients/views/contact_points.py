"""Pages: ways to reach a person and how it is safe to use them."""

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
from cors.clients.forms import CheckForm, ContactPointForm
from cors.clients.models import Client, ContactPoint
from cors.clients.page import press, verb_page
from cors.clients.safe_contact import safe_contact


@needs(Permission.EDIT_PEOPLE)
def contact_points(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the ways to reach a person, and add one."""
    client = find(Client, request, pk)
    today = member_of(request).organisation.today()
    return verb_page(
        request,
        ContactPointForm(request.POST or None, today=today),
        partial(actions.add_contact_point, client=client),
        client,
        template="clients/contact_points.html",
        title=f"How to reach {client.called}",
        said="The way to reach them is saved.",
        to=reverse("clients:contact_points", args=[client.pk]),
        points=list(ContactPoint.of(client)),
        safe=safe_contact(client),
    )


@needs(Permission.EDIT_PEOPLE)
def check_contact_point(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Go through the rule with the person again."""
    point = find(ContactPoint, request, pk, "client")
    today = member_of(request).organisation.today()
    known = {"safety": point.safety, "rule": point.rule}
    return verb_page(
        request,
        CheckForm(request.POST or None, today=today, known=known),
        partial(actions.check_contact_point, point=point),
        point.client,
        title=f"{point.get_kind_display()}: still right?",
        said="The check is saved.",
        to=reverse("clients:contact_points", args=[point.client_id]),
        notes=[point.value],
    )


@require_POST
@needs(Permission.EDIT_PEOPLE)
def end_contact_point(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Stop using a way to reach a person."""
    point = find(ContactPoint, request, pk)
    today = member_of(request).organisation.today()
    act = partial(actions.end_contact_point, point=point, on=today)
    press(request, act, "It is no longer used.")
    return redirect("clients:contact_points", point.client_id)
