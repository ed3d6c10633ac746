"""Lines that tie rows: one for each row that is led to, and no two in one place."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from cors.journey.tracks import Track, tracks

LINKS = st.sets(
    st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: pair[0] != pair[1])
)


def test_all_that_hold_one_thing_share_its_line() -> None:
    assert tracks([(3, 0), (2, 0)]) == [Track(0, (2, 3), 0)]


def test_the_shorter_of_two_lines_that_meet_runs_inside() -> None:
    found = {track.to: track.place for track in tracks([(5, 0), (2, 1)])}
    assert found == {1: 0, 0: 1}


def test_lines_that_do_not_meet_share_a_place() -> None:
    assert {track.place for track in tracks([(1, 0), (3, 2)])} == {0}


def test_a_line_can_lead_down() -> None:
    (track,) = tracks([(0, 4)])
    assert (track.first, track.last) == (0, 4)


def test_no_links_have_no_lines() -> None:
    assert tracks([]) == []


@given(LINKS)
def test_no_two_lines_lie_in_one_place(links: set[tuple[int, int]]) -> None:
    found = tracks(sorted(links))
    assert {(source, track.to) for track in found for source in track.sources} == links
    for one, other in combinations(found, 2):
        apart = one.last < other.first or other.last < one.first
        assert apart or one.place != other.place
