import re
from datetime import date, time

from cors.core.errors import Refused
from cors.core.forms import (
    Chip,
    ChipsField,
    CorsForm,
    DayField,
    ListField,
    ManyChipsField,
    NumberField,
    RatingField,
    TickField,
    TimeField,
    WordsField,
    problems,
)

AREAS = [(str(number), f"Area {number}") for number in range(9)]


class StepForm(CorsForm):
    words = WordsField("What is the step?", hint="In short.", missing="Write the step", most=20)
    day = DayField("Day")
    kind = ChipsField("Kind", [("call", "Call"), ("visit", "Visit")], looks={"call": Chip("step")})
    areas = ManyChipsField("Parts of life", AREAS)
    rating = RatingField(last=4, first=2)


class RestForm(CorsForm):
    at = TimeField("Time", required=False)
    minutes = NumberField("Minutes", required=False, min_value=1)
    outcome = ListField("Outcome", [("home", "Home")], missing="Choose the outcome")
    seen = TickField("I have seen it")


def filled(**changed: str) -> StepForm:
    return StepForm({"words": "Ring", "day": "2026-11-24", "kind": "call"} | changed)


def test_a_form_gives_back_what_was_answered() -> None:
    form = StepForm(
        {"words": "Ring", "day": "24/11/2026", "kind": "call", "areas": ["1", "8"], "rating": "0"}
    )
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {
        "words": "Ring",
        "day": date(2026, 11, 24),
        "kind": "call",
        "areas": ["1", "8"],
        "rating": 0,
    }


def test_a_rating_left_alone_is_no_rating() -> None:
    form = filled()
    assert form.is_valid()
    assert form.cleaned_data["rating"] is None


def test_no_rating_is_chosen_and_the_last_is_marked() -> None:
    page = str(StepForm()["rating"])
    assert "checked" not in page
    assert page.count('type="radio"') == 11
    assert page.count("rate-last") == 1
    assert "last time <strong" in page


def test_a_last_rating_can_be_marked_for_one_form_only() -> None:
    form = StepForm()
    field = form.fields["rating"]
    assert isinstance(field, RatingField)
    field.mark(last=9)
    assert 'rate-last"><input type="radio" name="rating" value="9"' in str(form["rating"])
    assert 'rate-last"><input type="radio" name="rating" value="4"' in str(StepForm()["rating"])


def test_a_missing_answer_says_what_to_do() -> None:
    form = filled(words="", day="", kind="")
    assert [problem.sentence for problem in problems(form)] == [
        "Write the step",
        "Fill in “Day”",
        "Choose an answer to “Kind”",
    ]


def test_a_summary_leads_to_the_first_input_of_each_field() -> None:
    form = filled(words="", kind="")
    assert [problem.anchor for problem in problems(form)] == ["id_words", "id_kind_0"]
    page = str(form)
    assert 'href="#id_kind_0"' in page
    assert 'id="id_kind_0"' in page


def test_words_that_are_too_long_say_how_long_they_may_be() -> None:
    (problem,) = problems(filled(words="x" * 21))
    assert problem.sentence == "Shorten it to 20 characters or fewer"


def test_a_day_that_is_none_says_how_to_write_one() -> None:
    assert [p.sentence for p in problems(filled(day="yesterday"))] == [
        "Write the day like 24 11 2026"
    ]
    assert [p.sentence for p in problems(filled(day="0026-11-24"))] == [
        "Write the year in four figures, like 2026"
    ]


def test_what_a_verb_refuses_stands_at_its_field() -> None:
    form = filled()
    assert form.is_valid()
    form.refuse(Refused("The step needs a day from today on", field="day"))
    assert [(p.sentence, p.anchor) for p in problems(form)] == [
        ("The step needs a day from today on", "id_day")
    ]


def test_what_a_verb_refuses_elsewhere_stands_at_the_top() -> None:
    form = filled()
    assert form.is_valid()
    form.refuse(Refused("This case has ended", field="case"))
    assert [(p.sentence, p.anchor) for p in problems(form)] == [("This case has ended", "")]
    assert "This case has ended" in str(form)


def test_an_input_is_tied_to_its_hint_and_its_error() -> None:
    page = filled(words="")["words"].as_field_group()
    assert 'aria-describedby="id_words_helptext id_words_error"' in page
    assert 'id="id_words_helptext"' in page
    assert 'id="id_words_error"' in page
    assert 'aria-invalid="true"' in page


def test_chips_past_six_stand_behind_more() -> None:
    page = str(StepForm()["areas"])
    assert page.index("Area 5") < page.index("More") < page.index("Area 6")
    assert not re.search(r"<details[^>]* open>", page)


def test_more_is_open_where_something_in_it_is_chosen() -> None:
    page = str(StepForm({"areas": ["8"]})["areas"])
    assert re.search(r"<details[^>]* open>", page)


def test_the_other_fields_give_back_what_was_answered() -> None:
    form = RestForm({"at": "16:20", "minutes": "15", "outcome": "home", "seen": "on"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {
        "at": time(16, 20),
        "minutes": 15,
        "outcome": "home",
        "seen": True,
    }


def test_the_other_fields_say_what_to_do() -> None:
    form = RestForm({"at": "late", "minutes": "some", "outcome": ""})
    assert [problem.sentence for problem in problems(form)] == [
        "Write the time like 16:20",
        "Write a whole number, like 15",
        "Choose the outcome",
    ]


def test_the_browser_checks_nothing_itself() -> None:
    page = f"{StepForm()}{RestForm()}"
    assert "required" not in page
    assert "maxlength" not in page


def test_no_input_has_words_in_it_that_are_taken_for_an_answer() -> None:
    form = StepForm()
    form.fields["words"].widget.attrs["placeholder"] = "Ring the agent"
    assert "placeholder" not in str(form["words"])
