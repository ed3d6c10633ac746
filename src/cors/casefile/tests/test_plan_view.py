"""The plan as one tree: goals, what blocks them, what is done, next steps; nothing is lost."""

from datetime import timedelta
from uuid import uuid4

import pytest

from cors.access.models import Membership
from cors.casefile.plan_view import Branch, GoalBlock, PlanView, dose_in_words
from cors.casefile.review_form import ReviewForm
from cors.casefile.tests.factories import (
    a_barrier,
    a_case,
    a_goal,
    a_step,
    began,
    record_of,
    some_work,
)
from cors.cases.models import Case
from cors.contacts.actions import record_contact
from cors.contacts.entry import PersonEntry
from cors.core.plain_days import plain_month
from cors.plans.actions import (
    drop_step,
    end_goal,
    end_intervention,
    finish_step,
    leave_barrier,
    resolve_barrier,
    reword_goal,
    say_what_it_blocks,
)
from tests.stage.personas import Stage


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


def plan(case: Case, member: Membership) -> PlanView:
    return PlanView(record_of(case, member))


def blocks(stage: Stage, case: Case) -> list[GoalBlock]:
    return plan(case, stage.amina).blocks()


def loose(stage: Stage, case: Case) -> list[str]:
    return [branch.words for branch in plan(case, stage.amina).elsewhere()]


def tree(branches: list[Branch]) -> list[object]:
    return [
        (branch.words, tree(branch.branches)) if branch.branches else branch.words
        for branch in branches
    ]


def test_a_barrier_stands_under_each_goal_that_it_blocks(stage: Stage, case: Case) -> None:
    home, work, other = (a_goal(case, stage.amina, words) for words in ("Home", "Work", "Other"))
    a_barrier(case, stage.amina, home, work)
    found = [[branch.words for branch in block.branches] for block in blocks(stage, case)]
    assert found == [["No deposit"], ["No deposit"], []]
    since = plain_month(began(case), stage.organisation.today())
    detail = blocks(stage, case)[0].branches[0].detail
    assert detail == f"In the way since {since}. Also holds back 1 other"
    end_goal(goal=work, how="reached", on=stage.organisation.today(), by=stage.amina)
    assert "Also" not in blocks(stage, case)[0].branches[0].detail
    a_barrier(case, stage.amina, home, other, words="Debts")
    assert loose(stage, case) == []


def test_work_stands_under_the_barrier_or_goal_that_it_is_for(stage: Stage, case: Case) -> None:
    goal = a_goal(case, stage.amina)
    barrier = a_barrier(case, stage.amina, goal)
    work = some_work(case, stage.amina, "Deposit help", barriers=[barrier], goals=[goal])
    straight = some_work(case, stage.amina, "Room search", goals=[goal])
    a_step(case, stage.amina, "Ask the council", goal=goal, intervention=work)
    a_step(case, stage.amina, "Look online", goal=goal, intervention=straight)
    a_step(case, stage.amina, "Pack", goal=goal)
    assert tree(blocks(stage, case)[0].branches) == [
        ("No deposit", [("Deposit help", ["Ask the council"])]),
        ("Room search", ["Look online"]),
        "Pack",
    ]


def test_what_is_tied_to_no_goal_stands_below_the_plan(stage: Stage, case: Case) -> None:
    goal = a_goal(case, stage.amina)
    a_barrier(case, stage.amina, words="Loose barrier")
    some_work(case, stage.amina, "Loose work")
    a_step(case, stage.amina, "Loose step")
    a_barrier(case, stage.amina, goal, words="Tied barrier")
    some_work(case, stage.amina, "Tied work", goals=[goal])
    a_step(case, stage.amina, "Tied step", goal=goal)
    assert loose(stage, case) == ["Loose barrier", "Loose work", "Loose step"]


def test_what_goes_on_is_not_lost_with_its_goal(stage: Stage, case: Case) -> None:
    goal, today = a_goal(case, stage.amina), stage.organisation.today()
    barrier = a_barrier(case, stage.amina, goal)
    some_work(case, stage.amina, "Against it", barriers=[barrier])
    some_work(case, stage.amina, "For it", goals=[goal])
    a_step(case, stage.amina, "Next", goal=goal)
    assert loose(stage, case) == []
    end_goal(goal=goal, how="let-go", on=today, by=stage.amina)
    assert loose(stage, case) == ["No deposit", "For it", "Next"]
    resolve_barrier(barrier=barrier, on=today, by=stage.amina)
    assert loose(stage, case) == ["Against it", "For it", "Next"]


def test_a_step_is_not_lost_with_the_work_it_hung_on(stage: Stage, case: Case) -> None:
    goal, today = a_goal(case, stage.amina), stage.organisation.today()
    work = some_work(case, stage.amina, "Room search", goals=[goal])
    a_step(case, stage.amina, "Look online", goal=goal, intervention=work)
    a_step(case, stage.amina, "Pack", intervention=work)
    end_intervention(intervention=work, on=today, by=stage.amina)
    assert tree(blocks(stage, case)[0].branches) == ["Look online"]
    assert loose(stage, case) == ["Pack"]


