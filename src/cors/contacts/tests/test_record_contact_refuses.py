from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from cors.cases.models import Case
from cors.catalogue.models import Choice
from cors.contacts.entry import NewBarrier, NewMoment, NewOutcome, NewStep, NewWork, PersonEntry
from cors.contacts.models import Contact
from cors.contacts.tests.factories import a_contact
from cors.core.errors import NotAllowed, Refused
from cors.plans.actions import end_intervention
from cors.plans.models import Goal, Moment
from cors.plans.tests.factories import BEGAN, a_case, a_goal, an_intervention, ended, tomorrow
from tests.stage.personas import TODAY, Stage


@pytest.fixture
def hana(stage: Stage) -> Case:
    return a_case(stage)


def refusal(stage: Stage, entry: PersonEntry, **changed: Any) -> str | None:
    """Return the field of the refusal; nothing was kept, and without the change it would be."""
    with pytest.raises(Refused) as refused:
        a_contact(stage.amina, entry, **changed)
    assert not Contact.objects.exists()
    return refused.value.field


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"kind": "telepathy"}, "kind"),
        ({"kind": "group", "result": "no-answer"}, "result"),
        ({"result": "went-well"}, "result"),
        ({"minutes": -1}, "minutes"),
        ({"minutes": 1441}, "minutes"),
        ({"place": "p" * 41}, "place"),
        ({"on": BEGAN - timedelta(days=8)}, "on"),
        ({"at": timezone.now() - timedelta(days=3)}, "at"),
        ({"at": timezone.now() + timedelta(days=1)}, "at"),
    ],
)
def test_what_can_not_be(stage: Stage, hana: Case, changed: dict[str, Any], field: str) -> None:
    assert refusal(stage, PersonEntry(hana), **changed) == field
    assert a_contact(stage.amina, PersonEntry(hana))


def test_a_day_in_the_future(stage: Stage, hana: Case) -> None:
    assert refusal(stage, PersonEntry(hana), on=tomorrow(stage.amina)) == "on"


def test_a_kind_that_the_organisation_switched_off(stage: Stage, hana: Case) -> None:
    Choice.objects.create(
        organisation=stage.organisation, kind="contact_kind", key="call", is_on=False
    )
    assert refusal(stage, PersonEntry(hana)) == "kind"
    assert a_contact(stage.amina, PersonEntry(hana), kind="visit")


def test_a_case_that_has_ended(stage: Stage, hana: Case) -> None:
    with pytest.raises(Refused, match="re-open"):
        a_contact(stage.amina, PersonEntry(ended(hana)))


def test_a_delivery_where_nobody_met(stage: Stage, hana: Case) -> None:
    entry = PersonEntry(hana, delivered=[an_intervention(hana, stage.amina)])
    assert refusal(stage, entry, result="no-answer") == "delivered"
    assert a_contact(stage.amina, entry)


def test_a_delivery_outside_of_its_time(stage: Stage, hana: Case) -> None:
    later = BEGAN + timedelta(days=7)
    done = an_intervention(hana, stage.amina, on=later)
    end_intervention(intervention=done, on=later + timedelta(days=7), by=stage.amina)
    entry = PersonEntry(hana, delivered=[done])
    assert refusal(stage, entry, on=BEGAN) == "delivered"
    assert refusal(stage, entry, on=TODAY) == "delivered"
    assert a_contact(stage.amina, entry, on=later)


def parts(goal: Goal) -> dict[str, dict[str, Any]]:
    return {
        f"rating-{goal.pk}": {"ratings": [(goal, 11, "client")]},
        "setback_words": {"moments": [NewMoment("success", "Yes."), NewMoment("setback", "")]},
        "barrier_type": {"barrier": NewBarrier("bad-luck")},
        "barrier_work": {"barrier": NewBarrier("no-deposit", work=NewWork("bad-luck"))},
        "outcome_evidence": {"outcome": NewOutcome("bank-account", "")},
        "step_day": {"step": NewStep("Ring.", "client", BEGAN)},
    }


def test_a_part_is_named_and_keeps_nothing_of_the_rest(stage: Stage, hana: Case) -> None:
    for field, more in parts(a_goal(hana, stage.amina)).items():
        assert refusal(stage, PersonEntry(hana, **more)) == field
        assert not Moment.objects.exists()


@pytest.mark.parametrize("name", ["esi", "femi"])
def test_who_records_nothing_may_not(stage: Stage, hana: Case, name: str) -> None:
    with pytest.raises(NotAllowed):
        a_contact(stage.member(name), PersonEntry(hana), form_key=uuid4())
