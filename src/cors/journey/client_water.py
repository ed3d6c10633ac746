"""Draws for the person what was in the way and what helped, beneath a line that waves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cors.journey import bands, days, marks, wording
from cors.journey.model import Barrier, Journey, Work
from cors.journey.sheet import Box, Run, Sheet, number
from cors.journey.style import Style
from cors.journey.text import cut_short, isolated, width, wrap
from cors.journey.time_axis import TimeAxis

MOST = 4
NAMED = 4
BAND = 15
WAVE = 44
HIGH = 2.2
WORKS = 2


@dataclass(frozen=True)
class Water:
    """What the rows are drawn on."""

    sheet: Sheet
    axis: TimeAxis
    style: Style

    @property
    def far(self) -> float:
        return self.style.width - self.style.edge / 2

    @property
    def line(self) -> float:
        return self.style.small * 1.35


def draw_surface(sheet: Sheet, axis: TimeAxis, style: Style, y: float) -> None:
    """Draw the waving line with its months, and the duck at today."""
    draw_waves(sheet, style, y)
    far = axis.now - 24 if axis.has_room_ahead else axis.now
    reach = -1.0
    for x, said in _months(axis, style):
        wide = width(said, style.small)
        if x - 4 < reach or x - 4 + wide > max(far, style.left + wide):
            continue
        sheet.path("axis", f"M{number(x)} {number(y)}v9", "j-water", stroke_width=1.8)
        sheet.text(x - 4, y + 28, said, style.small, "j-soft j-halo-under")
        reach = x - 4 + wide + 18
    marks.duck(sheet, axis.now, y + 1, 1.7 if style.is_narrow else 2)


def draw_waves(sheet: Sheet, style: Style, y: float) -> None:
    """Draw the water line, and the first of the water under it."""
    half = WAVE / 2
    turns = f"t{half:g} 0" * (2 * int(style.width / WAVE) + 1)
    line = f"M0 {number(y)}q{half / 2:g} {-2 * HIGH:g} {half:g} 0{turns}"
    sheet.path("ground", f"{line}V{number(y + 40)}H0z", "j-under")
    sheet.path("axis", line, "j-water", stroke_width=2.4)


def _months(axis: TimeAxis, style: Style) -> Iterator[tuple[float, str]]:
    """Yield the start and the months after it, with a year where one begins."""
    name = days.month if style.is_narrow else days.month_name
    yield axis.left, f"{name(axis.start)} {axis.start.year}"
    step = 12 if axis.is_long else 3
    first = days.first_of_month(axis.start, 1)
    year = axis.start.year
    while first <= axis.today:
        if (first.month - 1) % step == 0:
            said = f"{name(first)} {first.year}" if first.year != year else name(first)
            yield axis.x(first), said
            year = first.year
        first = days.first_of_month(first, 1)


def chosen(barriers: Sequence[Barrier], today: date) -> tuple[list[Barrier], list[Barrier]]:
    """Return the few that are drawn, open ones first and then the longest, and the rest."""
    ranked = sorted(
        barriers,
        key=lambda one: (one.resolved_on is not None, one.from_on - (one.resolved_on or today)),
    )
    return bands.ordered(ranked[:MOST]), ranked[MOST:]


def draw_depth(water: Water, journey: Journey, y: float) -> float:
    """Draw all rows and sentences under the surface, and return where they end."""
    drawn, rest = chosen(journey.barriers, journey.today)
    if drawn or journey.straight:
        y = _write_heading(water, bool(drawn), y)
    for barrier in drawn:
        y = _draw_barrier(water, barrier, y)
    for said in _sentences(journey, rest):
        room = water.style.width - 2 * water.style.edge
        for line in wrap(said, room, water.style.small):
            water.sheet.text(water.style.edge, y + 16, line, water.style.small, "j-soft")
            y += water.line
        y += 10
    return _write_said(water, journey, y + 10) if journey.said else y


def _write_heading(water: Water, has_bands: bool, y: float) -> float:
    style = water.style
    head = wording.CLIENT_UNDER if has_bands else wording.CLIENT_HELPED
    room = style.width - 2 * style.edge
    for line in wrap(head, room, style.goal, 700):
        water.sheet.text(style.edge, y + style.goal, line, style.goal, "j-ink", 700)
        y += style.goal * 1.3
    if has_bands:
        beside = style.edge + width(head, style.goal, 700) + 14
        fits = beside + width(wording.CLIENT_DOSE, style.small) < style.width - style.edge
        at = (beside, y - style.goal * 0.3) if fits else (style.edge, y + style.small)
        water.sheet.text(*at, wording.CLIENT_DOSE, style.small, "j-soft")
        y += 0 if fits else water.line
    return y + 16


def _draw_barrier(water: Water, barrier: Barrier, y: float) -> float:
    """Draw a name, its band, how it stands, and the work beneath; return where the next begins."""
    sheet, style, axis = water.sheet, water.style, water.axis
    left = axis.so_far(barrier.from_on)
    right = axis.so_far(barrier.resolved_on) if barrier.resolved_on else axis.now
    right = max(right, left + 10)
    said = cut_short(barrier.title or barrier.name, style.width - 2 * style.edge, style.small, 600)
    x = min(left, style.width - style.edge - width(said, style.small, 600))
    paint = "j-ink j-halo-under j-words"
    sheet.text(max(x, style.edge), y + 16, said, style.small, paint, 600)
    y += 24
    marks.band(sheet, Box(left, y, right, y + BAND), barrier.resolved_on is None)
    y = _write_state(water, barrier, (left, right), y)
    for work in sorted(barrier.work, key=lambda one: one.start)[:WORKS]:
        y = _draw_work(water, work, y)
    return y + 14


def _write_state(water: Water, barrier: Barrier, ends: tuple[float, float], y: float) -> float:
    """Say `still here` or `behind you, April` beside a band, or under it; return where it ends."""
    (left, right), size = ends, water.style.small
    day = barrier.resolved_on
    said = wording.STILL_HERE
    if day:
        month = days.month_name(day)
        when = month if day.year == water.axis.today.year else f"{month} {day.year}"
        said = wording.CLIENT_BEHIND.format(month=when)
    wide, tick = width(said, size), 19 if day else 0
    x, low = right + 11, y + BAND - 1
    if x + tick + wide > water.far:
        x = left - 11 - tick - wide
    if x < water.style.edge / 2:
        x, low = max(min(left, water.far - tick - wide), water.style.edge), y + BAND + 20
    if day:
        marks.check(water.sheet, x, low - 5, 1.3)
    water.sheet.text(x + tick, low, said, size, "j-ink j-halo-under")
    return max(y + BAND, low) + 7


def _draw_work(water: Water, work: Work, y: float) -> float:
    """Draw strokes with their name after, before or beneath them."""
    style, middle = water.style, y + 9
    found = bands.strokes(work, water.axis)
    for one in found:
        high = bands.height_of(one.sessions, water.axis.is_long, style.dose) + 1
        marks.stroke(water.sheet, one.left, one.right, middle, high)
    said = cut_short(work.title or work.name, style.width - 2 * style.edge, style.small)
    wide = width(said, style.small)
    paint = "j-soft j-halo-under j-words"
    left, right = found[0].left, found[-1].right
    if right + 9 + wide <= water.far:
        water.sheet.text(right + 9, middle + 5, said, style.small, paint)
    elif left - 9 - wide >= style.edge / 2:
        water.sheet.text(left - 9, middle + 5, said, style.small, paint, anchor="end")
    else:
        middle += 20
        x = max(min(left, water.far - wide), style.edge)
        water.sheet.text(x, middle + 5, said, style.small, paint)
    return middle + 13


def _sentences(journey: Journey, rest: Sequence[Barrier]) -> Iterator[str]:
    """Yield what the drawing left out, and the work that went straight to a goal."""
    here = [barrier.title or barrier.name for barrier in rest if not barrier.resolved_on]
    past = [barrier.title or barrier.name for barrier in rest if barrier.resolved_on]
    along = [work.title or work.name for _, work in bands.straight(journey)]
    for pattern, names in (
        (wording.CLIENT_ALSO_HERE, here),
        (wording.CLIENT_ALSO_BEHIND, past),
        (wording.CLIENT_ALONG, along),
    ):
        if names:
            yield pattern.format(names=_names(names))
    yield from journey.shown_of_measures


def _names(names: Sequence[str]) -> str:
    """Return names as a sentence lists them; of many the first few, and how many more."""
    said = [isolated(name) for name in dict.fromkeys(names)]
    if len(said) > NAMED + 1:
        said = [*said[:NAMED], wording.count(len(said) - NAMED, *wording.CLIENT_MORE)]
    return wording.listed(said)


def _write_said(water: Water, journey: Journey, y: float) -> float:
    """End on the person's own sentence, as they said it, with its month."""
    style, said = water.style, journey.said
    if said is None:
        return y
    room = style.width - 2 * style.edge
    month = days.month_name(said.on)
    when = month if said.on.year == journey.today.year else f"{month} {said.on.year}"
    lines = wrap(f"“{said.words}”", room, style.goal, 700)
    for line in lines[:-1]:
        water.sheet.text(style.edge, y + 20, line, style.goal, "j-ink j-words", 700)
        y += style.goal * 1.3
    told = wording.CLIENT_SAID.format(month=when)
    beside = width(lines[-1], style.goal, 700) + 14 + width(told, style.small) < room
    runs = [Run(lines[-1], style.goal, "j-ink", 700)]
    runs += [Run(told, style.small, "j-soft")] if beside else []
    water.sheet.runs(style.edge, y + 20, style.goal, runs, "j-words")
    if not beside:
        y += style.goal * 1.3
        water.sheet.text(style.edge, y + 20, told, style.small, "j-soft")
    return y + style.goal * 1.3 + 6
