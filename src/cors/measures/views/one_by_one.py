"""Pages: one question after the other, together or on a device that is handed over."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.messages import get_messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cors.access.door import find, member_of
from cors.access.forms import PasswordForm
from cors.access.handed_over import asks_for_password, hand_over, is_handed_over, take_back
from cors.access.models import Membership
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.cases.models import Case
from cors.core.errors import Refused
from cors.measures.forms import OF_THE_WORKER, MeasureForm
from cors.measures.one_by_one import carried, first_wrong, place_of
from cors.measures.views.take import definition_of, taken


@require_POST
@needs(Permission.MEASURE)
def hand_over_to(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """Lock the device to the questions of one measure, and open the first."""
    case = find(Case, request, pk, "client")
    if not definition_of(case, key).is_worded:
        raise Http404
    page = reverse("measures:take_one", args=[pk, key])
    hand_over(request, page=page, then=reverse("casefile:case", args=[pk]))
    list(get_messages(request))  # read to the end: what was said to the worker is not for others
    record_read(request, page="hand_over", clients=[case.client])
    return redirect(page)


@needs(Permission.MEASURE)
def take_one(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """Ask one question a page; what was answered goes along unseen until the end."""
    case = find(Case, request, pk, "client")
    definition, member = definition_of(case, key), member_of(request)
    if not definition.is_worded:
        return redirect("measures:take", pk, key)
    sent, keys = request.POST.dict(), [item.key for item in definition.items]
    given = sent if sent.get("go") == "save" else None
    today = member.organisation.today()
    form = MeasureForm(given, definition=definition, today=today, begun=sent)
    back = _back_in_hand(request, given, member)
    if given and back.is_open and form.is_valid() and (found := taken(form, case, member)):
        return redirect("measures:result", found.pk)
    record_read(request, page="take_measure", clients=[case.client])
    place = first_wrong(form.errors, keys, len(keys) + 1) if given else place_of(sent, len(keys))
    context = {"case": case, "saves": given is not None, "back": back.form, "locked": back.locks}
    context |= _page(form, sent, keys, place)
    return render(request, "measures/take_one.html", context, status=422 if given else 200)


def _page(form: MeasureForm, sent: dict[str, str], keys: list[str], place: int) -> dict[str, Any]:
    return {
        "form": form,
        "definition": form.definition,
        "place": place,
        "number": len(keys),
        "is_end": place > len(keys),
        "question": None if place > len(keys) else form[keys[place - 1]],
        "carried": carried(sent, keys, place, OF_THE_WORKER),
    }


@dataclass(frozen=True)
class _BackInHand:
    """Whether the device is the worker's; where it was handed over, the form that asks."""

    form: PasswordForm | None = None
    locks: bool = True

    @property
    def is_open(self) -> bool:
        return not self.locks


def _back_in_hand(
    request: HttpRequest, given: dict[str, str] | None, member: Membership
) -> _BackInHand:
    if not is_handed_over(request):
        return _BackInHand(locks=False)
    form = PasswordForm(given) if asks_for_password(member.user) else None
    if given is None or (form and not form.is_valid()):
        return _BackInHand(form)
    try:
        take_back(request, member.user, form.cleaned_data["password"] if form else "")
    except Refused as refused:
        if form:
            form.refuse(refused)
        return _BackInHand(form)
    return _BackInHand(locks=False)
