"""Verbs: organisations, the people who work in them, their roles and teams."""

import secrets
from datetime import datetime, timedelta

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.db import IntegrityError, transaction
from django.urls import reverse

from cors.access.models import (
    Invitation,
    Membership,
    Organisation,
    Team,
    TeamMembership,
    User,
)
from cors.access.models.user import SYSTEM_DOMAIN as SYSTEM_DOMAIN
from cors.access.permissions import Permission
from cors.access.roles import ROLES
from cors.access.scope import within
from cors.access.verbs import verb
from cors.audit.record import record
from cors.core.errors import NotAllowed, Refused
from cors.core.forms import refuse_unseen
from cors.core.identity import uuid7
from cors.core.keyring import make_organisation_key

INVITATION_DAYS = 14


def add_organisation(*, key: str, name: str, time_zone: str = "Europe/London") -> Membership:
    """Make an organisation with its key; return the membership under which commands act."""
    organisation = Organisation(id=uuid7(), key=key, name=name, time_zone=time_zone)
    taken = Refused(f"There is an organisation “{key}” already.", field="key")
    try:
        with transaction.atomic(), within(organisation.pk):
            if Organisation.with_key(key):
                raise taken
            return _made(organisation)
    except IntegrityError:  # PostgreSQL shows nobody the rows of another organisation
        raise taken from None


def _made(organisation: Organisation) -> Membership:
    organisation.save(force_insert=True)
    make_organisation_key(organisation.pk)
    user = User(email=f"{organisation.key}@{SYSTEM_DOMAIN}", name="This system")
    user.set_unusable_password()
    user.save(force_insert=True)
    system = Membership(organisation=organisation, user=user, role="system")
    system.save(force_insert=True)
    record(by=system, verb="add_organisation", about=organisation)
    return system


def join(
    *, organisation: Organisation, email: str, name: str, role: str, password: str | None
) -> Membership:
    """Make somebody a member; a person who signs in elsewhere already keeps their password."""
    user = User.with_email(email)
    if user is None:
        user = User(email=email.lower(), name=name)
        user.set_password(password)
        user.save(force_insert=True)
    member = Membership(organisation=organisation, user=user, role=role)
    member.save(force_insert=True)
    record(by=member, verb="join", about=member)
    return member


@verb(Permission.INVITE)
def add_member(
    *, email: str, name: str, role: str, by: Membership, password: str | None = None
) -> Membership:
    """Make somebody a member without an invitation: for set-up and practice."""
    _check_role(role)
    return join(organisation=by.organisation, email=email, name=name, role=role, password=password)


@verb(Permission.INVITE)
def invite(
    *, email: str, role: str, by: Membership, at: datetime, team: Team | None = None
) -> tuple[Invitation, str]:
    """Ask somebody to join; return the invitation and the secret for its link, shown once."""
    _check_role(role)
    token = secrets.token_urlsafe(24)
    invitation = Invitation(
        organisation=by.organisation,
        created_by=by,
        email=email.lower(),
        role=role,
        team=team,
        token_hash=Invitation.hash_of(token),
        expires_at=at + timedelta(days=INVITATION_DAYS),
    )
    invitation.save(force_insert=True)
    record(by=by, verb="invite", about=invitation)
    return invitation, token


def _check_role(role: str) -> None:
    if role not in ROLES or not ROLES[role].can_be_given:
        raise Refused("Choose one of the roles in the list.", field="role")


@verb(Permission.SET_UP)
def add_team(*, name: str, by: Membership) -> Team:
    """Make a team."""
    team = Team(organisation=by.organisation, name=name)
    team.save(force_insert=True)
    record(by=by, verb="add_team", about=team)
    return team


@verb(Permission.SET_UP)
def put_in_team(*, team: Team, member: Membership, by: Membership) -> TeamMembership:
    """Put somebody in a team."""
    row = TeamMembership(organisation=by.organisation, team=team, member=member)
    row.save(force_insert=True)
    record(by=by, verb="put_in_team", about=team, changes={"member": member.pk})
    return row


@verb(Permission.INVITE)
def change_role(*, member: Membership, role: str, by: Membership, seen: str = "") -> None:
    """Give somebody another role; nobody changes their own."""
    _check_role(role)
    if member.pk == by.pk:
        raise Refused("Ask another manager to change your own role.", field="role")
    member.hold("role")
    refuse_unseen(seen, {"role": member.role})
    before, member.role = member.role, role
    member.save(update_fields=["role"])
    record(by=by, verb="change_role", about=member, changes={"before": before, "now": role})


@verb(Permission.INVITE)
def let_go(*, member: Membership, by: Membership, at: datetime) -> None:
    """End somebody's membership; what they wrote stays."""
    if member.pk == by.pk:
        raise Refused("Ask another manager to end your own membership.")
    member.left_at = at
    member.save(update_fields=["left_at"])
    record(by=by, verb="let_go", about=member)


@verb()
def leave(*, by: Membership, at: datetime) -> None:
    """Leave the organisation; its last manager can't."""
    managers = Membership.colleagues_of(by).filter(role="manager").exclude(pk=by.pk)
    if by.role == "manager" and not managers.exists():
        raise Refused("Make somebody else a manager first. Every organisation needs one.")
    by.left_at = at
    by.save(update_fields=["left_at"])
    record(by=by, verb="leave", about=by)


@verb()
def accept_invitation(
    *, invitation: Invitation, name: str, password: str, by: Membership, at: datetime
) -> Membership:
    """Join with an invitation; `by` is whoever asked."""
    user = User.with_email(invitation.email)
    if user and not user.check_password(password):
        raise Refused(
            "This e-mail address signs in here already. Use the password you have.",
            field="password",
        )
    member = join(
        organisation=by.organisation,
        email=invitation.email,
        name=name,
        role=invitation.role,
        password=password,
    )
    if invitation.team:
        TeamMembership(organisation=by.organisation, team=invitation.team, member=member).save(
            force_insert=True
        )
    invitation.accepted_at = at
    invitation.save(update_fields=["accepted_at"])
    return member


@verb(Permission.INVITE)
def withdraw_invitation(*, invitation: Invitation, by: Membership, at: datetime) -> None:
    """Take an invitation back; its link no longer opens."""
    invitation.withdrawn_at = at
    invitation.save(update_fields=["withdrawn_at"])
    record(by=by, verb="withdraw_invitation", about=invitation)


@verb(Permission.GIVE_RESET_LINKS)
def give_reset_link(*, member: Membership, by: Membership) -> str:
    """Make a link with which a colleague sets a new password; leads only for their own teams."""
    if by.role == "lead" and not _leads(by, member):
        raise NotAllowed("You hand out links in your own teams. Ask a manager for this one.")
    if member.user.is_system:
        raise NotAllowed("Nobody signs in as this system, so it has no password.")
    if member.is_member_elsewhere():
        # One password opens all of somebody's organisations, and here nobody answers for the rest.
        raise NotAllowed("They ask for a link themselves, on the page where one signs in.")
    path = reverse(
        "account_reset_password_from_key",
        kwargs={
            "uidb36": user_pk_to_url_str(member.user),
            "key": default_token_generator.make_token(member.user),
        },
    )
    record(by=by, verb="give_reset_link", about=member)
    return path


def _leads(lead: Membership, member: Membership) -> bool:
    below = member.role in ("keyworker", "volunteer")
    return below and lead.in_same_teams().filter(pk=member.pk).exists()
