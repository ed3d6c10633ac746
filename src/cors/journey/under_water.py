"""Draws what is in the way and the work put in, beneath the water line of the wide picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cors.journey import bands, days, marks, wording
from cors.journey.bands import Row
from cors.journey.layout import Layout
from cors.journey.model import Barrier, Work
from cors.journey.sheet import Box, Sheet, number
from cors.journey.style import Style
from cors.journey.text import cut_short, isolated, width, wrap
from cors.journey.ties import Tie

BAND = 13
BADGE = 20
NAME = 13


@dataclass(frozen=True)
class Water:
    """What the rows under the water line are drawn on, and how far their words may reach."""

    sheet: Sheet
    layout: Layout
    style: Style
    letters: dict[str, str]
    ties: Sequence[Tie]
    rows: Sequence[Row]

    @property
    def limit(self) -> float:
        axis = self.layout.axis
        return self.style.width - self.style.edge if axis.has_room_ahead else axis.now - 4

    def tie_of(self, barrier: Barrier) -> Tie | None:
        return next((tie for tie in self.ties if tie.barrier is barrier), None)

    def is_tied_between(self, left: float, right: float, y: float) -> bool:
        """Tell whether a tie passes at a height between two pixels."""
        bottoms = {id(row.barrier): row.band_top for row in self.rows if row.barrier}
        return any(
            left - 2 < tie.x < right + 2 and bottoms.get(id(tie.barrier), 0) > y
            for tie in self.ties
        )


def draw_rows(water: Water) -> None:
    for row in water.rows:
        if row.barrier:
            _draw_barrier(water, row, row.barrier)
        else:
            _draw_straight(water, row)


def draw_ties(water: Water) -> None:
    """Draw each tie from its band up to its highest knot, behind all that it passes."""
    tops = {id(row.barrier): row.band_top for row in water.rows if row.barrier}
    for tie in water.ties:
        line = f"M{number(tie.x)} {number(tie.top)}V{number(tops[id(tie.barrier)])}"
        for knot in tie.knots:
            if knot.reach > 0:
                line += f"M{number(tie.x)} {number(knot.y)}H{number(knot.x)}"
        water.sheet.path("ties", line, "j-tie", stroke_width=1)


def _draw_barrier(water: Water, row: Row, barrier: Barrier) -> None:
    axis = water.layout.axis
    left, tie = axis.so_far(barrier.from_on), water.tie_of(barrier)
    right = axis.so_far(barrier.resolved_on) if barrier.resolved_on else axis.now
    right = max(right, (tie.x + 4) if tie else 0, left + 8)
    top = row.band_top
    marks.band(water.sheet, Box(left, top, right, top + BAND), barrier.resolved_on is None)
    name = _Name(water, row, barrier.name, max(left + 14, tie.x + 8 if tie else 0), left)
    if barrier.resolved_on is None:
        water.sheet.text(max(right, axis.now) + 14, top + 11, wording.STILL_HERE, 12, "j-ink")
        name.write()
    else:
        _write_resolved(name, barrier.resolved_on, right, top + 11)
    for place, work in enumerate(row.work):
        _draw_work(water, work, top + 25 + 20 * place)


def _write_resolved(name: "_Name", day: date, right: float, y: float) -> None:
    """Say when a barrier was resolved: after its band, on the line of its name, or before it."""
    said = f"resolved {days.short(day)}"
    wide, sheet = width(said, 12) + 13, name.water.sheet
    after_name = name.start + name.width + 10
    if right + 7 + wide <= name.water.limit:
        name.write()
        _tick_and_words(sheet, right + 7, y, said)
    elif name.before - 10 - wide < name.water.style.left or (after_name + wide <= name.water.limit):
        _tick_and_words(sheet, name.write(wide + 10) + 10, name.row.top + 14, said)
    else:
        name.write()
        _tick_and_words(sheet, name.before - 10 - wide, y, said)


def _tick_and_words(sheet: Sheet, x: float, y: float, said: str) -> None:
    marks.check(sheet, x, y - 4)
    sheet.text(x + 13, y, said, 12, "j-ink j-halo-under")


@dataclass(frozen=True)
class _Name:
    """The letters and the name of a row: from where they start, or before where they end."""

    water: Water
    row: Row
    said: str
    start: float
    before: float

    @property
    def letters(self) -> list[str]:
        named = self.water.letters
        return [named[ident] for ident in self.row.goals if ident in named]

    @property
    def room(self) -> float:
        return BADGE * len(self.letters) + (5 if self.letters else 0)

    @property
    def width(self) -> float:
        return self.room + width(self.said, NAME, 600)

    def write(self, after: float = 0) -> float:
        """Write it with so much room after it, and return where it ends.

        Right of the start of the band; else left of it; else as far right as today allows.
        """
        limit, edge = self.water.limit, self.water.style.left
        said = cut_short(self.said, limit - edge - self.room - after, NAME, 600)
        wide = self.room + width(said, NAME, 600) + after
        start = self.start
        if start + wide > limit:
            is_left_free = self.before - 10 - wide >= edge
            start = self.before - 10 - wide if is_left_free else max(edge, limit - wide)
        for place, letter in enumerate(self.letters):
            marks.badge(self.water.sheet, start + 9 + BADGE * place, self.row.top + 9, letter)
        y, paint = self.row.top + 14, "j-ink j-halo-under j-words"
        self.water.sheet.text(start + self.room, y, said, NAME, paint, 600)
        return start + wide - after


def _draw_straight(water: Water, row: Row) -> None:
    work = row.work[0]
    drawn = _draw_strokes(water, work, row.top + 28)
    words = wording.done(work.name, len(work.sessions))
    _Name(water, row, words, drawn[0] - 0.8, drawn[0]).write()


def _draw_strokes(water: Water, work: Work, middle: float) -> tuple[float, float]:
    """Draw the strokes of an intervention and return where they begin and end."""
    axis = water.layout.axis
    found = bands.strokes(work, axis)
    for one in found:
        high = bands.height_of(one.sessions, axis.is_long, water.style.dose)
        marks.stroke(water.sheet, one.left, one.right, middle, high)
    return found[0].left, found[-1].right


def _draw_work(water: Water, work: Work, middle: float) -> None:
    left, right = _draw_strokes(water, work, middle)
    whole = wording.done(work.name, len(work.sessions))
    brief = f"{isolated(work.name)}, {len(work.sessions)}" if work.sessions else work.name
    words, x, anchor = _words_at(water, (whole, brief), left - 8, right + 8, middle)
    water.sheet.text(x, middle + 4, words, 12, "j-soft j-halo-under j-words", anchor=anchor)


def _words_at(
    water: Water, forms: tuple[str, str], left: float, right: float, y: float
) -> tuple[str, float, str]:
    """Choose where the words of strokes stand: after them, or before where no tie is crossed."""
    for words in forms:
        wide = width(words, 12)
        if right + wide <= water.limit:
            return words, right, "start"
        if left - wide >= water.style.left and not water.is_tied_between(left - wide, left, y):
            return words, left, "end"
    brief = forms[1]
    after, before = water.limit - right, left - water.style.left
    if before >= width(brief, 12) or before > after:
        return cut_short(brief, before, 12), left, "end"
    return cut_short(brief, after, 12), right, "start"


def draw_heading(sheet: Sheet, layout: Layout) -> None:
    sheet.text(20, layout.water + 18, wording.UNDER, 13, "j-ink", 600)


def draw_gutter(water: Water) -> float:
    """Explain the forms that are held, and return the height at which the explanation ends."""
    sheet, top = water.sheet, water.layout.water
    has_bands = any(row.barrier for row in water.rows)
    said = wording.IN_THE_WAY if has_bands else wording.WORK_ONLY
    y = top + 54
    for line in wrap(said, 150, 12):
        sheet.text(20, y, line, 12, "j-soft")
        y += 14.7
    y += 16
    if has_bands:
        marks.band(sheet, Box(20, y - 10, 54, y + 3), False)
        sheet.text(62, y, wording.KEY_BAND, 12, "j-soft")
        y += 24
    if any(row.work for row in water.rows):
        y = _key_of_strokes(water, y)
    if water.ties:
        sheet.path("ties", f"M37 {number(y - 14)}v20", "j-tie", stroke_width=1)
        sheet.rect("knots", Box(33, y - 16, 41, y - 8), "j-knot")
        sheet.text(62, y, wording.KEY_TIE, 12, "j-soft")
        y += 24
    return y


def _key_of_strokes(water: Water, y: float) -> float:
    is_long = water.layout.axis.is_long
    for place, sessions in enumerate((2, 7, 14) if is_long else (1, 4, 7)):
        high = bands.height_of(sessions, is_long, water.style.dose)
        marks.stroke(water.sheet, 20 + 13 * place, 31 + 13 * place, y - 4, high)
    lines = wrap(wording.KEY_QUARTER if is_long else wording.KEY_MONTH, 130, 12)
    for place, line in enumerate(lines):
        water.sheet.text(62, y + 15 * place, line, 12, "j-soft")
    return y + 15 * len(lines) + 6


def draw_nothing(sheet: Sheet, layout: Layout, style: Style) -> float:
    """Say that nothing stands in the way so far, and return how deep the water is then."""
    draw_heading(sheet, layout)
    for place, line in enumerate(wrap(wording.NOTHING_IN_THE_WAY, 540, 14)):
        sheet.text(style.left, layout.water + 58 + 17.1 * place, line, 14, "j-soft")
    return 118
