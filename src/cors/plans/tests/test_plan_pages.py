from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cors.cases.models import Assignment
from cors.catalogue.shipped import shipped
from cors.plans.actions import get_back_on_track
from cors.plans.models import Barrier, Intervention, Moment, Step
from cors.plans.tests.factories import (
    BEGAN,
    WORDS,
    a_barrier,
    a_case,
    a_goal,
    a_setback,
    a_step,
    an_intervention,
)
from tests.stage.personas import TODAY, Stage, browser_of

ON = TODAY.isoformat()


def test_a_barrier_is_tied_to_the_goals_chosen(stage: Stage) -> None:
    case = a_case(stage)
    goal = a_goal(case, stage.amina)
    browser = browser_of(stage.amina)
    address = reverse("plans:notice_barrier", args=[case.pk])
    assert WORDS in browser.get(address).content.decode()
    sent = {"type_key": "no-deposit", "words": "", "blocks": [str(goal.pk)]}
    browser.post(address, {**sent, "noticed_by": "client", "weight": "6", "on": ON})
    (barrier,) = Barrier.of(case)
    assert barrier.blocked_goal_ids() == [goal.pk]
    assert (barrier.weight, barrier.noticed_by) == (6, "client")


def test_what_is_at_home_in_the_goals_life_area_comes_first(stage: Stage) -> None:
    case = a_case(stage)
    a_goal(case, stage.amina, life_area="relationships")
    page = browser_of(stage.amina).get(reverse("plans:notice_barrier", args=[case.pk]))
    first, _ = page.context["form"].fields["type_key"].choices[0]
    assert "relationships" in shipped().barrier_types[first].life_areas


def test_a_case_without_goals_is_not_asked_which_ones(stage: Stage) -> None:
    case = a_case(stage)
    browser = browser_of(stage.amina)
    address = reverse("plans:notice_barrier", args=[case.pk])
    assert "hold back" not in browser.get(address).content.decode()
    browser.post(address, {"type_key": "debts", "noticed_by": "worker", "words": "", "on": ON})
    assert Barrier.of(case).count() == 1


def test_a_barrier_goes_out_of_the_way_with_what_helped(stage: Stage) -> None:
    barrier = a_barrier(a_case(stage), stage.amina, words="No savings at all.")
    browser = browser_of(stage.amina)
    address = reverse("plans:resolve_barrier", args=[barrier.pk])
    assert "No savings at all." in browser.get(address).content.decode()
    browser.post(address, {"what_helped": "The fund.", "on": ON})
    page = browser.get(reverse("plans:barrier", args=[barrier.pk])).content.decode()
    assert "Out of the way" in page
    assert "What helped: The fund." in page


def test_what_is_begun_from_a_barrier_is_meant_for_it(stage: Stage) -> None:
    case = a_case(stage)
    barrier, goal = a_barrier(case, stage.amina), a_goal(case, stage.amina)
    browser = browser_of(stage.amina)
    address = reverse("plans:start_intervention", args=[case.pk])
    page = browser.get(f"{address}?barriers={barrier.pk}").content.decode()
    assert page.count("checked") == 1
    sent = {"type_key": "deposit-help", "words": "Ask the fund.", "on": ON}
    browser.post(address, {**sent, "barriers": [str(barrier.pk)], "goals": [str(goal.pk)]})
    work = Intervention.of(case).get()
    page = browser.get(reverse("plans:intervention", args=[work.pk])).content.decode()
    for words in ("Ask the fund.", WORDS, "What it is meant to clear away"):
        assert words in page


def test_what_is_done_comes_to_its_end(stage: Stage) -> None:
    case = a_case(stage)
    work = an_intervention(case, stage.amina)
    address = reverse("plans:end_intervention", args=[work.pk])
    early = browser_of(stage.amina).post(address, {"on": BEGAN - timedelta(days=1)})
    assert early.status_code == 422
    browser_of(stage.amina).post(address, {"on": ON})
    assert not Intervention.of(case).going_on().exists()


def test_a_small_success_is_asked_for_alone(stage: Stage) -> None:
    case = a_case(stage)
    goal = a_goal(case, stage.amina)
    browser = browser_of(stage.amina)
    address = reverse("plans:record_moment", args=[case.pk]) + "?kind=success"
    assert "could help" not in browser.get(address).content.decode()
    sent = {"words": "Rang them herself.", "client_words": "", "goal": str(goal.pk), "on": ON}
    browser.post(address, sent)
    moment = Moment.of(case).get()
    assert (moment.kind, moment.goal_id) == ("success", goal.pk)


