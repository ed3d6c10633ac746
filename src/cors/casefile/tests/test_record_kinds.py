"""Kinds of contact: those used last stand first, and each can be saved as it is offered."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from cors.casefile.kinds import kinds_in_habit
from cors.casefile.tests.factories import a_case, record_of, sent
from cors.catalogue.shipped import shipped
from cors.contacts.actions import record_contact
from cors.contacts.entry import PersonEntry
from cors.contacts.models import Contact, ContactPerson
from tests.stage.personas import Stage, browser_of


def test_the_kinds_used_last_stand_first(stage: Stage) -> None:
    case, today = a_case(stage), stage.organisation.today()
    usual = [kind.key for kind in kinds_in_habit(record_of(case, stage.amina))]
    for minutes, kind in enumerate(("visit", "letter-or-email", "visit", "video-call")):
        with time_machine.travel(timezone.now() + timedelta(minutes=minutes), tick=False):
            record_contact(
                kind=kind, on=today, by=stage.amina, form_key=uuid4(),
                people=[PersonEntry(case=case)],
            )  # fmt: skip
    found = [kind.key for kind in kinds_in_habit(record_of(case, stage.amina))]
    assert found[:3] == ["video-call", "visit", "letter-or-email"]
    assert found[3:] == [key for key in usual if key not in found[:3]]


def test_the_habit_of_one_is_not_that_of_another(stage: Stage) -> None:
    case, today = a_case(stage), stage.organisation.today()
    before = kinds_in_habit(record_of(case, stage.ben))
    record_contact(
        kind="visit", on=today, by=stage.amina, form_key=uuid4(), people=[PersonEntry(case=case)]
    )
    assert kinds_in_habit(record_of(case, stage.ben)) == before
    assert kinds_in_habit(record_of(case, stage.amina)) != before


@pytest.mark.parametrize("kind", sorted(shipped().contact_kinds))
def test_every_kind_can_be_saved_without_saying_how_it_went(stage: Stage, kind: str) -> None:
    case = a_case(stage)
    answer = browser_of(stage.amina).post(
        f"/record/{case.pk}/", sent(stage.amina, kind=kind, result="held")
    )
    assert answer.status_code == 302
    assert ContactPerson.of(case).get().contact.kind == kind


def test_only_the_latest_days_are_looked_at(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cors.contacts.models.contact.HABIT", 2)
    case, today = a_case(stage), stage.organisation.today()
    for kind, ago in (("visit", 2), ("letter-or-email", 1), ("video-call", 0)):
        record_contact(
            kind=kind, on=today - timedelta(days=ago), by=stage.amina, form_key=uuid4(),
            people=[PersonEntry(case=case)],
        )  # fmt: skip
    assert Contact.kinds_of(stage.amina) == ["video-call", "letter-or-email"]
