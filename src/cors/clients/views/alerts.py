"""Pages: what everybody who meets a person has to mind."""

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
from cors.clients.forms import AlertForm
from cors.clients.models import Alert, Client
from cors.clients.page import press, verb_page


@needs(Permission.EDIT_PEOPLE)
def alerts(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the alerts of a person, and raise one."""
    client = find(Client, request, pk)
    today = member_of(request).organisation.today()
    return verb_page(
        request,
        AlertForm(request.POST or None, today=today),
        partial(actions.raise_alert, client=client),
        client,
        template="clients/alerts.html",
        title=f"What to mind with {client.called}",
        said="The alert stands on every page about them.",
        to=reverse("clients:alerts", args=[client.pk]),
        alerts=list(Alert.of(client)),
    )


@require_POST
@needs(Permission.EDIT_PEOPLE)
def end_alert(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take an alert down."""
    alert = find(Alert, request, pk)
    today = member_of(request).organisation.today()
    first_of_two = alert.two_end_it and alert.seen_to_by_id is None
    stands = "It stands until a second person takes it down."
    said = stands if first_of_two else "The alert is down."
    press(request, partial(actions.end_alert, alert=alert, on=today), said)
    return redirect("clients:alerts", alert.client_id)
