"""Pages: what a person agreed to."""

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
from cors.clients.forms import ConsentForm
from cors.clients.models import Client, Consent
from cors.clients.page import press, verb_page


@needs(Permission.EDIT_PEOPLE)
def consents(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what a person was asked, and write down another answer."""
    client = find(Client, request, pk)
    today = member_of(request).organisation.today()
    rows = [{"consent": row, "holds": row.holds_on(today)} for row in Consent.of(client)]
    return verb_page(
        request,
        ConsentForm(request.POST or None, today=today),
        partial(actions.record_consent, client=client),
        client,
        template="clients/consents.html",
        title=f"What {client.called} agreed to",
        said="The answer is saved.",
        to=reverse("clients:consents", args=[client.pk]),
        rows=rows,
    )


@require_POST
@needs(Permission.EDIT_PEOPLE)
def withdraw_consent(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down that a person took their yes back today."""
    consent = find(Consent, request, pk)
    today = member_of(request).organisation.today()
    act = partial(actions.withdraw_consent, consent=consent, on=today)
    press(request, act, "The yes was taken back.")
    return redirect("clients:consents", consent.client_id)
