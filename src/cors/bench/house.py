"""The organisation that is filled: set up by the verbs, down to each keyworker's post."""

from cors.access.actions import add_member, add_organisation, add_team, put_in_team
from cors.access.models import Membership
from cors.access.scope import within
from cors.bench.ground import TEAM_SIZE, Ground, Post, keyworkers
from cors.catalogue.actions import add_service
from cors.clients.models import NAMES
from cors.clients.models.reference_count import letters_of
from cors.core.keyring import index_key, keyring

KEY = "bench"
NAME = "Full House"
MANAGER = "manager@full-house.example"
KEYWORKER = "keyworker-1@full-house.example"


def build_house(clients: int) -> Ground:
    """Make the organisation, a manager, and a team with its service for every ten keyworkers."""
    system = add_organisation(key=KEY, name=NAME)
    with within(system.organisation_id, user=system.user_id):
        add_member(email=MANAGER, name="Mo Ager", role="manager", by=system)
        posts = tuple(_posts(keyworkers(clients), system))
        return ground_of(system, clients, posts)


def ground_of(system: Membership, clients: int, posts: tuple[Post, ...]) -> Ground:
    """Gather what making people needs."""
    organisation = system.organisation
    return Ground(
        organisation=organisation.pk,
        organisation_key=keyring().key(organisation.pk, organisation.pk),
        index_key=index_key(organisation.pk, NAMES),
        letters=letters_of(organisation.name),
        today=organisation.today(),
        clients=clients,
        posts=posts,
    )


def _posts(wanted: int, system: Membership) -> list[Post]:
    posts: list[Post] = []
    for place in range(wanted):
        if place % TEAM_SIZE == 0:
            number = place // TEAM_SIZE + 1
            team = add_team(name=f"Team {number}", by=system)
            service = add_service(
                name=f"Service {number}", team=team, by=system, key=f"service-{number}"
            )
        email = f"keyworker-{place + 1}@full-house.example"
        member = add_member(
            email=email, name=f"Key Worker {place + 1}", role="keyworker", by=system
        )
        put_in_team(team=team, member=member, by=system)
        posts.append(Post(member.pk, member.user_id, service.pk))
    return posts
