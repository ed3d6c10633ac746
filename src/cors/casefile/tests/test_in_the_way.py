"""What is in the way of what on the case page: drawn, listed, folded where it says little."""

from typing import Any

import pytest
from django.utils.translation import override

from cors.access.models import Membership
from cors.casefile.in_the_way import WIDE, InTheWayPicture, in_the_way_of
from cors.casefile.plan_view import Branch, PlanView
from cors.casefile.tests.factories import a_barrier, a_case, a_goal, page, record_of, words
from cors.cases.models import Case
from cors.plans.actions import leave_barrier, resolve_barrier, say_what_it_blocks
from cors.plans.models import BarrierBlocks
from tests.stage.personas import Stage


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


def seen(case: Case, member: Membership) -> InTheWayPicture | None:
    return in_the_way_of(PlanView(record_of(case, member)))


def shown(case: Case, member: Membership) -> InTheWayPicture:
    found = seen(case, member)
    assert found
    return found


def tree(branches: list[Branch]) -> Any:
    return {branch.words: tree(branch.branches) for branch in branches}


def test_nothing_is_drawn_where_nothing_holds_anything_back(stage: Stage, case: Case) -> None:
    a_goal(case, stage.amina)
    a_barrier(case, stage.amina)
    assert seen(case, stage.amina) is None
    assert "What is in the way of what" not in page(stage.amina, f"/cases/{case.pk}/")


def test_one_thing_in_the_way_of_one_goal_is_folded(stage: Stage, case: Case) -> None:
    a_barrier(case, stage.amina, a_goal(case, stage.amina))
    assert not shown(case, stage.amina).worth_seeing
    assert '<details class="def mt-5" id="in-the-way">' in page(stage.amina, f"/cases/{case.pk}/")


def test_one_thing_in_the_way_of_two_goals_is_open(stage: Stage, case: Case) -> None:
    goals = [a_goal(case, stage.amina, said) for said in ("Home", "Work")]
    a_barrier(case, stage.amina, *goals)
    assert shown(case, stage.amina).worth_seeing
    assert 'id="in-the-way" open>' in page(stage.amina, f"/cases/{case.pk}/")


def test_the_list_says_what_keeps_what_where_it_is(stage: Stage, case: Case) -> None:
    home, work = (a_goal(case, stage.amina, said) for said in ("Home", "Work"))
    deposit = a_barrier(case, stage.amina, home)
    debts = a_barrier(case, stage.amina, work, words="Debts")
    say_what_it_blocks(barrier=debts, blocks=[work], keeps=[deposit], by=stage.amina)
    found = shown(case, stage.amina)
    assert tree(found.listed) == {"“Home”": {"No deposit": {"Debts": {}}}, "“Work”": {"Debts": {}}}
    assert found.worth_seeing


def test_what_is_left_alone_is_not_lost(stage: Stage, case: Case) -> None:
    barrier = a_barrier(case, stage.amina, a_goal(case, stage.amina))
    leave_barrier(barrier=barrier, on=stage.organisation.today(), by=stage.amina)
    assert "Not now" in shown(case, stage.amina).listed[0].branches[0].detail
    assert "Holds back A. Not now" in page(stage.amina, f"/cases/{case.pk}/")


def test_what_is_out_of_the_way_is_no_longer_drawn(stage: Stage, case: Case) -> None:
    barrier = a_barrier(case, stage.amina, a_goal(case, stage.amina))
    resolve_barrier(barrier=barrier, on=stage.organisation.today(), by=stage.amina)
    assert seen(case, stage.amina) is None


def test_a_circle_that_two_people_closed_at_once_has_an_end(stage: Stage, case: Case) -> None:
    goal = a_goal(case, stage.amina)
    one, other = (a_barrier(case, stage.amina, goal, words=said) for said in ("One", "Other"))
    for holder, held in ((one, other), (other, one)):
        BarrierBlocks.objects.create(organisation=case.organisation, barrier=holder, blocked=held)
    listed = tree(shown(case, stage.amina).listed)
    assert listed == {"“" + goal.words + "”": {"One": {"Other": {}}, "Other": {"One": {}}}}
    assert "One" in words(page(stage.amina, f"/cases/{case.pk}/"))


def test_is_drawn_from_right_to_left_where_one_reads_so(stage: Stage, case: Case) -> None:
    a_barrier(case, stage.amina, a_goal(case, stage.amina))
    straight = shown(case, stage.amina).wide
    with override("ar"):
        turned = shown(case, stage.amina).wide
    assert f"matrix(-1 0 0 1 {WIDE} 0)" in turned
    assert "matrix" not in straight


def test_who_only_helps_does_not_see_what_is_in_the_way(stage: Stage, case: Case) -> None:
    a_barrier(case, stage.amina, a_goal(case, stage.amina))
    assert seen(case, stage.gwen) is None
