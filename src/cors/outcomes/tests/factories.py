"""Outcomes of Hana's case."""

from datetime import timedelta
from typing import Any

from cors.access.models import Membership
from cors.cases.models import Case
from cors.outcomes import actions
from cors.outcomes.models import Aim, Outcome
from cors.plans.tests.factories import BEGAN
from tests.stage.personas import TODAY

HOME = "settled-housing"
LONG_AGO = TODAY - timedelta(weeks=30)


def a_long_case(case: Case) -> Case:
    """Let a case have begun long enough ago for outcomes to be asked after."""
    case.referred_date = case.accepted_date = case.started_date = LONG_AGO
    case.save()
    return case


def an_aim(case: Case, by: Membership, **changed: Any) -> Aim:
    given: dict[str, Any] = {"outcome_type": HOME, "on": BEGAN}
    return actions.aim_at(case=case, by=by, **(given | changed))


def an_outcome(case: Case, by: Membership, **changed: Any) -> Outcome:
    given: dict[str, Any] = {"outcome_type": HOME, "on": BEGAN, "evidence": "own-word"}
    return actions.confirm_outcome(case=case, by=by, **(given | changed))
