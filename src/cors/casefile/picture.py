"""The journey picture as pages show it: wide, for a phone, and as a table."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from cors.journey.drawing import draw
from cors.journey.model import Journey
from cors.journey.style import PHONE
from cors.journey.table import Table, table


@dataclass(frozen=True)
class Picture:
    """The same journey, drawn twice and written once."""

    wide: SafeString
    phone: SafeString
    table: Table


def picture_of(journey: Journey) -> Picture:
    """Draw a journey; the drawing escapes all words that it is given."""
    return Picture(
        wide=mark_safe(draw(journey)),  # noqa: S308 - escaped where it is drawn
        phone=mark_safe(draw(journey, style=PHONE)),  # noqa: S308 - the same
        table=table(journey),
    )
