"""Who reads a feed, and what: by a key of one's own, a library that is for everybody, or no key."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, QueryDict

from cors.access.models import Membership, Organisation
from cors.access.scope import within
from cors.library.models import FeedKey, Library
from cors.library.offered import Offers, offers_for, offers_of_library, offers_that_ship

SHIPPED = "Answers to the questions that come round again, for people who support others."


@dataclass(frozen=True)
class Reading:
    """What is read, under which name; `query` is what its addresses bear."""

    offers: Offers
    name: str
    author: str
    about: str
    query: str
    is_private: bool


@contextmanager
def reading(
    asked: QueryDict, *, member: Membership | None = None, only: str = ""
) -> Iterator[Reading]:
    """Read as far as what was asked with allows; Http404 where it opens nothing.

    A key or a library that is named goes before who is signed in; only: one slug.
    """
    if key := asked.get("key"):
        with _by_key(key, only) as found:
            yield found
    elif library := asked.get("library"):
        with _of_library(_uuid(library), only) as found:
            yield found
    elif member:
        yield _of_member(member, only, "")
    else:
        yield Reading(offers_that_ship(), "Answers", "CORS", SHIPPED, "", is_private=False)


@contextmanager
def _by_key(key: str, only: str) -> Iterator[Reading]:
    organisation, _, secret = key.partition(".")
    own = _uuid(organisation)
    with within(own):
        member = FeedKey.reader(own, secret)
    if member is None:
        raise Http404
    with within(own, user=member.user_id):
        yield _of_member(member, only, "?" + urlencode({"key": key}))


def _of_member(member: Membership, only: str, query: str) -> Reading:
    author = member.organisation.name
    about = Library.of(member.organisation_id).about or SHIPPED
    offers = offers_for(member, only=only)
    return Reading(offers, f"Answers for {author}", author, about, query, is_private=True)


@contextmanager
def _of_library(library: UUID, only: str) -> Iterator[Reading]:
    with within(library):
        said, organisation = Library.of(library), Organisation.with_id(library)
        if organisation is None or not said.is_public:
            raise Http404
        author, query = organisation.name, "?" + urlencode({"library": str(library)})
        offers, about = offers_of_library(organisation, only=only), said.about or SHIPPED
        yield Reading(offers, f"Answers from {author}", author, about, query, is_private=False)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
