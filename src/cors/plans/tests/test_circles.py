"""What holds what never goes round; checked against walking every path."""

from hypothesis import given
from hypothesis import strategies as st

from cors.plans.circles import goes_round

node = st.integers(0, 5)
links = st.lists(st.tuples(node, node), max_size=12)


def test_nothing_holds_itself() -> None:
    assert goes_round([], (1, 1))


def test_sees_a_long_way_round() -> None:
    chain = [(1, 2), (2, 3), (3, 4)]
    assert goes_round(chain, (4, 1))
    assert not goes_round(chain, (1, 4))


def test_is_not_caught_in_circles_that_stand_already() -> None:
    assert not goes_round([(2, 3), (3, 2)], (1, 2))


def _reaches(standing: set[tuple[int, int]], start: int, end: int) -> bool:
    reached = {start}
    for _ in range(len(standing) + 1):
        reached |= {held for holder, held in standing if holder in reached}
    return end in reached


@given(links, st.tuples(node, node))
def test_says_so_just_when_the_held_one_leads_back(
    standing: list[tuple[int, int]], new: tuple[int, int]
) -> None:
    holder, held = new
    assert goes_round(standing, new) is _reaches(set(standing), held, holder)
