"""What the bulk loader stands on: one organisation, its keys, who works there and for how many."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

CONTACTS_A_CLIENT = (4, 6, 8, 10, 12, 10, 14, 16, 12, 8)  # ten people, a hundred contacts
CASELOAD = 30
TEAM_SIZE = 10
OPEN_SHARE = 0.2
FULL_CONTACTS = 140  # of the one case that has 200 entries
FULL_MOMENTS = 50


@dataclass(frozen=True, slots=True)
class Post:
    """One keyworker: where they work and under which keys they write."""

    member: UUID
    user: UUID
    service: UUID


@dataclass(frozen=True, slots=True)
class Ground:
    """All that a process needs to make people without asking the database."""

    organisation: UUID
    organisation_key: bytes
    index_key: bytes
    letters: str
    today: date
    clients: int
    posts: tuple[Post, ...]
    seed: int = 2026

    def post_of(self, number: int) -> Post:
        """Return who holds a case: thirty open ones each, the others dealt out."""
        return self.posts[number // CASELOAD % len(self.posts)]

    def is_open(self, number: int) -> bool:
        """Say whether the case of this person goes on."""
        return number < open_cases(self.clients)


def open_cases(clients: int) -> int:
    """Return how many of so many cases go on: a fifth, and one whole caseload at least."""
    return min(clients, max(CASELOAD, int(clients * OPEN_SHARE)))


def keyworkers(clients: int) -> int:
    """Return how many keyworkers hold the open cases."""
    return -(-open_cases(clients) // CASELOAD)
