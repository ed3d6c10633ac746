import pytest

from cors.contacts.entry import NewMoment, PersonEntry
from cors.contacts.models import Contact, ContactPerson
from cors.contacts.tests.factories import FORM, a_contact
from cors.core.errors import NotAllowed
from cors.plans.models import Moment
from cors.plans.tests.factories import a_case
from tests.stage.personas import Stage


def test_the_same_form_sent_twice_is_one_contact(stage: Stage) -> None:
    hana = a_case(stage)
    entry = PersonEntry(hana, "Once.", moments=[NewMoment("success", "Opened it.")])
    first = a_contact(stage.amina, entry, form_key=FORM)
    assert a_contact(stage.amina, entry, form_key=FORM) == first
    assert ContactPerson.objects.count() == Moment.objects.count() == 1


def test_two_sends_at_the_same_time_are_one_contact(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = PersonEntry(a_case(stage), moments=[NewMoment("success", "Opened it.")])
    first = a_contact(stage.amina, entry, form_key=FORM)
    answers = iter([None, first])  # the other send is not seen until the constraint speaks
    monkeypatch.setattr(Contact, "made_with", lambda *_: next(answers))
    assert a_contact(stage.amina, entry, form_key=FORM) == first
    assert Contact.objects.count() == Moment.objects.count() == 1


def test_two_forms_are_two_contacts(stage: Stage) -> None:
    entry = PersonEntry(a_case(stage))
    assert a_contact(stage.amina, entry) != a_contact(stage.amina, entry)


def test_nobody_gets_the_contact_of_somebody_elses_form(stage: Stage) -> None:
    entry = PersonEntry(a_case(stage))
    a_contact(stage.amina, entry, form_key=FORM)
    with pytest.raises(NotAllowed):
        a_contact(stage.ben, entry, form_key=FORM)
