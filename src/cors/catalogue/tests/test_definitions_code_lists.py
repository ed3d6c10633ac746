"""The answers to questions about a person, for equality figures."""

from collections import Counter

import pytest

from cors.catalogue.schema.entries import CodeList
from cors.catalogue.shipped import shipped

LISTS = list(shipped().code_lists.values())


def test_the_characteristics_asked_for_by_funders_are_there() -> None:
    assert set(shipped().code_lists) >= {
        "ethnicity",
        "religion",
        "sexual-orientation",
        "sex",
        "gender-identity",
        "disability",
        "partnership",
        "main-language",
        "caring",
        "care-experience",
        "armed-forces",
    }


def test_ethnicity_has_nineteen_groups_that_roll_up_to_five() -> None:
    ethnicity = shipped().code_lists["ethnicity"]
    answered = [code for code in ethnicity.codes.values() if code.answered]
    assert len(answered) == 19
    sizes = Counter(code.group for code in answered)
    assert sizes == {"asian": 5, "black": 3, "mixed": 4, "white": 5, "other": 2}
    assert ethnicity.roll_up("roma") == "White"


@pytest.mark.parametrize("asked", LISTS, ids=lambda asked: asked.key)
def test_not_saying_not_being_asked_and_not_knowing_are_three_things(asked: CodeList) -> None:
    silent = [code.key for code in asked.codes.values() if not code.answered]
    assert silent == ["rather-not-say", "not-asked", "not-known"]
    assert list(asked.codes)[-3:] == silent
    assert asked.roll_up("rather-not-say") == "Rather not say"


@pytest.mark.parametrize("asked", LISTS, ids=lambda asked: asked.key)
def test_every_question_is_a_question_and_names_its_source(asked: CodeList) -> None:
    assert asked.question.endswith("?")
    assert asked.source


@pytest.mark.parametrize("asked", LISTS, ids=lambda asked: asked.key)
def test_every_group_is_used_and_every_answer_is_in_one(asked: CodeList) -> None:
    used = {code.group for code in asked.codes.values() if code.answered}
    assert used == (set(asked.groups) or {""})


def test_disability_rolls_up_as_the_equality_act_has_it() -> None:
    disability = shipped().code_lists["disability"]
    assert disability.roll_up("limited-a-little") == "Disabled under the Equality Act"
    assert disability.roll_up("condition-not-limiting") == "Not disabled under the Equality Act"


def test_only_kinds_of_impairment_take_more_than_one_answer() -> None:
    assert [each.key for each in LISTS if each.many] == ["impairment"]


def test_a_list_without_groups_rolls_up_to_its_own_labels() -> None:
    assert shipped().code_lists["religion"].roll_up("sikh") == "Sikh"
