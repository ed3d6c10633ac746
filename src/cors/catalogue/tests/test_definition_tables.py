"""A table of a definition file: each reader gives what was asked for, or notes one mistake."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.catalogue.schema.mistakes import Mistake
from cors.catalogue.schema.table import KEY, Table, shown


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


READERS: dict[str, tuple[Callable[[Table], object], object]] = {
    "text": (lambda table: table.text("it"), "words"),
    "texts": (lambda table: table.texts("it"), ["one", "two"]),
    "whole": (lambda table: table.whole("it"), 3),
    "wholes": (lambda table: table.wholes("it"), [1, 2]),
    "number": (lambda table: table.number("it"), 2.5),
    "flag": (lambda table: table.flag("it"), True),
    "choice": (lambda table: table.choice("it", Colour), "green"),
    "table": (lambda table: table.table("it"), {"a": 1}),
    "tables": (lambda table: table.tables("it"), [{"a": 1}]),
    "answers": (lambda table: table.answers("it", "-"), [1, "-"]),
    "reference": (lambda table: table.reference("it", ["housing"], "an area"), "housing"),
    "references": (lambda table: table.references("it", ["housing"], "an area"), ["housing"]),
}
NEEDED = sorted(READERS.keys() - {"tables"})
each = pytest.mark.parametrize("name", sorted(READERS))
anything = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


def read(name: str, raw: dict[str, Any]) -> tuple[object, list[str]]:
    """Read the key `it` in one way; return what came of it and the mistakes."""
    mistakes: list[Mistake] = []
    table = Table(raw, file="some.toml", path="housing", mistakes=mistakes)
    return READERS[name][0](table), [str(mistake) for mistake in mistakes]


@each
def test_what_is_right_is_read_without_a_mistake(name: str) -> None:
    assert read(name, {"it": READERS[name][1]})[1] == []


@pytest.mark.parametrize("name", NEEDED)
def test_what_is_missing_is_named_with_what_it_must_be(name: str) -> None:
    _, said = read(name, {})
    assert len(said) == 1
    assert said[0].startswith("some.toml: housing.it: is missing; it must be ")


def test_a_list_of_tables_may_be_left_out() -> None:
    assert read("tables", {}) == ([], [])


@each
@given(value=anything)
def test_whatever_stands_there_is_read_or_noted_at_its_key(name: str, value: object) -> None:
    found, said = read(name, {"it": value})
    again = READERS[name][1]
    stand_in = read(name, {"it": object()})[0]
    assert all(one.startswith("some.toml: housing.it: ") for one in said)
    assert type(found) in (type(stand_in), type(read(name, {"it": again})[0]))


@given(st.booleans())
def test_true_and_false_are_no_numbers(value: bool) -> None:
    for name in ("whole", "number"):
        (said,) = read(name, {"it": value})[1]
        assert said.endswith(f"not {str(value).lower()}")
    assert read("wholes", {"it": [1, value]})[1]
    assert read("answers", {"it": [1, value]})[1]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_cannot_be_counted_with_is_no_number(value: float) -> None:
    assert read("number", {"it": value})[1]


@pytest.mark.parametrize("words", [" home", "home ", "home\n", "", "  "])
def test_words_stand_without_blanks_around_them(words: str) -> None:
    (said,) = read("text", {"it": words})[1]
    assert said.endswith("must hold words, without spaces around them")


def test_a_text_may_be_empty_where_it_may_be_left_out() -> None:
    mistakes: list[Mistake] = []
    table = Table({"it": ""}, file="some.toml", path="", mistakes=mistakes)
    assert table.text("it", "") == ""
    assert mistakes == []


def test_a_stand_in_lets_the_reading_go_on() -> None:
    found = {name: read(name, {})[0] for name in NEEDED if name != "table"}
    assert found == {
        "answers": (),
        "choice": Colour.RED,
        "flag": False,
        "number": 0.0,
        "reference": "",
        "references": (),
        "text": "",
        "texts": (),
        "whole": 0,
        "wholes": (),
    }


@given(st.lists(st.integers(-9, 9) | st.just("-"), max_size=9))
def test_a_skipped_answer_is_not_a_nought(answers: list[int | str]) -> None:
    found, said = read("answers", {"it": answers})
    assert found == tuple(None if one == "-" else one for one in answers)
    assert said == []


def test_a_reference_to_nothing_known_says_what_is_known() -> None:
    (said,) = read("reference", {"it": "hosing"})[1]
    assert said == 'some.toml: housing.it: "hosing" is not an area; one of housing'


def test_readers_of_an_empty_list_do_not_each_repeat_that_it_is_empty() -> None:
    mistakes: list[Mistake] = []
    Table({"it": "housing"}, file="a", path="", mistakes=mistakes).reference("it", [], "an area")
    assert mistakes == []


def test_every_key_that_nobody_asked_for_is_noted_with_those_there_are() -> None:
    mistakes: list[Mistake] = []
    table = Table({"one": 1, "two": 2, "three": 3}, file="a.toml", path="", mistakes=mistakes)
    table.whole("two")
    table.whole("four", 4)
    table.close()
    assert [str(mistake) for mistake in mistakes] == [
        "a.toml: one: is not a key that belongs here; one of four, two",
        "a.toml: three: is not a key that belongs here; one of four, two",
    ]


def test_a_table_in_a_list_is_named_by_its_place() -> None:
    mistakes: list[Mistake] = []
    outer = Table({"of": [{}, {"x": 1}]}, file="a.toml", path="bands[2]", mistakes=mistakes)
    _, second = outer.tables("of")
    second.close()
    assert mistakes[0].key == "bands[2].of[2].x"


def test_a_mistake_of_the_whole_file_is_told_as_that() -> None:
    mistakes: list[Mistake] = []
    Table({}, file="a.toml", path="", mistakes=mistakes).wrong("", "holds no entry")
    assert str(mistakes[0]) == "a.toml: file: holds no entry"


@given(anything)
def test_a_value_is_never_repeated_at_length(value: object) -> None:
    assert len(shown(value)) <= 60


@pytest.mark.parametrize("key", ["housing", "own-front-door", "phq-9", "4weeks"])
def test_a_key_is_small_letters_digits_and_hyphens(key: str) -> None:
    assert KEY.fullmatch(key)


@pytest.mark.parametrize("key", ["", "-a", "a-", "a--b", "A", "a b", "é", "a_b", "a\n", "../a"])
def test_anything_else_is_no_key(key: str) -> None:
    assert not KEY.fullmatch(key)
