"""A measure: its questions, the rules between them, and the scores that come of the answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from cors.catalogue.schema.entries import Entry
from cors.catalogue.schema.expression import Expression
from cors.catalogue.schema.measure.facts import (
    BandScheme,
    CutOff,
    Licence,
    MinimalChange,
    MissingRule,
    Norm,
    Reliability,
    ReliableChange,
)
from cors.catalogue.schema.measure.vocabulary import (
    HigherIs,
    LicenceClass,
    Method,
    Respondent,
    Wording,
)


def _no_words() -> Mapping[str, str]:
    return MappingProxyType({})


def _no_numbers() -> Mapping[str, int]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer and what it counts; a shell leaves the label to the licensee."""

    value: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question; a reversed item counts lowest + highest - answer."""

    key: str
    text: str
    options: tuple[Option, ...]
    reverse: bool
    values: tuple[int, ...] = field(init=False)
    lowest: int = field(init=False)
    highest: int = field(init=False)

    def __post_init__(self) -> None:
        # Worked out once: scoring asks for them with every answer.
        values = tuple(option.value for option in self.options)
        object.__setattr__(self, "values", values)
        object.__setattr__(self, "lowest", min(values, default=0))
        object.__setattr__(self, "highest", max(values, default=0))

    def counted(self, answer: int) -> int:
        """Return what an answer counts: as it is, or turned round where the item is reversed."""
        return self.lowest + self.highest - answer if self.reverse else answer


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskRule:
    """An answer above this raises a flag at once, whatever the total."""

    item: str
    above: int
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipRule:
    """When these answers add up to `total` or less, `skips` need no answer and count `counts`."""

    items: tuple[str, ...]
    total: int
    skips: tuple[str, ...]
    counts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """Whom a measure is for: the ages, None where open, and whose view the answers are."""

    youngest: int | None
    oldest: int | None
    respondent: Respondent
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One number that comes of a measure, rounded to `decimals` places with halves going up.

    `items` is empty and `missing` is None where the number is reported from elsewhere.
    `individual_change` is False where the score is too noisy to speak of one person's change.
    `is_ladder` where its numbers are steps in an order and no amounts: no mean is made of them.
    `table` is of a look-up: what the lowest sum gives, the next, and so on. `at_least` is of a
    count: from which answer an item counts, by item. `without`: there is such a score only when
    none of these items was answered.
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
    minimal_change: tuple[MinimalChange, ...] = ()
    is_ladder: bool = False
    times: int = 1
    table: tuple[float, ...] = ()
    at_least: Mapping[str, int] = field(default_factory=_no_numbers)
    expression: Expression | None = None
    without: tuple[str, ...] = ()
    codes: Mapping[str, str] = field(default_factory=_no_words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Golden:
    """Answers in the order of the items, None where skipped, and the scores they must give."""

    answers: tuple[int | None, ...]
    expected: Mapping[str, float | None]


EVERYBODY = Population(youngest=None, oldest=None, respondent=Respondent.SELF, note="")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureDefinition(Entry):
    """A scale: its questions, its scores, and what may be said of them. The label is short.

    `about` is what the questions are about, said to the person: “your mood”.

    Scores compare only between definitions of one `comparability` group and version.
    """

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
    pack: str = ""
    population: Population = EVERYBODY
    skip_rules: tuple[SkipRule, ...] = ()
    validated: bool = True
    about: str = ""
    comparability: str = ""
    min_interval_days: int = 0
    main: str = ""
    codes: Mapping[str, str] = field(default_factory=_no_words)

    def item(self, key: str) -> Item:
        return next(item for item in self.items if item.key == key)

    def score(self, key: str) -> Score:
        return next(score for score in self.scores if score.key == key)

    @property
    def main_score(self) -> Score | None:
        """The number to follow: the only one, or the one that is named; else there is none."""
        if self.main:
            return self.score(self.main)
        return self.scores[0] if len(self.scores) == 1 else None

    @property
    def is_worded(self) -> bool:
        """Whether the questions can be asked here: every item has its words."""
        return bool(self.items) and all(item.text for item in self.items)

    @property
    def needs_noncommercial(self) -> bool:
        """Whether only who makes no profit may ask these questions."""
        return self.licence.letter is LicenceClass.B and not self.score_only
