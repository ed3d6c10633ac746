"""The people every test knows: Amina the keyworker and those around her.

Amina (keyworker) and Ben are in one team that runs Move-on support; Carys leads it. Dev manages,
Esi analyses, Femi funds, Gwen volunteers. Olu is a keyworker of another team. Hana is Amina's
client. Ines works for another organisation.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.test import Client as Browser

from cors.access.actions import add_member, add_organisation, add_team, put_in_team
from cors.access.models import Membership, Organisation, Team
from cors.access.scope import show
from cors.catalogue.models import Service

TODAY = date(2026, 11, 23)
PASSWORD = "a quiet harbour at dawn"


@dataclass
class Stage:
    """One organisation and its people."""

    organisation: Organisation
    system: Membership
    amina: Membership
    ben: Membership
    carys: Membership
    dev: Membership
    esi: Membership
    femi: Membership
    gwen: Membership
    olu: Membership
    team: Team
    other_team: Team
    service: Service
    other_service: Service

    def member(self, name: str) -> Membership:
        """Return somebody by name."""
        found: Membership = getattr(self, name)
        return found


ROLES = {
    "amina": "keyworker",
    "ben": "keyworker",
    "carys": "lead",
    "dev": "manager",
    "esi": "analyst",
    "femi": "funder",
    "gwen": "volunteer",
    "olu": "keyworker",
}


def build_stage(key: str = "harbour", name: str = "Harbour Street") -> Stage:
    """Make an organisation with all its people, through the verbs."""
    system = add_organisation(key=key, name=name)
    show(system.organisation_id, user=system.user_id)
    people: dict[str, Any] = {
        person: add_member(
            email=f"{person}@{key}.example",
            name=person.title(),
            role=role,
            password=None,
            by=system,
        )
        for person, role in ROLES.items()
    }
    team = add_team(name="Move-on team", by=system)
    other_team = add_team(name="Work team", by=system)
    for person in ("amina", "ben", "carys"):
        put_in_team(team=team, member=people[person], by=system)
    put_in_team(team=other_team, member=people["olu"], by=system)
    service, other_service = (
        Service.objects.create(organisation=system.organisation, key=k, name=n, team=t)
        for k, n, t in (
            ("move-on", "Move-on support", team),
            ("work", "Back to work", other_team),
        )
    )
    return Stage(
        organisation=system.organisation,
        system=system,
        team=team,
        other_team=other_team,
        service=service,
        other_service=other_service,
        **people,
    )


@pytest.fixture
def stage(db: None) -> Stage:
    """Harbour Street and its people; on PostgreSQL the organisation is set."""
    return build_stage()


@pytest.fixture
def elsewhere(stage: Stage) -> Stage:
    """Another organisation, where Ines works (as its keyworker "amina")."""
    other = build_stage("hill", "Hill House")
    show(stage.organisation.pk, user=stage.system.user_id)
    return other


def browser_of(member: Membership) -> Browser:
    """Return a test browser in which this person is signed in."""
    browser = Browser()
    browser.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return browser


class AuditFailed(Exception):
    """Raised in place of writing an event."""


@pytest.fixture
def audit_fails(monkeypatch: pytest.MonkeyPatch) -> type[AuditFailed]:
    """Let every event fail to be written: what a verb wrote before must be gone with it."""

    def refuse(*_: object, **__: object) -> None:
        raise AuditFailed

    monkeypatch.setattr("cors.audit.models.Event.save", refuse)
    return AuditFailed
