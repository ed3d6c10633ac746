"""Made-up scores of one person over time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from cors.catalogue.schema.measure import Norm, Score
from cors.catalogue.shipped import shipped
from cors.trajectory.model import Line, Taken, Trajectory

START = date(2026, 1, 5)
TODAY = date(2026, 11, 23)
PHQ: Score = shipped().measures["phq-9"].scores[0]
RATERS = {
    "client": "The person",
    "worker": "The worker",
    "parent": "A parent or carer",
    "other": "Somebody else",
}
NORM = Norm(population="made-up people", mean=4, sd=3, n=100, source="made up", verified=True)


def day(weeks: float) -> date:
    return START + timedelta(weeks=weeks)


def line(*scores: float | None, rater: str = "client", work: date | None = None) -> Line:
    """Return a line with a time of asking every four weeks."""
    taken = tuple(Taken(day(4 * place), score) for place, score in enumerate(scores))
    return Line(rater, taken, work)


def trajectory(*lines: Line, score: Score = PHQ, **more: Any) -> Trajectory:
    return Trajectory("PHQ-9", score, lines, START, TODAY, questions=9, **more)


def with_score(scores: Sequence[float], **changed: Any) -> Trajectory:
    """Return a trajectory of one line over a score that is changed."""
    return trajectory(line(*scores), score=replace(PHQ, **changed))
