"""Verbs: aim at an outcome, confirm that it happened, ask whether it lasted."""

from datetime import date, datetime

from django.db import IntegrityError

from cors.access.models import ClientRecord, Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.models import Case
from cors.catalogue.choices import Catalogue, catalogue_of
from cors.core.errors import Refused
from cors.outcomes import rules
from cors.outcomes.due import weeks_of
from cors.outcomes.models import Aim, Outcome, SustainedCheck
from cors.plans.actions import checks
from cors.plans.models import Goal


@verb(Permission.CONFIRM_OUTCOMES)
def aim_at(
    *,
    case: Case,
    outcome_type: str,
    on: date,
    by: Membership,
    goal: Goal | None = None,
    why: str = "",
) -> Aim:
    """Say that a case works towards an outcome: from now on it is relevant."""
    checks.check_going_on(case)
    checks.check_day(on, by=by, case=case)
    checks.check_of_case([goal], case, field="goal")
    checks.check_note(why, field="why")
    if not catalogue_of(by.organisation_id).has("outcome_type", outcome_type):
        raise Refused("Choose an outcome from the list.", field="outcome_type")
    aim = Aim(
        organisation=by.organisation,
        created_by_id=by.user_id,
        case=case,
        goal=goal,
        outcome_type=outcome_type,
        from_date=on,
        why=why.strip(),
    )
    _save_once(aim, "You work towards this already. Choose another outcome.")
    record(by=by, verb="aim_at", about=aim, changes={"outcome_type": outcome_type, "from": on})
    return aim


@verb(Permission.CONFIRM_OUTCOMES)
def stop_aiming(*, aim: Aim, on: date, by: Membership) -> Aim:
    """Say that a case works towards an outcome no longer."""
    if aim.to_date is not None:
        raise Refused("You stopped working towards this already.")
    checks.check_day(on, by=by, case=aim.case)
    checks.check_not_before(on, aim.from_date, "you began to work towards it")
    aim.to_date = on
    aim.save(update_fields=["to_date"])
    record(by=by, verb="stop_aiming", about=aim, changes={"to": on})
    return aim


@verb(Permission.CONFIRM_OUTCOMES)
def confirm_outcome(
    *,
    case: Case,
    outcome_type: str,
    on: date,
    evidence: str,
    by: Membership,
    goal: Goal | None = None,
    words: str = "",
) -> Outcome:
    """Keep that an outcome, or a rung of a ladder, happened on a day, and what shows it."""
    checks.check_day(on, by=by, case=case)
    checks.check_of_case([goal], case, field="goal")
    checks.check_note(words)
    _check_outcome(catalogue_of(by.organisation_id), case, outcome_type, evidence)
    outcome = Outcome(
        organisation=by.organisation,
        created_by_id=by.user_id,
        case=case,
        goal=goal,
        outcome_type=outcome_type,
        happened_date=on,
        evidence=evidence,
        words=words.strip(),
    )
    _save_once(outcome, "This is recorded for that day already. Give another day or outcome.")
    changes = {"outcome_type": outcome_type, "happened": on, "evidence": evidence}
    record(by=by, verb="confirm_outcome", about=outcome, changes=changes)
    return outcome


@verb(Permission.CONFIRM_OUTCOMES)
def withdraw_outcome(*, outcome: Outcome, by: Membership, at: datetime) -> Outcome:
    """Take back an outcome that was confirmed by mistake; it stays in the audit trail."""
    if outcome.withdrawn_at is not None:
        raise Refused("This was taken back already.")
    outcome.withdrawn_at = at
    outcome.save(update_fields=["withdrawn_at"])
    changes = {"outcome_type": outcome.outcome_type, "happened": outcome.happened_date}
    record(by=by, verb="withdraw_outcome", about=outcome, changes=changes)
    return outcome


@verb(Permission.CONFIRM_OUTCOMES)
def check_sustained(
    *,
    outcome: Outcome,
    weeks: int,
    result: str,
    on: date,
    by: Membership,
    said_by: str = "client",
    words: str = "",
) -> SustainedCheck:
    """Keep whether an outcome still held, said by whom, on a day within the window."""
    _check_lasting(outcome, weeks, result, on, by)
    if said_by and said_by not in SustainedCheck.SaidBy.values:
        raise Refused("Choose who said it.", field="said_by")
    checks.check_note(words)
    check = SustainedCheck(
        organisation=by.organisation,
        created_by_id=by.user_id,
        outcome=outcome,
        weeks=weeks,
        result=result,
        checked_date=on,
        said_by=_sayer(result, said_by),
        words=words.strip(),
    )
    _save_once(check, f"The check after {weeks} weeks was made already.")
    changes = {"weeks": weeks, "result": result, "on": on}
    record(by=by, verb="check_sustained", about=check, changes=changes)
    return check


def _check_outcome(catalogue: Catalogue, case: Case, outcome_type: str, evidence: str) -> None:
    if case.declined_date:
        raise Refused("This referral was declined. Take a new referral to record an outcome.")
    # What was aimed at may still be confirmed after the organisation took it off the list.
    offered = catalogue.has("outcome_type", outcome_type)
    if not offered and not Aim.is_aimed_at(case, outcome_type):
        raise Refused("Choose an outcome from the list.", field="outcome_type")
    if catalogue.entry("evidence_kind", evidence) is None:
        raise Refused("Choose what shows it. Their own word is enough.", field="evidence")


def _check_lasting(outcome: Outcome, weeks: int, result: str, on: date, by: Membership) -> None:
    if result not in SustainedCheck.Result.values:
        raise Refused("Choose whether it still holds.", field="result")
    if outcome.withdrawn_at is not None:
        raise Refused("This outcome was taken back. There is nothing to ask after.")
    if weeks not in weeks_of(catalogue_of(by.organisation_id), outcome.outcome_type):
        raise Refused("Choose one of the checks of this outcome.", field="weeks")
    checks.check_day(on, by=by, case=outcome.case)
    if sentence := rules.refusal(outcome.happened_date, weeks, rules.State(result), on):
        raise Refused(sentence, field="on")


def _sayer(result: str, said_by: str) -> str:
    """Return who said it: nobody where touch was lost, and never a person who died."""
    lost = result == SustainedCheck.Result.LOST_TOUCH
    died = result == SustainedCheck.Result.DIED and said_by == SustainedCheck.SaidBy.CLIENT
    return "" if lost or died else said_by


def _save_once(row: ClientRecord, otherwise: str) -> None:
    """Save, or refuse the whole verb where a constraint says that it is there already."""
    try:
        row.save(force_insert=True)
    except IntegrityError:
        raise Refused(otherwise) from None
