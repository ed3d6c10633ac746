"""The picture for a phone: one lane under the other, with the words in lists between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cors.journey import flags, goal_lane, marks, moments, phone_water, surface, wording
from cors.journey.course import Chart, course
from cors.journey.days import month_of_year
from cors.journey.labels import Space
from cors.journey.layout import DENSE, SOME, Lane, Layout, drawn_goals, is_busy, is_dense, time_axis
from cors.journey.links import Links, Stops, to_the_table
from cors.journey.model import Goal, Journey, letters, number_now
from cors.journey.phone_lists import Folded, folded
from cors.journey.plot import Plot
from cors.journey.sentences import description, of_flag
from cors.journey.sheet import Box, Frame, Sheet, written
from cors.journey.style import PHONE as STYLE
from cors.journey.text import cut_short, width, wrap

WORDS = 16
WORDS_WIDE = 200
LEADING = 19.5
CHART = 62
OWN_CHART = 12
FIRST_LANE = 42
CAP = 10
FLAG = 16


@dataclass(frozen=True)
class LanePart:
    """One goal on a phone: its picture, and the list to stand beneath it."""

    ident: str
    letter: str
    words: str
    svg: str
    listed: Folded


@dataclass(frozen=True)
class Parts:
    """A phone's picture in parts: a heading, how long, the lanes, and what lies under water."""

    title: str
    span: str
    says: str
    lanes: tuple[LanePart, ...]
    below: str
    earlier_goals: str


def parts(
    journey: Journey,
    *,
    links: Links | None = None,
    opens: Links | None = None,
    right_to_left: bool = False,
) -> Parts:
    """Return the parts between which a page sets its lists."""
    axis = time_axis(journey, STYLE)
    mirror = STYLE.width if right_to_left else 0
    lanes = []
    for lane in _lanes(journey, 0, stacked=False):
        sheet = Sheet(mirror=mirror, opens=opens)
        _draw_lane(sheet, journey, lane, Stops(sheet, journey, links or to_the_table))
        sheet.rect("ground", Box(0, 0, STYLE.width, lane.bottom), "j-page")
        title = f"Goal {lane.letter}" if lane.letter else wording.OWN_LINE
        frame = Frame(f"journey-{lane.letter.lower() or 'own'}", title, "", 358, lane.bottom)
        lanes.append(_part(lane, written(sheet, frame), axis.today))
    away = drawn_goals(journey)[1]
    return Parts(
        title=wording.title(journey.name),
        span=wording.span(axis.start, axis.today),
        says=description(journey),
        lanes=tuple(lanes),
        below=_below(Sheet(mirror=mirror), journey, links or to_the_table),
        earlier_goals=wording.count(len(away), *wording.EARLIER_GOALS) if away else "",
    )


def _part(lane: Lane, svg: str, today: date) -> LanePart:
    goal = lane.goal
    words = goal.words or wording.OWN_LINE
    return LanePart(goal.ident, lane.letter, words, svg, folded(goal, today))


def _below(sheet: Sheet, journey: Journey, links: Links) -> str:
    bottom = _draw_below(sheet, journey, 30, Stops(sheet, journey, links))
    surface.draw_ground(sheet, STYLE.width, 30, bottom)
    return written(sheet, Frame("journey-below", wording.UNDER, "", STYLE.width, bottom))


def draw_phone(sheet: Sheet, journey: Journey, links: Links) -> str:
    """Return the whole picture in one, without the lists."""
    stops = Stops(sheet, journey, links)
    axis = time_axis(journey, STYLE)
    span = wording.span(axis.start, axis.today)
    far = STYLE.width - STYLE.edge
    name = cut_short(wording.title(journey.name), far - STYLE.edge - width(span, 13) - 12, 20, 700)
    sheet.text(STYLE.edge, 30, name, 20, "j-ink", 700)
    sheet.text(far, 30, span, 13, "j-soft", anchor="end")
    top: float = FIRST_LANE
    for line in wrap(journey.shown, far - STYLE.edge, 13, 600) if journey.shown else ():
        sheet.text(STYLE.edge, top + 8, line, 13, "j-ink", 600)
        top += 19
    for lane in _lanes(journey, top):
        _draw_lane(sheet, journey, lane, stops)
        top = lane.bottom + 8
    bottom = _draw_below(sheet, journey, top + 26, stops)
    surface.draw_ground(sheet, STYLE.width, top + 26, bottom)
    title, says = wording.title(journey.name), description(journey)
    return written(sheet, Frame("journey-phone", title, says, STYLE.width, bottom))


def _lanes(journey: Journey, top: float, *, stacked: bool = True) -> Iterator[Lane]:
    """Place each lane under the one before, or each at the top of a sheet of its own."""
    named, own = letters(journey), journey.own_line
    for goal in (*((own,) if own else ()), *drawn_goals(journey)[0]):
        lane = _lane(journey, named.get(goal.ident, ""), goal, top)
        yield lane
        top = lane.bottom + 8 if stacked else top


def _lane(journey: Journey, name: str, goal: Goal, top: float) -> Lane:
    """Place one goal: its words, the chart under them, and the ends of the axis."""
    axis = time_axis(journey, STYLE)
    words = wrap(goal.words or wording.OWN_LINE, WORDS_WIDE, WORDS, 600)
    high = CHART if goal.words else OWN_CHART
    chart = Chart(top + 21 + LEADING * (len(words) - 1) + 34.5, high)
    line = course(goal, axis, chart, journey.pauses)
    dense = is_dense(journey, axis)
    sizes = replace(DENSE if dense else SOME, words=WORDS)
    bottom = chart.bottom + _foot(goal) + 10
    busy = dense or is_busy(goal, axis)
    return Lane(goal, name, top, bottom, chart, line, tuple(words), (), sizes, busy)


