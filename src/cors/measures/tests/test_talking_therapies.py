"""The four counts, person by person; what a charity reports must follow the published rules."""

from dataclasses import astuple
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.measures.change import talking_therapies
from cors.measures.talking_therapies import Rule, TwoPairs

phq, gad = st.integers(0, 27), st.integers(0, 21)
people = st.lists(st.builds(TwoPairs, st.tuples(phq, phq), st.tuples(gad, gad)), max_size=20)

# depression before and after, anxiety before and after → case, recovered, improved, both, worse
ONE_PERSON = [
    ((18, 5), (15, 4), (1, 1, 1, 1, 0)),  # both fell far, both below the cut
    ((10, 9), (8, 7), (1, 1, 0, 0, 0)),  # recovered by a point each, which is no reliable change
    ((9, 3), (7, 3), (0, 0, 1, 0, 0)),  # not a case at the start: improved, never recovered
    ((20, 14), (5, 5), (1, 0, 1, 0, 0)),  # fell by six, still a case
    ((20, 15), (12, 9), (1, 0, 0, 0, 0)),  # fell by five and three: neither is reliable
    ((20, 10), (8, 12), (1, 0, 0, 0, 0)),  # one fell, the other rose by its own: neither way
    ((20, 9), (7, 8), (1, 0, 1, 0, 0)),  # below one cut, at the other: still a case
    ((5, 11), (4, 4), (0, 0, 0, 0, 1)),  # rose by six
    ((5, 4), (3, 7), (0, 0, 0, 0, 1)),  # the other rose by four
    ((0, 0), (0, 0), (0, 0, 0, 0, 0)),
]


@pytest.mark.parametrize(("depression", "anxiety", "expected"), ONE_PERSON)
def test_counts_one_person(depression: Any, anxiety: Any, expected: tuple[int, ...]) -> None:
    assert astuple(talking_therapies([TwoPairs(depression, anxiety)])) == (1, *expected)


def test_counts_all_of_them_together() -> None:
    counts = talking_therapies([TwoPairs(*row[:2]) for row in ONE_PERSON])
    sums = [sum(row[2][place] for row in ONE_PERSON) for place in range(5)]
    assert astuple(counts) == (len(ONE_PERSON), *sums)


def test_counts_nobody_as_nothing() -> None:
    assert astuple(talking_therapies([])) == (0, 0, 0, 0, 0, 0)


def test_takes_the_rule_of_another_anxiety_measure() -> None:
    other = Rule(caseness=19, reliable=9)
    pairs = [TwoPairs((3, 3), (30, 22))]
    assert talking_therapies(pairs).reliably_improved == 1
    assert talking_therapies(pairs, anxiety=other).reliably_improved == 0


@given(people)
def test_never_counts_more_than_there_are(drawn: list[TwoPairs]) -> None:
    counts = talking_therapies(drawn)
    assert counts.recovered <= counts.cases_at_start <= counts.paired == len(drawn)
    assert counts.reliably_recovered <= min(counts.recovered, counts.reliably_improved)
    assert counts.reliably_improved + counts.reliably_deteriorated <= counts.paired


@given(people)
def test_going_the_other_way_swaps_better_and_worse(drawn: list[TwoPairs]) -> None:
    back = [TwoPairs(one.depression[::-1], one.anxiety[::-1]) for one in drawn]
    assert talking_therapies(back).reliably_improved == (
        talking_therapies(drawn).reliably_deteriorated
    )
