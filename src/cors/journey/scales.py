"""Draws each measure as a small line over the full range of its scale; up is always better."""

from collections.abc import Iterator, Sequence

from cors.journey import wording
from cors.journey.course import Chart
from cors.journey.layout import Layout
from cors.journey.model import Measure, Score
from cors.journey.sheet import Box, Sheet, number, points
from cors.journey.style import Style
from cors.journey.text import cut_short, width, wrap

ROW = 62
CHART = 40
SQUARE = 6


def scored(measures: Sequence[Measure]) -> list[Measure]:
    """Return the measures that hold a score."""
    return [measure for measure in measures if measure.scores]


def by_day(measure: Measure) -> list[Score]:
    return sorted(measure.scores, key=lambda score: score.on)


def height(measure: Measure, chart: Chart, value: float) -> float:
    """Return the pixel of a score; a scale on which lower is better is turned round."""
    reach = measure.high - measure.low
    share = (value - measure.low) / reach if reach else 0.5
    share = min(max(share if measure.higher_is_better else 1 - share, 0), 1)
    return chart.bottom - share * chart.height


def ends(measure: Measure) -> tuple[str, str]:
    """Return what stands at the top and at the bottom."""
    high, low = f"{measure.high:g}", f"{measure.low:g}"
    return (high, low) if measure.higher_is_better else (low, high)


def draw_scale(sheet: Sheet, measure: Measure, layout: Layout, style: Style, chart: Chart) -> None:
    """Draw both hairlines with their numbers, the line and a square for each score."""
    left, right = number(style.left), number(style.right)
    hairs = "".join(f"M{left} {number(y)}H{right}" for y in (chart.top, chart.bottom))
    sheet.path("hairlines", hairs, "j-hair-under", stroke_width=1)
    for words, y in zip(ends(measure), (chart.top, chart.bottom), strict=True):
        at = style.left - (6 if style.is_phone else 8)
        sheet.text(at, y + 4, words, style.axis, "j-soft j-num", anchor="end")
    along = list(_along(measure, layout, chart))
    if measure.chance and along:
        top, bottom = sorted(height(measure, chart, value) for value in measure.chance)
        room = Box(along[0][0], top, layout.axis.now, bottom)
        sheet.rect("glow", room, "j-chance")
        edges = "".join(
            f"M{number(room.left)} {number(y)}H{number(room.right)}" for y in (top, bottom)
        )
        sheet.path("base", edges, "j-base", stroke_width=1)
    sheet.path("lines", points(along), "j-line", stroke_width=1.8 if style.is_phone else 1.6)
    half = (SQUARE - (0.8 if style.is_phone else 0)) / 2
    for x, y in along:
        sheet.rect("dots", Box(x - half, y - half, x + half, y + half), "j-square", stroke_width=1)


def _along(measure: Measure, layout: Layout, chart: Chart) -> Iterator[tuple[float, float]]:
    for score in by_day(measure):
        yield layout.axis.so_far(score.on), height(measure, chart, score.value)


def draw_row(sheet: Sheet, measure: Measure, layout: Layout, style: Style, top: float) -> None:
    """Draw a measure of the wide picture with its words, its scores and its number."""
    chart = Chart(top, CHART)
    draw_scale(sheet, measure, layout, style, chart)
    name = cut_short(measure.name, 136, 13, 600)
    sheet.text(46, top + 12, name, 13, "j-ink j-words", 600)
    for place, line in enumerate(wrap(_direction(measure), 136, 12)):
        sheet.text(46, top + 27 + 14.6 * place, line, 12, "j-soft")
    _write_scores(sheet, measure, layout, chart)
    scores = by_day(measure)
    x = layout.axis.now + 14
    sheet.text(x, top + 14, f"{scores[-1].value:g}", 18, "j-ink", 700)
    if len(scores) > 1:
        sheet.text(x, top + 29, f"from {scores[0].value:g}", 12, "j-soft")
    if measure.said:
        sheet.text(x, top + 44, cut_short(measure.said, 78, 12), 12, "j-ink")


def _direction(measure: Measure) -> str:
    if measure.higher_is_better:
        return wording.HIGHER_IS_BETTER
    return wording.TURNED.format(low=f"{measure.low:g}")


def _write_scores(sheet: Sheet, measure: Measure, layout: Layout, chart: Chart) -> None:
    """Write each score over its square, as far as none lies upon another; the ends come first."""
    found: list[Box] = []
    dots = list(zip(by_day(measure), _along(measure, layout, chart), strict=True))
    for score, (x, y) in [*dots[:1], *reversed(dots[1:])]:
        words = f"{score.value:g}"
        half = width(words, 12) / 2
        baseline = y + 15 if y - chart.top < 12 else y - 7
        box = Box(x - half, baseline - 10, x + half, baseline + 2)
        if x + half < layout.axis.now + 12 and not any(box.meets(other, 3) for other in found):
            found.append(box)
            sheet.text(x, baseline, words, 12, "j-ink j-num j-halo-under", anchor="middle")
