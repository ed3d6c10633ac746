"""The letter as a PDF for reading aloud, for print, and in large print."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

from cors.casefile.letter import Letter
from cors.core.print import set_pdf

TEMPLATE = Path(__file__).parent / "letter.typ"


def as_pdf(letter: Letter, *, large: bool = False) -> bytes:
    """Set the letter on A4, at 18 points when large."""
    words = asdict(letter) | {
        "on": _day(letter.on),
        "large": large,
        "heading": f"Dear {letter.to}",
        "title": f"Letter to {letter.to}",
        "next": f"We look back again on {_day(letter.next_date)}." if letter.next_date else "",
    }
    return set_pdf(TEMPLATE, words)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
