"""Contacts with Hana."""

from typing import Any
from uuid import UUID, uuid4

from cors.access.models import Membership
from cors.cases.models import Assignment, Case
from cors.contacts.actions import record_contact
from cors.contacts.entry import PersonEntry
from cors.contacts.models import Contact, ContactPerson
from cors.plans.tests.factories import BEGAN
from tests.stage.personas import TODAY, Stage

FORM = UUID("01910000-0000-7000-8000-000000000001")


def a_contact(by: Membership, *people: PersonEntry, **changed: Any) -> Contact:
    given: dict[str, Any] = {"kind": "call", "on": TODAY, "form_key": uuid4()}
    return record_contact(people=list(people), by=by, **(given | changed))


def an_entry(case: Case, by: Membership, note: str = "Rang her.", **more: Any) -> ContactPerson:
    """Record a call with one person; return their part of it."""
    contact = a_contact(by, PersonEntry(case, note, **more))
    return ContactPerson.objects.get(contact=contact)


def assign(case: Case, member: Membership) -> None:
    """Let somebody work on a case."""
    Assignment.objects.create(
        organisation=case.organisation, case=case, member=member, from_date=BEGAN
    )


def case_of_other_team(stage: Stage, case: Case) -> Case:
    """Hand a case to another team."""
    Assignment.objects.filter(case=case).update(member=stage.olu)
    return case
