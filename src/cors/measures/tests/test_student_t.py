"""The t distribution, against printed tables and against its closed forms."""

from math import atan, pi, sqrt
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.measures.student_t import quantile, share_below

# NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2: upper critical values.
SHARES = (0.90, 0.95, 0.975, 0.99, 0.995, 0.999)
PRINTED = {
    1: (3.078, 6.314, 12.706, 31.821, 63.657, 318.309),
    2: (1.886, 2.920, 4.303, 6.965, 9.925, 22.327),
    3: (1.638, 2.353, 3.182, 4.541, 5.841, 10.215),
    9: (1.383, 1.833, 2.262, 2.821, 3.250, 4.297),
    30: (1.310, 1.697, 2.042, 2.457, 2.750, 3.385),
    60: (1.296, 1.671, 2.000, 2.390, 2.660, 3.232),
    100: (1.290, 1.660, 1.984, 2.364, 2.626, 3.174),
}


@pytest.mark.parametrize("degrees", PRINTED)
def test_gives_the_printed_critical_values(degrees: int) -> None:
    found = tuple(quantile(share, degrees) for share in SHARES)
    assert found == pytest.approx(PRINTED[degrees], abs=0.0006)


@given(st.floats(-1e6, 1e6))
def test_is_the_cauchy_distribution_at_one_degree(t: float) -> None:
    assert share_below(t, 1) == pytest.approx(0.5 + atan(t) / pi, abs=1e-12)


@given(st.floats(-1e4, 1e4))
def test_has_its_closed_form_at_two_degrees(t: float) -> None:
    assert share_below(t, 2) == pytest.approx(0.5 + t / (2 * sqrt(2 + t * t)), abs=1e-12)


@given(st.floats(0.0005, 0.9995))
def test_nears_the_normal_distribution(share: float) -> None:
    assert quantile(share, 1e7) == pytest.approx(NormalDist().inv_cdf(share), abs=1e-5)


@given(st.floats(1e-6, 1 - 1e-6), st.integers(1, 5000))
def test_turns_back_into_the_share(share: float, degrees: int) -> None:
    assert share_below(quantile(share, degrees), degrees) == pytest.approx(share, abs=1e-10)


@given(st.floats(0.001, 0.999), st.integers(1, 500))
def test_is_the_same_on_both_sides(share: float, degrees: int) -> None:
    assert quantile(1 - share, degrees) == pytest.approx(-quantile(share, degrees), rel=1e-8)


@pytest.mark.parametrize("share", [0, 1, -0.1, 1.1, float("nan")])
def test_refuses_a_share_that_is_none(share: float) -> None:
    with pytest.raises(ValueError, match="share"):
        quantile(share, 5)


@pytest.mark.parametrize("degrees", [0, -1, float("nan"), float("inf")])
def test_refuses_degrees_that_are_none(degrees: float) -> None:
    with pytest.raises(ValueError, match="degrees"):
        share_below(1.0, degrees)
