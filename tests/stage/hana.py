"""Hana: Amina's client, with a case in which something of every kind has happened."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import uuid4

import pytest

from cors.cases.actions import open_case, refer
from cors.cases.models import Case
from cors.clients.actions import add_client, add_contact_point
from cors.clients.models import Client
from cors.contacts.actions import record_contact
from cors.contacts.entry import NewBarrier, NewMoment, NewOutcome, NewStep, PersonEntry
from cors.contacts.models import Contact
from cors.measures.actions import record_assessment
from cors.outcomes.actions import aim_at
from cors.plans.actions import set_goal, start_intervention
from cors.plans.models import Barrier, Goal, Intervention, Moment
from cors.reviews.actions import hold_review
from cors.reviews.entry import GoalDecision
from cors.reviews.models import Review
from tests.stage.personas import Stage


@dataclass
class Hana:
    """Hana's records, as the tests need them at hand."""

    client: Client
    case: Case
    goal: Goal
    work: Intervention
    contact: Contact
    review: Review

    @property
    def barrier(self) -> Barrier:
        return Barrier.of(self.case).get()

    @property
    def setback(self) -> Moment:
        return Moment.of(self.case).get(kind="setback")


def build_hana(stage: Stage, today: date) -> Hana:
    """Build Hana's case through the verbs: sixty days, one of everything."""
    amina, start = stage.amina, today - timedelta(days=60)
    client = add_client(name="Hana Novak", birth_date=date(1984, 5, 2), on=start, by=amina)
    add_contact_point(
        client=client, kind="mobile", value="07700 900123", safety="care",
        rule="After 16:00. No messages", on=start, by=amina,
    )  # fmt: skip
    case = refer(client=client, service=stage.service, on=start, by=amina)
    open_case(case=case, on=start, by=amina, keyworker=amina)
    case = Case.objects.get(pk=case.pk)
    words = "I want my own front door, and the key in my pocket."
    goal = set_goal(case=case, words=words, life_area="housing", on=start, by=amina, rating=2)
    work = start_intervention(
        case=case, type_key=_any_key("intervention_type"), on=start, by=amina, goals=[goal]
    )
    aim_at(case=case, outcome_type=_any_key("outcome_type"), on=start, by=amina, goal=goal)
    contact = _contact(stage, case, goal, work, today)
    record_assessment(case=case, measure="bdi-ii", on=start, by=amina, score=29)
    review = hold_review(
        case=case,
        on=today,
        by=amina,
        form_key=uuid4(),
        goals=[GoalDecision(goal=goal, decision="keep", client_rating=5)],
        client_words="I did not think I would get this far.",
    )
    return Hana(client, case, goal, work, contact, review)


def _any_key(kind: str) -> str:
    from cors.catalogue.shipped import shipped

    return next(iter(shipped().entries(kind)))


def _contact(stage: Stage, case: Case, goal: Goal, work: Intervention, today: date) -> Contact:
    entry = PersonEntry(
        case=case,
        note="Deposit is the worry now.",
        goals=[goal],
        ratings=[(goal, 4, "client")],
        delivered=[work],
        moments=[
            NewMoment("success", "Rang the letting agent herself.", goal),
            NewMoment("setback", "Missed the viewing.", goal, "ringing her sister"),
        ],
        barrier=NewBarrier(_any_key("barrier_type"), "No deposit", [goal]),
        outcome=NewOutcome(_any_key("outcome_type"), _any_key("evidence_kind"), goal),
        step=NewStep("Ask the council", "worker", today + timedelta(days=2), goal),
    )
    return record_contact(
        kind="call", on=today, by=stage.amina, form_key=uuid4(), people=[entry], minutes=15
    )


@pytest.fixture
def hana(stage: Stage) -> Hana:
    """Hana and her case, up to today."""
    return build_hana(stage, stage.organisation.today())
