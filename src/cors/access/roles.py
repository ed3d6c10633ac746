"""What each role sees and may do. A role is a name, a paragraph, a reach and a list."""

from dataclasses import dataclass
from enum import StrEnum

from cors.access.permissions import Permission as P


class Reach(StrEnum):
    """How far a role sees, before restricted cases and block lists are taken away."""

    NOBODY = "nobody"
    ASSIGNED = "the people of cases they are assigned to"
    TEAM = "their own cases and those of their team"
    SERVICES = "all cases of the services that their teams run"
    ORGANISATION = "all cases of the organisation"


@dataclass(frozen=True)
class Role:
    """One role, in words that a person in charge of data protection can read."""

    key: str
    name: str
    says: str
    reach: Reach
    may: frozenset[P]
    can_be_given: bool = True


VOLUNTEER = Role(
    key="volunteer",
    name="Volunteer",
    says="Sees the people they are assigned to: name, goals, next steps and their own entries. "
    "Records what they did with them. Changes nothing else.",
    reach=Reach.ASSIGNED,
    may=frozenset({P.SEE_PEOPLE, P.RECORD}),
)

KEYWORKER = Role(
    key="keyworker",
    name="Keyworker",
    says="Works with people: sees their own cases and those of their team, plans, records, "
    "measures, reviews and closes. Does not see other teams, and no figures of the service.",
    reach=Reach.TEAM,
    may=VOLUNTEER.may
    | {
        P.ADD_PEOPLE, P.EDIT_PEOPLE, P.REFER, P.OPEN_CASES, P.PLAN, P.MEASURE,
        P.CONFIRM_OUTCOMES, P.REVIEW, P.CLOSE_CASES,
    },
)  # fmt: skip

LEAD = Role(
    key="lead",
    name="Team lead",
    says="Everything a keyworker does, for all cases of the services that their teams run. Says "
    "who works on a case, restricts a case, makes plan templates, hands out reset links, sees "
    "figures and their lists.",
    reach=Reach.SERVICES,
    may=KEYWORKER.may
    | {
        P.ASSIGN, P.RESTRICT, P.BLOCK_SIGHT, P.MAKE_TEMPLATES, P.SEE_FIGURES, P.SEE_LISTS,
        P.GIVE_RESET_LINKS,
    },
)  # fmt: skip

MANAGER = Role(
    key="manager",
    name="Manager",
    says="Sees all cases of the organisation except restricted ones they are not named on. Sets up "
    "services, teams and the catalogue, invites people, erases a person, sees who read and who "
    "changed what, answers the questions that come round again.",
    reach=Reach.ORGANISATION,
    may=LEAD.may
    | {
        P.ERASE_PEOPLE, P.CHOOSE_CATALOGUE, P.INVITE, P.SET_UP, P.IMPORT, P.SEE_EVENTS, P.ANSWER,
    },
)  # fmt: skip

ANALYST = Role(
    key="analyst",
    name="Analyst",
    says="Sees figures. Sees no names and no list of people.",
    reach=Reach.NOBODY,
    may=frozenset({P.SEE_FIGURES}),
)

FUNDER = Role(
    key="funder",
    name="Funder",
    says="Sees the reports that were released for them, and nothing else.",
    reach=Reach.NOBODY,
    may=frozenset(),
)

SYSTEM = Role(
    key="system",
    name="This system",
    says="Stands for commands run on the server, such as an import. Nobody can sign in with it.",
    reach=Reach.ORGANISATION,
    may=frozenset(P),
    can_be_given=False,
)

ROLES = {role.key: role for role in (VOLUNTEER, KEYWORKER, LEAD, MANAGER, ANALYST, FUNDER, SYSTEM)}
