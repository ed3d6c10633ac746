"""The picture for the person: large and plain, in their own words, with nothing to decode."""

from cors.journey import marks, wording
from cors.journey.client_lane import draw_hope, has_risen, place_hope
from cors.journey.client_sentences import description, of_hope, of_way
from cors.journey.client_water import Water, draw_depth, draw_surface, draw_waves
from cors.journey.days import full
from cors.journey.layout import drawn_goals, time_axis
from cors.journey.links import Links
from cors.journey.model import Goal, Journey
from cors.journey.sheet import Box, Frame, Link, Sheet, number, written
from cors.journey.style import Style
from cors.journey.text import tidy, wrap
from cors.journey.time_axis import TimeAxis

TOP = 26


def draw_client(sheet: Sheet, journey: Journey, links: Links, style: Style) -> str:
    """Return the whole picture for the person, on a sheet as high as it needs."""
    axis = time_axis(journey, style)
    y = _write_head(sheet, journey, axis, style)
    for goal in _hopes(journey):
        y = _draw_hope(sheet, journey, goal, axis, links, style, y)
    y = _write_folded(sheet, journey, style, y)
    bottom = _draw_under(sheet, journey, axis, links, style, y)
    return _whole(sheet, journey, style, bottom)


def client_pages(journey: Journey, style: Style, high: float) -> list[str]:
    """Return the same picture for paper, on pages so high: no hope is cut in two."""
    axis, pages = time_axis(journey, style), [Sheet(plain=True)]
    y = _write_head(pages[0], journey, axis, style)
    begun = y
    for goal in _hopes(journey):
        least = _height(journey, goal, axis, style)
        if y + least > high and y > begun:
            pages.append(Sheet(plain=True))
            y = begun = float(TOP)
        y = _draw_hope(pages[-1], journey, goal, axis, _nowhere, style, y)
    under = _draw_under(Sheet(plain=True), journey, axis, _nowhere, style, 0)
    if y + under > high and y > begun:
        pages.append(Sheet(plain=True))
        y = float(TOP)
    y = _write_folded(pages[-1], journey, style, y)
    bottom = _draw_under(pages[-1], journey, axis, _nowhere, style, y)
    for page in pages[:-1]:
        page.rect("ground", Box(0, 0, style.width, high), "j-page")
    heights = [high] * (len(pages) - 1) + [bottom]
    return [_whole(page, journey, style, low) for page, low in zip(pages, heights, strict=True)]


def _nowhere(ident: str) -> str:
    return ""


def _hopes(journey: Journey) -> tuple[Goal, ...]:
    own, (goals, _) = journey.own_line, drawn_goals(journey)
    return (own, *goals) if own else goals


def _height(journey: Journey, goal: Goal, axis: TimeAxis, style: Style) -> float:
    """Return how much room a hope takes."""
    return _draw_hope(Sheet(plain=True), journey, goal, axis, _nowhere, style, 0)


def _draw_hope(
    sheet: Sheet,
    journey: Journey,
    goal: Goal,
    axis: TimeAxis,
    links: Links,
    style: Style,
    y: float,
) -> float:
    first = next(iter(drawn_goals(journey)[0]), None)
    hope = place_hope(journey, goal, axis, style, y, is_first=goal is first)
    after = draw_hope(sheet, hope, axis, style)
    box = Box(8, y - 6, style.width - 8, after - 8)
    sheet.links.append(Link(links(goal.ident), of_hope(goal), box))
    return after


def _draw_under(
    sheet: Sheet, journey: Journey, axis: TimeAxis, links: Links, style: Style, y: float
) -> float:
    """Draw the waving line and all beneath it, and return where the picture ends."""
    water = y + 34
    draw_surface(sheet, axis, style, water)
    bottom = draw_depth(Water(sheet, axis, style), journey, water + 48)
    if said := of_way(journey):
        box = Box(8, water + 6, style.width - 8, bottom)
        sheet.links.append(Link(links(""), said, box))
    bottom = max(bottom + 22, water + 70)
    _draw_ground(sheet, style, water, bottom)
    return bottom


