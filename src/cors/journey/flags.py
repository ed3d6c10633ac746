"""Draws hard outcomes as flags and the steps of a ladder as pennants, always with their words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from cors.journey import marks, wording
from cors.journey.labels import CLEAR, Form, Line, Placed, write
from cors.journey.model import Flag, Goal
from cors.journey.plot import Plot
from cors.journey.sentences import of_flag
from cors.journey.sheet import Box
from cors.journey.text import cut_short, lines_at_most, tidy, width, wrap

LOWER = 18
LEVELS = (0, 1, 2, 3, 4)
BESIDE = 21
TICK = 21
MOST = 300


@dataclass(frozen=True)
class Words:
    """The words of a flag as they could be written; kept stands on the last line or below it."""

    form: Form
    kept: str = ""
    inline: bool = False

    @property
    def width(self) -> float:
        kept = TICK - 8 + width(self.kept, 12) if self.kept else 0
        if self.inline:
            return self.form.width + 8 + kept
        return max(self.form.width, kept)

    @property
    def height(self) -> float:
        return self.form.height + (15 if self.kept and not self.inline else 0)


@dataclass(frozen=True)
class Hoisted:
    """A flag in its place."""

    top: float
    to_right: bool
    words: Words
    box: Box
    over_ties: bool = False


def drawn_flags(goal: Goal, dense: bool) -> list[Flag]:
    """Return the flags by day; in a dense picture only the highest step of a ladder."""
    flags = sorted(goal.flags, key=lambda flag: flag.on)
    if not dense:
        return flags
    rungs = [flag for flag in flags if flag.rung]
    highest = max(rungs, key=lambda flag: flag.rung or (0, 0)) if rungs else None
    return [flag for flag in flags if flag.rung is None or flag is highest]


def draw_flags(plot: Plot, flags: Sequence[Flag], top: float) -> None:
    """Hoist each flag above the line, with its words where there is room."""
    for flag in flags:
        x = plot.axis.so_far(flag.on)
        plot.space.take(Box(x - 1, top + 2, x + 1, plot.course.y(x)))
    for flag in flags:
        x = plot.axis.so_far(flag.on)
        line = plot.course.y(x)
        hoisted = _hoist(plot, flag, x, line, top) or _bare(plot, x, top)
        _draw(plot, flag, x, line, hoisted)


def draw_bare(plot: Plot, flags: Sequence[Flag], top: float) -> None:
    """Hoist flags without words, for a picture that lists them beneath."""
    for flag in flags:
        x = plot.axis.so_far(flag.on)
        _draw(plot, flag, x, plot.course.y(x), _bare(plot, x, top))


def _hoist(plot: Plot, flag: Flag, x: float, line: float, top: float) -> Hoisted | None:
    for over_ties, (words, at, to_right) in product((False, True), _ways(plot, flag, top, line)):
        cloth_high = 13 if flag.rung else 12
        high, long, beside = (plot.large * each for each in (cloth_high, 17, BESIDE))
        cloth = Box(x + 4, at, x + long, at + high)
        if not to_right:
            cloth = Box(x - long, at, x - 4, at + high)
        left = x + beside if to_right else x - beside - words.width
        box = Box(left, at - 1, left + words.width, at - 1 + words.height)
        if plot.space.is_free(cloth, over_ties=True) and plot.space.is_free(box, over_ties):
            return Hoisted(at, to_right, words, box, over_ties)
    return None


def _ways(plot: Plot, flag: Flag, top: float, line: float) -> Iterator[tuple[Words, float, bool]]:
    """Yield how a flag could fly, the best first: on one line, on two, then lower."""
    forms = plain_words(flag, plot.size) if plot.is_client else flag_words(flag)
    for level in LEVELS:
        at = top + 3 + level * LOWER * plot.large
        if level and at + 16 > line:
            return
        for words in forms:
            for to_right in (True, False):
                yield words, at, to_right


def flag_words(flag: Flag) -> list[Words]:
    """Return the words of a flag on one line, on two, and on three."""
    said = tidy(wording.step(flag.rung, flag.words) if flag.rung else flag.words)
    size, weight, paint = (12, 400, "j-ink") if flag.rung else (13, 600, "j-ink")
    kept = wording.weeks(flag.kept) if flag.kept else ""
    whole = width(said, size, weight)

    def words(most: float, inline: bool) -> Words:
        lines = lines_at_most(wrap(said, most, size, weight), 3, most, size)
        return Words(Form(tuple(Line(line, paint, weight) for line in lines), size), kept, inline)

    short = Form((Line(cut_short(said, 170, size, weight), paint, weight),), size)
    found = [words(MOST, True)] if whole <= MOST else []
    if kept and found:
        found.append(words(MOST, False))
    return [
        *found,
        words(max(60, min(whole * 0.62, 220)), False),
        words(130, False),
        Words(short),
    ]


def plain_words(flag: Flag, size: float) -> list[Words]:
    """Return the words of a flag for the person: what it is, without numbers of steps or weeks."""
    said, weight = tidy(flag.words), 400 if flag.rung else 600
    found = []
    for most in (260, 170, 120):
        lines = lines_at_most(wrap(said, most, size, weight), 3, most, size)
        found.append(Words(Form(tuple(Line(line, "j-ink", weight) for line in lines), size)))
    return found


def _bare(plot: Plot, x: float, top: float) -> Hoisted:
    """Hoist a flag without words, where no room is left for any."""
    to_right = x + 40 < plot.space.bounds.right
    return Hoisted(top + 3, to_right, Words(Form((Line(""),))), Box(x, top, x, top))


def _draw(plot: Plot, flag: Flag, x: float, line: float, hoisted: Hoisted) -> None:
    sheet, at = plot.sheet, hoisted.top
    marks.pole(sheet, x, line, at)
    cloth = marks.pennant if flag.rung else marks.swallow_tail
    cloth(sheet, x, at, hoisted.to_right, plot.large)
    end = x + (17 if hoisted.to_right else -17) * plot.large
    plot.space.take(Box(min(x, end), at, max(x, end), at + 13 * plot.large))
    plot.space.take_along([(x, at), (x, line)], 1)
    plot.space.take(hoisted.box)
    plot.sheet.mark(flag.ident, of_flag(flag), Box(min(x, end) - 2, at - 2, max(x, end) + 2, line))
    if hoisted.words.form.width == 0:
        return
    form, to_left = hoisted.words.form, not hoisted.to_right and not hoisted.words.kept
    start = Box(hoisted.box.left, at - CLEAR + 1.8, hoisted.box.right, at + form.height)
    write(sheet, Placed(form, start, over_ties=hoisted.over_ties, to_left=to_left))
    if hoisted.words.kept:
        _write_kept(plot, hoisted, start.top)


def _write_kept(plot: Plot, hoisted: Hoisted, top: float) -> None:
    form, words = hoisted.words.form, hoisted.words
    left = hoisted.box.left + (form.width + 8 if words.inline else 0)
    y = top + form.size * 0.86 + (0 if words.inline else form.height + 1)
    marks.check(plot.sheet, left, y - 4.2)
    plot.sheet.text(
        left + TICK - 8, y, words.kept, 12, "j-soft j-halo" if hoisted.over_ties else "j-soft"
    )
