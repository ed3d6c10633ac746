"""What a measure's definition file says; scoring reads nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cors.catalogue.schema.entries import Entry


class LicenceClass(StrEnum):
    """A: wording may ship here. B: only in a pack that is not for profit. C: a shell. O: ours."""

    A = "A"
    B = "B"
    C = "C"
    O = "O"  # noqa: E741 - the register's own letter


class Wording(StrEnum):
    """Whether the words of the questions stand in the file."""

    SHIPPED = "shipped"
    NOT_SHIPPED = "not shipped"


class HigherIs(StrEnum):
    """What a higher score means for the person."""

    BETTER = "better"
    WORSE = "worse"


class Method(StrEnum):
    """How a score comes of its items: added up, averaged, one item, or typed in from elsewhere."""

    SUM = "sum"
    MEAN = "mean"
    ITEM = "item"
    REPORTED = "reported"


class Prorate(StrEnum):
    """What happens to skipped items, as long as enough were answered."""

    NONE = "none"
    MEAN = "mean"


class ReliabilityKind(StrEnum):
    """Which reliability a coefficient speaks of."""

    INTERNAL = "internal consistency"
    RETEST = "retest"


class Basis(StrEnum):
    """Where a reliable change comes from."""

    PUBLISHED = "published"
    COMPUTED = "computed"


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
class Option:
    """One answer and what it counts."""

    value: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question; a reversed item counts lowest + highest - answer."""

    key: str
    text: str
    options: tuple[Option, ...]
    reverse: bool

    @property
    def values(self) -> tuple[int, ...]:
        return tuple(option.value for option in self.options)

    @property
    def lowest(self) -> int:
        return min(self.values, default=0)

    @property
    def highest(self) -> int:
        return max(self.values, default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskRule:
    """An answer above this raises a flag at once, whatever the total."""

    item: str
    above: int
    says: str


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
class Norm(Sourced):
    """What a group of people scored."""

    population: str
    mean: float
    sd: float
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One number that comes of a measure, rounded to `decimals` places with halves going up.

    `items` is empty and `missing` is None where the number is reported from elsewhere.
    `individual_change` is False where the score is too noisy to speak of one person's change.
    """

    key: str
    label: str
    method: Method
    items: tuple[str, ...]
    low: float
    high: float
    decimals: int
    higher_is: HigherIs
    individual_change: bool
    missing: MissingRule | None
    bands: tuple[BandScheme, ...]
    cut_offs: tuple[CutOff, ...]
    reliability: tuple[Reliability, ...]
    reliable_change: tuple[ReliableChange, ...]
    norms: tuple[Norm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Golden:
    """Answers in the order of the items, None where skipped, and the scores they must give."""

    answers: tuple[int | None, ...]
    expected: Mapping[str, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureDefinition(Entry):
    """A scale: its questions, its scores, and what may be said of them. The label is short."""

    version: str
    name: str
    language: str
    licence: Licence
    wording: Wording
    wording_source: str
    score_only: bool
    intro: str
    recall: str
    recall_days: int
    items: tuple[Item, ...]
    scores: tuple[Score, ...]
    risk_rules: tuple[RiskRule, ...]
    golden: tuple[Golden, ...]

    def item(self, key: str) -> Item:
        return next(item for item in self.items if item.key == key)

    def score(self, key: str) -> Score:
        return next(score for score in self.scores if score.key == key)
