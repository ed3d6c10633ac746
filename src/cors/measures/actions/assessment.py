"""Verbs: a measure is taken, or its total brought in; and taken back when it was a mistake."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.models import Case
from cors.catalogue.choices import catalogue_of
from cors.catalogue.schema.measure import MeasureDefinition
from cors.clients.actions import ask_after_safety
from cors.core.errors import Refused
from cors.measures.models import FORM, Assessment, Late, Rater, Response, Score
from cors.measures.scoring import Scored, check_reported
from cors.measures.scoring import score as scored_by
from cors.measures.telling import tell_of_safety
from cors.plans.actions import checks

Answers = Mapping[str, int | None]
# What was answered longer ago comes from papers and other systems: nobody can be asked of then.
STILL_TO_ASK = timedelta(days=28)


@verb(Permission.MEASURE)
def record_assessment(
    *,
    case: Case,
    measure: str,
    on: date,
    by: Membership,
    answers: Answers | None = None,
    score: float | None = None,
    declined: Collection[str] = (),
    rater: str = "client",
    words: str = "",
    wave: str = "",
    import_key: str | None = None,
) -> Assessment:
    """Record a measure by its answers, or by a total that was worked out elsewhere.

    `answers` by item key, None or left out where skipped; `declined` names items that the person
    would rather not answer. What was brought in under an import key before is handed back as it is.
    """
    if import_key and (before := _brought_in(import_key, by)):
        return before
    definition = _definition(measure, by, is_reported=score is not None)
    _check(case, on, rater, words, by)
    assessment = Assessment(
        **_owned(by),
        case=case,
        measure=measure,
        version=definition.version,
        rater=rater,
        happened_date=on,
        wave=wave,
        is_reported=score is not None,
        words=words.strip(),
        import_key=import_key,
    )
    assessment.late = _late(assessment, import_key)
    if score is not None:
        scores = _reported(definition, score, answers)
        assessment.save(force_insert=True)
        _write_scores(assessment, scores, pro_rated=frozenset())
    else:
        scores = _answered(assessment, definition, answers or {}, declined)
    if assessment.risk and by.organisation.today() - on <= STILL_TO_ASK:
        ask_after_safety(client=case.client, on=on, by=by)
        tell_of_safety(case, by=by)
    told = {"measure": measure, "on": on, "rater": rater, "late": assessment.late}
    record(by=by, verb="record_assessment", about=assessment, changes=told | {"scores": scores})
    return assessment


@verb(Permission.MEASURE)
def withdraw_assessment(*, assessment: Assessment, by: Membership, at: datetime) -> None:
    """Take back a measure that was recorded by mistake; it counts in no figure from then on."""
    if assessment.withdrawn_at:
        raise Refused("This was taken back already.")
    assessment.withdrawn_at = at
    assessment.save(update_fields=["withdrawn_at"])
    record(by=by, verb="withdraw_assessment", about=assessment)


@verb(Permission.MEASURE)
def say_where_it_began(*, assessment: Assessment, counts: bool, by: Membership) -> None:
    """Say of an earlier score that came in late whether it is where somebody began."""
    assessment.hold("late", "withdrawn_at")
    if assessment.withdrawn_at:
        raise Refused("This was taken back, so it counts nowhere.")
    if not assessment.late:
        raise Refused("This came in its order. There is nothing to say.")
    before, assessment.late = assessment.late, Late.COUNTS if counts else Late.LEFT
    assessment.save(update_fields=["late"])
    changes = {"before": before, "now": assessment.late}
    record(by=by, verb="say_where_it_began", about=assessment, changes=changes)


def _late(assessment: Assessment, import_key: str | None) -> str:
    """Return what an earlier score waits for; a file has its rows in whatever order."""
    is_typed_in = import_key is None or import_key.startswith(FORM)
    return Late.WAITS if is_typed_in and assessment.comes_late() else ""


def _brought_in(import_key: str, by: Membership) -> Assessment | None:
    return Assessment.within(by).filter(import_key=import_key).first()


def _definition(measure: str, by: Membership, *, is_reported: bool) -> MeasureDefinition:
    """Return the definition; what was taken elsewhere need not be switched on here."""
    catalogue = catalogue_of(by.organisation_id)
    found = catalogue.entry("measure", measure)
    if not isinstance(found, MeasureDefinition):
        raise Refused("Choose a measure from the list.", field="measure")
    if not is_reported and (why := catalogue.licences.why_not(found)):
        raise Refused(why, field="measure")
    if not is_reported and not catalogue.is_on("measure", measure):
        raise Refused(f"{found.label} is switched off here. Choose another.", field="measure")
    return found


def _check(case: Case, on: date, rater: str, words: str, by: Membership) -> None:
    """A measure may follow the ending: to ask again months later is good practice."""
    if case.declined_date:
        raise Refused("This referral was declined, so there is nothing to measure.")
    checks.check_day(on, by=by, case=case)
    checks.check_choice(rater, Rater.values, field="rater")
    checks.check_note(words)


def _reported(
    definition: MeasureDefinition, score: float, answers: Answers | None
) -> dict[str, float]:
    if answers is not None:
        raise Refused("Give the answers or the total, not both.", field="score")
    main = definition.main_score
    if main is None:
        raise Refused(f"{definition.label} has no total: give the answers.", field="score")
    check_reported(definition, main.key, score)
    return {main.key: float(score)}


def _answered(
    assessment: Assessment,
    definition: MeasureDefinition,
    answers: Answers,
    declined: Collection[str],
) -> dict[str, float]:
    if definition.score_only:
        raise Refused(f"{definition.label} is recorded by its total alone.", field="score")
    given = {**dict.fromkeys(declined), **answers}
    found = scored_by(definition, given)
    if not declined and all(answer is None for answer in given.values()):
        raise Refused("Answer at least one question, or leave this for another day.")
    if any(answers.get(item) is not None for item in declined):
        raise Refused("A question was both answered and declined. Choose one of the two.")
    assessment.risk = bool(found.risks)
    assessment.save(force_insert=True)
    _write_responses(assessment, given, declined)
    _write_scores(assessment, found.values(), pro_rated=_pro_rated(found))
    return found.values()


def _write_responses(assessment: Assessment, given: Answers, declined: Collection[str]) -> None:
    for item, value in given.items():
        if value is not None or item in declined:
            Response(
                **_same_owner(assessment),
                assessment=assessment,
                item=item,
                value=value,
                declined=item in declined,
            ).save(force_insert=True)


def _write_scores(
    assessment: Assessment, scores: Mapping[str, float], *, pro_rated: Collection[str]
) -> None:
    for key, value in scores.items():
        Score(
            **_same_owner(assessment),
            case=assessment.case,
            assessment=assessment,
            measure=assessment.measure,
            key=key,
            value=value,
            rater=assessment.rater,
            happened_date=assessment.happened_date,
            pro_rated=key in pro_rated,
        ).save(force_insert=True)


def _pro_rated(found: Scored) -> frozenset[str]:
    return frozenset(key for key, score in found.scores.items() if score.pro_rated)


def _owned(by: Membership) -> dict[str, Any]:
    return {"organisation": by.organisation, "created_by": by.user}


def _same_owner(assessment: Assessment) -> dict[str, Any]:
    return {"organisation": assessment.organisation, "created_by": assessment.created_by}
