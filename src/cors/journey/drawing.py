"""Draws a whole journey as one SVG, for a wide page or for a phone."""

from cors.journey.links import Links, to_the_table
from cors.journey.model import Journey
from cors.journey.nothing_yet import draw_nothing_yet
from cors.journey.phone import draw_phone
from cors.journey.style import PHONE, WORKER, Style
from cors.journey.wide import draw_wide

__all__ = ["PHONE", "WORKER", "Links", "Style", "draw"]


def draw(
    journey: Journey, *, style: Style = WORKER, links: Links | None = None, print: bool = False
) -> str:
    """Return the picture; links gives the address for a goal, a barrier, or a measure by name.

    With print=True colours are plain, light and written out, and nothing can be focused.
    """
    if journey.is_empty:
        return draw_nothing_yet(style, print)
    paint = draw_phone if style.is_phone else draw_wide
    return paint(journey, links or to_the_table, print)
