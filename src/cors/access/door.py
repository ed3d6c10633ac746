"""The one door to read: what is not visible is not there."""

from typing import TypeVar
from uuid import UUID

from django.http import Http404, HttpRequest

from cors.access.in_sight import among_visible
from cors.access.models import ClientRecord, Membership, OrganisationRecord

R = TypeVar("R", bound=ClientRecord)
O = TypeVar("O", bound=OrganisationRecord)  # noqa: E741 - the letter of the base it stands for


def member_of(request: HttpRequest) -> Membership:
    """Return in which membership this request is made."""
    member: Membership = request.member  # type: ignore[attr-defined]
    return member


def find(model: type[R], request: HttpRequest, pk: UUID | str, *related: str) -> R:
    """Return a client's record if this person may see it, else answer as if it did not exist."""
    key = model._meta.pk.to_python(pk)
    found = among_visible(model, member_of(request), [key])
    record: R | None = (found.select_related(*related) if related else found).first()
    if record is None:
        raise Http404
    return record


def find_in_organisation(model: type[O], request: HttpRequest, pk: UUID | str) -> O:
    """Return a record of the organisation that is not about a client, or answer 404."""
    record = model.within(member_of(request)).filter(pk=pk).first()
    if record is None:
        raise Http404
    return record
