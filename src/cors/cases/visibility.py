"""Who sees which cases and clients: reach of the role, less restricted cases and block lists."""

from typing import Any

from django.db.models import Exists, OuterRef, Q

from cors.access.models import Membership
from cors.access.roles import Reach
from cors.access.visibility import register
from cors.cases.models import Assignment, Case, Restriction
from cors.clients.models import BlockedSight, Client


def visible_cases(member: Membership) -> Any:
    """Return the keys of the cases that this person may see."""
    return _seen_cases(member).values("pk")


def _seen_cases(member: Membership) -> Any:
    here = Case.objects.filter(
        organisation_id=member.organisation_id, client__erased_at__isnull=True
    )
    unless_restricted = ~Exists(_restrictions()) | Exists(_assigned_to(member))
    return (
        here.filter(_reach(member))
        .filter(unless_restricted)
        .exclude(client__in=BlockedSight.clients_hidden_from(member))
    )


def _reach(member: Membership) -> Q:
    reach = member.as_role.reach
    if reach == Reach.ORGANISATION:
        return Q()
    if reach == Reach.NOBODY:
        return Q(pk__in=[])
    own = Q(Exists(_assigned_to(member)))
    if reach == Reach.ASSIGNED:
        return own
    held_by_nobody = ~Q(Exists(_assigned()))
    of_own_service = Q(service__team__in=member.team_ids())
    referred_by_me = Q(created_by=member.user_id, started_date__isnull=True) & held_by_nobody
    if reach == Reach.TEAM:
        of_team = Q(Exists(_assigned().filter(member__in=member.in_same_teams())))
        return own | of_team | (of_own_service & held_by_nobody) | referred_by_me
    return own | of_own_service | referred_by_me


def _assigned() -> Any:
    return Assignment.objects.filter(case=OuterRef("pk"), ended_date__isnull=True)


def _assigned_to(member: Membership) -> Any:
    return _assigned().filter(member=member)


def _restrictions() -> Any:
    return Restriction.objects.filter(case=OuterRef("pk"), lifted_at__isnull=True)


def visible_clients(member: Membership) -> Any:
    """Return the keys of the people that this person may see.

    Until a case opens, a person is also seen by whoever added them, and one without any case by
    those who see the whole organisation.
    """
    people = Client.objects.filter(organisation_id=member.organisation_id, erased_at__isnull=True)
    by_case = Q(pk__in=_seen_cases(member).values("client"))
    return (
        people.filter(by_case | _before_a_case(member))
        .exclude(pk__in=BlockedSight.clients_hidden_from(member))
        .values("pk")
    )


def _before_a_case(member: Membership) -> Q:
    cases = Case.objects.filter(client=OuterRef("pk"))
    reach = member.as_role.reach
    if reach == Reach.ORGANISATION:
        return ~Q(Exists(cases))
    if reach in (Reach.NOBODY, Reach.ASSIGNED):
        return Q(pk__in=[])
    opened_or_restricted = cases.filter(Q(started_date__isnull=False) | Exists(_restrictions()))
    return Q(created_by=member.user_id) & ~Q(Exists(opened_or_restricted))


def register_rules() -> None:
    """Tell the door."""
    register(cases=visible_cases, clients=visible_clients)
