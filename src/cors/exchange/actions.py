"""Verb: bring a table of scores in, through the verbs of the people, cases and measures in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.actions import open_case, put_in_groups, refer
from cors.cases.models import Case
from cors.catalogue.actions import add_service
from cors.catalogue.models import Service
from cors.clients.actions import add_client
from cors.exchange.scores_file import ScoreRow
from cors.exchange.scores_map import ScoresMap
from cors.exchange.scores_plan import Plan, RowPlan, plan_import, service_named
from cors.measures.actions import record_assessment
from cors.reports.actions import use_reliability


@dataclass(frozen=True, slots=True)
class Imported:
    """What was written, and the plan that it followed."""

    plan: Plan
    people: int
    cases: int
    scores: int


@verb(Permission.IMPORT)
def import_scores(*, rows: Sequence[ScoreRow], mapping: ScoresMap, by: Membership) -> Imported:
    """Write people, cases, groups and scores of the rows that agree with the records.

    Everything or nothing. What is there already is left alone, so a second time adds nothing.
    """
    plan = plan_import(by, rows, mapping)
    given = mapping.reliability
    use_reliability(
        measure=mapping.measure, value=given.value, kind=given.kind, source=given.source, by=by
    )
    if not plan.adds():
        return Imported(plan, 0, 0, 0)
    service = service_named(mapping.service, by) or add_service(
        name=mapping.service, team=None, by=by
    )
    done = [_bring_in(each, service, mapping, by) for each in plan.rows if each.adds()]
    imported = Imported(
        plan,
        people=sum(each.client is None for each in done),
        cases=sum(each.case is None for each in done),
        scores=sum(len(each.scores) for each in done),
    )
    changes = {
        "measure": mapping.measure,
        "people": imported.people,
        "cases": imported.cases,
        "scores": imported.scores,
    }
    record(by=by, verb="import_scores", about=service, changes=changes)
    return imported


def _bring_in(plan: RowPlan, service: Service, mapping: ScoresMap, by: Membership) -> RowPlan:
    case = plan.case or _new_case(plan, service, by)
    if plan.codes:
        put_in_groups(case=case, codes=plan.codes, by=by)
    for score in plan.scores:
        record_assessment(
            case=case,
            measure=mapping.measure,
            score=score.value,
            on=score.day,
            wave=score.wave,
            import_key=score.import_key,
            by=by,
        )
    return plan


def _new_case(plan: RowPlan, service: Service, by: Membership) -> Case:
    """Open a case for somebody who has none in this service; a file without names gives none."""
    person, first = plan.row.person, plan.first_day()
    client = plan.client or add_client(name=f"Person {person}", reference=person, on=first, by=by)
    case = refer(client=client, service=service, on=first, by=by)
    open_case(case=case, on=plan.row.start, by=by)
    return case
