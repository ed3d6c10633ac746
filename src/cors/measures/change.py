"""How far a score moved, and whether that is more than chance. Pure: no Django."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite, sqrt
from statistics import fmean, stdev
from typing import Literal

from cors.catalogue.schema.measure import HigherIs
from cors.measures.student_t import quantile
from cors.measures.talking_therapies import talking_therapies as talking_therapies

NORMAL_95 = 1.96
Verdict = Literal["recovered", "improved", "unchanged", "deteriorated", "harmed"]


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


@dataclass(frozen=True, slots=True)
class Change:
    """What a person's score did: points, standard errors of the difference, and the threshold."""

    points: float
    index: float
    threshold: float

    @property
    def is_reliable(self) -> bool:
        """Say whether it moved more than chance alone would explain."""
        return abs(self.points) > self.threshold


def reliable_change(
    before: float, after: float, *, sd: float, reliability: float, z: float = NORMAL_95
) -> Change:
    """Return the reliable change index of one person; `points` are after - before, not oriented.

    Raises ValueError for a score that is no number, and as `reliable_change_threshold` does.
    Source: Jacobson NS, Truax P (1991), J Consult Clin Psychol 59, 12-19.
    """
    for score in (before, after, z):
        if not isfinite(score):
            raise ValueError("Both scores and z must be numbers.")
    one_error = reliable_change_threshold(sd, reliability, z=1)
    points = after - before
    return Change(points=points, index=points / one_error, threshold=z * one_error)


def cutoff_a(clinical_mean: float, clinical_sd: float, higher_is: HigherIs) -> float:
    """Return the score two standard deviations better than the people who seek help.

    Source: Jacobson & Truax 1991, criterion a. Raises ValueError for a spread of 0 or less.
    """
    _check_spread(clinical_sd)
    return clinical_mean + _towards_better(higher_is) * 2 * clinical_sd


def cutoff_b(norm_mean: float, norm_sd: float, higher_is: HigherIs) -> float:
    """Return the score two standard deviations worse than people in general.

    Source: Jacobson & Truax 1991, criterion b. Raises ValueError for a spread of 0 or less.
    """
    _check_spread(norm_sd)
    return norm_mean - _towards_better(higher_is) * 2 * norm_sd


def cutoff_c(clinical_mean: float, clinical_sd: float, norm_mean: float, norm_sd: float) -> float:
    """Return the score at which one is as likely of the one group as of the other.

    Source: Jacobson & Truax 1991, criterion c. Raises ValueError for a spread of 0 or less.
    """
    _check_spread(clinical_sd)
    _check_spread(norm_sd)
    return (norm_sd * clinical_mean + clinical_sd * norm_mean) / (norm_sd + clinical_sd)


def _check_spread(sd: float) -> None:
    if not (sd > 0 and isfinite(sd)):
        raise ValueError("The standard deviation must be more than 0.")


def _towards_better(higher_is: HigherIs) -> int:
    return 1 if higher_is is HigherIs.BETTER else -1


def classify(
    before: float,
    after: float,
    *,
    threshold: float,
    cutoff: float | None,
    higher_is: HigherIs,
    at_threshold: bool = False,
) -> Verdict:
    """Say what became of one person.

    Recovered: reliably better, and across the cut-off to its good side; harmed the other way round.
    Without a cut-off nobody is either. A score at the cut-off itself still counts as not well.
    Source: Jacobson & Truax 1991; "harmed" as the mirror of "recovered".
    """
    movement = movement_of(
        distance_travelled(before, after, higher_is), threshold, at_threshold=at_threshold
    )
    if movement is Movement.NO_CHANGE:
        return "unchanged"
    was_well, is_well = (_is_well(score, cutoff, higher_is) for score in (before, after))
    crossed = cutoff is not None and was_well is not is_well
    if movement is Movement.IMPROVED:
        return "recovered" if crossed else "improved"
    return "harmed" if crossed else "deteriorated"


def _is_well(score: float, cutoff: float | None, higher_is: HigherIs) -> bool:
    return cutoff is not None and distance_travelled(cutoff, score, higher_is) > 0
