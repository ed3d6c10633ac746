"""One answer, as somebody finds it: what they don't find is not there."""

from django.http import Http404, HttpRequest

from cors.access.door import member_of
from cors.library.offered import Offered, offers_for


def find_offered(request: HttpRequest, slug: str) -> Offered:
    """Return an answer that is offered to this person, else answer 404."""
    found = offers_for(member_of(request), only=slug).answers.get(slug)
    if found is None:
        raise Http404
    return found
