"""What can be done with a case next, by where it stands and what one may do."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from cors.access.models import Membership
from cors.access.permissions import Permission as P
from cors.cases.models import Case


@dataclass(frozen=True)
class Move:
    """One way on: what it is called, where it leads."""

    label: str
    url: str


BY_STATE = {
    "referred": [
        ("Accept", "cases:accept", P.REFER),
        ("Decline", "cases:decline", P.REFER),
        ("Open", "cases:open", P.OPEN_CASES),
    ],
    "waiting": [("Open", "cases:open", P.OPEN_CASES)],
    "open": [("Let the support rest", "cases:pause", P.OPEN_CASES)],
    "ended": [("Re-open", "cases:re_open", P.OPEN_CASES)],
}
ALWAYS = [
    ("Who works on it", "cases:assign", P.ASSIGN),
    ("Restrict to those named on it", "cases:restrict", P.RESTRICT),
]


def moves(case: Case, member: Membership) -> list[Move]:
    """Return the ways on, those of the state first."""
    state = case.state_on(member.organisation.today())
    found = [*BY_STATE.get(state, []), *([] if state == "declined" else ALWAYS)]
    ways = [_move(label, name, case.pk) for label, name, needed in found if member.can(needed)]
    resting = case.open_pause()
    if resting and state == "paused" and member.can(P.OPEN_CASES):
        ways.insert(0, _move("Go on with the support", "cases:end_pause", resting.pk))
    return ways


def _move(label: str, name: str, pk: UUID) -> Move:
    return Move(label, reverse(name, args=[pk]))
