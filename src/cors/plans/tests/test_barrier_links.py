"""What a barrier holds back, said anew; and leaving one alone without losing it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from cors.cases.models import Case
from cors.core.errors import NotAllowed, Refused
from cors.plans.actions import (
    leave_barrier,
    resolve_barrier,
    say_what_it_blocks,
    take_up_barrier,
)
from cors.plans.models import Barrier, BarrierBlocks, BarrierRest
from cors.plans.tests.factories import BEGAN, a_barrier, a_case, a_goal, ended, tomorrow
from tests.stage.personas import TODAY, Stage, browser_of


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


@pytest.fixture
def deposit(stage: Stage, case: Case) -> Barrier:
    return a_barrier(case, stage.amina)


@pytest.fixture
def debts(stage: Stage, case: Case) -> Barrier:
    return a_barrier(case, stage.amina, type_key="debts", words="Three loans.")


def again(barrier: Barrier) -> Barrier:
    (found,) = (row for row in Barrier.of(barrier.case) if row.pk == barrier.pk)
    return found


def test_is_tied_to_goals_and_barriers_and_loosed_again(
    stage: Stage, case: Case, deposit: Barrier, debts: Barrier
) -> None:
    first, second = a_goal(case, stage.amina), a_goal(case, stage.amina, words="Work.")
    say_what_it_blocks(barrier=debts, blocks=[first], keeps=[deposit], by=stage.amina)
    assert again(debts).blocked_goal_ids() == [first.pk]
    assert again(debts).blocked_barrier_ids() == [deposit.pk]
    say_what_it_blocks(barrier=again(debts), blocks=[second], by=stage.amina)
    assert again(debts).blocked_goal_ids() == [second.pk]
    assert again(debts).blocked_barrier_ids() == []


def test_refuses_to_go_round_in_a_circle(
    stage: Stage, case: Case, deposit: Barrier, debts: Barrier
) -> None:
    letters = a_barrier(case, stage.amina, type_key="forms-and-letters")
    say_what_it_blocks(barrier=debts, keeps=[deposit], by=stage.amina)
    say_what_it_blocks(barrier=letters, keeps=[debts], by=stage.amina)
    for start, end in ((deposit, letters), (deposit, debts), (debts, debts)):
        with pytest.raises(Refused, match="round in a circle") as refused:
            say_what_it_blocks(barrier=again(start), keeps=[end], by=stage.amina)
        assert refused.value.field == "keeps"
    assert again(debts).blocked_barrier_ids() == [deposit.pk]


def test_the_database_lets_no_barrier_keep_itself(stage: Stage, debts: Barrier) -> None:
    row = BarrierBlocks(organisation=stage.organisation, barrier=debts, blocked=debts)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_refuses_what_belongs_to_another_case(
    stage: Stage, deposit: Barrier, debts: Barrier
) -> None:
    other = a_case(stage, name="Ines Other", reference="HS-2")
    with pytest.raises(Refused) as goal:
        say_what_it_blocks(barrier=debts, blocks=[a_goal(other, stage.amina)], by=stage.amina)
    with pytest.raises(Refused) as kept:
        say_what_it_blocks(barrier=debts, keeps=[a_barrier(other, stage.amina)], by=stage.amina)
    assert (goal.value.field, kept.value.field) == ("blocks", "keeps")


def test_is_left_alone_and_turned_to_again(stage: Stage, debts: Barrier) -> None:
    leave_barrier(barrier=debts, on=BEGAN, words="After the baby.", by=stage.amina)
    rest = again(debts).rest()
    assert rest is not None
    assert (rest.from_date, rest.words) == (BEGAN, "After the baby.")
    take_up_barrier(barrier=again(debts), on=TODAY, by=stage.ben)
    assert again(debts).rest() is None
    assert BarrierRest.objects.get().until_date == TODAY


def test_is_left_once_and_turned_to_once(stage: Stage, debts: Barrier) -> None:
    with pytest.raises(Refused, match="not left alone"):
        take_up_barrier(barrier=debts, on=TODAY, by=stage.amina)
    leave_barrier(barrier=debts, on=TODAY, by=stage.amina)
    with pytest.raises(Refused, match="already"):
        leave_barrier(barrier=again(debts), on=TODAY, by=stage.amina)
    day = TODAY - timedelta(days=1)
    with pytest.raises(Refused) as early:
        take_up_barrier(barrier=again(debts), on=day, by=stage.amina)
    assert early.value.field == "on"


def test_refuses_what_is_out_of_the_way_or_in_a_case_that_ended(
    stage: Stage, case: Case, deposit: Barrier, debts: Barrier
) -> None:
    resolve_barrier(barrier=debts, on=TODAY, by=stage.amina)
    with pytest.raises(Refused, match="out of the way"):
        leave_barrier(barrier=again(debts), on=TODAY, by=stage.amina)
    with pytest.raises(Refused) as ahead:
        leave_barrier(barrier=deposit, on=tomorrow(stage.amina), by=stage.amina)
    assert ahead.value.field == "on"
    ended(case)
    with pytest.raises(Refused, match="re-open"):
        say_what_it_blocks(barrier=deposit, by=stage.amina)


def test_is_not_for_a_volunteer(stage: Stage, debts: Barrier) -> None:
    for act in (
        lambda: say_what_it_blocks(barrier=debts, by=stage.gwen),
        lambda: leave_barrier(barrier=debts, on=TODAY, by=stage.gwen),
        lambda: take_up_barrier(barrier=debts, on=TODAY, by=stage.gwen),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_writes_nothing_if_its_event_fails(
    stage: Stage, deposit: Barrier, debts: Barrier, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        say_what_it_blocks(barrier=debts, keeps=[deposit], by=stage.amina)
    with pytest.raises(audit_fails):
        leave_barrier(barrier=debts, on=TODAY, by=stage.amina)
    assert not BarrierBlocks.objects.exists()
    assert not BarrierRest.objects.exists()


def test_says_how_it_got_out_of_the_way(stage: Stage, debts: Barrier) -> None:
    with pytest.raises(Refused) as refused:
        resolve_barrier(barrier=debts, on=TODAY, how="magic", by=stage.amina)
    assert refused.value.field == "how"
    resolve_barrier(barrier=debts, on=TODAY, how="themselves", by=stage.amina)
    page = browser_of(stage.amina).get(f"/barriers/{debts.pk}/").content.decode()
    assert "They did it themselves" in page


def test_the_pages_tie_leave_and_take_up(stage: Stage, deposit: Barrier, debts: Barrier) -> None:
    browser, url = browser_of(stage.amina), f"/barriers/{debts.pk}/"
    browser.post(f"{url}blocks/", {"keeps": [str(deposit.pk)]})
    assert "What stays in the way because of it" in browser.get(url).content.decode()
    chosen = browser.get(f"{url}blocks/").content.decode()
    assert f'value="{deposit.pk}"' in chosen
    today = stage.organisation.today().isoformat()
    browser.post(f"{url}leave/", {"words": "After the baby.", "on": today})
    page = browser.get(url).content.decode()
    assert "Not now" in page
    assert "After the baby." in page
    browser.post(f"{url}again/")
    assert "After the baby." not in browser.get(url).content.decode()


def test_a_refusal_of_a_button_stands_on_the_next_page(stage: Stage, debts: Barrier) -> None:
    page = browser_of(stage.amina).post(f"/barriers/{debts.pk}/again/", follow=True)
    assert "This is not left alone." in page.content.decode()
