"""Who sees which cases and clients: reach of the role, less restricted cases and block lists.

Each rule is a condition on one row, so that looking at one record stays cheap among a hundred
thousand. What is asked of many rows at once is a small set of keys, found by an index.
"""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from cors.access.models import Membership
from cors.access.roles import Reach
from cors.access.visibility import register
from cors.cases.models import Assignment, Case, Restriction
from cors.catalogue.models import Service
from cors.clients.models import BlockedSight, Client

A_GOOD_WHILE = timedelta(days=90)  # after which hardly any news comes of a case that ended


def sees_case(member: Membership, to_case: str) -> Q:
    """Return the condition on a record that leads to its case by a path such as `goal__case__`."""
    hidden = BlockedSight.clients_hidden_from(member)
    return (
        Q(**{f"{to_case}organisation_id": member.organisation_id})
        & Q(**{f"{to_case}client__erased_at__isnull": True})
        & ~Q(**{f"{to_case}client__in": hidden})
        & _reach(member, to_case)
        & _unless_restricted(member, to_case)
    )


def _reach(member: Membership, to_case: str) -> Q:
    reach = member.as_role.reach
    if reach == Reach.ORGANISATION:
        return Q()
    if reach == Reach.NOBODY:
        return Q(pk__in=[])
    own = Q(Exists(_assigned(to_case).filter(member=member)))
    if reach == Reach.ASSIGNED:
        return own
    held_by_nobody = ~Q(Exists(_assigned(to_case)))
    of_own_service = Q(**{f"{to_case}service__in": _services(member)})
    mine = {f"{to_case}created_by": member.user_id, f"{to_case}started_date__isnull": True}
    referred_by_me = Q(**mine) & held_by_nobody
    if reach == Reach.TEAM:
        of_team = Q(Exists(_assigned(to_case).filter(member__in=_team(member))))
        return own | of_team | (of_own_service & held_by_nobody) | referred_by_me
    return own | of_own_service | referred_by_me


def _unless_restricted(member: Membership, to_case: str) -> Q:
    restricted = _restrictions(member).values("case")
    named = Exists(_assigned(to_case).filter(member=member))
    return ~Q(**{f"{to_case}pk__in": restricted}) | Q(named)


def _assigned(to_case: str) -> Any:
    return Assignment.objects.filter(case=OuterRef(f"{to_case}pk"), ended_date__isnull=True)


def _restrictions(member: Membership) -> Any:
    return Restriction.objects.filter(
        organisation_id=member.organisation_id, lifted_at__isnull=True
    )


def _services(member: Membership) -> Any:
    return Service.objects.filter(team__in=member.team_ids()).values("pk")


def _team(member: Membership) -> Any:
    return member.keys_in_same_teams()


def sees_client(member: Membership, to_client: str) -> Q:
    """Return the condition on a record that leads to its client by `client__` or is the client.

    Until a case opens, a person is also seen by whoever added them, and one without any case by
    those who see the whole organisation.
    """
    hidden = BlockedSight.clients_hidden_from(member)
    return (
        Q(**{f"{to_client}organisation_id": member.organisation_id})
        & Q(**{f"{to_client}erased_at__isnull": True})
        & ~Q(**{f"{to_client}pk__in": hidden})
        & _within_reach(member, to_client)
    )


def _within_reach(member: Membership, to_client: str) -> Q:
    reach = member.as_role.reach
    if reach == Reach.NOBODY:
        return Q(pk__in=[])
    if reach != Reach.ORGANISATION:
        return Q(**{f"{to_client}pk__in": _people_of(member)})
    # Nobody has a restricted case but a few: those alone are asked for each of their cases.
    restricted = _restrictions(member).values("case__client")
    cases = Case.objects.filter(client=OuterRef(f"{to_client}pk"))
    open_to_me = Exists(cases.filter(_unless_restricted(member, "")))
    return ~Q(**{f"{to_client}pk__in": restricted}) | Q(open_to_me)


def _people_of(member: Membership) -> Any:
    """Return the keys of the people within reach: a union, so that each way takes its index.

    Joined by OR, PostgreSQL would look at everybody for each of them.
    """
    if member.as_role.reach == Reach.ASSIGNED:
        return _clients_of(member, _ways(member)[0])
    first, *others = (_clients_of(member, way) for way in _ways(member))
    return first.union(*others, _before_a_case(member))


def _ways(member: Membership) -> list[Q]:
    """Return conditions, each with its index, that together hold of all cases within reach."""
    held = Assignment.objects.filter(ended_date__isnull=True)
    of_team = member.as_role.reach == Reach.TEAM  # one is of one's own team
    by = {"member__in": _team(member)} if of_team else {"member": member}
    ways = [Q(pk__in=held.filter(**by).values("case"))]
    if member.as_role.reach != Reach.ASSIGNED:
        ways += [Q(service__in=_services(member)), Q(created_by=member.user_id)]
    return ways


def near(member: Membership, since: date) -> list[UUID] | None:
    """Return the keys of the cases that this person may see, and some more, by indexes alone.

    Those that ended a good while before `since` are left out. None where no case is far. It goes
    with the rule where many rows are asked for, and never instead of it.
    """
    if member.as_role.reach == Reach.ORGANISATION:
        return None
    if member.as_role.reach == Reach.NOBODY:
        return []
    cases = Case.objects.not_ended_before(since - A_GOOD_WHILE)
    first, *others = (cases.filter(way).values_list("pk", flat=True) for way in _ways(member))
    return list(first.union(*others) if others else first)


def _clients_of(member: Membership, way: Q) -> Any:
    return Case.objects.filter(way).filter(sees_case(member, "")).values("client")


def _before_a_case(member: Membership) -> Any:
    cases = Case.objects.filter(client=OuterRef("pk"))
    restrictions = Restriction.objects.filter(case=OuterRef("pk"), lifted_at__isnull=True)
    opened_or_restricted = cases.filter(Q(started_date__isnull=False) | Exists(restrictions))
    added = Client.objects.filter(organisation_id=member.organisation_id, created_by=member.user_id)
    return added.filter(~Exists(opened_or_restricted)).values("pk")


def register_rules() -> None:
    """Tell the door."""
    register(cases=sees_case, clients=sees_client)
