"""What one person scored over time, as plain data: words, drawing and table are made of it.

Nothing is ever pooled: each rater has a line of their own, with a baseline of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from cors.catalogue.schema.measure import BandScheme, HigherIs, Norm, ReliableChange, Score
from cors.catalogue.schema.measure.vocabulary import Basis
from cors.measures.change import Movement, distance_travelled, movement_of
from cors.measures.limits import shown_limit


@dataclass(frozen=True)
class Taken:
    """One time of asking; without a value too few questions were answered to work one out.

    late: "waits" or "left" where it came in after later ones and is not where somebody began.
    """

    on: date
    value: float | None
    some_left_out: bool = False
    ident: str = ""
    late: str = ""

    @property
    def is_set_aside(self) -> bool:
        return self.late in ("waits", "left")


@dataclass(frozen=True)
class Baseline:
    """Where somebody began: the first score, or the mean of two from before the work began."""

    value: float
    days: tuple[date, ...]


@dataclass(frozen=True)
class Change:
    """How far the latest score is from the baseline; points are turned so that plus is good.

    movement is None where nothing is known of what chance alone can do.
    """

    points: float
    latest: Taken
    movement: Movement | None


def baseline_of(scored: Sequence[Taken], work_began: date | None) -> Baseline | None:
    """Return the first score by day, or the mean of the first two where both came before the work.

    Scores in order of their days. Two scores say better where somebody stood than one does; the
    lower of two is never picked, which would make a change out of chance.
    """
    if not scored:
        return None
    before = [row for row in scored[:2] if work_began and row.on <= work_began]
    rows = before if len(before) == 2 else scored[:1]
    values = [row.value for row in rows if row.value is not None]
    return Baseline(fmean(values), tuple(row.on for row in rows))


@dataclass(frozen=True)
class Line:
    """What one rater said, by day, in one version of the measure."""

    rater: str
    taken: tuple[Taken, ...]
    work_began: date | None = None

    @property
    def scored(self) -> tuple[Taken, ...]:
        return tuple(row for row in self.taken if row.value is not None)

    @property
    def counted(self) -> tuple[Taken, ...]:
        """The scores of which a change is made."""
        return tuple(row for row in self.scored if not row.is_set_aside)

    @property
    def baseline(self) -> Baseline | None:
        return baseline_of(self.counted, self.work_began)

    @property
    def waiting(self) -> tuple[Taken, ...]:
        """Earlier scores that came in late, of which nobody has said yet what they are."""
        return tuple(row for row in self.scored if row.late == "waits")


@dataclass(frozen=True)
class Trajectory:
    """One score of a measure from the start of a case to today, with a line for each rater.

    other_version counts the times of asking that are left out, because the measure was another.
    """

    name: str
    score: Score
    lines: tuple[Line, ...]
    start: date
    today: date
    questions: int = 0
    least_days: int = 0
    other_version: int = 0

    @property
    def first_day(self) -> date:
        """The day on which a drawing begins: of the start, or of a score from before it."""
        return min([self.start, *(row.on for line in self.lines for row in line.taken)])

    @property
    def higher_is_better(self) -> bool:
        return self.score.higher_is is HigherIs.BETTER

    @property
    def limit(self) -> ReliableChange | None:
        """From which change on it is more than chance, where one person may be spoken of."""
        return shown_limit(self.score) if self.score.individual_change else None

    @property
    def scheme(self) -> BandScheme | None:
        """The words for scores to draw: those that were checked come first."""
        schemes = self.score.bands
        return next((each for each in schemes if each.verified), schemes[0] if schemes else None)

    @property
    def norm(self) -> Norm | None:
        """What people in general scored, where it is known."""
        norms = self.score.norms
        return next((each for each in norms if each.verified), norms[0] if norms else None)

    def change(self, line: Line) -> Change | None:
        """Return how far somebody came; None until a score can be held against the baseline.

        A score that follows the baseline sooner than the measure allows is not held against it.
        """
        baseline = line.baseline
        if baseline is None:
            return None
        soonest = baseline.days[-1] + timedelta(days=self.least_days)
        later = [row for row in line.counted[len(baseline.days) :] if row.on >= soonest]
        if not later or later[-1].value is None:
            return None
        points = distance_travelled(baseline.value, later[-1].value, self.score.higher_is)
        return Change(points, later[-1], self._movement(points))

    def _movement(self, points: float) -> Movement | None:
        limit = self.limit
        if limit is None:
            return None
        return movement_of(points, limit.value, at_threshold=limit.basis is Basis.PUBLISHED)

    def corridor(self, line: Line) -> tuple[float, float] | None:
        """Return the scores round the baseline that chance alone can give, within the scale."""
        baseline, limit = line.baseline, self.limit
        if baseline is None or limit is None:
            return None
        low, high = baseline.value - limit.value, baseline.value + limit.value
        return max(low, self.score.low), min(high, self.score.high)


@dataclass(frozen=True)
class Apart:
    """Two raters whose latest scores lie near enough in time to be held side by side."""

    one: Line
    other: Line
    points: float
    on: date


NEAR = timedelta(days=28)


def apart(trajectory: Trajectory) -> Iterator[Apart]:
    """Yield how far the latest scores of each two raters lie from each other."""
    lines = [line for line in trajectory.lines if line.scored]
    for place, one in enumerate(lines):
        for other in lines[place + 1 :]:
            mine, theirs = one.scored[-1], other.scored[-1]
            if mine.value is not None and theirs.value is not None and _near(mine, theirs):
                on = max(mine.on, theirs.on)
                yield Apart(one, other, abs(mine.value - theirs.value), on)


def _near(mine: Taken, theirs: Taken) -> bool:
    return abs(mine.on - theirs.on) <= NEAR
