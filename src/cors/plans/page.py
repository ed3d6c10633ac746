"""One way from a form about a case to a verb and back to the case."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cors.access.door import member_of
from cors.audit.record import record_read
from cors.cases.models import Case
from cors.core.errors import Refused
from cors.plans.forms import PlanForm

F = TypeVar("F", bound=PlanForm)


def form_for(form: type[F], request: HttpRequest, case: Case, **given: Any) -> F:
    """Return the form, filled in with what was sent."""
    sent = request.POST if request.method == "POST" else None
    today = member_of(request).organisation.today()
    return form(sent, case=case, today=today, hints=request.GET, **given)


def verb_page(
    request: HttpRequest,
    form: PlanForm,
    act: Callable[..., object],
    *,
    title: str,
    said: str,
    template: str = "plans/form.html",
    **shown: Any,
) -> HttpResponse:
    """Show the form; sent and accepted by the verb, say so on the case page.

    shown: voice and voice_label (a person's words above the form), notes (sentences above it),
    save (the label of the button).
    """
    if form.is_valid():
        try:
            act(**form.cleaned_data, by=member_of(request))
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, said)
            return redirect("casefile:case", form.case.pk)
    record_read(request, page=act_name(request), clients=[form.case.client])
    context = {"form": form, "case": form.case, "title": title, "quiet": True, **shown}
    return render(request, template, context, status=422 if form.errors else 200)


def act_name(request: HttpRequest) -> str:
    """Return the name of the page that is open, for the trail of reads."""
    match = request.resolver_match
    return (match.url_name or "") if match else ""
