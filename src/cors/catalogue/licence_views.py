"""Pages: on what ground measures are asked here; making no profit, and words under a licence."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cors.access.door import member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.catalogue import actions
from cors.catalogue.choices import catalogue_of
from cors.catalogue.schema.measure import MeasureDefinition
from cors.catalogue.shipped import shipped
from cors.core.errors import Refused

MOST_BYTES = 200_000


@needs(Permission.CHOOSE_CATALOGUE)
def licences(request: HttpRequest) -> HttpResponse:
    """Show what the organisation declared, and each measure that hangs on it or on words."""
    catalogue = catalogue_of(member_of(request).organisation_id)
    known = [each for each in catalogue.known("measure").values() if _hangs(each)]
    rows = [
        {
            "entry": each,
            "why_not": catalogue.licences.why_not(each),
            "loaded": each.key in catalogue.licences.wordings,
            "takes_words": not each.is_worded,
        }
        for each in known
        if isinstance(each, MeasureDefinition)
    ]
    context = {
        "packs": shipped().packs.values(),
        "rows": rows,
        "noncommercial": catalogue.licences.noncommercial,
    }
    return render(request, "catalogue/licences.html", context)


def _hangs(entry: object) -> bool:
    if not isinstance(entry, MeasureDefinition) or entry.score_only:
        return False
    return entry.needs_noncommercial or not entry.is_worded


@require_POST
@needs(Permission.CHOOSE_CATALOGUE)
def no_profit(request: HttpRequest) -> HttpResponse:
    """Declare that the organisation makes no profit, or take it back."""
    member, declares = member_of(request), request.POST.get("declares") == "1"
    act = actions.declare_noncommercial if declares else actions.withdraw_noncommercial
    said = "Declared." if declares else "Taken back. What was recorded stays."
    return _done(request, lambda: act(on=member.organisation.today(), by=member), said)


@require_POST
@needs(Permission.CHOOSE_CATALOGUE)
def load_wording(request: HttpRequest) -> HttpResponse:
    """Put the words of a file into the slots of a measure."""
    member, file = member_of(request), request.FILES.get("file")

    def act() -> object:
        if file is None or (file.size or 0) > MOST_BYTES:
            raise Refused("Choose a file of 200 KB or less.", field="file")
        try:
            text = file.read().decode("utf-8")
        except UnicodeDecodeError:
            raise Refused("Save the file as UTF-8 text.", field="file") from None
        return actions.load_wording(text=text, on=member.organisation.today(), by=member)

    return _done(request, act, "The words are in their slots.")


@require_POST
@needs(Permission.CHOOSE_CATALOGUE)
def end_wording(request: HttpRequest, key: str) -> HttpResponse:
    """Take the words out of a measure again."""
    member = member_of(request)
    return _done(
        request,
        lambda: actions.end_wording(measure=key, on=member.organisation.today(), by=member),
        "The words are taken out. What was recorded stays.",
    )


def _done(request: HttpRequest, act: Callable[[], object], said: str) -> HttpResponse:
    try:
        act()
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, said)
    return redirect("catalogue:licences")
