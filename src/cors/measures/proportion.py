"""How sure one can be of a share. Pure: no Django."""

from math import sqrt

NORMAL_95 = 1.959963984540054


def wilson(part: int, whole: int, z: float = NORMAL_95) -> tuple[float, float]:
    """Return the score interval round the share part / whole, both ends between 0 and 1.

    part, whole: counts of people, 0 <= part <= whole. Raises ValueError for other counts, and where
    there is nobody. Source: Wilson EB (1927), J Am Stat Assoc 22, 209-212; method 3 of Newcombe RG
    (1998), Stat Med 17, 857-872.
    """
    if not 0 <= part <= whole or whole < 1:
        raise ValueError("The part must lie between 0 and the whole, and the whole be 1 or more.")
    share, square = part / whole, z * z
    middle = share + square / (2 * whole)
    reach = z * sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    below = 1 + square / whole
    return max(0.0, (middle - reach) / below), min(1.0, (middle + reach) / below)
