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
    here = Case.objects.filter(
        organisation_id=member.organisation_id, client__erased_at__isnull=True
    )
    within_reach = here.filter(_reach(member))
    return _without_hidden(within_reach, member).values("pk")


def _reach(member: Membership) -> Q:
    reach = member.as_role.reach
    if reach == Reach.ORGANISATION:
        return Q()
    if reach == Reach.NOBODY:
        return Q(pk__in=[])
    own = Q(Exists(_assigned_to(member)))
    if reach == Reach.ASSIGNED:
        return own
    if reach == Reach.TEAM:
        team = Assignment.objects.filter(
            case=OuterRef("pk"), member__in=member.in_same_teams(), ended_date__isnull=True
        )
        created = Q(created_by=member.user_id) & ~Q(Exists(_assigned()))
        return own | Q(Exists(team)) | created
    return own | Q(service__team__in=member.team_ids())


def _assigned() -> Any:
    return Assignment.objects.filter(case=OuterRef("pk"), ended_date__isnull=True)


def _assigned_to(member: Membership) -> Any:
    return _assigned().filter(member=member)


def _without_hidden(cases: Any, member: Membership) -> Any:
    restricted = Restriction.objects.filter(case=OuterRef("pk"), lifted_at__isnull=True)
    named = Exists(_assigned_to(member))
    return cases.filter(~Exists(restricted) | named).exclude(
        client__in=BlockedSight.clients_hidden_from(member)
    )


def visible_clients(member: Membership) -> Any:
    """Return the keys of the people that this person may see.

    A person without a case is seen by whoever added them, and by those who see the whole
    organisation.
    """
    people = Client.objects.filter(organisation_id=member.organisation_id, erased_at__isnull=True)
    by_case = Q(pk__in=Case.objects.filter(pk__in=visible_cases(member)).values("client"))
    any_case = Exists(Case.objects.filter(client=OuterRef("pk")))
    if member.as_role.reach == Reach.ORGANISATION:
        without_case = ~any_case
    elif member.as_role.reach in (Reach.NOBODY, Reach.ASSIGNED):
        without_case = Q(pk__in=[])
    else:
        without_case = ~any_case & Q(created_by=member.user_id)
    return (
        people.filter(by_case | without_case)
        .exclude(pk__in=BlockedSight.clients_hidden_from(member))
        .values("pk")
    )


def register_rules() -> None:
    """Tell the door."""
    register(cases=visible_cases, clients=visible_clients)
