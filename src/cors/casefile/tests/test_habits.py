"""What is usual stands first, and everything that is offered can be saved."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from cors.casefile.habits import Habits
from cors.casefile.record_form import RecordForm
from cors.casefile.tests.factories import (
    a_barrier,
    a_case,
    a_goal,
    page,
    record_of,
    sent,
    some_work,
)
from cors.cases.models import Case
from cors.catalogue.shipped import shipped
from cors.contacts.actions import record_contact
from cors.contacts.entry import PersonEntry
from cors.contacts.models import Contact, ContactPerson
from cors.outcomes.actions import aim_at, confirm_outcome
from cors.plans.models import Barrier
from tests.stage.personas import Stage, browser_of


def uses(stage: Stage, case: Case, *kinds: str) -> None:
    """Record a contact of each kind as Amina, a minute apart."""
    for minutes, kind in enumerate(kinds):
        with time_machine.travel(timezone.now() + timedelta(minutes=minutes), tick=False):
            record_contact(
                kind=kind, on=stage.organisation.today(), by=stage.amina, form_key=uuid4(),
                people=[PersonEntry(case=case)],
            )  # fmt: skip


def test_the_kinds_used_last_stand_first(stage: Stage) -> None:
    case = a_case(stage)
    usual = [kind.key for kind in Habits(record_of(case, stage.amina)).kinds()]
    uses(stage, case, "visit", "letter-or-email", "visit", "video-call")
    found = [kind.key for kind in Habits(record_of(case, stage.amina)).kinds()]
    assert found[:3] == ["video-call", "visit", "letter-or-email"]
    assert found[3:] == [key for key in usual if key not in found[:3]]


def test_a_kind_used_long_ago_stands_before_one_never_used(stage: Stage) -> None:
    case = a_case(stage)
    rarest = Habits(record_of(case, stage.amina)).kinds()[-1].key
    uses(stage, case, rarest, *["visit"] * 30)
    found = [kind.key for kind in Habits(record_of(case, stage.amina)).kinds()]
    assert found[:2] == ["visit", rarest]


def test_the_habit_of_one_is_not_that_of_another(stage: Stage) -> None:
    case, today = a_case(stage), stage.organisation.today()
    before = Habits(record_of(case, stage.ben)).kinds()
    record_contact(
        kind="visit", on=today, by=stage.amina, form_key=uuid4(), people=[PersonEntry(case=case)]
    )
    assert Habits(record_of(case, stage.ben)).kinds() == before
    assert Habits(record_of(case, stage.amina)).kinds() != before


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
    used = {kind for _, kind, _ in Contact.kinds_used(stage.amina)}
    assert used == {"video-call", "letter-or-email"}


def chips(stage: Stage, case: Case, name: str) -> list[str]:
    """Return what a question of Record offers, in its order."""
    record = record_of(case, stage.amina)
    form = RecordForm(record=record).in_order_of_habit()
    return [str(key) for key, _ in form.fields[name].choices]  # type: ignore[attr-defined]


def test_what_was_done_last_in_this_plan_stands_first(stage: Stage) -> None:
    case, today = a_case(stage), stage.organisation.today()
    works = [some_work(case, stage.amina, words) for words in ("Search", "Bus", "Forms")]
    assert chips(stage, case, "done") == [str(work.pk) for work in works]
    for days, work in ((9, works[1]), (4, works[2]), (2, works[1])):
        entry = PersonEntry(case=case, delivered=[work])
        record_contact(
            kind="call", on=today - timedelta(days=days), by=stage.amina, form_key=uuid4(),
            people=[entry],
        )  # fmt: skip
    assert chips(stage, case, "done") == [str(works[place].pk) for place in (1, 2, 0)]


def test_a_barrier_of_habit_stands_first_and_one_in_the_plan_last(stage: Stage) -> None:
    case, other = a_case(stage), a_case(stage, "Mira Sand")
    a_barrier(other, stage.amina)
    assert chips(stage, case, "barrier_type")[0] == "no-deposit"
    a_barrier(case, stage.amina)
    assert chips(stage, case, "barrier_type")[-1] == "no-deposit"
    assert chips(stage, other, "barrier_type")[-1] == "no-deposit"


def test_barriers_and_outcomes_near_the_goals_stand_before_others(stage: Stage) -> None:
    case = a_case(stage)
    a_goal(case, stage.amina, life_area="housing")
    catalogue = record_of(case, stage.amina).catalogue
    first = catalogue.entry("barrier_type", chips(stage, case, "barrier_type")[0])
    assert "housing" in getattr(first, "life_areas", ())
    reached = catalogue.entry("outcome_type", chips(stage, case, "outcome_type")[0])
    assert getattr(reached, "life_area", "") == "housing"


def test_an_outcome_that_is_aimed_at_stands_first_until_it_is_reached(stage: Stage) -> None:
    case, today = a_case(stage), stage.organisation.today()
    aim_at(case=case, outcome_type="bank-account", on=today, by=stage.amina)
    assert chips(stage, case, "outcome_type")[0] == "bank-account"
    confirm_outcome(
        case=case, outcome_type="bank-account", evidence="document-seen", on=today, by=stage.amina
    )
    assert chips(stage, case, "outcome_type")[-1] == "bank-account"
    assert chips(stage, case, "outcome_evidence")[0] == "document-seen"


def test_what_is_not_usual_is_chosen_from_the_list_behind_more(stage: Stage) -> None:
    case = a_case(stage)
    usual, *_, rare = chips(stage, case, "barrier_type")
    source = page(stage.amina, f"/record/{case.pk}/")
    assert f'<option value="{rare}"' in source
    assert f'<input type="radio" name="barrier_type" value="{usual}"' in source
    said = sent(stage.amina, marks=["barrier"], barrier_type=[usual, rare])
    assert browser_of(stage.amina).post(f"/record/{case.pk}/", said).status_code == 302
    assert Barrier.of(case).get().type_key == rare


def test_a_chip_holds_while_the_list_behind_more_stays_unchosen(stage: Stage) -> None:
    case = a_case(stage)
    usual = chips(stage, case, "barrier_type")[0]
    said = sent(stage.amina, marks=["barrier"], barrier_type=[usual, ""])
    assert browser_of(stage.amina).post(f"/record/{case.pk}/", said).status_code == 302
    assert Barrier.of(case).get().type_key == usual
