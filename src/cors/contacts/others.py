"""Somebody outside of one's own list, to record about: found by what is typed, if in sight."""

from collections.abc import Collection
from uuid import UUID

from cors.access.models import Membership
from cors.cases.models import Case
from cors.clients.finding import find_people

AT_MOST = 12


def others_found(query: str, member: Membership, but: Collection[UUID] = ()) -> list[Case]:
    """Return open cases in one's sight of people who fit what was typed, by name.

    Cases in `but` are left out. There are AT_MOST, and one more where others fit too.
    """
    if not query:
        return []
    people = find_people(query, member).values("pk")
    cases = Case.visible_to(member).open().filter(client__in=people).exclude(pk__in=list(but))
    found = cases.select_related("client", "service").order_by("client__sort_key", "pk")
    return list(found[: AT_MOST + 1])
