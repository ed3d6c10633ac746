import pytest

from cors.audit.models import Event
from cors.cases.models import Restriction
from cors.contacts.entry import NewMoment, PersonEntry
from cors.contacts.models import Contact, ContactPerson, moments_of
from cors.contacts.tests.factories import a_contact, assign, case_of_other_team
from cors.core.errors import NotAllowed, Refused
from cors.plans.tests.factories import a_case, a_goal
from tests.stage.personas import Stage


def test_each_person_has_their_own_note_and_results(stage: Stage) -> None:
    hana, sister = a_case(stage), a_case(stage, name="Mira Example", reference="HS-2")
    success = NewMoment("success", "Came along.")
    a_contact(
        stage.amina, PersonEntry(hana, "Hana."), PersonEntry(sister, "Mira.", moments=[success])
    )
    one, two = ContactPerson.of(hana).get(), ContactPerson.of(sister).get()
    assert (one.note, two.note, one.contact) == ("Hana.", "Mira.", two.contact)
    assert (len(moments_of(one)), len(moments_of(two))) == (0, 1)
    assert {event.client_id for event in Event.objects.filter(verb="record_contact")} == {
        hana.client_id,
        sister.client_id,
    }


def test_who_may_not_see_the_other_reads_that_there_was_one(stage: Stage) -> None:
    hana, sister = a_case(stage), a_case(stage, name="Mira Example", reference="HS-2")
    a_contact(stage.amina, PersonEntry(hana), PersonEntry(sister))
    case_of_other_team(stage, sister)
    seen = ContactPerson.visible_to(stage.amina)
    assert [entry.case for entry in seen] == [hana]
    assert seen[0].others() == 1


def test_a_volunteer_reads_their_own_entries_only(stage: Stage) -> None:
    hana = a_case(stage)
    assign(hana, stage.gwen)
    a_contact(stage.amina, PersonEntry(hana, "Amina's."))
    a_contact(stage.gwen, PersonEntry(hana, "Gwen's."))
    assert [entry.note for entry in ContactPerson.visible_to(stage.gwen)] == ["Gwen's."]
    assert ContactPerson.of(hana).readable_by(stage.amina).count() == 2


def test_refuses_a_person_out_of_sight_and_keeps_nothing_of_the_others(stage: Stage) -> None:
    hana, hidden = a_case(stage), case_of_other_team(stage, a_case(stage, reference="HS-2"))
    with pytest.raises(NotAllowed):
        a_contact(stage.amina, PersonEntry(hana), PersonEntry(hidden))
    assert not Contact.objects.exists()
    assert a_contact(stage.amina, PersonEntry(hana))


def test_refuses_a_restricted_case_that_one_is_not_named_on(stage: Stage) -> None:
    hana = a_case(stage)
    assert a_contact(stage.ben, PersonEntry(hana))
    Restriction.objects.create(organisation=stage.organisation, case=hana)
    with pytest.raises(NotAllowed):
        a_contact(stage.ben, PersonEntry(hana))


def test_refuses_a_person_of_another_organisation(stage: Stage, elsewhere: Stage) -> None:
    hana = a_case(stage)
    with pytest.raises(NotAllowed):
        a_contact(elsewhere.amina, PersonEntry(hana))


def test_refuses_nobody_and_somebody_twice(stage: Stage) -> None:
    hana = a_case(stage)
    for people in ([], [PersonEntry(hana), PersonEntry(hana)]):
        with pytest.raises(Refused) as refused:
            a_contact(stage.amina, *people)
        assert refused.value.field == "people"


def test_refuses_what_belongs_to_the_plan_of_the_other_person(stage: Stage) -> None:
    hana, sister = a_case(stage), a_case(stage, name="Mira Example", reference="HS-2")
    goal = a_goal(sister, stage.amina)
    with pytest.raises(Refused) as refused:
        a_contact(stage.amina, PersonEntry(hana, goals=[goal]), PersonEntry(sister))
    assert refused.value.field == "goals"
    assert not Contact.objects.exists()
