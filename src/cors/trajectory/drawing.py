"""Draws scores over time as one SVG: bands, what chance alone can do, and a line for each rater.

Up is better on every scale, as in the journey picture. Words stand at the right of the plot, so
that none lies upon a line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cors.journey import wording
from cors.journey.sheet import Box, Frame, Sheet, number, points, written
from cors.journey.text import cut_short, width
from cors.journey.time_axis import TimeAxis, ticks
from cors.trajectory.drawn_marks import DASHES, draw_key, draw_mark
from cors.trajectory.model import Line, Taken, Trajectory
from cors.trajectory.words import expected_range

HIGH = 220
FOOT = 30
KEY = 24
SIZE = 12
LEAST_BETWEEN = 15


@dataclass(frozen=True)
class Shape:
    """Lengths in pixels: the whole, the ends of the plot, and where words begin beside it."""

    width: float
    left: float
    right: float
    beside: float


WIDE = Shape(760, 40, 560, 586)
NARROW = Shape(358, 34, 222, 240)


@dataclass(frozen=True)
class Plot:
    """Where a day and a score stand."""

    trajectory: Trajectory
    shape: Shape
    top: float

    @property
    def bottom(self) -> float:
        return self.top + HIGH

    @property
    def axis(self) -> TimeAxis:
        shape, drawn = self.shape, self.trajectory
        return TimeAxis(drawn.first_day, drawn.today, shape.left, shape.right)

    def y(self, value: float) -> float:
        """Return the pixel of a score; a scale on which lower is better is turned round."""
        score = self.trajectory.score
        reach = score.high - score.low
        share = (value - score.low) / reach if reach else 0.5
        up = share if self.trajectory.higher_is_better else 1 - share
        return self.bottom - min(max(up, 0), 1) * HIGH

    def at(self, taken: Taken) -> tuple[float, float]:
        return self.axis.so_far(taken.on), self.y(taken.value or 0)


def draw_trajectory(
    trajectory: Trajectory,
    raters: dict[str, str],
    *,
    shape: Shape = WIDE,
    ident: str = "scores",
    says: str = "",
    plain: bool = False,
    night: bool = False,
    right_to_left: bool = False,
) -> str:
    """Return the drawing as an SVG; with plain=True colours are written out, for print."""
    sheet = Sheet(plain or night, night, shape.width if right_to_left else 0)
    lines = [line for line in trajectory.lines if line.scored]
    top = 14 + draw_key(sheet, shape.left, shape.width, [line.rater for line in lines], raters)
    plot = Plot(trajectory, shape, top)
    sheet.rect("ground", Box(0, 0, shape.width, plot.bottom + FOOT), "j-page")
    _draw_bands(sheet, plot)
    _draw_ends(sheet, plot)
    _draw_time(sheet, plot)
    if lines:
        _draw_corridor(sheet, plot, lines[0])
    _draw_expected(sheet, plot)
    for line in reversed(lines):
        _draw_line(sheet, plot, line)
    _write_scores(sheet, plot, lines)
    frame = Frame(ident, trajectory.name, says, shape.width, plot.bottom + FOOT)
    return written(sheet, frame)


def _draw_bands(sheet: Sheet, plot: Plot) -> None:
    """Shade every second band, and write at the right what each is called."""
    scheme, shape = plot.trajectory.scheme, plot.shape
    if scheme is None:
        return
    last = plot.top - LEAST_BETWEEN
    for place, (top, bottom, label) in enumerate(_stripes(plot)):
        if place % 2:
            sheet.rect("columns", Box(shape.left, top, shape.right, bottom), "j-fog")
        middle = (top + bottom) / 2 + 4
        if middle - last >= LEAST_BETWEEN:
            words = cut_short(label, shape.width - shape.beside - 4, SIZE)
            sheet.text(shape.beside, middle, words, SIZE, "j-soft j-words")
            last = middle


def _stripes(plot: Plot) -> Iterator[tuple[float, float, str]]:
    """Yield each band from the top down as two pixels and its words; they meet half-way."""
    scheme = plot.trajectory.scheme
    bands = sorted(scheme.bands, key=lambda band: plot.y(band.low)) if scheme else []
    for place, band in enumerate(bands):
        edges = sorted((plot.y(band.low), plot.y(band.high)))
        if place:
            before = bands[place - 1]
            edges[0] = (edges[0] + max(plot.y(before.low), plot.y(before.high))) / 2
        if place + 1 < len(bands):
            after = bands[place + 1]
            edges[1] = (edges[1] + min(plot.y(after.low), plot.y(after.high))) / 2
        yield edges[0], edges[1], band.label


def _draw_ends(sheet: Sheet, plot: Plot) -> None:
    score, left = plot.trajectory.score, plot.shape.left
    for value in (score.low, score.high):
        y = plot.y(value)
        hair = f"M{number(left)} {number(y)}H{number(plot.shape.right)}"
        sheet.path("hairlines", hair, "j-hair-under", stroke_width=1)
        sheet.text(left - 6, y + 4, f"{value:g}", SIZE, "j-soft j-num", anchor="end")


def _draw_time(sheet: Sheet, plot: Plot) -> None:
    y, axis = plot.bottom, plot.axis
    for tick in ticks(axis):
        long = 8 if tick.strong else 5
        sheet.path("axis", f"M{number(tick.x)} {number(y)}v{long}", "j-water", stroke_width=1.5)
        if tick.words:
            weight, paint = (600, "j-ink") if tick.strong else (400, "j-soft")
            sheet.text(tick.x + 4, y + 18, tick.words, SIZE, paint, weight)
    if (axis.start.month, axis.start.day) != (1, 1):
        year = str(axis.start.year)
        sheet.text(plot.shape.left - 6, y + 18, year, SIZE, "j-soft j-num", anchor="end")
    today = f"M{number(axis.now)} {number(plot.top)}V{number(y)}"
    sheet.path("today", today, "j-today", stroke_width=1.5)
    sheet.text(axis.now + 4, y + 18, wording.CLIENT_TODAY, SIZE, "j-ink", 600)


def _draw_corridor(sheet: Sheet, plot: Plot, line: Line) -> None:
    """Draw from the baseline on what chance alone can do, between two dotted lines."""
    corridor, baseline = plot.trajectory.corridor(line), line.baseline
    if corridor is None or baseline is None:
        return
    start, now = plot.axis.so_far(baseline.days[0]), plot.axis.now
    top, bottom = sorted(plot.y(value) for value in corridor)
    sheet.rect("glow", Box(start, top, max(now, start + 8), bottom), "j-chance")
    edges = "".join(
        f"M{number(start)} {number(y)}H{number(max(now, start + 8))}" for y in (top, bottom)
    )
    sheet.path("base", edges, "j-base", stroke_width=1.6)


def _draw_expected(sheet: Sheet, plot: Plot) -> None:
    """Draw a bracket at the end of the plot where two in three people in general lie."""
    if plot.trajectory.norm is None:
        return
    top, bottom = sorted(plot.y(value) for value in expected_range(plot.trajectory))
    x = plot.shape.right + 6
    bracket = f"M{number(x)} {number(top)}h6V{number(bottom)}h-6"
    sheet.path("poles", bracket, "j-expected", stroke_width=2)


def _draw_line(sheet: Sheet, plot: Plot, line: Line) -> None:
    """Join what counts; a score that is set aside has its mark alone."""
    along = [plot.at(taken) for taken in line.counted]
    dashes = {"stroke_dasharray": DASHES[line.rater]} if DASHES.get(line.rater) else {}
    if along:
        sheet.path("lines", points(along), "j-line", stroke_width=1.8, **dashes)
    for x, y in _points(plot, line):
        draw_mark(sheet, line.rater, x, y)


def _write_scores(sheet: Sheet, plot: Plot, lines: Sequence[Line]) -> None:
    """Write each score at its mark as far as none lies upon another; the ends come first."""
    found = [Box(x - 5, y - 5, x + 5, y + 5) for line in lines for x, y in _points(plot, line)]
    left = plot.shape.left - 4
    found += [Box(0, y - 7, left, y + 7) for y in (plot.top, plot.bottom)]
    for line in lines:
        rows = list(line.scored)
        for taken in [*rows[:1], *reversed(rows[1:])]:
            words, (x, y) = f"{taken.value:g}", plot.at(taken)
            for baseline in (y - 8, y + 17):
                half = width(words, SIZE, 600) / 2
                box = Box(x - half, baseline - 10, x + half, baseline + 2)
                inside = box.top > plot.top - 12 and box.bottom < plot.bottom + 6
                if inside and not any(box.meets(other, 1) for other in found):
                    found.append(box)
                    sheet.text(x, baseline, words, SIZE, "j-ink j-num j-halo", 600, "middle")
                    break


def _points(plot: Plot, line: Line) -> list[tuple[float, float]]:
    return [plot.at(taken) for taken in line.scored]
