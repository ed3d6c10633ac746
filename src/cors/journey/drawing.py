"""Draws a whole journey as one SVG, for a wide page or for a phone."""

from cors.journey.client import client_pages, draw_client, draw_client_nothing_yet
from cors.journey.links import Links, to_the_table
from cors.journey.model import Journey
from cors.journey.nothing_yet import draw_nothing_yet
from cors.journey.phone import draw_phone
from cors.journey.sheet import Sheet
from cors.journey.style import CLIENT, CLIENT_PHONE, PHONE, WORKER, Style
from cors.journey.wide import draw_wide

__all__ = ["CLIENT", "CLIENT_PHONE", "PHONE", "WORKER", "Links", "Style", "draw"]


def draw(
    journey: Journey,
    *,
    style: Style = WORKER,
    links: Links | None = None,
    opens: Links | None = None,
    print: bool = False,
    night: bool = False,
    right_to_left: bool = False,
) -> str:
    """Return the picture; links gives the address for a goal, a barrier, or a measure by name.

    opens gives the address of the entry behind a mark. With print=True colours are plain and
    written out, light or for the night, and nothing can be focused.
    """
    sheet = Sheet(print or night, night, style.width if right_to_left else 0, opens)
    if style.is_client:
        return _for_the_person(sheet, journey, links or to_the_table, style)
    if journey.is_empty:
        return draw_nothing_yet(sheet, style)
    paint = draw_phone if style.is_phone else draw_wide
    return paint(sheet, journey, links or to_the_table)


def _for_the_person(sheet: Sheet, journey: Journey, links: Links, style: Style) -> str:
    if journey.is_empty:
        return draw_client_nothing_yet(sheet, style)
    return draw_client(sheet, journey, links, style)


def pages(journey: Journey, high: float, style: Style = CLIENT) -> list[str]:
    """Return the picture for the person in print, on pages that are so many pixels high."""
    if journey.is_empty:
        return []
    return client_pages(journey, style, high)
