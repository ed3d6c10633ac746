"""The letter as a PDF for reading aloud, for print, and in large print."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

from cors.core.print import set_pdf
from cors.journey.client import heading
from cors.journey.client_sentences import aloud
from cors.journey.drawing import pages
from cors.journey.model import Journey
from cors.reviews.letter import Letter

A4_HIGH = 1123
"""CSS pixels, at the 794 of its width."""

TEMPLATE = Path(__file__).parent / "letter.typ"


def as_pdf(letter: Letter, journey: Journey | None = None, *, large: bool = False) -> bytes:
    """Set the letter on A4, at 18 points when large, and after it the journey up to then."""
    way = pages(journey, A4_HIGH) if journey else []
    words = asdict(letter) | {
        "on": _day(letter.on),
        "large": large,
        "way": way,
        "way_says": f"{heading(journey)}. {aloud(journey)}" if journey else "",
        "heading": f"Dear {letter.to}",
        "title": f"Letter to {letter.to}",
        "next": f"We look back again on {_day(letter.next_date)}." if letter.next_date else "",
    }
    return set_pdf(TEMPLATE, words)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
