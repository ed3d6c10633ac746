"""Pages: put an entry right within a day, add to it later, read how it stood."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.catalogue.choices import catalogue_of
from cors.contacts import actions
from cors.contacts.actions.correct import check_in_place
from cors.contacts.correct_forms import AddForm, CorrectEntryForm, CorrectMomentForm
from cors.contacts.models import Addendum, ContactPerson, Corrected, Correction
from cors.core.errors import Refused
from cors.core.forms import CorsForm
from cors.plans.models import Moment


def _entry(request: HttpRequest, pk: UUID) -> ContactPerson:
    return find(ContactPerson, request, pk, "case__client", "contact")


def _moment(request: HttpRequest, pk: UUID) -> Moment:
    found, member = find(Moment, request, pk, "case__client"), member_of(request)
    # Whoever does not plan sees their own entries only.
    if not member.can(Permission.PLAN) and found.created_by_id != member.user_id:
        raise Http404
    return found


@needs(Permission.RECORD)
def correct_entry(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put right what was recorded of a contact."""
    person, member = _entry(request, pk), member_of(request)
    catalogue = catalogue_of(member.organisation_id)
    form = CorrectEntryForm(request.POST or None, person=person, catalogue=catalogue)
    act = partial(actions.correct_entry, person=person, at=timezone.now(), by=member)
    return _page(request, person, form, act, title="Put it right", late=_late(request, person))


@needs(Permission.RECORD, Permission.PLAN)
def correct_moment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put right the words of a moment."""
    moment, member = _moment(request, pk), member_of(request)
    form = CorrectMomentForm(request.POST or None, moment=moment)
    act = partial(actions.correct_moment, moment=moment, at=timezone.now(), by=member)
    return _page(request, moment, form, act, title="Put it right", late=_late(request, moment))


@needs(Permission.RECORD, Permission.PLAN)
def add_to_entry(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add to what was recorded of a contact."""
    return _add(request, _entry(request, pk))


@needs(Permission.RECORD, Permission.PLAN)
def add_to_moment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add to a moment."""
    return _add(request, _moment(request, pk))


def _add(request: HttpRequest, entry: Corrected) -> HttpResponse:
    act = partial(actions.add_to_entry, entry=entry, by=member_of(request))
    return _page(request, entry, AddForm(request.POST or None), act, title="Add to it")


def _late(request: HttpRequest, entry: Corrected) -> str:
    """Return why an entry can't be changed in place, or nothing."""
    try:
        check_in_place(entry, at=timezone.now(), by=member_of(request))
    except Refused as refused:
        return refused.sentence
    return ""


def _page(
    request: HttpRequest,
    entry: Corrected,
    form: CorsForm,
    act: Callable[..., object],
    **shown: Any,
) -> HttpResponse:
    if form.is_valid():
        try:
            act(**form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "It is kept, and what stood before too.")
            return redirect("casefile:case", entry.case_id)
    record_read(request, page="entry", clients=[entry.case.client])
    context = {"form": form, "entry": entry, **_kept(entry), **shown}
    return render(request, "contacts/correct.html", context, status=422 if form.errors else 200)


def _kept(entry: Corrected) -> dict[str, Any]:
    is_contact = isinstance(entry, ContactPerson)
    catalogue = catalogue_of(entry.organisation_id)
    before = [
        (row, catalogue.label("contact_kind", row.kind) if row.kind else "")
        for row in Correction.on(entry)
    ]
    add = "contacts:add_to_entry" if is_contact else "contacts:add_to_moment"
    return {
        "words": entry.note if isinstance(entry, ContactPerson) else entry.words,
        "before": before,
        "addenda": Addendum.on(entry),
        "add_url": reverse(add, args=[entry.pk]),
    }
