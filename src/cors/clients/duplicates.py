"""Is this person known here already? Asked before somebody is added."""

from dataclasses import dataclass

from cors.access.models import Membership
from cors.clients.models import NAMES, BlockedSight, Client
from cors.core.blind_index import fold, search_tokens
from cors.core.keyring import index_key

OUT_OF_SIGHT = "Someone like this may be known here: ask your lead."
MOST_SHOWN = 10


@dataclass(frozen=True)
class Likeness:
    """People like this within one's sight, and whether there are others outside of it."""

    seen: tuple[Client, ...] = ()
    others: bool = False

    def __bool__(self) -> bool:
        return bool(self.seen) or self.others


def people_like(
    name: str, birth_year: int | None, by: Membership, preferred_name: str = ""
) -> Likeness:
    """Return people who share two words of a name, or one and the year of birth.

    A person whom this member must never see counts as not there: even "may be known here" would
    tell an ex-partner where somebody gets help.
    """
    words = fold(f"{name} {preferred_name}").split()
    tokens = set(search_tokens(" ".join(words), key=index_key(by.organisation_id, NAMES)))
    if not tokens or (len(tokens) == 1 and birth_year is None):
        return Likeness()
    alike = Client.alike(tokens, min(2, len(tokens)), by.organisation_id, birth_year)
    alike = alike.exclude(pk__in=BlockedSight.clients_hidden_from(by))
    seen = Client.visible_to(by).filter(pk__in=alike.values("pk"))
    others = alike.exclude(pk__in=seen.values("pk")).exists()
    return Likeness(seen=tuple(seen.order_by("reference")[:MOST_SHOWN]), others=others)
