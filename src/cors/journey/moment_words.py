"""Writes the words of what happened beside its marks, where they find room."""

from collections.abc import Sequence

from cors.journey import wording
from cors.journey.labels import Form, Line, place, write
from cors.journey.model import Moment
from cors.journey.plot import Happened, Plot
from cors.journey.text import lines_at_most, tidy, wrap

WRAPS = (112, 190, 72)


def write_setbacks(plot: Plot, happened: Sequence[Happened]) -> None:
    """Write under each arc what happened, how long it took, and what helped."""
    for one in happened:
        forms = setback_forms(one.moment)
        placed = place(plot.space, one.mark, forms, ("below",))
        placed = placed or place(plot.space, one.mark, forms[-1:], ("above", "beside"))
        if placed:
            write(plot.sheet, placed)


def setback_forms(moment: Moment) -> list[Form]:
    """Return the words of a setback: whole, without what helped, then short."""
    what = tuple(Line(line) for line in _short(moment.words, 180, 2))
    days_off = (moment.back_on - moment.on).days if moment.back_on else 0
    back = wording.back_after(days_off) if moment.back_on else wording.NOT_BACK
    helped = tuple(Line(line, "j-soft") for line in _short(moment.helped, 180, 2))
    forms = [Form((*what, Line(back, "j-soft"))), Form(what or (Line(back, "j-soft"),))]
    if helped:
        forms.insert(0, Form((*what, Line(back + ":", "j-soft"), *helped)))
    return forms


def write_successes(plot: Plot, happened: Sequence[Happened]) -> None:
    """Write the words of each success; in a dense picture those of the latest only."""
    for one in happened[-1:] if plot.dense else happened:
        forms = success_forms(one.moment)
        placed = place(plot.space, one.mark, forms) if forms else None
        if placed:
            write(plot.sheet, placed)


def success_forms(moment: Moment) -> list[Form]:
    """Return the words of a success wrapped in several ways, and cut short as the last of them."""
    wrapped = [wrap(moment.words, most, 12) for most in WRAPS] if tidy(moment.words) else []
    fitting = [lines for lines in wrapped if len(lines) <= 3]
    if wrapped and not fitting:
        fitting = [_short(moment.words, 190, 3), _short(moment.words, 150, 2)]
    return [Form(tuple(Line(line) for line in lines)) for lines in fitting]


def _short(words: str, most: float, count: int) -> list[str]:
    if not tidy(words):
        return []
    return lines_at_most(wrap(words, most, 12), count, most, 12)
