"""Puts words beside marks: greedy, one after the other, never over anything that is drawn."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import pairwise, product

from cors.journey.sheet import Box, Sheet
from cors.journey.text import width

CLEAR = 2
FARTHEST = 70
NEAR = 5
WRONG_SIDE = 16
ANCHORS = (0.0, 0.5, 1.0, 0.25, 0.75)
CELL = 32


@dataclass(frozen=True)
class Line:
    """One line of a label."""

    words: str
    paint: str = "j-ink"
    weight: int = 400


@dataclass(frozen=True)
class Form:
    """A label as it could be written: its lines, all of one size."""

    lines: tuple[Line, ...]
    size: float = 12

    @property
    def leading(self) -> float:
        return self.size * 1.2

    @cached_property
    def width(self) -> float:
        return max(width(line.words, self.size, line.weight) for line in self.lines)

    @cached_property
    def height(self) -> float:
        return (len(self.lines) - 1) * self.leading + self.size * 1.1

    def at(self, left: float, top: float) -> Box:
        return Box(left, top, left + self.width, top + self.height)


@dataclass
class Space:
    """What is taken in a lane: hard for good; by ties, which words may interrupt; by rules,

    which leaders may cross but words may not.
    """

    bounds: Box
    hard: dict[tuple[int, int], list[Box]] = field(default_factory=lambda: defaultdict(list))
    ties: list[Box] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)

    def take(self, box: Box) -> None:
        for cell in _cells(box):
            self.hard[cell].append(box)

    def take_along(self, points: Sequence[tuple[float, float]], half: float = 1.5) -> None:
        """Take a line through points, in pieces of 4 px."""
        for (x1, y1), (x2, y2) in pairwise(points):
            steps = max(1, int(max(abs(x2 - x1), abs(y2 - y1)) // 4))
            for step in range(steps):
                a, b = step / steps, (step + 1) / steps
                xs = sorted((x1 + (x2 - x1) * a, x1 + (x2 - x1) * b))
                ys = sorted((y1 + (y2 - y1) * a, y1 + (y2 - y1) * b))
                self.take(Box(xs[0] - 1, ys[0] - half, xs[1] + 1, ys[1] + half))

    def taken(self) -> Iterator[Box]:
        """Yield the places that are taken for good."""
        for boxes in self.hard.values():
            yield from boxes

    def is_free(self, box: Box, over_ties: bool = False, clear: float = CLEAR) -> bool:
        inside = (
            box.left >= self.bounds.left
            and box.right <= self.bounds.right
            and box.top >= self.bounds.top
            and box.bottom <= self.bounds.bottom
        )
        if not inside or (not over_ties and any(box.meets(tie, clear) for tie in self.ties)):
            return False
        return not any(box.meets(there, clear) for cell in _cells(box) for there in self.hard[cell])


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int((box.left - CLEAR) // CELL), int((box.right + CLEAR) // CELL) + 1):
        for row in range(int((box.top - CLEAR) // CELL), int((box.bottom + CLEAR) // CELL) + 1):
            yield column, row


@dataclass(frozen=True)
class Mark:
    """Where a label belongs: the middle of its mark, and how far it reaches."""

    x: float
    box: Box


@dataclass(frozen=True)
class Placed:
    """A label that found its place."""

    form: Form
    box: Box
    leader: Box | None = None
    over_ties: bool = False
    to_left: bool = False


def place(
    space: Space,
    mark: Mark,
    forms: Iterable[Form],
    sides: Sequence[str] = ("above", "below", "beside"),
) -> Placed | None:
    """Find the nearest free place for the first form that has one; the first side is preferred.

    A place over a tie is taken where no form has one that keeps off. The place is then taken for
    good. None says that the words go to the table and only the mark is drawn.
    """
    second_best: Placed | None = None
    for form in (form for form in forms if form.lines):
        for candidate in _candidates(mark, form, sides):
            over_ties = second_best is None
            if not _fits(space, candidate, over_ties):
                continue
            if not over_ties or _fits(space, candidate, over_ties=False):
                return _taken(space, candidate)
            second_best = replace(candidate, over_ties=True)
    return _taken(space, second_best) if second_best else None


def _fits(space: Space, placed: Placed, over_ties: bool) -> bool:
    if not space.is_free(placed.box, over_ties):
        return False
    if any(placed.box.meets(rule) for rule in space.rules):
        return False
    return placed.leader is None or space.is_free(placed.leader, over_ties, clear=1)


def _taken(space: Space, placed: Placed) -> Placed:
    space.take(placed.box)
    if placed.leader:
        space.take(placed.leader)
    return placed


@dataclass(frozen=True)
class Try:
    """Where a label could stand; beside its mark, anchor 1 is to the left and 0 to the right."""

    side: str
    distance: float
    anchor: float


@lru_cache(maxsize=16)
def _tries(sides: tuple[str, ...]) -> tuple[Try, ...]:
    """Return all places for a label, the best first: the same for every mark and every form."""
    found: list[tuple[float, Try]] = []
    if "beside" in sides:
        for off, anchor in product((0, -3, 3, -5, 5), (0.0, 1.0)):
            found.append((5 + abs(off), Try("beside", off, anchor)))
    for wrong, side in enumerate(side for side in sides if side != "beside"):
        for distance, (rank, anchor) in product(range(0, FARTHEST + 1, 3), enumerate(ANCHORS)):
            found.append((distance + WRONG_SIDE * wrong + rank, Try(side, distance, anchor)))
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _candidates(mark: Mark, form: Form, sides: Sequence[str]) -> Iterator[Placed]:
    """Yield the places for a form one by one, for most labels fit into one of the first."""
    for one in _tries(tuple(sides)):
        if one.side == "beside":
            yield _beside(mark, form, one)
        else:
            yield _over_or_under(mark, form, one.side, one.distance, one.anchor)


def _beside(mark: Mark, form: Form, one: Try) -> Placed:
    middle = (mark.box.top + mark.box.bottom - form.height) / 2
    left = mark.box.left - 4 - form.width if one.anchor else mark.box.right + 4
    return Placed(form, form.at(left, middle + one.distance))


def _over_or_under(mark: Mark, form: Form, side: str, distance: float, anchor: float) -> Placed:
    left = mark.x - anchor * form.width - (1 - 2 * anchor) * 5
    gap = distance + form.size / 4
    if side == "above":
        box = form.at(left, mark.box.top - gap - form.height)
        leader = Box(mark.x - 0.5, box.bottom + 2, mark.x + 0.5, mark.box.top - 2)
    else:
        box = form.at(left, mark.box.bottom + gap)
        leader = Box(mark.x - 0.5, mark.box.bottom + 2, mark.x + 0.5, box.top - 2)
    return Placed(form, box, leader if distance > NEAR else None)


def write(sheet: Sheet, placed: Placed) -> None:
    """Draw a label with its leader; words that interrupt a tie have a halo."""
    form = placed.form
    halo = " j-halo" if placed.over_ties else ""
    for place_, line in enumerate(form.lines):
        baseline = placed.box.top + form.size * 0.86 + place_ * form.leading
        paint = f"{line.paint}{halo} j-words"
        x, anchor = (placed.box.right, "end") if placed.to_left else (placed.box.left, "start")
        sheet.text(x, baseline, line.words, form.size, paint, line.weight, anchor)
    if placed.leader:
        x = (placed.leader.left + placed.leader.right) / 2
        down = f"M{x:.1f} {placed.leader.top:.1f}V{placed.leader.bottom:.1f}"
        sheet.path("leaders", down, "j-leader", stroke_width=1)
