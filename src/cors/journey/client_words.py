"""What the person calls each moment; the worker's words never stand in for theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cors.journey import days, marks, wording
from cors.journey.labels import Form, Line, place, write
from cors.journey.model import Flag, Goal, Moment
from cors.journey.plot import Happened, Plot
from cors.journey.sheet import Sheet
from cors.journey.style import Style
from cors.journey.text import lines_at_most, tidy, wrap
from cors.journey.time_axis import TimeAxis

WRAPS = (170, 240, 120)
NEWEST = 3


def back(moment: Moment) -> str:
    """Return how the way back stands, as one says it to the person."""
    if moment.back_on is None:
        return wording.CLIENT_NOT_YET
    return wording.client_back((moment.back_on - moment.on).days)


def write_moments(plot: Plot, setbacks: Sequence[Happened], successes: Sequence[Happened]) -> None:
    """Write the titles that the person gave; in a crowded lane those of the latest only."""
    last = -1 if plot.dense else 0
    for one in setbacks[last:]:
        _place(plot, one, _setback_forms(one.moment, plot.size), ("below",))
    for one in successes[last:]:
        _place(plot, one, _forms(one.moment.title, plot.size), ("above", "below", "beside"))


def _place(plot: Plot, one: Happened, forms: list[Form], sides: tuple[str, ...]) -> None:
    placed = place(plot.space, one.mark, forms, sides) if forms else None
    if placed:
        write(plot.sheet, placed)


def _forms(title: str, size: float) -> list[Form]:
    if not tidy(title):
        return []
    return [
        Form(
            tuple(Line(line) for line in lines_at_most(wrap(title, most, size), 3, most, size)),
            size,
        )
        for most in WRAPS
    ]


def _setback_forms(moment: Moment, size: float) -> list[Form]:
    """Return the title with the way back beneath it, or the title alone."""
    if not tidy(moment.title):
        return []
    title = f"{wording.clause(moment.title)}."
    lines = tuple(Line(line) for line in lines_at_most(wrap(title, 230, size), 2, 230, size))
    returned = tuple(Line(line, "j-soft") for line in wrap(back(moment), 230, size))
    narrow = tuple(Line(line) for line in lines_at_most(wrap(title, 150, size), 2, 150, size))
    short = tuple(Line(line, "j-soft") for line in wrap(back(moment), 150, size))
    return [Form((*lines, *returned), size), Form((*narrow, *short), size), Form(lines, size)]


@dataclass(frozen=True)
class Said:
    """A line of the list under a narrow picture."""

    on: date
    kind: str
    words: str


def said_of(goal: Goal) -> list[Said]:
    """Return what has a name of its own for the person, newest first."""
    found = [Said(flag.on, _kind(flag), flag.words) for flag in goal.flags]
    for moment in goal.moments:
        if not tidy(moment.title):
            continue
        if moment.kind == "success":
            found.append(Said(moment.on, "success", moment.title))
        else:
            words = f"{wording.clause(moment.title)}. {back(moment)}"
            found.append(Said(moment.on, "setback", words))
    return sorted(found, key=lambda one: one.on, reverse=True)


def _kind(flag: Flag) -> str:
    return "step" if flag.rung else "flag"


def listed(sheet: Sheet, goal: Goal, axis: TimeAxis, style: Style, y: float) -> float:
    """Write under a narrow picture what happened, each with its mark; return where it ends."""
    found = said_of(goal)
    left = style.edge + 34
    for one in found[:NEWEST]:
        _draw_mark(sheet, one.kind, style.edge + 12, y + 15)
        month = days.month_name(one.on)
        when = month if one.on.year == axis.today.year else f"{month} {one.on.year}"
        lines = wrap(one.words, style.width - left - style.edge, style.small)
        for line in lines:
            sheet.text(left, y + 20, line, style.small, "j-ink j-words")
            y += style.small * 1.3
        sheet.text(left, y + 20, when, style.small, "j-soft")
        y += style.small * 1.3 + 12
    if len(found) > NEWEST:
        said = wording.count(len(found) - NEWEST, *wording.EARLIER)
        sheet.text(left, y + 18, said, style.small, "j-soft")
        y += 28
    return y


def _draw_mark(sheet: Sheet, kind: str, x: float, y: float) -> None:
    if kind == "success":
        marks.sun(sheet, x, y, 1.2)
    elif kind == "setback":
        marks.ring(sheet, x, y, 1.2)
    else:
        marks.pole(sheet, x - 8, y + 10, y - 9)
        cloth = marks.pennant if kind == "step" else marks.swallow_tail
        cloth(sheet, x - 8, y - 9, True)