def test_what_is_over_is_gone(stage: Stage, case: Case) -> None:
    goal, today = a_goal(case, stage.amina), stage.organisation.today()
    barrier = a_barrier(case, stage.amina, goal)
    work = some_work(case, stage.amina, goals=[goal])
    done, dropped = a_step(case, stage.amina, goal=goal), a_step(case, stage.amina, goal=goal)
    assert len(blocks(stage, case)[0].branches) == 4
    resolve_barrier(barrier=barrier, on=today, by=stage.amina)
    end_intervention(intervention=work, on=today, by=stage.amina)
    finish_step(step=done, on=today, by=stage.amina)
    drop_step(step=dropped, on=today, by=stage.amina)
    assert blocks(stage, case)[0].branches == []
    end_goal(goal=goal, how="reached", on=today, by=stage.amina)
    assert blocks(stage, case) == []


def test_says_how_much_of_something_was_done(stage: Stage, case: Case) -> None:
    goal = a_goal(case, stage.amina)
    work = some_work(case, stage.amina, goals=[goal])
    assert blocks(stage, case)[0].branches[0].detail == "Not started"
    for days in (3, 2, 1):
        record_contact(
            kind="visit", on=stage.organisation.today() - timedelta(days=days), by=stage.amina,
            form_key=uuid4(), minutes=25, people=[PersonEntry(case=case, delivered=[work])],
        )  # fmt: skip
    assert blocks(stage, case)[0].branches[0].detail == "3 times, 1 hour 15"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        ([], "Not started"),
        ([None], "Once"),
        ([5], "Once, 5 minutes"),
        ([30, None, 30], "3 times, 1 hour"),
        ([90, 45], "2 times, 2 hours 15"),
    ],
)
def test_a_dose_is_said_in_words(minutes: list[int | None], said: str) -> None:
    assert dose_in_words(minutes) == said


def test_a_goal_shows_its_first_words_and_what_it_is_hoped_for_by(stage: Stage, case: Case) -> None:
    today = stage.organisation.today()
    goal = a_goal(case, stage.amina, rating=2, target_date=today + timedelta(days=1))
    (block,) = blocks(stage, case)
    assert (block.first, block.now, block.note) == (2, 2, "Hoped for by tomorrow")
    reword_goal(goal=goal, words="A flat.", on=today, by=stage.amina)
    (block,) = blocks(stage, case)
    assert (block.words, block.note) == ("A flat.", "First said: “A door I can lock.”")


def test_a_step_says_who_does_it_and_when(stage: Stage, case: Case) -> None:
    goal, today = a_goal(case, stage.amina), stage.organisation.today()
    for owner in ("client", "worker", "together", "other"):
        a_step(case, stage.amina, goal=goal, owner=owner, due_date=today)
    found = [branch.detail for branch in blocks(stage, case)[0].branches]
    assert found == ["Rosa, today", "The worker, today", "Together, today", "Somebody else, today"]


def test_only_who_plans_finds_ways_to_change_it(stage: Stage, case: Case) -> None:
    a_goal(case, stage.amina)
    (mine,), (theirs,) = (plan(case, who).blocks() for who in (stage.amina, stage.gwen))
    assert mine.edit_url == f"/goals/{mine.pk}/"
    assert theirs.edit_url == ""


def test_what_keeps_a_barrier_in_place_stands_under_it(stage: Stage, case: Case) -> None:
    home = a_goal(case, stage.amina, "Home")
    deposit = a_barrier(case, stage.amina, home)
    debts = a_barrier(case, stage.amina, words="Three loans")
    say_what_it_blocks(barrier=debts, keeps=[deposit], by=stage.amina)
    (block,) = blocks(stage, case)
    assert tree(block.branches) == [("No deposit", ["Three loans"])]
    assert loose(stage, case) == []
    resolve_barrier(barrier=deposit, on=began(case), by=stage.amina)
    assert loose(stage, case) == ["Three loans"], "it is not lost with what it kept"


def test_what_is_left_alone_stands_apart_and_is_not_lost(stage: Stage, case: Case) -> None:
    home = a_goal(case, stage.amina, "Home")
    debts = a_barrier(case, stage.amina, home, words="Three loans")
    leave_barrier(barrier=debts, on=began(case), words="After the baby.", by=stage.amina)
    found = plan(case, stage.amina)
    assert found.blocks()[0].branches == []
    (rest,) = found.not_now()
    assert rest.words == "Three loans"
    assert rest.detail.startswith("Since ")
    assert ReviewForm(record=record_of(case, stage.amina)).on_the_page["in-the-way"] == []


def test_a_goal_shows_what_was_agreed_and_can_be_put_first(stage: Stage, case: Case) -> None:
    first, second = (a_goal(case, stage.amina, words) for words in ("Home", "Work"))
    reword_goal(goal=first, words="Home", agreed_words="A tenancy.", on=began(case), by=stage.amina)
    one, two = blocks(stage, case)
    assert (one.agreed, two.agreed) == ("A tenancy.", "")
    assert (one.first_url, two.first_url) == ("", f"/goals/{second.pk}/first/")
    assert [label for label, _ in two.adds] == ["In the way", "What could help", "Next step"]
    assert all(str(second.pk) in url for _, url in two.adds)


def test_a_volunteer_is_offered_nothing_to_change(stage: Stage, case: Case) -> None:
    a_goal(case, stage.amina, "Home")
    a_goal(case, stage.amina, "Work")
    for block in plan(case, stage.gwen).blocks():
        assert (block.first_url, block.adds) == ("", [])
