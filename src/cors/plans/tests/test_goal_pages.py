from typing import Any

import pytest
from django.urls import reverse

from cors.audit.models import Event
from cors.cases.models import Case
from cors.plans.actions import end_goal, reword_goal
from cors.plans.models import Goal
from cors.plans.tests.factories import BEGAN, WORDS, a_case, a_goal, ended
from tests.stage.personas import TODAY, Stage, browser_of

NEW_GOAL = {
    "words": WORDS,
    "agreed_words": "",
    "life_area": "housing",
    "target_date": "",
    "source": "client",
    "on": TODAY.isoformat(),
}


def new_goal_at(case: Case) -> str:
    return reverse("plans:set_goal", args=[case.pk])


def test_a_goal_is_set_and_leads_back_to_the_case(stage: Stage) -> None:
    case = a_case(stage)
    answer = browser_of(stage.amina).post(new_goal_at(case), {**NEW_GOAL, "rating": "3"})
    assert (answer.status_code, answer["Location"]) == (
        302,
        reverse("casefile:case", args=[case.pk]),
    )
    (goal,) = Goal.of(case)
    baseline = goal.baseline()
    assert (goal.words, baseline.value if baseline else None) == (WORDS, 3)


def test_no_rating_is_chosen_at_the_start_and_none_is_kept_if_left(stage: Stage) -> None:
    case = a_case(stage)
    browser = browser_of(stage.amina)
    page = browser.get(new_goal_at(case)).content.decode()
    assert 'name="rating" value="0"' in page
    assert page.count("checked") == 1  # whose idea it was
    browser.post(new_goal_at(case), NEW_GOAL)
    assert Goal.of(case).get().baseline() is None


def test_what_was_typed_stays_when_something_is_missing(stage: Stage) -> None:
    case = a_case(stage)
    sent = {**NEW_GOAL, "life_area": "", "agreed_words": "A flat of her own"}
    answer = browser_of(stage.amina).post(new_goal_at(case), sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert WORDS in page
    assert "A flat of her own" in page
    assert "Choose the part of life it lies in" in page


def test_what_the_verb_refuses_is_said_at_its_field(stage: Stage) -> None:
    case = a_case(stage)
    answer = browser_of(stage.amina).post(new_goal_at(case), {**NEW_GOAL, "on": "2031-01-01"})
    assert "still to come" in answer.content.decode()
    assert answer.context["form"].errors.keys() == {"on"}


def test_a_case_that_has_ended_says_whom_to_ask(stage: Stage) -> None:
    case = ended(a_case(stage))
    answer = browser_of(stage.carys).post(new_goal_at(case), NEW_GOAL)
    assert "Ask your lead to re-open it" in answer.content.decode()


def test_opening_a_page_leaves_one_read_event(stage: Stage) -> None:
    case = a_case(stage)
    browser_of(stage.amina).get(new_goal_at(case))
    event = Event.objects.get(kind="read")
    assert (event.verb, event.client_id) == ("set_goal", case.client_id)


def test_the_first_words_stand_over_the_new_ones(stage: Stage) -> None:
    case = a_case(stage)
    goal = a_goal(case, stage.amina)
    reword_goal(goal=goal, words="Home.", on=BEGAN, by=stage.amina)
    browser = browser_of(stage.amina)
    address = reverse("plans:reword_goal", args=[goal.pk])
    assert WORDS in browser.get(address).content.decode()
    browser.post(address, {"words": "A flat", "agreed_words": "", "on": TODAY.isoformat()})
    assert [row.words for row in Goal.of(case).get().wordings()] == [WORDS, "Home.", "A flat"]


def test_a_rating_says_who_gave_it(stage: Stage) -> None:
    case = a_case(stage)
    goal = a_goal(case, stage.amina)
    sent = {"value": "7", "rater": "worker", "on": TODAY.isoformat()}
    browser_of(stage.amina).post(reverse("plans:rate_goal", args=[goal.pk]), sent)
    latest = Goal.of(case).get().latest("worker")
    assert latest is not None
    assert latest.value == 7


def test_a_rating_is_not_kept_without_a_number(stage: Stage) -> None:
    goal = a_goal(a_case(stage), stage.amina)
    sent = {"rater": "client", "on": TODAY.isoformat()}
    answer = browser_of(stage.amina).post(reverse("plans:rate_goal", args=[goal.pk]), sent)
    assert answer.status_code == 422
    assert "Choose a number from 0 to 10" in answer.content.decode()


def test_a_goal_that_became_another_names_it(stage: Stage) -> None:
    case = a_case(stage)
    goal, other = a_goal(case, stage.amina), a_goal(case, stage.amina, words="A job")
    sent = {"how": "changed", "followed_by": str(other.pk), "words": "", "on": TODAY.isoformat()}
    browser = browser_of(stage.amina)
    address = reverse("plans:end_goal", args=[goal.pk])
    assert "Let it go" in browser.get(address).content.decode()
    browser.post(address, sent)
    ending = Goal.objects.get(pk=goal.pk).ending()
    assert ending is not None
    assert ending.followed_by == other


def test_one_goal_shows_its_words_ratings_and_end(stage: Stage) -> None:
    goal = a_goal(a_case(stage), stage.amina)
    reword_goal(goal=goal, words="Home.", on=TODAY, by=stage.amina)
    end_goal(goal=goal, how="partly", on=TODAY, words="Half way.", by=stage.amina)
    page = browser_of(stage.amina).get(reverse("plans:goal", args=[goal.pk])).content.decode()
    for words in (WORDS, "Home.", "Partly reached", "Half way.", "<strong>2</strong> of 10"):
        assert words in page
    assert "Other words" not in page


PAGES = ["reword_goal", "end_goal", "rate_goal", "goal"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("amina", dict.fromkeys(PAGES, 200)),
        ("olu", dict.fromkeys(PAGES, 404)),
        ("gwen", {"reword_goal": 403, "end_goal": 403, "rate_goal": 404, "goal": 404}),
        ("esi", dict.fromkeys(PAGES, 403)),
    ],
)
def test_pages_are_for_those_who_see_and_plan(
    stage: Stage, name: str, expected: dict[str, Any]
) -> None:
    goal = a_goal(a_case(stage), stage.amina)
    browser = browser_of(stage.member(name))
    found = {
        page: browser.get(reverse(f"plans:{page}", args=[goal.pk])).status_code for page in expected
    }
    assert found == expected
