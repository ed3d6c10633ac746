"""What went well in the last days near somebody: keys and days alone, words come later."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.cases.models import Case
from cors.cases.news import Lately
from cors.clients.models import Client
from cors.outcomes.models import Outcome
from cors.plans.models import BackOnTrack, BarrierResolution, GoalEnding, Moment

LOOKED_AT = 24  # the newest, of which the few that may be seen are shown


@dataclass(frozen=True, slots=True)
class Recent:
    """One piece of good news: what kind, of which record and case, on which day."""

    kind: str
    record: UUID
    case: UUID
    day: date
    outcome_type: str


class RecentNews:
    """The newest good news, as far as the door lets its cases through."""

    def __init__(self, found: Iterable[Recent], seen: Iterable[Case], most: int) -> None:
        known = {case.pk: case for case in seen}
        self.found = [each for each in found if each.case in known][:most]
        self.cases = {each.case: known[each.case] for each in self.found}

    def clients_besides(self, others: Iterable[Client]) -> list[Client]:
        """Return whom it names, without these others."""
        named = {case.client.pk: case.client for case in self.cases.values()}
        known = {client.pk for client in others}
        return [client for key, client in named.items() if key not in known]

    def keys(self, *kinds: str) -> list[UUID]:
        """Return the keys of the records of these kinds."""
        return [each.record for each in self.found if each.kind in kinds]


NO_NEWS = RecentNews([], [], 0)


def recent_news(member: Membership, since: date) -> list[Recent]:
    """Return what went well near somebody since a day, the newest first.

    Each kind is found by its day and by what is near; whether it is seen is for the door to say.
    """
    first, *others = _all_kinds(member, Lately.around(member, since))
    rows = first.union(*others, all=True).order_by("-day", "-at")[:LOOKED_AT]
    return [Recent(what, key, case, day, told) for what, key, case, day, _, told in rows]


def _all_kinds(member: Membership, lately: Lately) -> list[Any]:
    """Return a query for each kind; who only helps is told what they wrote themselves."""
    moments = [Moment.successes_of(lately), BackOnTrack.news_of(lately)]
    if not member.can(Permission.PLAN):
        return [rows.filter(created_by=member.user_id) for rows in moments]
    return [
        *moments,
        BarrierResolution.news_of(lately),
        GoalEnding.reached_of(lately),
        Outcome.news_of(lately),
    ]
