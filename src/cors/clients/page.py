"""One way from a form about a person to a verb and on."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cors.access.door import member_of
from cors.audit.record import record_read
from cors.clients.models import Client
from cors.core.errors import Refused
from cors.core.forms import CorsForm


def done(request: HttpRequest, form: CorsForm, act: Callable[..., object], said: str = "") -> bool:
    """Let the verb do what was sent; what it refuses stands at its field afterwards."""
    if not form.is_valid():
        return False
    try:
        act(**form.cleaned_data, by=member_of(request))
    except Refused as refused:
        form.refuse(refused)
        return False
    if said:
        messages.success(request, said)
    return True


def show(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    clients: Iterable[Client] = (),
) -> HttpResponse:
    """Show a page and write down whom it names; 422 where something is to be put right."""
    record_read(request, page=page_name(request), clients=clients)
    form: Form | None = context.get("form")
    return render(request, template, context, status=422 if form and form.errors else 200)


def verb_page(
    request: HttpRequest,
    form: CorsForm,
    act: Callable[..., object],
    client: Client,
    *,
    title: str,
    said: str,
    template: str = "clients/form.html",
    to: str = "",
    **shown: Any,
) -> HttpResponse:
    """Show a form about a person; sent and accepted by the verb, go on to the person's page.

    to: where to go on to instead. shown: notes (sentences above the form), save (its button),
    and whatever else the template takes.
    """
    person_url = reverse("casefile:person", args=[client.pk])
    if done(request, form, act, said):
        return redirect(to or person_url)
    context = {"form": form, "client": client, "title": title, "back_url": person_url, **shown}
    return show(request, template, context, [client])


def press(request: HttpRequest, act: Callable[..., object], said: str) -> None:
    """Do what one button does; what the verb refuses is said on the next page."""
    try:
        act(by=member_of(request))
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, said)


def page_name(request: HttpRequest) -> str:
    """Return the name of the page that is open, for the trail of reads."""
    match = request.resolver_match
    return (match.url_name or "") if match else ""
