"""Draws what is in the way of what: goals above the water line, and what holds them back below."""

from collections.abc import Sequence
from dataclasses import dataclass

from cors.journey import marks
from cors.journey.model import letter
from cors.journey.sheet import Box, Frame, Link, Sheet, number, written
from cors.journey.surface import draw_ground
from cors.journey.text import lines_at_most, wrap
from cors.journey.tracks import Track, tracks

EDGE = 10
APART = 12
MARK = 13  # half of the room that a mark takes
SIZE, NOTE = 15, 13
LEADING = 1.3
MOST_LINES = 3
BETWEEN = 14
TURN = 5
IN, OUT = -4, 4  # where a line comes into a row and where one leaves it, from the middle
WATER = 34
TITLE = "What is in the way of what"
BELOW = "In the way"


@dataclass(frozen=True)
class Thing:
    """A goal or something in the way; href leads to its page, for those who may open it."""

    ident: str
    words: str
    note: str = ""
    href: str = ""
    is_left: bool = False  # left alone for now


@dataclass(frozen=True)
class InTheWay:
    """Goals, what is in the way, and links: (what holds, what is held), both by ident."""

    goals: Sequence[Thing]
    barriers: Sequence[Thing]
    links: Sequence[tuple[str, str]]

    def names(self) -> dict[str, str]:
        """Return a letter for each goal and a number for each thing in the way."""
        lettered = {each.ident: letter(place) for place, each in enumerate(self.goals)}
        numbered = {each.ident: str(place) for place, each in enumerate(self.barriers, 1)}
        return lettered | numbered

    def holds(self, thing: Thing) -> str:
        """Return what a thing holds back, by their names: `A, B and 2`."""
        names = self.names()
        order = list(names)
        found = {to for holder, to in self.links if holder == thing.ident}
        held = [names[to] for to in sorted(found, key=order.index)]
        return " and ".join([", ".join(held[:-1]), held[-1]] if len(held) > 1 else held)


@dataclass(frozen=True)
class Row:
    """A thing with its lines and its place; middle is the height of its mark."""

    thing: Thing
    is_goal: bool
    lines: list[str]
    notes: list[str]
    top: float

    @property
    def middle(self) -> float:
        return self.top + SIZE * 0.68

    @property
    def bottom(self) -> float:
        words = len(self.lines) * SIZE * LEADING
        return self.top + words + len(self.notes) * NOTE * LEADING


def draw_in_the_way(given: InTheWay, *, wide: float, ident: str, turned: bool = False) -> str:
    """Return the picture, so many pixels wide; turned draws it from right to left."""
    sheet = Sheet(mirror=wide if turned else 0)
    order = {each.ident: place for place, each in enumerate([*given.goals, *given.barriers])}
    lanes = tracks([(order[holder], order[held]) for holder, held in given.links])
    left = EDGE + APART * (1 + max((lane.place for lane in lanes), default=0)) + MARK
    rows, water = _rows(given, left + MARK + 8, wide)
    for lane in lanes:
        _draw_track(sheet, lane, rows, left - MARK)
    names = given.names()
    for row in rows:
        _draw_row(sheet, row, names[row.thing.ident], left, wide)
    high = rows[-1].bottom + BETWEEN
    sheet.path("axis", f"M0 {number(water)}H{number(wide)}", "j-water", stroke_width=2)
    sheet.text(left - MARK + 2, water + 19, BELOW, NOTE, "j-soft j-halo-under", 600)
    draw_ground(sheet, wide, water, high)
    return written(sheet, Frame(ident, TITLE, summary(given), wide, high))


def summary(given: InTheWay) -> str:
    """Return in a sentence what the picture shows."""
    held = {to for _, to in given.links}
    goals = sum(goal.ident in held for goal in given.goals)
    count = len(given.barriers)
    things = "One thing is" if count == 1 else f"{count} things are"
    return f"{things} in the way of {goals} goal{'' if goals == 1 else 's'}. The list says which."


def _rows(given: InTheWay, left: float, wide: float) -> tuple[list[Row], float]:
    """Return all rows one below the other, and the height of the water line between them."""
    room = wide - left - EDGE
    rows: list[Row] = []
    top = float(BETWEEN)
    for goal in given.goals:
        rows.append(_row(goal, True, room, top, goal.note))
        top = rows[-1].bottom + BETWEEN
    water = top
    top = water + WATER
    for barrier in given.barriers:
        holds = given.holds(barrier)
        said = ". ".join(part for part in (f"Holds back {holds}", barrier.note) if part)
        rows.append(_row(barrier, False, room, top, said))
        top = rows[-1].bottom + BETWEEN
    return rows, water


def _row(thing: Thing, is_goal: bool, room: float, top: float, note: str) -> Row:
    words = f"“{thing.words}”" if is_goal else thing.words
    lines = lines_at_most(wrap(words, room, SIZE, 600), MOST_LINES, room, SIZE)
    return Row(thing, is_goal, lines, wrap(note, room, NOTE) if note else [], top)


def _draw_row(sheet: Sheet, row: Row, name: str, left: float, wide: float) -> None:
    if row.is_goal:
        marks.badge(sheet, left, row.middle, name)
    else:
        box = Box(left - 11, row.middle - 9, left + 11, row.middle + 9)
        paint = "j-badge j-planned" if row.thing.is_left else "j-band"
        sheet.rect("marks", box, paint, rx=3)
        if not row.thing.is_left:
            sheet.rect("marks", box, "j-edge", rx=3, stroke_width=1.25)
        sheet.text(left, row.middle + 4.2, name, NOTE, "j-ink", 700, "middle")
    text, y = left + MARK + 8, row.top + SIZE * 0.98
    for line in row.lines:
        sheet.text(text, y, line, SIZE, "j-ink j-words", 600)
        y += SIZE * LEADING
    for line in row.notes:
        sheet.text(text, y - 1, line, NOTE, "j-soft j-words")
        y += NOTE * LEADING
    if row.thing.href:
        place = Box(left - MARK - 2, row.top - 6, wide - 2, row.bottom + 6)
        says = ". ".join(part for part in (row.thing.words, " ".join(row.notes)) if part)
        sheet.links.append(Link(row.thing.href, says, place))


def _draw_track(sheet: Sheet, lane: Track, rows: Sequence[Row], right: float) -> None:
    """Draw one line from all that hold a thing to what they hold, and its arrow there."""
    x = right - APART * (lane.place + 1)
    to = rows[lane.to].middle + (0 if rows[lane.to].is_goal else IN)
    heights = [rows[source].middle + OUT for source in lane.sources]
    for y in heights:
        turn = TURN if y > to else -TURN
        bend = f"M{number(right)} {number(y)}H{number(x + TURN)}Q{number(x)} {number(y)} "
        sheet.path("ties", f"{bend}{number(x)} {number(y - turn)}", "j-tie", stroke_width=1.6)
    for way in (1, -1):
        ends = [y - way * TURN for y in heights if (y - to) * way > 0]
        if ends:
            far = max(ends) if way > 0 else min(ends)
            _draw_arm(sheet, x, to, far, way, right)
    point = f"M{number(right)} {number(to)}l-6 -3.8v7.6z"
    sheet.path("knots", point, "j-knot")


def _draw_arm(sheet: Sheet, x: float, to: float, far: float, way: int, right: float) -> None:
    into = f"M{number(x)} {number(far)}V{number(to + way * TURN)}"
    bend = f"Q{number(x)} {number(to)} {number(x + TURN)} {number(to)}H{number(right - 4)}"
    sheet.path("ties", into + bend, "j-tie", stroke_width=1.6)
