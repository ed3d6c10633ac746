"""One way from a form about the catalogue to a verb and back to a list."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cors.access.door import member_of
from cors.core.errors import Refused
from cors.core.forms import CorsForm


def sent(request: HttpRequest) -> object:
    """Return what was sent, or nothing when the page is opened."""
    return request.POST if request.method == "POST" else None


def verb_page(
    request: HttpRequest,
    form: CorsForm,
    act: Callable[..., object],
    *,
    title: str,
    said: str,
    back: str,
    intro: str = "",
) -> HttpResponse:
    """Show the form; sent and accepted by the verb, say so on the page that it came from."""
    if form.is_valid():
        try:
            act(**form.cleaned_data, by=member_of(request))
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, said)
            return redirect(back)
    context = {"form": form, "title": title, "intro": intro, "back": back, "quiet": True}
    return render(request, "catalogue/form.html", context, status=422 if form.errors else 200)
