"""What a field takes, what it gives back, and the sentence for what it does not take."""

from datetime import date, time
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from cors.core.errors import Refused
from cors.core.forms import CorsForm
from cors.core.forms.choices import ChipsField, ListField, ManyChipsField, RatingField
from cors.core.forms.fields import DayField, NumberField, TickField, TimeField, WordsField
from cors.core.forms.form import problems

TWO = [("call", "Call"), ("visit", "Visit")]


def sentence(field: forms.Field, value: Any) -> str:
    with pytest.raises(ValidationError) as refused:
        field.clean(value)
    (said,) = refused.value.messages
    return said


@pytest.mark.parametrize(
    "written",
    [
        *(
            "2026-11-24",
            "24/11/2026",
            "24.11.2026",
            "24 11 2026",
            "24 November 2026",
            "24 Nov 2026",
        ),
        *(" 24 november 2026 ", "24/11/2026 "),
    ],
)
def test_a_day_is_taken_in_every_usual_way(written: str) -> None:
    assert DayField("Day").clean(written) == date(2026, 11, 24)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_the_day_comes_before_the_month_whatever_the_numbers(day: date) -> None:
    assert DayField("Day").clean(f"{day:%d/%m/%Y}") == day


@pytest.mark.parametrize("written", ["31/02/2026", "11/24/2026", "tomorrow", "24", "2026-13-01"])
def test_a_day_that_is_none_says_how_to_write_one(written: str) -> None:
    assert sentence(DayField("Day"), written) == "Write the day like 24 11 2026"


@pytest.mark.parametrize("written", ["0026-11-24", "24/11/0026", "1899-12-31", "2201-01-01"])
def test_a_year_that_cannot_be_meant_is_asked_for_again(written: str) -> None:
    assert sentence(DayField("Day"), written) == "Write the year in four figures, like 2026"


def test_a_time_is_taken_by_the_hour_and_the_minute() -> None:
    assert TimeField("Time").clean("16:20") == time(16, 20)
    assert sentence(TimeField("Time"), "twenty past") == "Write the time like 16:20"
    assert sentence(TimeField("Time"), "25:00") == "Write the time like 16:20"


@pytest.mark.parametrize("written", ["15.5", "fifteen", "1e3", "--1", "1 5"])
def test_a_number_that_is_not_whole_says_how_to_write_one(written: str) -> None:
    assert sentence(NumberField("Minutes"), written) == "Write a whole number, like 15"


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (WordsField("Name"), "Fill in “Name”"),
        (WordsField("Name", missing="Give a name"), "Give a name"),
        (DayField("Day"), "Fill in “Day”"),
        (TimeField("Time"), "Fill in “Time”"),
        (NumberField("Minutes"), "Fill in “Minutes”"),
        (TickField("I have read it", required=True), "Tick “I have read it” to go on"),
        (ChipsField("Kind", TWO), "Choose an answer to “Kind”"),
        (ListField("Kind", TWO), "Choose an answer to “Kind”"),
        (ManyChipsField("Kinds", TWO, required=True), "Choose at least one for “Kinds”"),
        (RatingField(required=True), "Choose a number from 0 to 10"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_missing_answer_names_what_is_missing(field: forms.Field, said: str) -> None:
    assert sentence(field, None) == said
    assert sentence(field, "") == said


@pytest.mark.parametrize("words", ["  ", "\t", "\n "])
def test_blanks_are_no_words(words: str) -> None:
    assert sentence(WordsField("Name"), words) == "Fill in “Name”"


def test_words_may_be_as_long_as_they_may_and_no_longer() -> None:
    field = WordsField("Name", most=10)
    assert field.clean("x" * 10) == "x" * 10
    assert sentence(field, "x" * 11) == "Shorten it to 10 characters or fewer"
    assert "maxlength" not in field.widget.attrs, "a browser would cut what is pasted in silence"


@pytest.mark.parametrize("choice", ["letter", "Call", "0", "call "])
def test_only_what_is_shown_can_be_chosen(choice: str) -> None:
    for field in (ChipsField("Kind", TWO), ListField("Kind", TWO)):
        assert sentence(field, choice) == "Choose one of those shown"
    assert sentence(ManyChipsField("Kinds", TWO), ["call", choice]) == "Choose one of those shown"


@pytest.mark.parametrize("rating", range(11))
def test_a_rating_is_a_number_and_nought_is_one_of_them(rating: int) -> None:
    assert RatingField().clean(str(rating)) == rating


@pytest.mark.parametrize("untouched", [None, ""])
def test_an_untouched_rating_is_none_and_never_nought(untouched: str | None) -> None:
    assert RatingField().clean(untouched) is None


@pytest.mark.parametrize("rating", ["11", "-1", "5.5", "05", "ten"])
def test_what_is_not_on_the_scale_is_no_rating(rating: str) -> None:
    assert sentence(RatingField(), rating) == "Choose a number from 0 to 10"


class Visit(CorsForm):
    on = DayField("Day")
    kind = ChipsField("Kind", TWO)
    words = WordsField("Note", required=False)


def test_problems_come_in_the_order_of_the_page_and_lead_to_an_input() -> None:
    form = Visit({"words": "x"})
    form.refuse(Refused("This case has ended."))
    assert [(one.sentence, one.anchor) for one in problems(form)] == [
        ("This case has ended.", ""),
        ("Fill in “Day”", "id_on"),
        ("Choose an answer to “Kind”", "id_kind_0"),
    ]


@pytest.mark.parametrize(
    ("field", "at"), [("words", "words"), ("goal", "__all__"), ("", "__all__")]
)
def test_what_a_verb_refused_stands_at_its_field_if_there_is_one(field: str, at: str) -> None:
    form = Visit({"on": "2026-11-24", "kind": "call"})
    assert form.is_valid()
    form.refuse(Refused("Write it down.", field=field))
    assert form.errors == {at: ["Write it down."]}
