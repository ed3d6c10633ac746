"""A sum in a definition file: what it gives, how far it reaches, and all that it may not be."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.catalogue.schema.expression import LONGEST, NotASum, parsed


def value(text: str, **numbers: int) -> Fraction:
    return parsed(text).value({name: Fraction(number) for name, number in numbers.items()})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a + b", 7),
        ("a - b", -3),
        ("a * b", 10),
        ("a / 4", Fraction(1, 2)),
        ("-a + 0.1", Fraction(-19, 10)),
        ("min(a, b)", 2),
        ("max(a, b, 9)", 9),
        ("10 * (a + b)", 70),
    ],
)
def test_a_sum_is_worked_out_exactly(text: str, expected: Fraction) -> None:
    numbers = {name: number for name, number in {"a": 2, "b": 5}.items() if name in text}
    numbers = {name: numbers[name] for name in parsed(text).names}
    assert value(text, **numbers) == expected


def test_a_hyphen_in_a_key_is_an_underscore_in_a_sum() -> None:
    assert parsed("self_care + 1").names == ("self-care",)


REFUSED = {
    "__import__('os')": "nothing else",
    "a.b": "nothing else",
    "a[0]": "nothing else",
    "a ** 2": "nothing else",
    "a if 1 else 2": "nothing else",
    "lambda: 1": "nothing else",
    "sum(a)": "nothing else",
    "min()": "nothing else",
    "min(a, key=b)": "nothing else",
    "a and b": "nothing else",
    "'a'": "nothing else",
    "True": "ordinary numbers",
    "1e999": "ordinary numbers",
    "a / 0": "not by 0",
    "a / b": "by a number only",
    "a + a": "names a twice",
    "a +": "can't be read|no sum that can be read",
    "a" * (LONGEST + 1): "longer than",
}


@pytest.mark.parametrize(("text", "says"), REFUSED.items(), ids=range(len(REFUSED)))
def test_anything_else_is_refused_before_it_runs(text: str, says: str) -> None:
    with pytest.raises(NotASum) as refused:
        parsed(text)
    assert any(part in str(refused.value) for part in says.split("|"))


RANGES = {"a": (Fraction(-1), Fraction(3)), "b": (Fraction(0), Fraction(4))}


@given(
    st.sampled_from(
        ["a + b", "a - b", "a * b", "2 * a - b / 4", "-a * b", "min(a, b)", "max(a, 1) - b"]
    )
)
def test_its_ends_are_the_lowest_and_the_highest_it_gives(text: str) -> None:
    found = [value(text, a=a, b=b) for a, b in product(range(-1, 4), range(5))]
    assert parsed(text).ends(RANGES) == (min(found), max(found))
