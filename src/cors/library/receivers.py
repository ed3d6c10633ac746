"""To whom an answer can be sent: colleagues, listeners who agreed, whole organisations."""

from dataclasses import dataclass
from uuid import UUID

from cors.access.models import Membership
from cors.library.models import Listener, Serving


@dataclass(frozen=True)
class Receiver:
    """One person, or (user is None) all who work somewhere."""

    key: str
    name: str
    works_for: UUID
    works_for_name: str
    user: UUID | None


def receivers(member: Membership) -> dict[str, Receiver]:
    """Return to whom somebody who answers can send, by key: organisations first."""
    own, name = member.organisation_id, member.organisation.name
    found = [_all_of(own, name)]
    found += [_all_of(row.organisation_id, row.served_name) for row in Serving.by(member)]
    for colleague in Membership.colleagues_of(member).order_by("user__name"):
        found.append(_person(colleague.user.name, own, name, colleague.user_id))
    for each in Listener.who_agreed(member).exclude(works_for_id=own):
        found.append(_person(each.name, each.works_for_id, each.works_for_name, each.user_id))
    return {each.key: each for each in found}


def _all_of(organisation: UUID, name: str) -> Receiver:
    return Receiver(f"all-{organisation}", f"Everybody at {name}", organisation, name, None)


def _person(name: str, organisation: UUID, organisation_name: str, user: UUID) -> Receiver:
    return Receiver(str(user), name, organisation, organisation_name, user)
