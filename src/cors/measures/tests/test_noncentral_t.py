"""The shifted t distribution against what other programs print, and against itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cors.measures import student_t
from cors.measures.noncentral_t import share_below, shift_of


def test_gives_the_limits_that_mbess_prints() -> None:
    """conf.limits.nct(ncp = 2.83, df = 126) of R's MBESS: 0.8337502 and 4.815359."""
    assert shift_of(2.83, 126, 0.975) == pytest.approx(0.8337502, abs=5e-6)
    assert shift_of(2.83, 126, 0.025) == pytest.approx(4.815359, abs=5e-6)


@given(st.floats(-6, 6), st.integers(1, 200))
def test_without_a_shift_it_is_students(t: float, degrees: int) -> None:
    assert share_below(t, degrees, 0) == pytest.approx(student_t.share_below(t, degrees), abs=1e-6)


@given(st.floats(-6, 6), st.integers(2, 200), st.floats(-6, 6))
def test_is_mirrored_by_the_shift(t: float, degrees: int, shift: float) -> None:
    left = share_below(t, degrees, shift)
    assert left == pytest.approx(1 - share_below(-t, degrees, -shift), abs=1e-6)


@settings(max_examples=25)
@given(st.floats(-8, 8), st.integers(2, 120), st.sampled_from([0.025, 0.2, 0.5, 0.8, 0.975]))
def test_the_shift_found_is_the_one_asked_for(t: float, degrees: int, share: float) -> None:
    assert share_below(t, degrees, shift_of(t, degrees, share)) == pytest.approx(share, abs=1e-6)


@pytest.mark.parametrize("degrees", [0, -1, float("inf"), float("nan")])
def test_needs_degrees_of_freedom(degrees: float) -> None:
    with pytest.raises(ValueError, match="degrees of freedom"):
        share_below(1, degrees, 0)
