"""Somebody else was there too: one contact, and each with a note and results of their own."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from cors.cases.models import Case
from cors.contacts.actions import join_contact, keep_draft
from cors.contacts.entry import NewMoment, PersonEntry
from cors.contacts.models import Contact, ContactPerson, Draft
from cors.contacts.tests.factories import FORM, a_contact, case_of_other_team
from cors.contacts.tests.test_draft import NOW, SAID
from cors.core.errors import NotAllowed, Refused
from cors.plans.models import Moment
from cors.plans.tests.factories import a_case, ended
from tests.stage.personas import TODAY, Stage


@pytest.fixture
def hana(stage: Stage) -> Case:
    return a_case(stage)


@pytest.fixture
def mira(stage: Stage) -> Case:
    return a_case(stage, name="Mira Example", reference="HS-2")


@pytest.fixture
def visit(stage: Stage, hana: Case) -> Contact:
    day = TODAY - timedelta(days=2)
    return a_contact(stage.amina, PersonEntry(hana, "Hana's."), kind="visit", on=day)


def join(contact: Contact, entry: PersonEntry, stage: Stage, **changed: Any) -> ContactPerson:
    given: dict[str, Any] = {"form_key": FORM, "by": stage.amina}
    return join_contact(contact=contact, entry=entry, **(given | changed))


def test_it_stays_one_contact_with_a_note_and_results_for_each(
    stage: Stage, visit: Contact, hana: Case, mira: Case
) -> None:
    entry = PersonEntry(mira, "Mira's.", moments=[NewMoment("success", "Cooked for both.")])
    person = join(visit, entry, stage)
    assert Contact.objects.get() == visit
    assert {each.case: each.note for each in ContactPerson.in_contact(visit)} == {
        hana: "Hana's.",
        mira: "Mira's.",
    }
    assert person.happened_date == Moment.of(mira).get().happened_date == visit.happened_date
    assert not Moment.of(hana).exists()


def test_refuses_somebody_who_is_part_of_it_already(
    stage: Stage, visit: Contact, hana: Case
) -> None:
    with pytest.raises(Refused) as refused:
        join(visit, PersonEntry(hana), stage)
    assert refused.value.sentence == "This person is part of this contact already."


def test_refuses_whoever_had_another_contact(stage: Stage, visit: Contact, mira: Case) -> None:
    for other in (stage.ben, stage.carys):
        with pytest.raises(NotAllowed):
            join(visit, PersonEntry(mira), stage, by=other)
    assert join(visit, PersonEntry(mira), stage)


def test_refuses_a_person_out_of_sight_or_whose_case_is_over(
    stage: Stage, visit: Contact, mira: Case
) -> None:
    over = a_case(stage, reference="HS-3")
    ended(over)
    with pytest.raises(Refused):
        join(visit, PersonEntry(over), stage)
    with pytest.raises(NotAllowed):
        join(visit, PersonEntry(case_of_other_team(stage, mira)), stage)
    assert ContactPerson.in_contact(visit).count() == 1


def test_what_was_kept_of_the_form_goes(stage: Stage, visit: Contact, mira: Case) -> None:
    def kept(key: Any) -> Draft | None:
        return keep_draft(case=mira, form_key=key, fields=SAID, at=NOW, by=stage.amina)

    before, own = kept(uuid4()), kept(FORM)
    assert before
    assert own
    join(visit, PersonEntry(mira), stage, came_from=before, version=before.version)
    assert not Draft.objects.exists()


def test_nothing_is_kept_when_the_trail_cannot_be_written(
    stage: Stage, visit: Contact, mira: Case, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(request.getfixturevalue("audit_fails")):
        join(visit, PersonEntry(mira, "Lost?"), stage)
    assert ContactPerson.in_contact(visit).count() == 1
