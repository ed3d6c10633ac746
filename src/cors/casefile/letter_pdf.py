"""The letter as a tagged PDF; typst refuses to make one that is not accessible."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

from cors.casefile.letter import Letter

TEMPLATE = Path(__file__).parent / "letter.typ"


def as_pdf(letter: Letter, *, large: bool = False) -> bytes:
    """Set the letter on A4, at 18 points when large."""
    import typst  # heavy: only who asks for a PDF waits for it

    words = asdict(letter) | {
        "on": _day(letter.on),
        "large": large,
        "heading": f"Dear {letter.to}",
        "title": f"Letter to {letter.to}",
        "next": f"We look back again on {_day(letter.next_date)}." if letter.next_date else "",
    }
    pdf: bytes = typst.compile(
        TEMPLATE,
        sys_inputs={"letter": json.dumps(words, default=str)},
        pdf_standards=["ua-1"],
        font_paths=[],
    )
    return pdf


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
