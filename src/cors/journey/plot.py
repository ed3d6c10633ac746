"""What the marks of one lane are drawn on, and how large they are."""

from dataclasses import dataclass

from cors.journey.course import Course
from cors.journey.labels import Mark, Space
from cors.journey.model import Moment
from cors.journey.sheet import Box, Sheet
from cors.journey.time_axis import TimeAxis

DENSE = 0.85


@dataclass(frozen=True)
class Happened:
    """A drawn moment, and the place of its mark; count is how many it stands for."""

    moment: Moment
    mark: Mark
    ring: Box
    count: int = 1


@dataclass(frozen=True)
class Plot:
    """A lane ready for its marks; large is how much larger than a worker's they are.

    In a dense lane marks gather until there are as many as most of a kind, or nearly so.
    """

    sheet: Sheet
    space: Space
    axis: TimeAxis
    course: Course
    ceiling: float
    dense: bool = False
    large: float = 1
    size: float = 12
    is_client: bool = False
    most: int = 16

    @property
    def scale(self) -> float:
        return DENSE if self.dense else self.large
