"""How far a score moved, and whether that is more than chance. Pure: no Django."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import fmean, stdev

from cors.catalogue.schema.measure import HigherIs
from cors.measures.student_t import quantile

NORMAL_95 = 1.96


class Movement(StrEnum):
    """What a change means once chance is taken away."""

    IMPROVED = "improved"
    NO_CHANGE = "no_change"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class PairedChange:
    """Change of people with a first and a later score; None where it can't be computed."""

    n: int
    mean: float | None
    interval: tuple[float, float] | None
    improved: int | None
    no_change: int | None
    worse: int | None


def mean_of(values: Sequence[float]) -> float | None:
    """Return the mean; None of no values."""
    return fmean(values) if values else None


def sd_of(values: Sequence[float]) -> float | None:
    """Return the standard deviation with n - 1 below; None of fewer than two values."""
    return stdev(values) if len(values) > 1 else None


def distance_travelled(first: float, latest: float, higher_is: HigherIs) -> float:
    """Return the change in points of the score, turned so that plus is good."""
    return latest - first if higher_is is HigherIs.BETTER else first - latest


def reliable_change_threshold(sd: float, reliability: float, z: float = NORMAL_95) -> float:
    """Return the change that chance alone rarely passes: z * SD * sqrt(2) * sqrt(1 - r).

    `sd` in points of the score, of people before anything was done; `reliability` between 0 and 1.
    Raises ValueError for a standard deviation of 0 or a reliability outside that range.
    Source: Jacobson NS, Truax P (1991), J Consult Clin Psychol 59, 12-19.
    """
    if sd <= 0:
        raise ValueError("The standard deviation must be more than 0.")
    if not 0 < reliability < 1:
        raise ValueError("The reliability must lie between 0 and 1.")
    return z * sd * sqrt(2) * sqrt(1 - reliability)


def movement_of(change: float, threshold: float, *, at_threshold: bool = False) -> Movement:
    """Sort an oriented change by a threshold in points.

    A computed threshold must be passed; a published whole number counts from itself on, which
    `at_threshold` says.
    """
    beyond = abs(change) >= threshold if at_threshold else abs(change) > threshold
    if not beyond or change == 0:
        return Movement.NO_CHANGE
    return Movement.IMPROVED if change > 0 else Movement.WORSE


def interval_of_mean(values: Sequence[float], share: float = 0.95) -> tuple[float, float] | None:
    """Return the t interval round the mean; None of fewer than two values."""
    sd = sd_of(values)
    if sd is None:
        return None
    middle = fmean(values)
    reach = quantile(0.5 + share / 2, len(values) - 1) * sd / sqrt(len(values))
    return middle - reach, middle + reach


def paired_change(changes: Sequence[float], threshold: float | None) -> PairedChange:
    """Summarise oriented changes, one a person; without a threshold nobody is sorted."""
    counts: dict[Movement, int | None] = dict.fromkeys(Movement)
    if changes and threshold is not None:
        found = [movement_of(change, threshold) for change in changes]
        counts = {movement: found.count(movement) for movement in Movement}
    return PairedChange(
        n=len(changes),
        mean=mean_of(changes),
        interval=interval_of_mean(changes),
        improved=counts[Movement.IMPROVED],
        no_change=counts[Movement.NO_CHANGE],
        worse=counts[Movement.WORSE],
    )
