"""Plan templates: made by a lead, chosen from by a keyworker, nothing set that nobody chose."""

from html import unescape
from typing import Any

import pytest
from django.http import HttpResponse

from cors.cases.models import Case
from cors.core.errors import Changed, NotAllowed, Refused
from cors.core.forms.seen import seen_of
from cors.plans.actions import (
    change_plan_template,
    end_plan_template,
    make_plan_template,
    use_plan_template,
)
from cors.plans.models import Barrier, Goal, Intervention, PlanTemplate, Step
from cors.plans.suggested import Chosen, Suggested
from cors.plans.tests.factories import WORDS, a_case, a_goal, ended
from tests.stage.personas import TODAY, Stage, browser_of

FIRST = Suggested(
    areas=["housing", "confidence"],
    barriers=["no-deposit", "debts"],
    work=["deposit-help"],
    steps=["Ring the council.", "Look for papers."],
)
CHOSEN = Chosen(
    words={"housing": WORDS, "confidence": " "},
    barriers=["no-deposit"],
    work=["deposit-help"],
    steps=["Look for papers."],
    owner="together",
)


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


@pytest.fixture
def template(stage: Stage) -> PlanTemplate:
    return a_template(stage)


def a_template(stage: Stage, **changed: Any) -> PlanTemplate:
    given: dict[str, Any] = {
        "service": stage.service,
        "name": "First weeks",
        "suggested": FIRST,
    } | changed
    return make_plan_template(by=stage.carys, **given)


def use(stage: Stage, template: PlanTemplate, case: Case, chosen: Chosen = CHOSEN) -> list[Goal]:
    given: dict[str, Any] = {"template": template, "case": case, "chosen": chosen}
    return use_plan_template(on=TODAY, by=stage.amina, **given)


def plan_of(case: Case) -> list[int]:
    models = (Goal, Barrier, Intervention, Step)
    return [model.of(case).count() for model in models]