def _whole(sheet: Sheet, journey: Journey, style: Style, bottom: float) -> str:
    frame = Frame(f"journey-{style.name}", heading(journey), description(journey), style.width)
    return written(sheet, frame.high(bottom))


def heading(journey: Journey) -> str:
    """Return the heading: how far, where any hope stands higher than it began."""
    risen = has_risen(journey.goals)
    if not tidy(journey.name):
        return wording.CLIENT_UNNAMED[0 if risen else 1]
    pattern = wording.CLIENT_RISEN if risen else wording.CLIENT_SO_FAR
    return pattern.format(name=journey.name)


def _write_head(sheet: Sheet, journey: Journey, axis: TimeAxis, style: Style) -> float:
    """Write the heading and what the numbers are; return where the first hope begins."""
    room = style.width - 2 * style.edge
    y: float = TOP
    for line in wrap(heading(journey), room, style.title, 700):
        y += style.title
        sheet.text(style.edge, y, line, style.title, "j-ink j-words", 700)
        y += style.title * 0.2
    said = wording.CLIENT_SPAN.format(start=full(axis.start))
    if any(goal.ratings for goal in journey.goals):
        said += f" {wording.CLIENT_NUMBERS}"
    if journey.shown:
        said += f" {journey.shown}"
    y += 8
    for line in wrap(said, room, style.small):
        y += style.small
        sheet.text(style.edge, y, line, style.small, "j-soft")
        y += style.small * 0.35
    return y + 22


def _write_folded(sheet: Sheet, journey: Journey, style: Style, y: float) -> float:
    """Name the hopes that ended, where there are too many to draw them all."""
    folded = drawn_goals(journey)[1]
    if not folded:
        return y
    names = wording.listed([f"“{goal.words}”" for goal in folded])
    said = wording.CLIENT_ALSO_REACHED.format(names=names)
    for line in wrap(said, style.width - 2 * style.edge, style.small):
        sheet.text(style.edge, y + 14, line, style.small, "j-soft j-words")
        y += style.small * 1.35
    return y


def _draw_ground(sheet: Sheet, style: Style, water: float, bottom: float) -> None:
    """Paint the page, and the water from where the waves no longer reach."""
    under = sheet.layers["ground"]
    waves = under.copy()
    under.clear()
    sheet.rect("ground", Box(0, 0, style.width, bottom), "j-page")
    under.extend(waves)
    sheet.rect("ground", Box(0, water + 39, style.width, bottom), "j-under")


def draw_client_nothing_yet(sheet: Sheet, style: Style) -> str:
    """Return the picture of a journey that the person is about to start."""
    room, y = style.width - 2 * style.edge, float(TOP)
    for line in wrap(wording.CLIENT_NOTHING_TITLE, room, style.title, 700):
        y += style.title * 1.15
        sheet.text(style.edge, y, line, style.title, "j-ink", 700)
    y += 14
    for line in wrap(wording.CLIENT_NOTHING, room, style.goal):
        y += style.goal * 1.4
        sheet.text(style.edge, y, line, style.goal, "j-soft")
    y += 56
    base = f"M{number(style.edge + 8)} {number(y)}H{number(style.right)}"
    sheet.path("base", base, "j-base", stroke_width=1.4)
    sheet.circle("marks", style.edge + 8, y, 8, "j-empty", stroke_width=2.2)
    water = y + 76
    draw_waves(sheet, style, water)
    marks.duck(sheet, style.edge + 30, water + 1, 2)
    _draw_ground(sheet, style, water, water + 90)
    title = wording.CLIENT_NOTHING_TITLE
    frame = Frame(f"journey-{style.name}", title, wording.CLIENT_NOTHING, style.width)
    return written(sheet, frame.high(water + 90))
