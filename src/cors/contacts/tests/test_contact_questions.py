"""What pages ask of contacts."""

from datetime import timedelta
from typing import Any

from cors.cases.models import Case
from cors.contacts.entry import PersonEntry
from cors.contacts.models import (
    Contact,
    ContactPerson,
    Delivered,
    LastContact,
    last_contact_of,
    with_last_contact,
)
from cors.contacts.tests.factories import a_contact
from cors.plans.tests.factories import BEGAN, a_case, an_intervention
from tests.stage.personas import TODAY, Stage


def last_contacts(*cases: Case) -> dict[Any, LastContact | None]:
    """Return how each case was last in touch."""
    asked = with_last_contact(Case.objects.filter(pk__in=[case.pk for case in cases]))
    return {case.pk: last_contact_of(case) for case in asked.order_by("created_at")}


def test_the_last_contact_of_each_case_is_one_query(
    stage: Stage, django_assert_num_queries: Any
) -> None:
    hana, mira = a_case(stage), a_case(stage, reference="HS-2")
    nobody = a_case(stage, reference="HS-3")
    for day in (TODAY, TODAY - timedelta(days=3)):
        a_contact(stage.amina, PersonEntry(hana), on=day)
    a_contact(stage.ben, PersonEntry(mira), kind="visit", on=BEGAN)
    with django_assert_num_queries(1):
        found = last_contacts(hana, mira, nobody)
    assert found == {
        hana.pk: LastContact(TODAY, "call", "held", TODAY, "call"),
        mira.pk: LastContact(BEGAN, "visit", "held", BEGAN, "visit"),
        nobody.pk: None,
    }


def test_an_attempt_and_a_call_with_others_is_not_being_seen(stage: Stage) -> None:
    hana, mira = a_case(stage), a_case(stage, reference="HS-2")
    a_contact(stage.amina, PersonEntry(hana), on=BEGAN)
    a_contact(stage.amina, PersonEntry(hana), result="no-answer")
    a_contact(stage.amina, PersonEntry(hana), kind="about-them", result="held")
    a_contact(stage.amina, PersonEntry(mira), kind="tried-to-reach")
    last = last_contacts(hana, mira)
    assert {key: row and row.seen_day for key, row in last.items()} == {
        hana.pk: BEGAN, mira.pk: None,
    }  # fmt: skip
    assert [row and (row.day, row.was_held()) for row in last.values()] == [
        (TODAY, True), (TODAY, False),
    ]  # fmt: skip


def test_the_dose_of_an_intervention_is_its_days_and_minutes(
    stage: Stage, django_assert_num_queries: Any
) -> None:
    hana = a_case(stage)
    done, idle = an_intervention(hana, stage.amina), an_intervention(hana, stage.amina)
    for day, minutes in ((TODAY, 40), (BEGAN, None)):
        a_contact(stage.amina, PersonEntry(hana, delivered=[done]), on=day, minutes=minutes)
    with django_assert_num_queries(1):
        doses = Delivered.doses(hana)
    assert (doses[done.pk].days, doses[done.pk].minutes) == ((BEGAN, TODAY), 40)
    assert doses[done.pk].sessions == 2
    assert idle.pk not in doses


def test_the_kinds_that_a_worker_used_are_known_in_their_order(stage: Stage) -> None:
    hana = a_case(stage)
    for kind in ("visit", "call", "visit", "message", "call"):
        a_contact(stage.amina, PersonEntry(hana), kind=kind)
    a_contact(stage.ben, PersonEntry(hana), kind="letter-or-email")
    used = sorted(Contact.kinds_used(stage.amina), key=lambda row: row[2])
    assert [kind for _, kind, _ in used] == ["visit", "call", "visit", "message", "call"]
    assert list(Contact.kinds_used(stage.carys)) == []


def test_minutes_count_where_people_did_meet(stage: Stage) -> None:
    hana = a_case(stage)
    assert ContactPerson.minutes_of(hana) == 0
    a_contact(stage.amina, PersonEntry(hana), minutes=30)
    a_contact(stage.amina, PersonEntry(hana), minutes=15)
    a_contact(stage.amina, PersonEntry(hana), minutes=5, result="no-answer")
    assert ContactPerson.minutes_of(hana) == 45


def test_the_contacts_of_a_case_cost_the_same_however_many(
    stage: Stage, django_assert_num_queries: Any
) -> None:
    hana = a_case(stage)
    done = an_intervention(hana, stage.amina)
    for _ in range(6):
        a_contact(stage.amina, PersonEntry(hana, "Note.", delivered=[done]))
    with django_assert_num_queries(3):
        found = list(ContactPerson.of(hana))
        assert all(entry.contact.worker.user.name and entry.delivered() for entry in found)
