"""Student's t distribution, for intervals round a mean. Pure: no Django, no packages."""

from math import exp, isfinite, lgamma, log, log1p

MOST_TERMS = 10_000
SMALLEST = 1e-300
CLOSE_ENOUGH = 1e-15


def share_below(t: float, degrees: float) -> float:
    """Return which share of a t distribution lies below t.

    Raises ValueError unless there is more than zero of the degrees of freedom.
    Source: NIST Digital Library of Mathematical Functions, 8.17(i) and 8.17.22.
    """
    if not (degrees > 0 and isfinite(degrees)):
        raise ValueError("There must be more than 0 degrees of freedom.")
    square = t * t
    upper_tail = 0.5 * _beta_share(degrees / 2, 0.5, degrees, square)
    return 1 - upper_tail if t > 0 else upper_tail


def quantile(share: float, degrees: float) -> float:
    """Return the t below which this share of the distribution lies.

    Raises ValueError unless 0 < share < 1 and there is more than zero of the degrees of freedom.
    """
    if not 0 < share < 1:
        raise ValueError("The share must lie between 0 and 1.")
    if share == 0.5:
        return 0.0
    if share < 0.5:
        return -quantile(1 - share, degrees)
    low, high = 0.0, 1.0
    while share_below(high, degrees) < share:
        low, high = high, high * 2
    while True:
        middle = (low + high) / 2
        if middle in (low, high):
            return middle
        if share_below(middle, degrees) < share:
            low = middle
        else:
            high = middle


def _beta_share(a: float, b: float, left: float, right: float) -> float:
    """Return the regularised incomplete beta function at left / (left + right).

    The two parts are handed over apart, so that neither end loses digits.
    """
    x, rest = left / (left + right), right / (left + right)
    if rest == 0:
        return 1.0
    if x == 0:
        return 0.0
    logarithm = lgamma(a + b) - lgamma(a) - lgamma(b) - a * log1p(right / left) + b * log(rest)
    front = exp(logarithm)
    if x < (a + 1) / (a + b + 2):
        return front * _continued_fraction(a, b, x) / a
    return 1 - front * _continued_fraction(b, a, rest) / b


def _continued_fraction(a: float, b: float, x: float) -> float:
    """Evaluate DLMF 8.17.22 from the front, by the modified method of Lentz."""
    above = 1.0
    below = 1 / _not_zero(1 - (a + b) * x / (a + 1))
    found = below
    for m in range(1, MOST_TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            below = 1 / _not_zero(1 + term * below)
            above = _not_zero(1 + term / above)
            step = above * below
            found *= step
        if abs(step - 1) < CLOSE_ENOUGH:
            return found
    raise ArithmeticError("The incomplete beta function did not settle.")


def _not_zero(value: float) -> float:
    return value if abs(value) > SMALLEST else SMALLEST