def test_a_setback_shows_what_helped_last_time(stage: Stage) -> None:
    case = a_case(stage)
    before = a_setback(case, stage.amina)
    get_back_on_track(
        moment=before, on=BEGAN + timedelta(days=9), what_helped="Her sister.", by=stage.amina
    )
    browser = browser_of(stage.amina)
    address = reverse("plans:record_moment", args=[case.pk]) + "?kind=setback"
    page = browser.get(address).content.decode()
    assert "Last time it took 9 days" in page
    assert "What helped: Her sister." in page
    sent = {"words": "Missed it.", "client_words": "", "could_help": "Ringing her.", "on": ON}
    browser.post(address, sent)
    assert Moment.of(case).still_off_track().get().could_help == "Ringing her."


def test_a_moment_can_be_of_either_kind(stage: Stage) -> None:
    case = a_case(stage)
    address = reverse("plans:record_moment", args=[case.pk])
    sent = {"words": "Came by bus.", "client_words": "", "could_help": "", "on": ON}
    assert browser_of(stage.amina).post(address, sent).status_code == 422
    browser_of(stage.amina).post(address, {**sent, "kind": "success"})
    assert Moment.of(case).get().kind == "success"


def test_the_way_back_is_kept_with_what_helped(stage: Stage) -> None:
    case = a_case(stage)
    setback = a_setback(case, stage.amina)
    address = reverse("plans:get_back_on_track", args=[setback.pk])
    assert "Missed the viewing." in browser_of(stage.amina).get(address).content.decode()
    browser_of(stage.amina).post(address, {"what_helped": "Her sister.", "on": ON})
    assert not Moment.of(case).still_off_track().exists()


def test_a_volunteer_sees_their_own_setbacks_only(stage: Stage) -> None:
    case = a_case(stage)
    Assignment.objects.create(
        organisation=stage.organisation, case=case, member=stage.gwen, from_date=BEGAN
    )
    browser = browser_of(stage.gwen)
    for by, expected in ((stage.amina, 404), (stage.gwen, 200)):
        setback = a_setback(case, by)
        answer = browser.get(reverse("plans:get_back_on_track", args=[setback.pk]))
        assert answer.status_code == expected
    get_back_on_track(moment=setback, on=TODAY, what_helped="Her sister.", by=stage.amina)
    page = browser.get(reverse("plans:record_moment", args=[case.pk]) + "?kind=setback")
    assert "Her sister." not in page.content.decode()


def test_a_step_has_an_owner_and_a_day(stage: Stage) -> None:
    case = a_case(stage)
    goal, work = a_goal(case, stage.amina), an_intervention(case, stage.amina)
    due = case.organisation.today() + timedelta(days=3)
    sent = {"words": "Ring the council.", "owner": "together", "due_date": due.isoformat()}
    browser = browser_of(stage.amina)
    address = reverse("plans:plan_step", args=[case.pk])
    browser.post(address, {**sent, "goal": str(goal.pk), "intervention": str(work.pk)})
    step = Step.of(case).get()
    assert (step.owner, step.due_date, step.goal_id) == ("together", due, goal.pk)
    assert step.intervention_id == work.pk


@pytest.mark.parametrize(("verb", "says"), [("finish_step", "Done on"), ("drop_step", "Let go on")])
def test_a_step_is_done_or_let_go_and_can_be_put_back(stage: Stage, verb: str, says: str) -> None:
    case = a_case(stage)
    step = a_step(case, stage.amina)
    browser = browser_of(stage.amina)
    page = browser.post(reverse(f"plans:{verb}", args=[step.pk]), follow=True).content.decode()
    assert says in page
    assert "Put it back" in page
    again = browser.post(reverse(f"plans:{verb}", args=[step.pk]), follow=True)
    assert "no longer ahead" in again.content.decode()
    browser.post(reverse("plans:take_up_step", args=[step.pk]))
    assert Step.of(case).ahead().exists()


@pytest.mark.parametrize("verb", ["finish_step", "drop_step", "take_up_step"])
def test_a_step_is_not_changed_by_opening_an_address(stage: Stage, verb: str) -> None:
    step = a_step(a_case(stage), stage.amina)
    answer = browser_of(stage.amina).get(reverse(f"plans:{verb}", args=[step.pk]))
    assert answer.status_code == 405


@pytest.mark.parametrize("goals", [2, 40])
@pytest.mark.parametrize("page", ["set_goal", "notice_barrier", "start_intervention", "plan_step"])
def test_a_page_takes_as_many_queries_for_a_long_plan(stage: Stage, page: str, goals: int) -> None:
    case = a_case(stage)
    for _ in range(goals):
        goal = a_goal(case, stage.amina)
        a_barrier(case, stage.amina, blocks=[goal], words="No savings.")
        an_intervention(case, stage.amina, goals=[goal], words="Ask the fund.")
    browser = browser_of(stage.amina)
    with CaptureQueriesContext(connection) as captured:
        browser.get(reverse(f"plans:{page}", args=[case.pk]))
    # Which rows PostgreSQL may show is set, not asked.
    asked = [query["sql"] for query in captured if "FROM" in query["sql"]]
    assert len(asked) <= 14, "\n".join(asked)
