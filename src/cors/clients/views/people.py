"""Pages: add a person, change what is known of them."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.clients import actions
from cors.clients.duplicates import OUT_OF_SIGHT, Likeness, people_like
from cors.clients.forms import EditPersonForm, PersonForm
from cors.clients.models import Client
from cors.clients.page import done, show, verb_page


@needs(Permission.ADD_PEOPLE)
def add(request: HttpRequest) -> HttpResponse:
    """Add a person, after a look whether they are known here already."""
    form = PersonForm(request.POST or None)
    like = _like(request, form) if form.is_valid() else Likeness()
    added: list[Client] = []
    if not like and done(request, form, partial(_add, added, request)):
        return redirect("casefile:person", added[0].pk)
    context = {
        "form": form,
        "like": like,
        "out_of_sight": OUT_OF_SIGHT,
        "back_url": reverse("casefile:people"),
    }
    return show(request, "clients/add.html", context, like.seen)


def _like(request: HttpRequest, form: PersonForm) -> Likeness:
    """Look for people like this, unless the warning about this very name was gone past."""
    if request.POST.get("anyway") == form.who():
        return Likeness()
    data = form.cleaned_data
    return people_like(data["name"], form.year(), member_of(request), data["preferred_name"])


def _add(added: list[Client], request: HttpRequest, **known: object) -> None:
    today = member_of(request).organisation.today()
    added.append(actions.add_client(on=today, **known))  # type: ignore[arg-type]


@needs(Permission.EDIT_PEOPLE)
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change what is known of a person."""
    client = find(Client, request, pk)
    called = client.called
    return verb_page(
        request,
        EditPersonForm(request.POST or None, known=PersonForm.known(client)),
        partial(actions.edit_client, client=client),
        client,
        title=f"{called}: names and details",
        said="The change is saved.",
    )
