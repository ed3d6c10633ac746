"""The fixed words of a measure's definition."""

from enum import StrEnum


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


class Respondent(StrEnum):
    """Whose view the answers are meant to be."""

    SELF = "the person"
    WORKER = "a worker"
    PARENT = "a parent"


class HigherIs(StrEnum):
    """What a higher score means for the person."""

    BETTER = "better"
    WORSE = "worse"


class Method(StrEnum):
    """How a score comes of its items; reported is typed in from elsewhere."""

    SUM = "sum"
    MEAN = "mean"
    SCALED_MEAN = "scaled mean"
    ITEM = "item"
    LOOKUP = "look-up"
    COUNT = "count"
    EXPRESSION = "expression"
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
