"""Pages: what a library says of itself, whom it serves, and whose one reads."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cors.access.door import find_in_organisation, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.catalogue.page import sent, verb_page
from cors.library import actions
from cors.library.forms import CodeForm, LibraryForm
from cors.library.models import Library, Serving


@needs(Permission.ANSWER)
def describe(request: HttpRequest) -> HttpResponse:
    """Say how to get in touch with those who answer."""
    library = Library.of(member_of(request).organisation_id)
    return verb_page(
        request,
        LibraryForm(sent(request), library=library),
        partial(actions.describe_library),
        title="Your library",
        intro="Each answer shows how to get in touch. Leave empty what you don't want shown.",
        said="Saved.",
        back=reverse("library:desk"),
    )


@needs(Permission.SET_UP)
def others(request: HttpRequest) -> HttpResponse:
    """Show whose library one reads, who reads one's own, and the code to hand out."""
    member = member_of(request)
    context = {
        "reads": list(Serving.of(member)),
        "serves": list(Serving.by(member)),
        "code": actions.code_of(member),
    }
    return render(request, "library/others.html", context)


@needs(Permission.SET_UP)
def read_library_of(request: HttpRequest) -> HttpResponse:
    """Read the library of another organisation."""
    return verb_page(
        request,
        CodeForm(sent(request)),
        partial(actions.read_library_of),
        title="Read another library",
        intro="The organisation whose library it is gives you a code.",
        said="Its answers stand among yours.",
        back=reverse("library:others"),
    )


@require_POST
@needs(Permission.SET_UP)
def stop_reading(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Read a library no more."""
    serving = find_in_organisation(Serving, request, pk)
    actions.stop_reading_library(serving=serving, by=member_of(request))
    return redirect("library:others")
