"""Draws the water line with its ticks, the reviews, the pauses, and the duck at today."""

from cors.journey import days, marks, wording
from cors.journey.layout import FIRST_LANE, Layout
from cors.journey.model import Journey, Review
from cors.journey.sheet import Box, Sheet, number
from cors.journey.style import Style
from cors.journey.text import width
from cors.journey.time_axis import ticks

WORDS = FIRST_LANE - 13
CAP = FIRST_LANE - 8


def draw_ground(sheet: Sheet, wide: float, water: float, high: float) -> None:
    """Paint the page above the water line and the water under it."""
    sheet.rect("ground", Box(0, 0, wide, high), "j-page")
    sheet.rect("ground", Box(0, water, wide, high), "j-under")


def draw_water_line(sheet: Sheet, layout: Layout, style: Style, bottom: float) -> None:
    """Draw the only time axis, with years as hairlines through the water."""
    y = layout.water
    sheet.path("axis", f"M0 {number(y)}H{number(style.width)}", "j-water", stroke_width=2)
    if not style.is_phone:
        _draw_first_year(sheet, layout, style)
    for tick in ticks(layout.axis):
        long = 8 if tick.strong else 5
        at = f"M{number(tick.x)} {number(y)}v{long}"
        if tick.words or not style.is_phone:
            sheet.path("axis", at, "j-water", stroke_width=1.5)
        if tick.words:
            weight, paint = (600, "j-ink") if tick.strong else (400, "j-soft")
            sheet.text(tick.x + 4, y + 18, tick.words, 12, f"{paint} j-halo-under", weight)
        if tick.strong and tick.words[-4:].isdigit() and bottom > y + 34:
            year = f"M{number(tick.x)} {number(y + 34)}V{number(bottom)}"
            sheet.path("hairlines", year, "j-hair-under", stroke_width=1)


def _draw_first_year(sheet: Sheet, layout: Layout, style: Style) -> None:
    """Write the year in which months begin, left of the axis."""
    axis = layout.axis
    if not axis.is_weekly and (axis.start.month, axis.start.day) != (1, 1):
        at = (style.left - 6, layout.water + 18)
        sheet.text(*at, str(axis.start.year), 12, "j-soft", 600, "end")


def draw_today(sheet: Sheet, layout: Layout, style: Style, bottom: float) -> None:
    """Let the duck swim at today, facing what is ahead."""
    x, y = layout.axis.now, layout.water
    down = f"M{number(x)} {number(FIRST_LANE - 4)}V{number(bottom)}"
    sheet.path("today", down, "j-today", stroke_width=1.5)
    marks.duck(sheet, x, y + 1)
    sheet.text(x + 20, y - 8, wording.TODAY, 12, "j-ink j-halo", 600)
    ahead = style.right - width(wording.STILL_AHEAD, 12)
    if ahead > x + 20 + width(wording.TODAY, 12, 600) + 24:
        sheet.text(style.right, y - 8, wording.STILL_AHEAD, 12, "j-soft", anchor="end")


def draw_reviews(sheet: Sheet, journey: Journey, layout: Layout, style: Style) -> list[Box]:
    """Draw a column for each review, and words where they are not too near to each other.

    Returns the places of the words.
    """
    reviews = sorted(journey.reviews, key=lambda review: review.on)
    inside = [review for review in reviews if review.on <= layout.axis.end]
    for review in inside:
        _draw_column(sheet, review, layout)
    worded = _dense_words(inside) if layout.is_dense else _words(inside)
    found: list[Box] = []
    for review, said in _first_and_last_first(worded):
        half = width(said, 12) / 2
        x = min(max(layout.axis.x(review.on), style.edge + half), style.width - style.edge - half)
        box = Box(x - half, WORDS - 10, x + half, WORDS + 3)
        if any(box.meets(other, 8) for other in found):
            continue
        sheet.text(x, WORDS, said, 12, "j-soft", anchor="middle")
        found.append(box)
    return found


def _draw_column(sheet: Sheet, review: Review, layout: Layout) -> None:
    half = 2.5 if layout.is_dense else 5
    x = layout.axis.x(review.on)
    column = Box(x - half, CAP, x + half, layout.water)
    if review.planned:
        sheet.rect("columns", column, "j-planned", stroke_width=1)
        return
    sheet.rect("columns", column, "j-fog")
    sheet.rect("columns", Box(x - half, CAP, x + half, CAP + 3), "j-cap")


def _words(reviews: list[Review]) -> list[tuple[Review, str]]:
    return [
        (review, f"{'Next review' if review.planned else 'Review'} {days.short(review.on)}")
        for review in reviews
    ]


def _dense_words(reviews: list[Review]) -> list[tuple[Review, str]]:
    """Word the first and the latest review only, and say between them how many there are."""
    held = [review for review in reviews if not review.planned]
    planned = _words([review for review in reviews if review.planned])
    if len(held) < 3:
        return _words(held) + planned
    first = (held[0], f"First review {days.medium(held[0].on)}")
    latest = (held[-1], f"Latest review {days.medium(held[-1].on)}")
    return [first, (held[len(held) // 2], f"{len(held)} reviews"), latest, *planned]


def _first_and_last_first(worded: list[tuple[Review, str]]) -> list[tuple[Review, str]]:
    return [*worded[:1], *worded[-1:], *worded[1:-1]] if len(worded) > 1 else worded


def draw_pauses(
    sheet: Sheet, journey: Journey, layout: Layout, style: Style, taken: list[Box]
) -> None:
    """Outline the times in which support rested, over all lanes."""
    axis = layout.axis
    for pause in journey.pauses:
        left, right = axis.so_far(pause.start), axis.so_far(pause.end or axis.today)
        if right - left < 3:
            continue
        outline = Box(left, CAP - 2, right, layout.water)
        sheet.rect("columns", outline, "j-planned", stroke_width=1)
        words = wording.HAD_ENDED if pause.had_ended else wording.PAUSED
        half = width(words, 12) / 2
        for x in ((left + right) / 2, left + half, left + half - 16, right - half + 16):
            x = min(max(x, style.left + half), style.right - half)
            box = Box(x - half, WORDS - 10, x + half, WORDS + 3)
            if not any(box.meets(other, 8) for other in taken):
                sheet.text(x, WORDS, words, 12, "j-soft", anchor="middle")
                taken.append(box)
                break
