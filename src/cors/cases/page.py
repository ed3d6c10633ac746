"""One way from a form about a case to a verb and back to the case."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from cors.access.door import member_of
from cors.cases.models import Case
from cors.clients.page import done, show
from cors.core.forms import CorsForm


def verb_page(
    request: HttpRequest,
    form: CorsForm,
    act: Callable[..., object],
    case: Case,
    *,
    title: str,
    said: str,
    template: str = "clients/form.html",
    **shown: Any,
) -> HttpResponse:
    """Show a form about a case; sent and accepted by the verb, go on to the case."""
    if done(request, form, act, said):
        return onward(request, case)
    context = {
        "form": form,
        "case": case,
        "client": case.client,
        "title": title,
        "back_url": reverse("casefile:case", args=[case.pk]),
    }
    return show(request, template, context | shown, [case.client])


def onward(request: HttpRequest, case: Case) -> HttpResponse:
    """Go on to the case, or to all people where it just left one's sight."""
    if Case.visible_to(member_of(request)).filter(pk=case.pk).exists():
        return redirect("casefile:case", case.pk)
    return redirect("casefile:people")
