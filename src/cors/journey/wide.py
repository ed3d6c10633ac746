"""The picture for a worker's wide page: lanes above the water, all that carries them beneath."""

from collections.abc import Sequence
from dataclasses import replace

from cors.journey import (
    bands,
    flags,
    gathered,
    gathered_water,
    goal_lane,
    head,
    moment_words,
    moments,
    scales,
    surface,
    under_water,
    wording,
)
from cors.journey.bands import Row
from cors.journey.layout import Lane, Layout, lay_out
from cors.journey.links import Links, Stops
from cors.journey.model import Journey, Pause, letters
from cors.journey.plot import Plot
from cors.journey.sentences import description
from cors.journey.sheet import Box, Frame, Sheet, written
from cors.journey.style import WORKER
from cors.journey.ties import Tie, crossing, ties

STYLE = WORKER
LEAST_DEPTH = 160
FIRST_ROW = 40
MOST_MARKS = 48


def draw_wide(sheet: Sheet, journey: Journey, links: Links) -> str:
    """Return the whole wide picture."""
    layout = lay_out(journey, STYLE)
    is_gathered = gathered.is_gathered(journey)
    found = [] if is_gathered else ties(bands.ordered(journey.barriers), layout)
    stops = Stops(sheet, journey, links)
    _draw_above(sheet, journey, layout, found, stops)
    top = layout.water + FIRST_ROW
    if is_gathered:
        top = gathered_water.draw_areas(sheet, journey, layout, stops, top)
    rows = bands.rows(replace(journey, barriers=()) if is_gathered else journey, top)
    is_deep = bool(is_gathered or rows or scales.scored(journey.measures))
    if is_deep:
        bottom = _draw_depth(sheet, journey, layout, rows, found, stops, top)
    else:
        bottom = layout.water + under_water.draw_nothing(sheet, layout, STYLE)
    surface.draw_ground(sheet, STYLE.width, layout.water, bottom)
    surface.draw_water_line(sheet, layout, STYLE, bottom - 8 if is_deep else layout.water)
    surface.draw_today(sheet, layout, STYLE, bottom - 8 if is_deep else layout.water)
    title, says = wording.title(journey.name), description(journey)
    return written(sheet, Frame("journey", title, says, STYLE.width, bottom))


def _draw_above(
    sheet: Sheet, journey: Journey, layout: Layout, found: Sequence[Tie], stops: Stops
) -> None:
    head.draw_head(sheet, journey, layout, STYLE)
    taken = surface.draw_reviews(sheet, journey, layout, STYLE)
    surface.draw_pauses(sheet, journey, layout, STYLE, taken)
    if layout.folded:
        said = wording.count(len(layout.folded), *wording.EARLIER_GOALS)
        sheet.text(STYLE.edge, surface.WORDS - 15, said, 12, "j-soft")
    for lane in layout.lanes:
        draw_lane(sheet, lane, layout, found, journey.pauses)
        stops.lane(lane.goal, Box(12, lane.top + 4, STYLE.width - 12, lane.bottom - 4))


def draw_lane(
    sheet: Sheet, lane: Lane, layout: Layout, found: Sequence[Tie], pauses: Sequence[Pause] = ()
) -> None:
    """Draw one goal with all its marks, and then the words that find room."""
    axis = layout.axis
    space = goal_lane.space_of(lane, axis, STYLE)
    for x, top in crossing(found, lane):
        space.ties.append(Box(x - 0.5, top, x + 0.5, lane.bottom))
    for x in (axis.so_far(day) for p in pauses for day in (p.start, p.end or axis.today)):
        space.ties.append(Box(x - 0.5, lane.top, x + 0.5, lane.bottom))
    goal_lane.draw_words(sheet, lane)
    goal_lane.draw_chart(sheet, lane, STYLE)
    grounds = goal_lane.grounds(lane, axis)
    goal_lane.draw_line(sheet, lane, grounds, "first" if lane.is_dense else "all")
    goal_lane.take_line(space, lane)
    goal_lane.draw_number(sheet, space, lane, axis)
    goal_lane.draw_wordings(sheet, space, lane, axis)
    knots = goal_lane.draw_knots(sheet, space, lane, [k for tie in found for k in tie.knots])
    most = max(6, MOST_MARKS // len(layout.lanes))
    plot = Plot(sheet, space, axis, lane.course, lane.top + 10, lane.is_dense, most=most)
    setbacks = moments.draw_setbacks(plot, lane.goal)
    rings = [one.ring for one in setbacks]
    successes = moments.draw_successes(plot, lane.goal, [*knots, *rings])
    flags.draw_flags(plot, flags.drawn_flags(lane.goal, lane.is_dense), lane.top)
    if not lane.is_dense:
        moment_words.write_setbacks(plot, setbacks)
    moment_words.write_successes(plot, successes)


def _draw_depth(
    sheet: Sheet,
    journey: Journey,
    layout: Layout,
    rows: Sequence[Row],
    found: Sequence[Tie],
    stops: Stops,
    top: float,
) -> float:
    """Draw all that lies under the water and return the height of the picture."""
    water = under_water.Water(sheet, layout, STYLE, letters(journey), found, rows)
    under_water.draw_ties(water)
    under_water.draw_rows(water)
    under_water.draw_heading(sheet, layout)
    end = rows[-1].bottom + 8 if rows else top
    if rows and top == layout.water + FIRST_ROW:
        end = max(end, under_water.draw_gutter(water))
    for row in rows:
        stops.row(row, Box(STYLE.left - 14, row.top - 2, STYLE.width - 12, row.bottom - 6))
    for measure in scales.scored(journey.measures):
        scales.draw_row(sheet, measure, layout, STYLE, end + 12)
        stops.measure(measure, Box(12, end + 4, STYLE.width - 12, end + 60))
        end += scales.ROW
    return max(end + 8, layout.water + (LEAST_DEPTH if rows else 0))
