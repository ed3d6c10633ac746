"""Hana's case, and entries in its plan."""

from datetime import date, timedelta
from typing import Any

from cors.access.models import Membership
from cors.cases.models import Assignment, Case, Ending
from cors.clients.models import Client
from cors.core.keyring import make_key
from cors.plans import actions
from cors.plans.models import Barrier, Goal, Intervention, Moment, Step
from tests.stage.personas import TODAY, Stage

BEGAN = TODAY - timedelta(weeks=10)
WORDS = "A door I can lock myself."


def a_case(stage: Stage, *, name: str = "Hana Example", reference: str = "HS-1") -> Case:
    """Return an open case that Amina holds."""
    owned: dict[str, Any] = {
        "organisation": stage.organisation,
        "created_by_id": stage.amina.user_id,
    }
    client = Client(reference=reference, name=name, **owned)
    make_key(client.pk, stage.organisation.pk)
    client.save(force_insert=True)
    case = Case.objects.create(
        client=client,
        service=stage.service,
        referred_date=BEGAN - timedelta(days=7),
        accepted_date=BEGAN,
        started_date=BEGAN,
        **owned,
    )
    Assignment.objects.create(
        case=case, member=stage.amina, is_keyworker=True, from_date=BEGAN, **owned
    )
    return case


def ended(case: Case) -> Case:
    """End a case yesterday."""
    Ending.objects.create(
        organisation=case.organisation,
        case=case,
        ended_date=TODAY - timedelta(days=1),
        reason="goals-reached",
    )
    return case


def tomorrow(member: Membership) -> date:
    """Return the day after the organisation's today, whenever the tests run."""
    return member.organisation.today() + timedelta(days=1)


def a_goal(case: Case, by: Membership, **changed: Any) -> Goal:
    given: dict[str, Any] = {"words": WORDS, "life_area": "housing", "on": BEGAN, "rating": 2}
    return actions.set_goal(case=case, by=by, **(given | changed))


def a_barrier(case: Case, by: Membership, **changed: Any) -> Barrier:
    given: dict[str, Any] = {"type_key": "no-deposit", "on": BEGAN}
    return actions.notice_barrier(case=case, by=by, **(given | changed))


def an_intervention(case: Case, by: Membership, **changed: Any) -> Intervention:
    given: dict[str, Any] = {"type_key": "deposit-help", "on": BEGAN}
    return actions.start_intervention(case=case, by=by, **(given | changed))


def a_setback(case: Case, by: Membership, **changed: Any) -> Moment:
    given: dict[str, Any] = {"kind": "setback", "words": "Missed the viewing.", "on": BEGAN}
    return actions.record_moment(case=case, by=by, **(given | changed))


def a_step(case: Case, by: Membership, **changed: Any) -> Step:
    given: dict[str, Any] = {"words": "Ring the council.", "owner": "client", "on": BEGAN}
    return actions.plan_step(case=case, by=by, **(given | changed))
