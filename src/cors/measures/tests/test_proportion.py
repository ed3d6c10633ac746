"""The interval round a share, held against printed values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.measures.proportion import wilson


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    # Newcombe 1998, table I, method 3.
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_that_of_the_printed_table(
    part: int, whole: int, low: float, high: float
) -> None:
    assert list(wilson(part, whole)) == pytest.approx([low, high], abs=5e-5)


@given(st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_mirrors_its_complement(counts: tuple[int, int]) -> None:
    part, whole = counts
    low, high = wilson(part, whole)
    assert 0 <= low <= part / whole + 1e-12
    assert part / whole - 1e-12 <= high <= 1
    assert list(wilson(whole - part, whole)) == pytest.approx([1 - high, 1 - low], abs=1e-12)


def test_more_people_make_it_narrower() -> None:
    few, many = wilson(15, 30), wilson(150, 300)
    assert many[1] - many[0] < few[1] - few[0]


@pytest.mark.parametrize(("part", "whole"), [(0, 0), (-1, 5), (6, 5)])
def test_refuses_counts_that_make_no_share(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="part"):
        wilson(part, whole)