def test_keeps_what_is_suggested(stage: Stage, template: PlanTemplate) -> None:
    kept = PlanTemplate.for_service(stage.service.pk, stage.amina)
    assert [(each.name, each.areas, each.steps) for each in kept] == [
        ("First weeks", ["housing", "confidence"], ["Ring the council.", "Look for papers."])
    ]
    assert PlanTemplate.for_service(stage.other_service.pk, stage.amina) == []


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "n" * 81}, "name"),
        ({"suggested": Suggested(areas=["no-such-area"])}, "areas"),
        ({"suggested": Suggested(barriers=["no-such"])}, "barriers"),
        ({"suggested": Suggested()}, "areas"),
        ({"suggested": Suggested(steps=[str(n) for n in range(21)])}, "steps"),
        ({"suggested": Suggested(steps=["n" * 2001])}, "steps"),
    ],
)
def test_refuses_what_cannot_be_suggested(
    stage: Stage, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        a_template(stage, **changed)
    assert refused.value.field == field
    assert not PlanTemplate.objects.exists()


def test_a_keyworker_makes_no_templates(stage: Stage, template: PlanTemplate) -> None:
    given: dict[str, Any] = {"name": "Mine", "suggested": FIRST, "by": stage.amina}
    with pytest.raises(NotAllowed):
        make_plan_template(service=stage.service, **given)
    with pytest.raises(NotAllowed):
        change_plan_template(template=template, **given)
    with pytest.raises(NotAllowed):
        end_plan_template(template=template, on=TODAY, by=stage.amina)


def test_nobody_writes_over_what_they_have_not_seen(stage: Stage, template: PlanTemplate) -> None:
    seen = seen_of(template.stands())
    given: dict[str, Any] = {"template": template, "by": stage.carys, "seen": seen}
    change_plan_template(name="First days", suggested=FIRST, **given)
    with pytest.raises(Changed):
        change_plan_template(name="Other", suggested=FIRST, **given)
    assert PlanTemplate.objects.get().name == "First days"


def test_what_was_ended_is_offered_no_more(
    stage: Stage, case: Case, template: PlanTemplate
) -> None:
    end_plan_template(template=template, on=TODAY, by=stage.carys)
    assert not PlanTemplate.offered(stage.carys).exists()
    with pytest.raises(Refused, match="no longer offered"):
        end_plan_template(template=template, on=TODAY, by=stage.carys)
    with pytest.raises(Refused, match="not offered"):
        use(stage, template, case)


def test_sets_only_what_was_chosen_and_ties_it_to_the_goal(
    stage: Stage, case: Case, template: PlanTemplate
) -> None:
    (goal,) = use(stage, template, case)
    assert Goal.of(case).get().words == WORDS
    assert Barrier.of(case).get().blocked_goal_ids() == [goal.pk]
    assert [each.pk for each in Intervention.of(case).get().for_goals()] == [goal.pk]
    step = Step.of(case).get()
    assert (step.words, step.owner, step.goal_id) == ("Look for papers.", "together", goal.pk)


def test_ties_to_a_goal_that_stands(stage: Stage, case: Case, template: PlanTemplate) -> None:
    goal = a_goal(case, stage.amina)
    use(stage, template, case, Chosen(goals=[goal], barriers=["debts"]))
    assert Barrier.of(case).get().blocked_goal_ids() == [goal.pk]
    assert plan_of(case) == [1, 1, 0, 0]


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (Chosen(words={"housing": " "}), "at least one thing"),
        (Chosen(barriers=["insecure-housing"]), "what the template suggests"),
        (Chosen(words={"money": "No debts."}), "what the template suggests"),
        (Chosen(steps=["Look for papers."]), "who does the steps"),
        (Chosen(words={"housing": "n" * 2001}, barriers=["debts"]), "characters"),
    ],
)
def test_refuses_what_cannot_be_chosen_and_keeps_nothing(
    stage: Stage, case: Case, template: PlanTemplate, chosen: Chosen, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        use(stage, template, case, chosen)
    assert plan_of(case) == [0, 0, 0, 0]


def test_refuses_another_service_and_a_case_that_has_ended(
    stage: Stage, case: Case, template: PlanTemplate
) -> None:
    other = a_template(stage, service=stage.other_service)
    with pytest.raises(Refused, match="this service"):
        use(stage, other, case)
    with pytest.raises(Refused, match="has ended"):
        use(stage, template, ended(case))


def test_keeps_all_or_nothing_if_its_event_fails(
    stage: Stage, case: Case, template: PlanTemplate, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        use(stage, template, case)
    assert plan_of(case) == [0, 0, 0, 0]
    with pytest.raises(audit_fails):
        a_template(stage, name="Another")
    with pytest.raises(audit_fails):
        end_plan_template(template=template, on=TODAY, by=stage.carys)
    assert [each.name for each in PlanTemplate.offered(stage.carys)] == ["First weeks"]


def test_the_lead_makes_changes_and_ends_one_on_pages(stage: Stage) -> None:
    browser = browser_of(stage.carys)
    data = {"name": "First weeks", "service": str(stage.service.pk), "areas": ["housing"]}
    answer = browser.post("/settings/templates/new/", {**data, "steps": "Ring them.\r\n\r\nWrite."})
    assert (answer.status_code, answer["Location"]) == (302, "/settings/templates/")
    (template,) = PlanTemplate.offered(stage.carys)
    assert template.steps == ["Ring them.", "Write."]
    page = unescape(browser.get(f"/settings/templates/{template.pk}/").content.decode())
    assert "Ring them.\nWrite." in page
    browser.post(f"/settings/templates/{template.pk}/", {"name": "Moving on", "areas": ["housing"]})
    assert "Moving on" in browser.get("/settings/templates/").content.decode()
    browser.post(f"/settings/templates/{template.pk}/end/")
    assert "Make the first template" in browser.get("/settings/templates/").content.decode()


def test_the_page_of_two_leads_shows_both_versions(stage: Stage, template: PlanTemplate) -> None:
    seen = seen_of(template.stands())
    change_plan_template(template=template, name="Hers", suggested=FIRST, by=stage.carys)
    data = {"name": "Mine", "areas": ["housing"], "seen": seen}
    answer = browser_of(stage.dev).post(f"/settings/templates/{template.pk}/", data)
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "Hers" in page
    assert "Mine" in page


def chosen_on_page(stage: Stage, case: Case, template: PlanTemplate, **data: Any) -> HttpResponse:
    address = f"/cases/{case.pk}/template/?template={template.pk}"
    on = stage.organisation.today().isoformat()
    return browser_of(stage.amina).post(address, {"on": on, **data})  # type: ignore[return-value]


def test_the_page_asks_for_words_and_chooses_nothing(
    stage: Stage, case: Case, template: PlanTemplate
) -> None:
    browser = browser_of(stage.amina)
    assert "First weeks" in browser.get(f"/cases/{case.pk}/template/").content.decode()
    address = f"/cases/{case.pk}/template/?template={template.pk}"
    page = unescape(browser.get(address).content.decode())
    assert f": what does {case.client.called} want to change?" in page
    assert "checked" not in page


def test_the_page_puts_what_was_chosen_into_the_plan(
    stage: Stage, case: Case, template: PlanTemplate
) -> None:
    data = {"words-housing": WORDS, "barriers": ["debts"], "steps": ["Look for papers."]}
    refused = chosen_on_page(stage, case, template, **data)
    assert refused.status_code == 422
    assert WORDS in unescape(refused.content.decode())
    assert chosen_on_page(stage, case, template, owner="client", **data).status_code == 302
    assert plan_of(case) == [1, 1, 0, 1]


def test_a_keyworker_is_told_who_makes_templates(stage: Stage, case: Case) -> None:
    address = f"/cases/{case.pk}/template/"
    assert "A team lead makes them." in browser_of(stage.amina).get(address).content.decode()
    assert "Make and change templates" in browser_of(stage.carys).get(address).content.decode()
