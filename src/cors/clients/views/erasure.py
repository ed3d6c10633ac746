"""Pages: erase a person for good, asked twice."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from cors.access.door import find
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.clients import actions
from cors.clients.forms import EraseForm
from cors.clients.models import Client
from cors.clients.page import done, show

ERASED = "Erased. Nothing about this person can be read any more."
OTHER_REFERENCE = "Type the reference as it stands above."


@needs(Permission.ERASE_PEOPLE)
def erase(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say what erasing means, and ask for the reference."""
    client = find(Client, request, pk)
    form = EraseForm(request.POST or None)
    if form.is_valid():
        if client.answers_to(form.cleaned_data["typed_reference"]):
            return _ask_again(request, client, form)
        form.add_error("typed_reference", OTHER_REFERENCE)
    return show(request, "clients/erase.html", _context(client, form), [client])


@require_POST
@needs(Permission.ERASE_PEOPLE)
def confirm_erasing(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Erase, on the second press."""
    client = find(Client, request, pk)
    form = EraseForm(request.POST)
    act = partial(actions.erase_client, client=client, at=timezone.now())
    if done(request, form, act):
        messages.success(request, ERASED)
        return redirect("casefile:people")
    return show(request, "clients/erase.html", _context(client, form), [client])


def _ask_again(request: HttpRequest, client: Client, form: EraseForm) -> HttpResponse:
    return show(request, "clients/confirm_erasing.html", _context(client, form), [client])


def _context(client: Client, form: EraseForm) -> dict[str, object]:
    return {
        "client": client,
        "form": form,
        "back_url": reverse("casefile:person", args=[client.pk]),
    }
