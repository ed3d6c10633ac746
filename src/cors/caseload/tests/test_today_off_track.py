"""Off track and not seen on the page: which goal, whose rating, what ends it."""

from datetime import timedelta
from typing import Any

import pytest

from cors.casefile.tests.factories import a_barrier, a_case, a_goal, a_setback, page, sent, words
from cors.caseload.cards import my_cards
from cors.cases.models import Case
from cors.catalogue.shipped import shipped
from cors.contacts.models import Contact
from cors.measures.actions import record_assessment, withdraw_assessment
from cors.plans.actions import end_goal, get_back_on_track, rate_goal, resolve_barrier
from cors.plans.models import Goal
from tests.stage.personas import Stage, browser_of


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage, "Ana")


def rate(stage: Stage, goal: Goal, *values: int, rater: str = "client", last: int = 1) -> None:
    """Rate a goal every third day, the last time so many days ago."""
    for place, value in enumerate(reversed(values)):
        on = stage.organisation.today() - timedelta(days=last + 3 * place)
        rate_goal(goal=goal, value=value, on=on, rater=rater, by=stage.amina)


def reason(stage: Stage) -> str:
    (card,) = my_cards(stage.amina)
    return f"{card.why[0].strong} {card.why[0].words}" if card.why else ""


def test_the_second_goal_can_be_off_track_and_is_the_one_shown(stage: Stage, case: Case) -> None:
    a_goal(case, stage.amina, "A door I can lock.")
    rate(stage, a_goal(case, stage.amina, "See my kids."), 8, 6, 3)
    assert reason(stage) == "Off track. The rating fell twice, 5 points."
    (card,) = my_cards(stage.amina)
    assert (card.goal, card.ratings) == ("See my kids.", [8, 6, 3])


def test_falls_of_two_raters_are_not_added_up(stage: Stage, case: Case) -> None:
    goal = a_goal(case, stage.amina)
    rate(stage, goal, 8, 6)
    rate(stage, goal, 5, rater="worker", last=0)
    assert not reason(stage).startswith("Off track.")
    rate(stage, goal, 9, 7, rater="worker", last=2)
    assert reason(stage) == "Off track. The worker’s rating fell twice, 4 points."


def test_a_goal_that_ended_is_not_off_track(stage: Stage, case: Case) -> None:
    goal = a_goal(case, stage.amina)
    rate(stage, goal, 8, 6, 3)
    assert reason(stage).startswith("Off track.")
    end_goal(goal=goal, how="let-go", on=stage.organisation.today(), by=stage.amina)
    assert not reason(stage).startswith("Off track.")


@pytest.mark.parametrize(("back_days_ago", "is_off_track"), [(2, True), (0, False)])
def test_a_way_back_found_since_ends_it(
    stage: Stage, case: Case, back_days_ago: int, is_off_track: bool
) -> None:
    goal, today = a_goal(case, stage.amina), stage.organisation.today()
    rate(stage, goal, 8, 6, 3)
    setback = a_setback(case, stage.amina, on=today - timedelta(days=4), goal=goal)
    on = today - timedelta(days=back_days_ago)
    get_back_on_track(moment=setback, on=on, by=stage.amina, what_helped="Her sister.")
    assert reason(stage).startswith("Off track.") is is_off_track


def measured(stage: Stage, case: Case, *totals: int) -> Any:
    """Take PHQ-9 every week with answers that add up so; return the last one."""
    taken = None
    for place, total in enumerate(totals, start=1 - len(totals)):
        items = [item.key for item in shipped().measures["phq-9"].items]
        answers = {key: min(3, max(0, total - 3 * at)) for at, key in enumerate(items)}
        on = stage.organisation.today() + timedelta(days=7 * place)
        taken = record_assessment(
            case=case, measure="phq-9", on=on, by=stage.amina, answers=answers
        )
    return taken


def test_a_measure_that_moved_the_wrong_way_is_named_until_it_is_taken_back(
    stage: Stage, case: Case
) -> None:
    a_goal(case, stage.amina)
    last = measured(stage, case, 6, 13)
    assert reason(stage).startswith("Off track. PHQ-9 is 7 points worse than at first;")
    withdraw_assessment(assessment=last, by=stage.amina, at=last.created_at)
    assert not reason(stage).startswith("Off track.")


def test_a_measure_that_moved_by_less_than_its_amount_is_no_reason(
    stage: Stage, case: Case
) -> None:
    a_goal(case, stage.amina)
    measured(stage, case, 6, 11)
    assert not reason(stage).startswith("Off track.")


def test_the_page_says_what_off_track_means_only_where_somebody_is(
    stage: Stage, case: Case
) -> None:
    goal = a_goal(case, stage.amina)
    assert "What “off track” means here" not in page(stage.amina, "/")
    rate(stage, goal, 8, 6, 3)
    assert "What “off track” means here" in page(stage.amina, "/")


def test_what_helped_past_the_same_kind_of_barrier_stands_beside_it(
    stage: Stage, case: Case
) -> None:
    goal, today = a_goal(case, stage.amina), stage.organisation.today()
    first = a_barrier(case, stage.amina, goal)
    long_ago = today - timedelta(days=30)
    resolve_barrier(barrier=first, on=long_ago, by=stage.amina, what_helped="A loan from the fund.")
    rate(stage, goal, 8, 6, 3)
    assert "A loan from the fund." not in page(stage.amina, "/")
    a_barrier(case, stage.amina, goal, words="Again no deposit")
    text = words(page(stage.amina, "/"))
    assert "before, this helped: A loan from the fund." in text


def test_an_attempt_does_not_count_as_seen_and_is_shown_as_one(stage: Stage, case: Case) -> None:
    a_goal(case, stage.amina)
    browser = browser_of(stage.amina)
    browser.post(f"/record/{case.pk}/", sent(stage.amina))
    Contact.objects.update(result="no-answer")
    assert reason(stage) == "Not seen for 2 months. Today: no answer."
    assert my_cards(stage.amina)[0].last == "Call today: no answer"
    Contact.objects.update(result="held")
    assert reason(stage) == ""


def test_not_seen_goes_by_the_services_own_interval(stage: Stage) -> None:
    case = a_case(stage, "Bo", days=10)
    a_goal(case, stage.amina)
    assert reason(stage) == ""
    case.service.contact_every_days = 7
    case.service.save()
    assert reason(stage).startswith("Not seen for 10 days.")


def test_further_reasons_stand_in_brief_below_the_first(stage: Stage) -> None:
    case = a_case(stage, "Bo", days=100)
    a_goal(case, stage.amina)
    a_setback(case, stage.amina)
    assert "Also: review due for 2 weeks, not seen for 3 months" in words(page(stage.amina, "/"))
