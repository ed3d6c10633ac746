"""A part of the picture is asked for by address, works without scripts, and says what it is."""

import re
from datetime import timedelta

import pytest
from django.http import QueryDict

from cors.casefile.picture_choice import choice_of
from cors.casefile.tests.factories import a_case, a_goal, a_success, page
from cors.cases.models import Case
from cors.journey.tests.people import SAM
from cors.plans.models import Goal
from tests.stage.personas import Stage


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage, days=200)


@pytest.fixture
def goals(stage: Stage, case: Case) -> tuple[Goal, Goal]:
    first = a_goal(case, stage.amina, rating=2)
    return first, a_goal(case, stage.amina, "Cook again.", rating=3)


def test_an_address_without_a_wish_shows_everything() -> None:
    choice = choice_of(SAM, QueryDict(""))
    assert choice.journey is SAM
    assert not choice.is_narrowed
    assert [period.value for period in choice.periods if period.is_chosen] == [""]


@pytest.mark.parametrize(
    ("period", "since"),
    [("review", "24 August 2026"), ("quarter", "10 August 2026"), ("year", "9 November 2025")],
)
def test_a_period_begins_on_its_day(period: str, since: str) -> None:
    choice = choice_of(SAM, QueryDict(f"since={period}"))
    assert choice.journey.shown == f"Only since {since}."
    assert [each.value for each in choice.periods if each.is_chosen] == [period]


@pytest.mark.parametrize("wish", ["goal=nobody", "since=tomorrow", "since=", "goal=&since=x"])
def test_an_old_or_mistyped_address_still_shows_the_picture(wish: str) -> None:
    assert choice_of(SAM, QueryDict(wish)).journey is SAM


def test_a_young_case_has_no_period_to_choose() -> None:
    young = choice_of(
        type(SAM)("Noor", SAM.today - timedelta(days=20), SAM.today, goals=SAM.goals[:1]),
        QueryDict(""),
    )
    assert not young.is_worth_asking


def test_the_page_shows_the_goal_that_was_asked_for_and_says_so(
    stage: Stage, case: Case, goals: tuple[Goal, Goal]
) -> None:
    whole = page(stage.amina, f"/cases/{case.pk}/")
    part = page(stage.amina, f"/cases/{case.pk}/?goal={goals[1].pk}")
    assert "Only goal B." not in whole
    assert "Only goal B." in part
    table = part.split('id="journey-table"')[1].split("</details>")[0]
    assert "Cook again." in table
    assert "A door I can lock." not in table
    assert f'value="{goals[1].pk}" checked' in part


def test_a_mark_and_its_row_open_the_entry_in_the_timeline(
    stage: Stage, case: Case, goals: tuple[Goal, Goal]
) -> None:
    moment = a_success(case, stage.amina, "Rang them.", goal=goals[0])
    shown = page(stage.amina, f"/cases/{case.pk}/")
    address = f"/cases/{case.pk}/timeline/#entry-{moment.pk}"
    opened = re.findall(rf'<a [^>]*href="{re.escape(address)}"', shown)
    assert len(opened) >= 2
    assert f'id="entry-{moment.pk}"' in page(stage.amina, f"/cases/{case.pk}/timeline/")


def test_what_the_worker_wrote_is_not_in_the_picture_for_the_person(
    stage: Stage, case: Case, goals: tuple[Goal, Goal]
) -> None:
    a_success(case, stage.amina, "Presented well", goal=goals[0], client_words="You rang them")
    shown = page(stage.amina, f"/cases/{case.pk}/review/")
    drawn = shown.split('aria-labelledby="way-head"')[1].split("</section>")[0]
    assert "You rang them" in drawn
    assert "Presented well" not in drawn
