"""Keys of others, posted inside forms or put in addresses, choose nothing."""

from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse

from cors.access.scope import within
from cors.cases.models import Assignment, Case
from cors.contacts.models import Contact
from cors.plans.models import Barrier, Goal, Intervention, Moment, Step
from tests.stage.hana import Hana, build_hana
from tests.stage.personas import Stage, browser_of


@pytest.fixture
def other(stage: Stage) -> Hana:
    """A second person of the same team, whose records must not mix with Hana's."""
    return build_hana(stage, stage.organisation.today())


@pytest.fixture
def foreign(stage: Stage, elsewhere: Stage) -> Hana:
    """Somebody of another organisation."""
    with within(elsewhere.organisation.pk):
        return build_hana(elsewhere, elsewhere.organisation.today())


@pytest.fixture(params=["other", "foreign"])
def strange(request: pytest.FixtureRequest) -> Hana:
    found: Hana = request.getfixturevalue(request.param)
    return found


def _day(stage: Stage) -> str:
    return stage.organisation.today().isoformat()


def _record(stage: Stage, hana: Hana, **given: Any) -> HttpResponse:
    sent = {"form_key": str(uuid4()), "kind": "call", "result": "held", "on": _day(stage), **given}
    answer: Any = browser_of(stage.amina).post(f"/record/{hana.case.pk}/", sent)
    return answer  # type: ignore[no-any-return]


def test_record_takes_no_work_or_goal_of_another_case(
    stage: Stage, hana: Hana, strange: Hana
) -> None:
    before = Contact.objects.count()
    for given in (
        {"done": str(strange.work.pk)},
        {"marks": "success", "success_words": "x", "success_goal": str(strange.goal.pk)},
        {"marks": "setback", "setback_words": "x", "setback_goal": str(strange.goal.pk)},
    ):
        assert _record(stage, hana, **given).status_code == 422
    assert Contact.objects.count() == before


def test_record_leaves_goals_of_another_case_alone(stage: Stage, hana: Hana, strange: Hana) -> None:
    key = strange.goal.pk
    before = len(Goal.objects.get(pk=hana.goal.pk).ratings())
    assert _record(stage, hana, **{f"goal-{key}": "on", f"rating-{key}": "9"}).status_code == 302
    with within(strange.case.organisation_id):
        assert len(Goal.objects.get(pk=key).ratings()) == 3
    assert len(Goal.objects.get(pk=hana.goal.pk).ratings()) == before


@pytest.mark.parametrize(
    ("page", "given"),
    [
        ("barriers/new", {"type_key": "insecure-housing", "blocks": "goal"}),
        ("interventions/new", {"type_key": "WORK", "goals": "goal"}),
        ("interventions/new", {"type_key": "WORK", "barriers": "barrier"}),
        ("moments/new", {"kind": "success", "words": "x", "goal": "goal"}),
        ("steps/new", {"words": "x", "owner": "client", "goal": "goal"}),
        ("steps/new", {"words": "x", "owner": "client", "intervention": "work"}),
    ],
)
def test_no_form_of_the_plan_takes_a_record_of_another_case(
    stage: Stage, hana: Hana, strange: Hana, page: str, given: dict[str, str]
) -> None:
    kinds = (Barrier, Intervention, Moment, Step)
    before = [kind.objects.count() for kind in kinds]
    with within(strange.case.organisation_id):
        keys = {name: str(getattr(strange, name).pk) for name in ("goal", "barrier", "work")}
    keys["WORK"] = hana.work.type_key
    sent = {name: keys.get(value, value) for name, value in given.items()} | {"on": _day(stage)}
    answer = browser_of(stage.amina).post(f"/cases/{hana.case.pk}/{page}/", sent)
    assert answer.status_code == 422
    assert [kind.objects.count() for kind in kinds] == before


def test_nobody_of_another_organisation_is_assigned(
    stage: Stage, elsewhere: Stage, hana: Hana
) -> None:
    browser, case = browser_of(stage.carys), f"/cases/{hana.case.pk}"
    before = Assignment.objects.count()
    sent = {"member": str(elsewhere.amina.pk), "part": "worker", "on": _day(stage)}
    assert browser.post(f"{case}/people/", sent).status_code == 422
    sent = {"giver": str(stage.amina.pk), "taker": str(elsewhere.amina.pk), "on": _day(stage)}
    assert browser.post("/caseload/hand-over/", sent).status_code == 422
    sent = {"member": str(elsewhere.ben.pk), "reason": "x"}
    assert browser.post(f"/people/{hana.client.pk}/blocks/", sent).status_code == 422
    assert Assignment.objects.count() == before


def test_nobody_is_referred_to_a_service_of_another_organisation(
    stage: Stage, elsewhere: Stage, hana: Hana
) -> None:
    before = Case.objects.count()
    sent = {"service": str(elsewhere.service.pk), "on": _day(stage)}
    answer = browser_of(stage.amina).post(f"/people/{hana.client.pk}/refer/", sent)
    assert (answer.status_code, Case.objects.count()) == (422, before)


def test_nobody_is_invited_into_a_team_of_another_organisation(
    stage: Stage, elsewhere: Stage
) -> None:
    sent = {"email": "x@y.example", "role": "lead", "team": str(elsewhere.team.pk)}
    assert b"/join/" not in browser_of(stage.dev).post("/settings/invite/", sent).content
    sent["team"], sent["role"] = str(stage.team.pk), "system"
    assert b"/join/" not in browser_of(stage.dev).post("/settings/invite/", sent).content


@pytest.mark.parametrize("service", ["other_service", "elsewhere", "doubled"])
def test_a_lead_gets_no_figures_of_a_service_they_do_not_run(
    stage: Stage, elsewhere: Stage, hana: Hana, service: str
) -> None:
    key = elsewhere.service.pk if service == "elsewhere" else stage.other_service.pk
    query = f"service={stage.service.pk}&" if service == "doubled" else ""
    browser = browser_of(stage.carys)
    for page in ("", "starts/people/", "figures.csv", "figures.pdf"):
        answer = browser.get(f"/figures/{page}?{query}service={key}")
        assert answer.status_code in (404, 422), page
        assert b"Back to work" not in answer.content


def test_an_entry_does_not_move_to_a_case_out_of_sight(
    stage: Stage, hana: Hana, foreign: Hana
) -> None:
    from cors.contacts.models import ContactPerson

    entry = ContactPerson.of(hana.case).get()
    sent = {"to": str(foreign.case.pk), "reason": "x"}
    answer = browser_of(stage.amina).post(f"/entries/{entry.pk}/move/?q=hana", sent)
    assert answer.status_code == 422
    assert ContactPerson.objects.get(pk=entry.pk).case_id == hana.case.pk
