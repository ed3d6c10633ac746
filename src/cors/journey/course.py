"""The rating line of one goal on the plot: its points, what is dashed, and where it has risen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cors.journey.model import Goal, Pause, in_order
from cors.journey.time_axis import TimeAxis

Point = tuple[float, float]
FAR_APART = 180
"""Days between two ratings from which nobody can say what lay between them."""


@dataclass(frozen=True)
class Chart:
    """The room between 0 and 10 of one lane."""

    top: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def y(self, value: float) -> float:
        return self.top + self.height * (1 - min(max(value, 0), 10) / 10)


@dataclass(frozen=True)
class Piece:
    """A straight piece of the line; paused ones hold no colour beneath."""

    start: Point
    end: Point
    dashed: bool = False
    paused: bool = False


@dataclass(frozen=True)
class Course:
    """The points of a line and its pieces up to today, or to the day on which the goal ended."""

    points: tuple[Point, ...]
    pieces: tuple[Piece, ...]
    first: float
    end: float
    base: float

    @property
    def is_rated(self) -> bool:
        return bool(self.points)

    @property
    def last(self) -> float:
        """The height of the line at its end."""
        return self.points[-1][1] if self.points else self.base

    def y(self, x: float) -> float:
        """Return the height of the line at a pixel; level before it begins and after it ends."""
        if not self.points or x < self.points[0][0]:
            return self.base
        for (x1, y1), (x2, y2) in pairwise(self.points):
            if x1 <= x < x2:
                return y1 + (y2 - y1) * (x - x1) / (x2 - x1)
        return self.last

    def lowest(self, start: float, end: float) -> float:
        """Return the lowest place of the line between two pixels, as the largest y."""
        between = [y for x, y in self.points if start <= x <= end]
        return max(self.y(start), self.y(end), *between)


def course(goal: Goal, axis: TimeAxis, chart: Chart, pauses: Sequence[Pause] = ()) -> Course:
    """Lay the ratings of a goal on its chart; without any, a level line in the middle."""
    ratings = in_order(goal)
    points = tuple((axis.so_far(r.on), chart.y(r.value)) for r in ratings)
    begins = points[0][0] if points else axis.so_far(goal.set_on)
    ends = axis.so_far(goal.ended_on) if goal.ended_on else axis.now
    ends = max(ends, points[-1][0] if points else begins)
    rests = [(axis.so_far(pause.start), axis.so_far(pause.end or axis.today)) for pause in pauses]
    far = FAR_APART * axis.day
    pieces: list[Piece] = []
    for start, end in pairwise(points):
        pieces += _split(Piece(start, end, dashed=end[0] - start[0] > far), rests)
    if points and ends > points[-1][0]:
        pieces += _split(Piece(points[-1], (ends, points[-1][1]), dashed=True), rests)
    base = points[0][1] if points else chart.y(5)
    return Course(points, tuple(pieces), begins, ends, base)


def _split(piece: Piece, rests: Sequence[Point]) -> Iterator[Piece]:
    """Cut a piece where support rested."""
    (x1, y1), (x2, y2) = piece.start, piece.end
    cuts = sorted({x for rest in rests for x in rest if x1 < x < x2})
    for left, right in pairwise([x1, *cuts, x2]):
        paused = any(start <= left and right <= end and start < end for start, end in rests)
        yield Piece(
            (left, _between(x1, y1, x2, y2, left)),
            (right, _between(x1, y1, x2, y2, right) if right < x2 else y2),
            dashed=piece.dashed or paused,
            paused=paused,
        )


def _between(x1: float, y1: float, x2: float, y2: float, x: float) -> float:
    return y1 if x2 == x1 else y1 + (y2 - y1) * (x - x1) / (x2 - x1)


def strokes(course: Course) -> Iterator[tuple[list[Point], bool]]:
    """Yield the line as runs of points that are drawn in one go, and whether they are dashed."""
    run: list[Point] = []
    dashed = False
    for piece in course.pieces:
        if run and piece.dashed == dashed:
            run.append(piece.end)
            continue
        if run:
            yield run, dashed
        run, dashed = [piece.start, piece.end], piece.dashed
    if run:
        yield run, dashed


def risen(course: Course) -> Iterator[list[Point]]:
    """Yield the closed shapes between the baseline and the line, where the line is above it."""
    run: list[Point] = []
    for piece in course.pieces:
        above = [] if piece.paused else _above(piece.start, piece.end, course.base)
        if run and above and above[0] == run[-1]:
            run += above[1:]
            continue
        yield from _closed(run, course.base)
        run = above
    yield from _closed(run, course.base)


def _above(start: Point, end: Point, base: float) -> list[Point]:
    """Cut a piece at the baseline, and return what is above."""
    (x1, y1), (x2, y2) = start, end
    if y1 >= base and y2 >= base:
        return []
    crossing = (x1 + (x2 - x1) * (base - y1) / (y2 - y1), base) if y1 != y2 else start
    if y1 > base:
        return [crossing, end]
    return [start, crossing] if y2 > base else [start, end]


def _closed(run: list[Point], base: float) -> Iterator[list[Point]]:
    if run:
        yield [(run[0][0], base), *run, (run[-1][0], base)]