def _foot(goal: Goal) -> float:
    """Return how far below the chart the ends of the axis are written: clear of any arc."""
    return 34 if any(moment.kind == "setback" for moment in goal.moments) else 22


def _draw_lane(sheet: Sheet, journey: Journey, lane: Lane, stops: Stops) -> None:
    axis, dense = time_axis(journey, STYLE), lane.is_dense
    if lane.is_own:
        marks.way(sheet, 25, lane.top + 16)
    else:
        marks.badge(sheet, 25, lane.top + 16, lane.letter)
    for place, words in enumerate(lane.words):
        y = lane.top + 21 + LEADING * place
        sheet.text(42, y, words, WORDS, "j-ink j-words", 600)
    if not lane.is_own:
        _draw_number(sheet, lane)
    _draw_columns(sheet, journey, lane)
    goal_lane.draw_chart(sheet, lane, STYLE)
    goal_lane.draw_line(sheet, lane, goal_lane.grounds(lane, axis), "ends")
    space = Space(Box(0, lane.chart.top - 20, STYLE.width, lane.bottom))
    plot = Plot(sheet, space, axis, lane.course, lane.chart.top - 8, dense)
    rings = [one.ring for one in moments.draw_setbacks(plot, lane.goal)]
    _draw_flags(plot, lane, dense)
    moments.draw_successes(plot, lane.goal, rings)
    y = lane.chart.bottom + _foot(lane.goal)
    sheet.text(STYLE.left, y, month_of_year(axis.start), 12, "j-soft")
    sheet.text(max(axis.now, STYLE.left + 100), y, "today", 12, "j-soft", anchor="end")
    stops.lane(lane.goal, Box(6, lane.top, STYLE.width - 6, lane.bottom))


def _draw_number(sheet: Sheet, lane: Lane) -> None:
    """Write `from 1 to 9` at the right, the last number large."""
    now, far, y = number_now(lane.goal), STYLE.width - STYLE.edge, lane.top + 28
    if now is None:
        sheet.text(far, y - 7, " ".join(wording.NOT_RATED), 13, "j-soft", anchor="end")
        return
    paint = "j-soft" if lane.goal.ended_on else "j-ink"
    sheet.text(far, y, str(now[1]), 26, paint, 700, "end")
    if len(lane.goal.ratings) > 1:
        x = far - width(str(now[1]), 26, 700) - 3
        sheet.text(x, y - 1, f"from {now[0]} to", 13, "j-soft", anchor="end")


def _draw_columns(sheet: Sheet, journey: Journey, lane: Lane) -> None:
    """Draw reviews and pauses in this lane, without words."""
    axis, top = time_axis(journey, STYLE), lane.chart.top - CAP
    half = 1.5 if lane.sizes.chart == DENSE.chart else 3
    for review in journey.reviews:
        if review.on > axis.end:
            continue
        x = axis.x(review.on)
        column = Box(x - half, top, x + half, lane.chart.bottom + 4)
        if review.planned:
            sheet.rect("columns", column, "j-planned", stroke_width=1)
        else:
            sheet.rect("columns", column, "j-fog")
            sheet.rect("columns", Box(x - half, top, x + half, top + 3), "j-cap")
    for pause in journey.pauses:
        left, right = axis.so_far(pause.start), axis.so_far(pause.end or axis.today)
        if right - left > 3:
            outline = Box(left, top, right, lane.chart.bottom + 4)
            sheet.rect("columns", outline, "j-planned", stroke_width=1)


def _draw_flags(plot: Plot, lane: Lane, dense: bool) -> None:
    """Hoist flags without words, each on the side where no other is."""
    drawn = flags.drawn_flags(lane.goal, dense)
    found = [(plot.axis.so_far(flag.on), flag) for flag in drawn]
    taken: list[Box] = []
    for place, (x, flag) in enumerate(found):
        after = found[place + 1][0] if place + 1 < len(found) else STYLE.width
        to_right = x + 20 <= min(after, STYLE.width - STYLE.edge)
        top = lane.chart.top - FLAG
        box = Box(x if to_right else x - 17, top, x + 17 if to_right else x, top + 13)
        while any(box.meets(other) for other in taken) and box.top < lane.chart.bottom - 40:
            box = Box(box.left, box.top + 14, box.right, box.bottom + 14)
        taken.append(box)
        marks.pole(plot.sheet, x, max(plot.course.y(x), box.bottom), box.top)
        cloth = marks.pennant if flag.rung else marks.swallow_tail
        cloth(plot.sheet, x, box.top, to_right)
        plot.sheet.mark(flag.ident, of_flag(flag), box)


def _draw_below(sheet: Sheet, journey: Journey, water: float, stops: Stops) -> float:
    """Draw the water line and all that lies beneath it; return where the picture ends."""
    axis = time_axis(journey, STYLE)
    layout = Layout(axis, (), water, is_dense=is_dense(journey, axis))
    if phone_water.has_depth(journey):
        bottom = phone_water.draw_depth(sheet, journey, layout, stops)
    else:
        lines: Sequence[str] = wrap(wording.NOTHING_IN_THE_WAY, STYLE.width - 2 * STYLE.edge, 14)
        bottom = phone_water.draw_nothing(sheet, layout, lines)
    surface.draw_water_line(sheet, layout, STYLE, water)
    marks.duck(sheet, axis.now, water + 1, 1.1)
    is_near_edge = axis.now < STYLE.left + 60
    x, anchor = (axis.now + 24, "start") if is_near_edge else (axis.now - 22, "end")
    sheet.text(x, water - 8, wording.TODAY, 13, "j-ink", 600, anchor)
    return bottom
