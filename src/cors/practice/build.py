"""Makes Harbour Street, the practice organisation: made-up people, as of today."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from cors.access.actions import add_member, add_organisation, add_team, put_in_team
from cors.access.models import Membership, Team, User
from cors.access.scope import within
from cors.catalogue.actions import add_service, name_who_is_told
from cors.catalogue.models import Service
from cors.core.errors import Refused
from cors.measures.actions import make_schedule
from cors.measures.schedule import When
from cors.practice.play import play
from cors.practice.script import scripts
from cors.practice.switch import is_practice

KEY = "practice"
NAME = "Harbour Street"
DOMAIN = "harbour-street.example"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works at Harbour Street, and what they see there."""

    email: str
    name: str
    role: str
    says: str
    sees: str
    teams: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Return the name that the scripts use."""
        return self.email.partition("@")[0]


MOVE_ON, WORK, RECOVERY = "Move-on team", "Work team", "Recovery team"


def _person(name: str, role: str, says: str, sees: str, *teams: str) -> Person:
    return Person(f"{name.split()[0].lower()}@{DOMAIN}", name, role, says, sees, teams)


PEOPLE = (
    _person(
        "Amina Yusuf", "keyworker", "keyworker of the Move-on team",
        "Her people, what is due today, and the whole story of each.", MOVE_ON,
    ),
    _person(
        "Ben Marsh", "keyworker", "keyworker of the Move-on and Recovery teams",
        "His own people, and those of both his teams.", MOVE_ON, RECOVERY,
    ),
    _person(
        "Carys Vaughan", "lead", "lead of the Move-on and Recovery teams",
        "All cases of her services, who is waiting, and the figures.", MOVE_ON, RECOVERY,
    ),
    _person(
        "Dev Patel", "manager", "manager",
        "Everything: services, people, the catalogue, the figures.",
    ),
    _person("Esi Mensah", "analyst", "analyst", "Figures. No names, no lists of people."),
    _person("Femi Ade", "funder", "funder", "A page of his own, and nothing about people."),
    _person(
        "Gwen Lloyd", "volunteer", "volunteer of the Move-on team",
        "Only the people she was named for, and her own entries.", MOVE_ON,
    ),
    _person(
        "Olu Bello", "keyworker", "keyworker of the Work team",
        "His people who look for work, and nobody of the other teams.", WORK,
    ),
)  # fmt: skip

MANAGER = next(person.email for person in PEOPLE if person.role == "manager")

SERVICES = (
    ("move-on", "Move-on support", MOVE_ON, 12),
    ("work", "Back to work", WORK, 8),
    ("recovery", "Recovery", RECOVERY, 12),
)

# What the Recovery team asks of everybody.
OFTEN = When(start_days=28, every_weeks=12, at_end=True, weeks_after=26)


@dataclass(frozen=True, slots=True)
class House:
    """Who works at Harbour Street, and what is offered there."""

    members: dict[str, Membership]
    services: dict[str, Service]
    today: date


def build_if_empty() -> bool:
    """Make the practice organisation unless it is there; say whether it was made."""
    check_practice()
    if User.with_email(PEOPLE[0].email):
        return False
    with transaction.atomic():
        system = build_house()
        with within(system.organisation_id, user=system.user_id):
            house = house_of(system)
            for script in scripts():
                play(script, house.members, house.services, house.today)
    return True


def check_practice() -> None:
    """Refuse a database that is not for practice."""
    if not is_practice():
        raise Refused(
            "Made-up people need a database of their own. Run ./cors demo with another CORS_VAR."
        )


def build_house() -> Membership:
    """Make the organisation with its teams, workers and services; return who makes it."""
    system = add_organisation(key=KEY, name=NAME)
    with within(system.organisation_id, user=system.user_id):
        teams = {name: add_team(name=name, by=system) for name in (MOVE_ON, WORK, RECOVERY)}
        members = {person.key: _employ(person, teams, system) for person in PEOPLE}
        services = _open_services(teams, system)
        for key in ("move-on", "recovery"):
            name_who_is_told(service=services[key], member=members["carys"], by=system)
        make_schedule(service=services["recovery"], measure="phq-9", when=OFTEN, by=system)
    return system


def house_of(member: Membership) -> House:
    """Return who works here and what is offered, by the names that scripts use."""
    colleagues = {each.user.email: each for each in Membership.colleagues_of(member)}
    return House(
        {person.key: colleagues[person.email] for person in PEOPLE},
        {service.key: service for service in Service.all_of(member)},
        member.organisation.today(),
    )


def _employ(person: Person, teams: dict[str, Team], system: Membership) -> Membership:
    """Make somebody a member who has no password at all: here one press signs in."""
    member = add_member(
        email=person.email,
        name=person.name,
        role=person.role,
        by=system,
    )
    for team in person.teams:
        put_in_team(team=teams[team], member=member, by=system)
    return member


def _open_services(teams: dict[str, Team], system: Membership) -> dict[str, Service]:
    return {
        key: add_service(name=name, team=teams[team], by=system, review_weeks=weeks, key=key)
        for key, name, team, weeks in SERVICES
    }
