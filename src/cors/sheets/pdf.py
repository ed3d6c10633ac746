"""Sheets on paper: A4, tagged, in large print when asked."""

from pathlib import Path

from cors.core.print import set_pdf
from cors.journey.client import heading
from cors.journey.client_sentences import aloud
from cors.journey.drawing import pages
from cors.journey.model import Journey
from cors.sheets.sheet import Sheet

A4_HIGH = 1123
"""CSS pixels, at the 794 of its width."""
TEMPLATE = Path(__file__).parent / "sheet.typ"


def as_pdf(
    sheet: Sheet, organisation: str, journey: Journey | None = None, *, large: bool = False
) -> bytes:
    """Set the sheet, and after it the journey where there is one."""
    words = sheet.on_paper() | {
        "organisation": organisation,
        "large": large,
        "way": pages(journey, A4_HIGH) if journey else [],
        "way_says": f"{heading(journey)}. {aloud(journey)}" if journey else "",
    }
    return set_pdf(TEMPLATE, words)
