"""Who else was there: the contact that a Record screen adds a person to."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest

from cors.access.door import find_in_organisation, member_of
from cors.catalogue.choices import catalogue_of
from cors.clients.models import Client
from cors.contacts.models import Contact, ContactPerson

ALONG = "along"


@dataclass(frozen=True)
class Along:
    """A contact of one's own, and those of its people whom one may see."""

    contact: Contact
    people: list[ContactPerson]

    @property
    def cases(self) -> set[UUID]:
        return {person.case_id for person in self.people}

    @property
    def names(self) -> str:
        called = [person.case.client.called for person in self.people]
        return " and ".join([", ".join(called[:-1]), called[-1]] if called[1:] else called)

    @property
    def clients(self) -> list[Client]:
        return [person.case.client for person in self.people]

    @property
    def kind(self) -> str:
        """What kind of contact it was, in the words of the organisation."""
        catalogue = catalogue_of(self.contact.organisation_id)
        return catalogue.label("contact_kind", self.contact.kind)


def along_of(request: HttpRequest, begun: Any = None) -> Along | None:
    """Return the contact that the page was opened for; 404 where it is not one's own."""
    asked = (request.POST or request.GET).get(ALONG) or (begun or {}).get(ALONG)
    if not asked:
        return None
    try:
        contact = find_in_organisation(Contact, request, UUID(asked))
    except ValueError:
        raise Http404 from None
    if contact.worker_id != member_of(request).pk:
        raise Http404
    visible = ContactPerson.visible_to(member_of(request)).filter(contact=contact)
    return Along(contact, list(visible.select_related("case__client").order_by("created_at")))
