"""The journey picture as pages show it: wide, for a phone, and as a table."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from cors.journey.model import Journey


@dataclass(frozen=True)
class Picture:
    """The same journey, drawn twice and written once."""

    wide: SafeString
    phone: SafeString
    table: object


def picture_of(journey: Journey) -> Picture:
    """Draw a journey; the drawing escapes all words that it is given."""
    try:
        from cors.journey import drawing
        from cors.journey.table import table
    except ImportError:
        return Picture(mark_safe(""), mark_safe(""), None)
    return Picture(
        wide=mark_safe(drawing.draw(journey)),  # noqa: S308 - escaped where it is drawn
        phone=mark_safe(drawing.draw(journey, style=drawing.PHONE)),  # noqa: S308 - the same
        table=table(journey),
    )
