"""Practice tasks: started by a press, ticked by the records, timed kindly, for each alone."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client as Browser
from pytest_django import Settings

from cors.access.models import Membership, User
from cors.access.roles import ROLES
from cors.access.scope import show
from cors.audit.models import Event
from cors.plans.actions import rate_goal, record_moment
from cors.plans.models import Goal
from cors.practice.build import DOMAIN, PEOPLE
from cors.practice.models import TaskStart
from cors.practice.task import TASKS, tasks_for, time_taken
from cors.practice.task_done import right_answers
from cors.practice.task_page import Row, rows
from cors.reviews.actions import hold_review
from cors.reviews.entry import GoalDecision

URL = "/practice/tasks/"
pytestmark = pytest.mark.usefixtures("two_people")
Be = Callable[[str], "Newcomer"]


class Newcomer:
    """Somebody of Harbour Street at the page of tasks."""

    def __init__(self, name: str) -> None:
        self.browser = Browser()
        self.browser.post("/practice/", {"person": f"{name}@{DOMAIN}"})
        user = User.with_email(f"{name}@{DOMAIN}")
        assert user
        show(None, user=user.pk)
        self.member: Membership = Membership.current_of(user).get()
        self.looks()

    def looks(self) -> None:
        show(self.member.organisation_id, user=self.member.user_id)

    def page(self) -> str:
        found = self.browser.get(URL).content.decode()
        self.looks()
        return found

    def sends(self, **fields: str) -> None:
        assert self.browser.post(URL, fields).status_code == 302
        self.looks()

    def row(self, key: str) -> Row:
        return next(row for row in rows(self.member) if row.task.key == key)

    def right(self, key: str) -> str:
        start = TaskStart.started_by(self.member)[key]
        return min(right_answers(start, self.row(key).case, self.member))

    def goal(self, key: str) -> Goal:
        case = self.row(key).case
        assert case
        goal: Goal = Goal.of(case).open()[0]
        return goal


def today(newcomer: Newcomer) -> dict[str, Any]:
    return {"on": newcomer.member.organisation.today(), "by": newcomer.member}


def success(newcomer: Newcomer) -> None:
    goal = newcomer.goal("success")
    record_moment(case=goal.case, kind="success", words="Sang.", goal=goal, **today(newcomer))


def rating(newcomer: Newcomer) -> None:
    rate_goal(goal=newcomer.goal("rating"), value=6, **today(newcomer))


def review(newcomer: Newcomer) -> None:
    goal = newcomer.goal("review")
    decided = [GoalDecision(goal, "keep", 5, 5)]
    hold_review(case=goal.case, form_key=uuid4(), goals=decided, **today(newcomer))


@pytest.mark.parametrize("do", [success, rating, review])
def test_is_ticked_by_what_was_recorded_since_the_start(do: Callable[[Newcomer], None]) -> None:
    key, amina = do.__name__, Newcomer("amina")
    do(amina)
    assert not amina.row(key).is_started
    amina.sends(start=key)
    assert amina.row(key).is_started
    assert not amina.row(key).took
    do(amina) if key != "review" else None
    if key == "review":
        review(amina)
    assert amina.row(key).took == "in under a minute"
    assert "Done in under a minute." in amina.page()


def test_what_somebody_else_records_ticks_nothing() -> None:
    amina = Newcomer("amina")
    amina.sends(start="rating")
    carys = Newcomer("carys")
    rate_goal(goal=amina.goal("rating"), value=6, **today(carys))
    amina.looks()
    assert not amina.row("rating").took


def test_a_press_on_done_is_nothing() -> None:
    amina = Newcomer("amina")
    for fields in ({"done": "success"}, {"task": "success", "answer": "yes"}, {"start": "nothing"}):
        amina.sends(**fields)
    assert not TaskStart.started_by(amina.member)


@pytest.mark.parametrize(
    ("name", "key"), [("amina", "barrier"), ("ben", "back"), ("carys", "reached")]
)
def test_is_ticked_by_the_right_choice_and_not_by_a_wrong_one(name: str, key: str) -> None:
    newcomer = Newcomer(name)
    newcomer.sends(start=key)
    offered = [answer for answer, _ in newcomer.row(key).choices]
    right = newcomer.right(key)
    assert len(set(offered)) == 4
    assert right in offered
    assert newcomer.row(key).choices == newcomer.row(key).choices
    newcomer.sends(task=key, answer=next(each for each in offered if each != right))
    assert not newcomer.row(key).took
    assert "Not that one." in newcomer.page()
    newcomer.sends(task=key, answer=right)
    assert newcomer.row(key).took == "in under a minute"


def test_only_what_was_offered_can_be_chosen() -> None:
    amina = Newcomer("amina")
    amina.sends(start="barrier")
    amina.sends(task="barrier", answer="anything")
    assert TaskStart.started_by(amina.member)["barrier"].answer == ""


def test_a_start_is_kept_when_pressed_again() -> None:
    amina = Newcomer("amina")
    amina.sends(start="success")
    first = TaskStart.started_by(amina.member)["success"].created_at
    amina.sends(start="success")
    assert TaskStart.started_by(amina.member)["success"].created_at == first


def test_each_has_tasks_of_their_own() -> None:
    amina, ben = Newcomer("amina"), Newcomer("ben")
    amina.looks()
    amina.sends(start="success")
    ben.looks()
    assert not ben.row("success").is_started


@pytest.mark.parametrize(
    ("name", "number"),
    [("amina", 5), ("carys", 5), ("dev", 5), ("esi", 1), ("femi", 0), ("gwen", 0)],
)
def test_offers_what_a_role_can_do(name: str, number: int) -> None:
    newcomer = Newcomer(name)
    assert len(rows(newcomer.member)) == number
    said = newcomer.page()
    assert f"0 of {number} done." in said if number else "nothing to try" in said


def test_a_page_that_names_people_is_a_read() -> None:
    amina = Newcomer("amina")
    before = Event.objects.filter(verb="practice_tasks").count()
    amina.page()
    assert Event.objects.filter(verb="practice_tasks").count() == before + 1


def test_the_banner_leads_there() -> None:
    assert f'href="{URL}"' in Newcomer("amina").browser.get("/people/").content.decode()


def test_is_not_there_where_the_records_are_real(settings: Settings) -> None:
    amina = Newcomer("amina")
    settings.CORS_PRACTICE = False
    assert amina.browser.get(URL).status_code == 404


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (4, "in under a minute"),
        (62, "in about a minute"),
        (200, "in about 3 minutes"),
        (1800, "in about 30 minutes"),
        (1801, "in your own time"),
        (90_000, "in your own time"),
    ],
)
def test_the_time_is_put_kindly(seconds: int, said: str) -> None:
    assert time_taken(timedelta(seconds=seconds)) == said


def test_nobody_is_given_more_than_five_or_what_they_may_not_do() -> None:
    assert len({task.key for task in TASKS}) == len(TASKS)
    for role in {person.role for person in PEOPLE}:
        found = tasks_for(ROLES[role].may)
        assert len(found) <= 5
        assert all(task.needs in ROLES[role].may for task in found)
