"""The form of a measure: made from its definition, nothing chosen before, numbers as typed."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.catalogue.schema.measure import MeasureDefinition
from cors.measures.forms import DECLINED, MeasureForm
from cors.measures.tests.made_up import made_up, total_only

TODAY = date(2026, 11, 23)
ANSWERED = {"on": "2026-11-20", "rater": "client", "1": "4", "2": "0", "3": "2"}


def form_of(data: Any = None, definition: MeasureDefinition | None = None) -> MeasureForm:
    return MeasureForm(data, definition=definition or made_up(), today=TODAY)


def total_form(score: str) -> MeasureForm:
    return form_of({"on": "2026-11-20", "rater": "client", "score": score}, total_only())


def test_asks_each_question_and_offers_to_say_nothing() -> None:
    form = form_of()
    assert [field.label for field in form.visible_fields()] == [
        "Day", "Who answers?", "Item 1", "Item 2", "Item 3",
    ]  # fmt: skip
    offered = [label for _, label in form.fields["1"].choices]  # type: ignore[attr-defined]
    assert offered == ["0", "1", "2", "3", "4", "I would rather not say"]


def test_chooses_no_answer_before() -> None:
    form = form_of()
    assert (form["on"].value(), form["rater"].value()) == (TODAY, "client")
    assert [form[key].value() for key in "123"] == [None, None, None]
    assert "checked" not in str(form["1"])


def test_asks_for_the_total_alone_where_the_questions_may_not_be_shown() -> None:
    form = form_of(definition=total_only())
    labels = [field.label for field in form.visible_fields()]
    assert labels == ["Day", "Who answers?", "Total, from 0 to 63"]
    assert "may not be shown here" in str(form["score"].help_text)


def test_hands_over_what_was_answered() -> None:
    form = form_of(ANSWERED)
    assert form.is_valid()
    assert form.given() == {
        "on": date(2026, 11, 20),
        "rater": "client",
        "answers": {"1": 4, "2": 0, "3": 2},
        "declined": [],
    }


def test_tells_what_was_passed_over_from_what_was_declined() -> None:
    form = form_of(ANSWERED | {"2": "", "3": DECLINED})
    assert form.is_valid()
    assert (form.given()["answers"], form.given()["declined"]) == ({"1": 4}, ["3"])


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"1": "5"}, "1"),
        ({"1": "yes"}, "1"),
        ({"rater": "neighbour"}, "rater"),
        ({"rater": ""}, "rater"),
        ({"on": ""}, "on"),
        ({"on": "2026-02-30"}, "on"),
        ({"form_key": "once"}, "form_key"),
    ],
)
def test_refuses_what_it_did_not_offer(changed: dict[str, str], field: str) -> None:
    assert list(form_of(ANSWERED | changed).errors) == [field]
    assert form_of(ANSWERED).is_valid()


@pytest.mark.parametrize(
    ("typed", "score"),
    [("14", 14), (" 14 ", 14), ("14.5", 14.5), ("14,5", 14.5), ("0", 0), ("+3", 3), ("-1", -1)],
)
def test_reads_a_total_with_point_or_comma(typed: str, score: float) -> None:
    form = total_form(typed)
    assert form.is_valid()
    assert form.given()["score"] == score
    assert "answers" not in form.given()


@pytest.mark.parametrize(
    "typed",
    ["fourteen", "14 points", "nan", "NaN", "inf", "-inf", "Infinity", "1e1", "1_4", "١٤", "１４",
     "1,2,3", "1.2.3", ".5", "5.", "--1", "0x1f", "9" * 400, "<b>14</b>"],
)  # fmt: skip
def test_says_how_to_write_a_total(typed: str) -> None:
    assert total_form(typed).errors == {"score": ["Write the total as a number, like 14"]}


@pytest.mark.parametrize("typed", ["", "   "])
def test_asks_for_a_total_that_is_missing(typed: str) -> None:
    assert total_form(typed).errors == {"score": ["Type the total from the sheet"]}


@given(st.text(max_size=12))
def test_never_takes_words_for_a_number(typed: str) -> None:
    form = total_form(typed)
    if form.is_valid():
        assert abs(form.given()["score"]) < 10**9
        assert all(sign in "0123456789+-.," for sign in typed.strip())


def test_is_recorded_once_in_a_case_however_often_it_is_sent() -> None:
    made, case = uuid4(), uuid4()
    once, again = (form_of(ANSWERED | {"form_key": str(made)}) for _ in range(2))
    assert once.is_valid()
    assert again.is_valid()
    assert once.import_key(case) == again.import_key(case)
    assert once.import_key(case) != once.import_key(uuid4())
    assert len(once.import_key(case) or "") <= 120


def test_a_form_without_a_key_is_recorded_each_time() -> None:
    form = form_of(ANSWERED)
    assert form.is_valid()
    assert form.import_key(uuid4()) is None


def test_every_form_has_a_key_of_its_own() -> None:
    assert form_of()["form_key"].value() != form_of()["form_key"].value()
    assert 'type="hidden"' in str(form_of()["form_key"])
