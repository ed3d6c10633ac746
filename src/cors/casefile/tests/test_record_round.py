"""A round of calls: from person to person, each once, in an order that stands still."""

from typing import Any

import pytest

from cors.casefile.tests.factories import a_case, page, sent, words
from cors.cases.models import Case
from tests.stage.personas import Stage, browser_of


@pytest.fixture
def three(stage: Stage) -> list[Case]:
    names = ("Rosa Field", "Mira Sand", "Ravi Stone")
    return [a_case(stage, name, days=60 - place) for place, name in enumerate(names)]


def next_after(stage: Stage, case: Case, **answers: Any) -> str:
    """Save with the second button; return where that leads."""
    sent_by = sent(stage.amina, next="1", **answers)
    answer = browser_of(stage.amina).post(f"/record/{case.pk}/", sent_by)
    assert answer.status_code == 302
    return str(answer["Location"])


def test_each_has_a_turn_and_the_kind_goes_along(stage: Stage, three: list[Case]) -> None:
    rosa, mira, ravi = three
    assert next_after(stage, rosa) == f"/record/{mira.pk}/?round=2&kind=call"
    assert next_after(stage, mira, round="2") == f"/record/{ravi.pk}/?round=3&kind=call"
    assert next_after(stage, ravi, round="3") == "/"


def test_a_round_that_begins_in_the_middle_comes_to_the_first_too(
    stage: Stage, three: list[Case]
) -> None:
    rosa, mira, ravi = three
    assert next_after(stage, ravi) == f"/record/{rosa.pk}/?round=2&kind=call"
    assert next_after(stage, rosa, round="2") == f"/record/{mira.pk}/?round=3&kind=call"
    assert next_after(stage, mira, round="3") == "/"


def test_the_order_stands_still_whatever_is_recorded(stage: Stage, three: list[Case]) -> None:
    rosa, mira, _ = three
    again = [next_after(stage, rosa, kind="visit") for _ in range(2)]
    assert again == [f"/record/{mira.pk}/?round=2&kind=visit"] * 2


def test_the_screen_says_where_one_stands_and_lets_one_skip(
    stage: Stage, three: list[Case]
) -> None:
    _, mira, ravi = three
    source = page(stage.amina, f"/record/{mira.pk}/?round=2&kind=visit")
    assert "2 of 3" in words(source)
    assert f'href="/record/{ravi.pk}/?round=3"' in source
    assert 'value="visit" id="id_kind_1" checked' in source
    assert "of 3" not in words(page(stage.amina, f"/record/{mira.pk}/"))


def test_nobody_is_skipped_to_at_the_end(stage: Stage, three: list[Case]) -> None:
    source = page(stage.amina, f"/record/{three[2].pk}/?round=3")
    assert "3 of 3" in words(source)
    assert "Skip<" not in source


@pytest.mark.parametrize("place", ["0", "4", "-1", "x", "²", "9" * 400])
def test_a_place_that_cannot_be_is_the_first(stage: Stage, three: list[Case], place: str) -> None:
    assert "1 of 3" in words(page(stage.amina, f"/record/{three[0].pk}/?round={place}"))


def test_a_refused_form_stays_where_it_stands(stage: Stage, three: list[Case]) -> None:
    given = sent(stage.amina, kind="", next="1", round="2")
    answer = browser_of(stage.amina).post(f"/record/{three[1].pk}/", given)
    assert answer.status_code == 422
    assert "2 of 3" in words(answer.content.decode())


def test_only_ones_own_people_are_in_the_round(stage: Stage, three: list[Case]) -> None:
    bens = a_case(stage, "Leila Hill", days=90, by=stage.ben)
    assert next_after(stage, bens) == f"/record/{three[0].pk}/?round=1&kind=call"
    assert "of 3" in words(page(stage.amina, f"/record/{three[0].pk}/?round=1"))


def test_the_list_of_people_offers_the_whole_round(stage: Stage, three: list[Case]) -> None:
    source = page(stage.amina, "/record/")
    assert "go through all 3 in a round" in words(source)
    assert f'href="/record/{three[0].pk}/?round=1"' in source


def test_one_person_alone_is_no_round(stage: Stage) -> None:
    rosa = a_case(stage)
    assert "in a round" not in words(page(stage.amina, "/record/"))
    assert next_after(stage, rosa) == "/"
