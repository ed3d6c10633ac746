"""A trajectory as a page shows it: words first, numbers second, then the drawing and its table."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi

from cors.catalogue.schema.measure import BandScheme
from cors.journey.days import full
from cors.trajectory import words
from cors.trajectory.drawing import NARROW, WIDE, draw_trajectory
from cors.trajectory.gather import RATERS
from cors.trajectory.model import Line, Taken, Trajectory, apart

safe: Callable[[str], SafeString] = mark_safe


@dataclass(frozen=True)
class ShownLine:
    """What is said of one rater's scores."""

    rater: str
    headline: str
    numbers: str
    baseline: str
    cut_offs: list[str]
    completeness: str


@dataclass(frozen=True)
class Row:
    """One time of asking in the table."""

    day: str
    rater: str
    value: str
    band: str
    note: str
    ident: str


@dataclass(frozen=True)
class Waiting:
    """An earlier score that came in late, of which somebody has to say what it is."""

    value: str
    day: str
    rater: str
    ident: str


@dataclass(frozen=True)
class Shown:
    """One score: its name, what is said, and the drawing in two sizes."""

    name: str
    way: str
    lines: list[ShownLine]
    apart: list[str]
    notes: list[str]
    wide: SafeString
    narrow: SafeString
    rows: list[Row]
    waiting: list[Waiting]


def shown(trajectory: Trajectory, place: int = 0) -> Shown:
    """Return everything a page says of one score; place keeps the names of drawings apart."""
    wide, narrow = (_drawn(trajectory, shape, place) for shape in (WIDE, NARROW))
    return Shown(
        name=trajectory.name,
        way=way(trajectory),
        lines=[_line(trajectory, line) for line in trajectory.lines],
        apart=[words.disagreement(found, RATERS) for found in apart(trajectory)],
        notes=list(_notes(trajectory)),
        wide=safe(wide),
        narrow=safe(narrow),
        rows=list(_rows(trajectory)),
        waiting=list(_waiting(trajectory)),
    )


def way(trajectory: Trajectory) -> str:
    """Return the range of the scale, and which end is good."""
    score = trajectory.score
    better = "higher is better" if trajectory.higher_is_better else "lower is better"
    top = "" if trajectory.higher_is_better else f", so {score.low:g} is at the top"
    return f"{score.low:g} to {score.high:g}, {better}{top}"


def _drawn(trajectory: Trajectory, shape: object, place: int) -> str:
    if not any(line.scored for line in trajectory.lines):
        return ""
    is_wide = shape is WIDE
    says = " ".join(
        f"{RATERS[line.rater]}: {words.headline(trajectory, line)}" for line in trajectory.lines
    )
    return draw_trajectory(
        trajectory,
        RATERS,
        shape=WIDE if is_wide else NARROW,
        ident=f"score-{place}-{'wide' if is_wide else 'narrow'}",
        says=f"{says} The table after the drawing holds every score.",
        right_to_left=get_language_bidi(),
    )


def _line(trajectory: Trajectory, line: Line) -> ShownLine:
    return ShownLine(
        rater=RATERS[line.rater],
        headline=words.headline(trajectory, line),
        numbers=words.numbers(trajectory, line),
        baseline=words.baseline_words(line.baseline),
        cut_offs=words.cut_off_words(trajectory, line),
        completeness=words.completeness(trajectory, line),
    )


def _notes(trajectory: Trajectory) -> Iterator[str]:
    scheme = trajectory.scheme
    if scheme:
        yield f"The words beside the drawing: {scheme.name}{words.checked(scheme)}."
    if trajectory.limit and any(line.scored for line in trajectory.lines):
        whose = RATERS[next(line.rater for line in trajectory.lines if line.scored)].lower()
        yield f"Between the dotted lines: what chance alone can do, from where {whose} began."
    if trajectory.norm:
        yield f"{words.expected(trajectory)} The bracket at the end of the drawing shows it."
    if trajectory.other_version:
        count = trajectory.other_version
        times = "One earlier time is" if count == 1 else f"{count} earlier times are"
        yield f"{times} left out: the questions were of another version and do not compare."
    if trajectory.limit:
        yield "People often ask for help at their worst, so some change comes by itself."


def _rows(trajectory: Trajectory) -> Iterator[Row]:
    taken = [(row, line) for line in trajectory.lines for row in line.taken]
    for row, line in sorted(taken, key=lambda pair: pair[0].on, reverse=True):
        yield Row(
            day=full(row.on),
            rater=RATERS[line.rater],
            value="" if row.value is None else f"{row.value:g}",
            band=_band(trajectory.scheme, row),
            note=_note(row),
            ident=row.ident,
        )


def _band(scheme: BandScheme | None, row: Taken) -> str:
    return scheme.label(row.value) if scheme and row.value is not None else ""


def _note(row: Taken) -> str:
    if row.value is None:
        return "Too few answers for a score. This is not zero."
    said = ["Worked out although questions were left out."] if row.some_left_out else []
    if row.is_set_aside:
        said.append("Came in after later ones. Nothing is counted from it.")
    return " ".join(said)


def _waiting(trajectory: Trajectory) -> Iterator[Waiting]:
    for line in trajectory.lines:
        for row in line.waiting:
            yield Waiting(f"{row.value:g}", full(row.on), RATERS[line.rater], row.ident)
