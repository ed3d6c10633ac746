"""Open cases of Amina's, what the forms send, and pages as a person reads them."""

import re
from datetime import date, timedelta
from html import unescape
from typing import Any
from uuid import uuid4

from cors.access.models import Membership
from cors.casefile.case_record import CaseRecord
from cors.cases.actions import open_case, refer
from cors.cases.models import Case
from cors.clients.actions import add_client
from cors.plans.actions import notice_barrier, plan_step, record_moment, set_goal
from cors.plans.actions import start_intervention as start
from cors.plans.models import Barrier, Goal, Intervention, Moment, Step
from tests.stage.personas import Stage, browser_of

NOT_SAID = re.compile(r"<(title|svg)\b.*?</\1>", re.DOTALL)


def a_case(
    stage: Stage, name: str = "Rosa Field", *, days: int = 60, by: Membership | None = None
) -> Case:
    """Return a case that began so many days ago, held by Amina or by who is named."""
    worker = by or stage.amina
    service = stage.other_service if worker == stage.olu else stage.service
    on = stage.organisation.today() - timedelta(days=days)
    client = add_client(name=name, on=on, by=worker)
    case = refer(client=client, service=service, on=on, by=worker)
    open_case(case=case, on=on, by=worker, keyworker=worker)
    return Case.objects.select_related("client", "service").get(pk=case.pk)


def began(case: Case) -> date:
    """Return the day on which a case began."""
    assert case.started_date
    return case.started_date


def a_goal(case: Case, by: Membership, words: str = "A door I can lock.", **more: Any) -> Goal:
    given: dict[str, Any] = {"life_area": "housing", "on": began(case)} | more
    return Goal.of(case).get(pk=set_goal(case=case, words=words, by=by, **given).pk)


def a_barrier(case: Case, by: Membership, *goals: Goal, words: str = "No deposit") -> Barrier:
    return notice_barrier(
        case=case, type_key="no-deposit", words=words, on=began(case), by=by, blocks=list(goals)
    )


def some_work(case: Case, by: Membership, words: str = "Room search", **more: Any) -> Intervention:
    given: dict[str, Any] = {"type_key": "room-search", "on": began(case)} | more
    return start(case=case, words=words, by=by, **given)


def a_setback(case: Case, by: Membership, words: str = "Missed it.", **more: Any) -> Moment:
    given: dict[str, Any] = {"on": by.organisation.today()} | more
    return record_moment(case=case, kind="setback", words=words, by=by, **given)


def a_success(case: Case, by: Membership, words: str = "Rang them.", **more: Any) -> Moment:
    given: dict[str, Any] = {"on": by.organisation.today()} | more
    return record_moment(case=case, kind="success", words=words, by=by, **given)


def a_step(case: Case, by: Membership, words: str = "Ask the council", **more: Any) -> Step:
    given: dict[str, Any] = {"on": by.organisation.today(), "owner": "worker"} | more
    return plan_step(case=case, words=words, by=by, **given)


def record_of(case: Case, member: Membership) -> CaseRecord:
    """Return the whole case as it stands now, as this member sees it."""
    found = Case.objects.select_related("client", "service").get(pk=case.pk)
    return CaseRecord(found, member)


def sent(member: Membership, **answers: Any) -> dict[str, Any]:
    """Return what the form of Record or of a review sends."""
    day = member.organisation.today().isoformat()
    return {"form_key": str(uuid4()), "on": day, "kind": "call"} | answers


def page(member: Membership, address: str) -> str:
    """Return a page as source, with its entities read."""
    answer = browser_of(member).get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return unescape(answer.content.decode())


def words(source: str) -> str:
    """Return what a page says, without its drawings."""
    return " ".join(re.sub(r"<[^>]+>", " ", NOT_SAID.sub(" ", source)).split())
