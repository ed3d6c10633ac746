"""Facts out of the records: a row for each thing that counts, for everybody, and nothing else."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings

from cors.access.scope import within
from cors.cases.actions import decline_referral, open_case, re_open_case, refer, restrict_case
from cors.cases.models import Case
from cors.clients.actions import add_client, erase_client
from cors.contacts.actions import record_contact
from cors.contacts.entry import PersonEntry
from cors.facts.tests.plain_facts import CaseFact, Facts
from cors.facts.tests.read_back import facts_in
from cors.measures.actions import record_assessment, withdraw_assessment
from cors.measures.models import Assessment
from cors.outcomes.actions import check_sustained, confirm_outcome, stop_aiming, withdraw_outcome
from cors.outcomes.models import Aim, Outcome
from cors.plans.actions import (
    end_goal,
    get_back_on_track,
    rate_goal,
    resolve_barrier,
    take_up_goal,
)
from cors.plans.models import Goal
from cors.reviews.actions import close_case
from tests.stage.hana import Hana
from tests.stage.personas import Stage

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


def facts(stage: Stage, services: Any = None) -> Facts:
    return facts_in(stage.organisation.pk, services)


def today(stage: Stage) -> date:
    return stage.organisation.today()


def a_case(stage: Stage, name: str = "Ole Berg", *, days: int = 200) -> Case:
    """Return a case that Amina opened some days ago, of somebody new."""
    start = today(stage) - timedelta(days=days)
    client = add_client(name=name, on=start, by=stage.amina)
    case = refer(client=client, service=stage.service, on=start, by=stage.amina)
    open_case(case=case, on=start, by=stage.amina, keyworker=stage.amina)
    return Case.objects.get(pk=case.pk)


def close(stage: Stage, case: Case) -> None:
    close_case(
        case=case, on=today(stage), reason="lost-touch", by=stage.amina, no_review_reason="Gone",
    )  # fmt: skip


def test_tells_of_a_case_from_its_referral_to_its_end(stage: Stage, hana: Hana) -> None:
    start = today(stage) - timedelta(days=60)
    (row,) = facts(stage).cases
    keys = (hana.case.pk, hana.client.pk, stage.service.pk)
    assert row == CaseFact(*keys, "", start, start, None, None, "", 1984)
    close(stage, hana.case)
    (row,) = facts(stage).cases
    assert (row.ended, row.ending_reason) == (today(stage), "lost-touch")


def test_forgets_an_ending_that_was_undone(stage: Stage, hana: Hana) -> None:
    close(stage, hana.case)
    re_open_case(case=hana.case, on=today(stage), by=stage.amina, at=NOW)
    (row,) = facts(stage).cases
    assert (row.ended, row.ending_reason) == (None, "")


def test_tells_of_a_referral_that_was_declined(stage: Stage) -> None:
    client = add_client(name="Ole Berg", on=today(stage), by=stage.amina)
    case = refer(client=client, service=stage.service, on=today(stage), by=stage.amina)
    decline_referral(case=case, reason="no-room", on=today(stage), by=stage.amina)
    (row,) = facts(stage).cases
    assert (row.started, row.declined, row.birth_year) == (None, today(stage), None)


def test_tells_of_each_person_in_a_contact(stage: Stage, hana: Hana) -> None:
    (row,) = facts(stage).contacts
    assert (row.case, row.on, row.kind, row.result, row.minutes) == (
        hana.case.pk, today(stage), "call", "held", 15,
    )  # fmt: skip
    people = [PersonEntry(case=hana.case), PersonEntry(case=a_case(stage))]
    both = record_contact(
        kind="visit", on=today(stage), by=stage.amina, form_key=uuid4(), people=people
    )
    rows = [row for row in facts(stage).contacts if row.contact == both.pk]
    assert {row.client for row in rows} == {entry.case.client_id for entry in people}
    assert {row.minutes for row in rows} == {None}


def test_tells_of_a_goal_with_what_the_person_said_in_order(stage: Stage, hana: Hana) -> None:
    start = today(stage) - timedelta(days=60)
    rate_goal(goal=hana.goal, value=9, on=start, by=stage.amina, rater="worker")
    late = start + timedelta(days=7)
    rate_goal(goal=hana.goal, value=1, on=late, by=stage.amina)
    (row,) = facts(stage).goals
    assert row.ratings == ((start, 2), (late, 1), (today(stage), 4), (today(stage), 5))
    assert (row.life_area, row.set_on, row.ended, row.how) == ("housing", start, None, "")
    end_goal(goal=hana.goal, how="reached", on=today(stage), by=stage.amina)
    (row,) = facts(stage).goals
    assert (row.ended, row.how, row.reached) == (today(stage), "reached", today(stage))


def test_keeps_the_day_on_which_a_goal_was_first_reached(stage: Stage, hana: Hana) -> None:
    first, later = (today(stage) - timedelta(days=days) for days in (20, 10))
    end_goal(goal=hana.goal, how="reached", on=first, by=stage.amina)
    take_up_goal(goal=Goal.objects.get(pk=hana.goal.pk), on=later, by=stage.amina)
    (row,) = facts(stage).goals
    assert (row.ended, row.how, row.reached) == (None, "", first)
    end_goal(goal=Goal.objects.get(pk=hana.goal.pk), how="reached", on=today(stage), by=stage.amina)
    (row,) = facts(stage).goals
    assert (row.ended, row.reached) == (today(stage), first)


def test_tells_of_barriers_and_moments_and_when_they_passed(stage: Stage, hana: Hana) -> None:
    (barrier,) = facts(stage).barriers
    assert (barrier.noticed, barrier.resolved) == (today(stage), None)
    assert {(row.kind, row.back) for row in facts(stage).moments} == {
        ("success", None),
        ("setback", None),
    }
    resolve_barrier(barrier=hana.barrier, on=today(stage), by=stage.amina)
    get_back_on_track(
        moment=hana.setback, on=today(stage), by=stage.amina, what_helped="Her sister"
    )
    assert [row.resolved for row in facts(stage).barriers] == [today(stage)]
    assert {row.back for row in facts(stage).moments} == {None, today(stage)}


def test_tells_of_reviews_aims_and_outcomes(stage: Stage, hana: Hana) -> None:
    found = facts(stage)
    assert [row.on for row in found.reviews] == [today(stage)]
    (aim,), (outcome,) = found.aims, found.outcomes
    assert (aim.outcome_type, aim.until) == (outcome.outcome_type, None)
    assert (outcome.on, outcome.checks) == (today(stage), ())
    stop_aiming(aim=Aim.of(hana.case).get(), on=today(stage), by=stage.amina)
    withdraw_outcome(outcome=Outcome.of(hana.case).get(), by=stage.amina, at=NOW)
    assert [row.until for row in facts(stage).aims] == [today(stage)]
    assert facts(stage).outcomes == ()


def test_tells_whether_an_outcome_lasted(stage: Stage) -> None:
    case = a_case(stage, days=400)
    happened = today(stage) - timedelta(weeks=27)
    outcome = confirm_outcome(
        case=case, outcome_type="paid-work", on=happened, evidence="payslip", by=stage.amina
    )
    first = happened + timedelta(weeks=13)
    for weeks, result, day in ((26, "not-kept", today(stage)), (13, "kept", first)):
        check_sustained(outcome=outcome, weeks=weeks, result=result, on=day, by=stage.amina)
    (row,) = facts(stage).outcomes
    assert row.checks == ((13, "kept", first), (26, "not-kept", today(stage)))


def test_tells_of_scores_until_they_are_taken_back(stage: Stage, hana: Hana) -> None:
    (row,) = facts(stage).scores
    assert (row.measure, row.key, row.rater, row.value) == ("bdi-ii", "total", "client", 29.0)
    taken = record_assessment(
        case=hana.case, measure="bdi-ii", on=today(stage), by=stage.amina, score=12,
        rater="worker", wave="after",
    )  # fmt: skip
    first, second = sorted(facts(stage).scores, key=lambda row: row.written)
    assert (first.version, second.version) == (taken.version, taken.version)
    assert (second.rater, second.wave, second.value) == ("worker", "after", 12.0)
    withdraw_assessment(assessment=taken, by=stage.amina, at=NOW)
    assert len(facts(stage).scores) == 1
    assert Assessment.objects.count() == 2


def test_counts_a_case_that_few_may_see(stage: Stage, hana: Hana) -> None:
    restrict_case(case=hana.case, words="Known to staff", by=stage.carys)
    assert not Case.visible_to(stage.dev).exists()
    assert [row.case for row in facts(stage).cases] == [hana.case.pk]


def test_keeps_counting_whoever_was_erased(
    stage: Stage, hana: Hana, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "CORS_LEDGER", tmp_path / "erasures.jsonl")
    before = facts(stage)
    erase_client(client=hana.client, typed_reference=hana.client.reference, by=stage.dev, at=NOW)
    assert facts(stage) == before
    assert all(getattr(before, name) for name in Facts.__dataclass_fields__)


def test_keeps_to_the_services_asked_for(stage: Stage, hana: Hana) -> None:
    everything = facts(stage)
    assert facts(stage, [stage.service.pk]) == everything
    assert facts(stage, [stage.service.pk, stage.other_service.pk]) == everything
    nothing = Facts(*[()] * len(Facts.__dataclass_fields__))
    assert facts(stage, [stage.other_service.pk]) == nothing
    assert facts(stage, []) == nothing


def test_keeps_to_one_organisation(stage: Stage, elsewhere: Stage, hana: Hana) -> None:
    ours = facts(stage)
    with within(elsewhere.organisation.pk, user=elsewhere.amina.user_id):
        assert facts(elsewhere).cases == ()
        assert facts(elsewhere, [stage.service.pk]).cases == ()
        theirs = a_case(elsewhere)
        assert [row.case for row in facts(elsewhere).cases] == [theirs.pk]
    assert facts(stage) == ours
