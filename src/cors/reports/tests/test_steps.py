"""Up, the same and down: counted, with where people came from, and never made a mean of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.reports.figure import Base, Figure, Move
from cors.reports.steps import Steps, directions, step_figure, ways_of_goals

STEPS = st.dictionaries(
    st.tuples(st.integers(0, 5).map(float), st.integers(0, 5).map(float)), st.integers(1, 9)
)


def figure(steps: Steps, *, claims: bool = True) -> Figure:
    return step_figure(
        steps, key="ladder-x", label="X", counts="", cases=frozenset(), missing="",
        whole="of those", bases=(Base("of those with a step", 9),), note="", claims=claims,
    )  # fmt: skip


@given(STEPS)
def test_everybody_went_one_way(people: dict[tuple[float, float], int]) -> None:
    up, down = Steps(people, {}), Steps(people, {}, up_is_good=False)
    assert up.up() + up.same() + up.down() == up.all == sum(people.values())
    assert (up.up(), up.same(), up.down()) == (down.down(), down.same(), down.up())
    assert sum(move.people for move in up.moves()) == up.all


def test_says_from_where_to_where_in_the_order_of_the_steps() -> None:
    steps = Steps({(2, 1): 1, (0, 2): 3}, {0: "outside", 1: "for now", 2: "a home"})
    assert steps.moves() == (Move("outside", "a home", 3), Move("a home", "for now", 1))
    assert Steps({(7, 7): 1}, {}).moves() == (Move("7", "7", 1),)


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ({(0, 1): 2, (1, 0): 1}, "2 up, 0 the same, 1 down."),
        ({(0, 1): 6, (1, 1): 3, (1, 0): 3}, "6 up (50%), 3 the same (25%), 3 down (25%)."),
    ],
)
def test_few_are_counted_and_many_are_shared_out(
    people: dict[tuple[float, float], int], said: str
) -> None:
    assert directions(Steps(people, {})) == said


def test_the_figure_counts_those_who_went_up() -> None:
    found = figure(Steps({(0, 1): 2, (1, 0): 1}, {}))
    assert found.value == 2
    assert [base.of for base in found.bases] == [9, 3]
    assert len(found.moves) == 2


def test_without_a_claim_nothing_is_told() -> None:
    found = figure(Steps({(0, 1): 2}, {}), claims=False)
    assert (found.value, found.more, found.moves) == (None, (), ())


def test_goals_go_from_third_to_third() -> None:
    assert ways_of_goals({(0, 3): 1, (3, 4): 2, (6, 7): 1, (10, 1): 1}) == {
        "more": ("4 up, 0 the same, 1 down.",),
        "moves": (
            Move("0 to 3", "0 to 3", 1), Move("0 to 3", "4 to 6", 2),
            Move("4 to 6", "7 to 10", 1), Move("7 to 10", "0 to 3", 1),
        ),
    }  # fmt: skip
    assert ways_of_goals({}) == {}
