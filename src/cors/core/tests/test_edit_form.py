"""A form remembers what stood there: nobody writes over what they have not seen."""

from datetime import date
from typing import Any

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from cors.core.errors import Changed, Refused
from cors.core.forms import ChipsField, EditForm, WordsField, refuse_unseen
from cors.core.forms.form import Both
from cors.core.forms.seen import seen_of

VALUES = st.dictionaries(
    st.sampled_from(["name", "needs", "safety"]),
    st.none() | st.text("ab é", max_size=5),
    max_size=3,
)
STANDS = {"name": "Hana Lund", "safety": "safe", "born_on": date(1980, 2, 29)}
BROWSER = {"name": "Hana Lund", "safety": "safe"}


class Person(EditForm):
    """A name, and one of two."""

    name = WordsField("Name")
    safety = ChipsField("Safety", [("safe", "Safe to ring"), ("ask", "Ask first")])


def sent(known: dict[str, Any] = STANDS, **typed: str) -> Person:
    """Return the form as it comes back from somebody who saw these values."""
    data = QueryDict(mutable=True)
    data.update(BROWSER | typed)
    data.setdefault("seen", seen_of(known))
    return Person(data, known=known)


@given(VALUES)
def test_an_empty_value_and_none_are_the_same(values: dict[str, str | None]) -> None:
    assert seen_of(values) == seen_of({name: value or "" for name, value in values.items()})
    assert seen_of(values) == seen_of(dict(reversed(values.items())))


@given(VALUES, VALUES)
def test_other_values_have_another_mark(one: dict[str, Any], other: dict[str, Any]) -> None:
    same = {k: v or "" for k, v in one.items()} == {k: v or "" for k, v in other.items()}
    assert (seen_of(one) == seen_of(other)) is same


def test_words_do_not_move_from_one_field_to_the_next() -> None:
    assert seen_of({"a": "b", "c": "d"}) != seen_of({"a": "b c", "d": ""})
    assert seen_of({"a": "1"}) == seen_of({"a": 1})


def test_a_mark_tells_nobody_what_stands_there() -> None:
    assert "Hana" not in seen_of(STANDS)
    assert len(seen_of(STANDS)) == len(seen_of({})) == 64


def test_what_was_changed_in_between_is_refused_and_shown() -> None:
    now = STANDS | {"name": "Hana Berg"}
    refuse_unseen(seen_of(now), now)
    with pytest.raises(Changed) as changed:
        refuse_unseen(seen_of(STANDS), now)
    assert changed.value.now == now
    assert isinstance(changed.value, Refused)


def test_a_form_that_saw_nothing_is_not_held_up() -> None:
    refuse_unseen("", STANDS)


def test_a_form_starts_with_what_stands_there_and_its_mark() -> None:
    form = Person(known=STANDS)
    assert form["name"].value() == "Hana Lund"
    assert form["seen"].value() == seen_of(STANDS)
    assert f'value="{seen_of(STANDS)}"' in str(form["seen"])


def test_what_an_address_suggests_goes_before_what_stands_there() -> None:
    form = Person(known=STANDS, initial={"name": "Hana Berg"})
    assert form["name"].value() == "Hana Berg"
    assert form["seen"].value() == seen_of(STANDS)


def test_both_are_shown_in_the_words_of_the_page() -> None:
    form = sent(name="Hana B", safety="ask")
    assert form.is_valid()
    form.refuse(Changed(STANDS | {"name": "Hana Berg"}))
    assert form.both == [
        Both("Name", "Hana Berg", "Hana B"),
        Both("Safety", "Safe to ring", "Ask first"),
    ]
    assert "Somebody else changed this" in form.non_field_errors()[0]


def test_what_both_wrote_alike_is_not_shown_twice() -> None:
    form = sent(name="Hana Berg")
    assert form.is_valid()
    form.refuse(Changed(STANDS | {"name": "Hana Berg", "safety": None}))
    assert [both.label for both in form.both] == ["Safety"]
    assert form.both[0].stands == ""


def test_what_the_form_does_not_ask_for_is_not_shown() -> None:
    form = sent()
    assert form.is_valid()
    form.refuse(Changed(STANDS | {"born_on": date(1981, 1, 1)}))
    assert form.both == []


def test_saving_again_is_done_knowingly_and_what_was_typed_stays() -> None:
    form = sent(name="Hana B")
    now = STANDS | {"name": "Hana Berg"}
    assert form.is_valid()
    form.refuse(Changed(now))
    assert form["seen"].value() == seen_of(now)
    assert form["name"].value() == "Hana B"
    refuse_unseen(str(form["seen"].value()), now)
    with pytest.raises(Changed):
        refuse_unseen(str(form["seen"].value()), now | {"safety": "ask"})


def test_another_refusal_shows_one_sentence_and_no_second_version() -> None:
    form = sent()
    assert form.is_valid()
    form.refuse(Refused("Give the whole name.", field="name"))
    assert form.errors["name"] == ["Give the whole name."]
    assert form.both == []
    assert form["seen"].value() == seen_of(STANDS)
