"""What is known of a measure and its scores, each with where it stands."""

from dataclasses import dataclass

from cors.catalogue.schema.measure.vocabulary import (
    Basis,
    LicenceClass,
    Prorate,
    ReliabilityKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced:
    """A fact with where it stands; not verified means: nobody has held it against the source."""

    source: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """Who owns the measure, on what terms, and the line that a form must show."""

    letter: LicenceClass
    terms: str
    holder: str
    attribution: str
    url: str
    noncommercial: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingRule(Sourced):
    """With fewer answers there is no score; `mean` gives a skipped item the mean of the others."""

    min_answered: int
    prorate: Prorate


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Scores from `low` to `high`, both counted in."""

    low: float
    high: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BandScheme(Sourced):
    """One author's way of putting scores into words; a score may have several."""

    name: str
    bands: tuple[Band, ...]

    def label(self, value: float) -> str:
        """Return the words for a score; "" for one outside the range."""
        return next((band.label for band in self.bands if band.low <= value <= band.high), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOff(Sourced):
    """A score at this value, or on the worse side of it, counts as a case."""

    name: str
    at: float
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability(Sourced):
    """A coefficient between 0 and 1 and the people it was found in."""

    kind: ReliabilityKind
    value: float
    sample: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliableChange(Sourced):
    """A change of this many points or more is more than chance; confidence as a share, or none."""

    value: float
    confidence: float | None
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class MinimalChange(Sourced):
    """The smallest change in points that people themselves would notice or care for."""

    value: float
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm(Sourced):
    """What a group of people scored."""

    population: str
    mean: float
    sd: float
    n: int
