"""Figures as a PDF for the table, with all that stands beside each number."""

from pathlib import Path
from typing import Any

from django.utils.timezone import localtime

from cors.core.print import set_pdf
from cors.reports.page import FiguresPage
from cors.reports.rows import shown

TEMPLATE = Path(__file__).parent / "figures.typ"


def as_pdf(page: FiguresPage, organisation: str) -> bytes:
    """Set the figures on A4."""
    return set_pdf(TEMPLATE, _words(page, organisation))


def _words(page: FiguresPage, organisation: str) -> dict[str, Any]:
    written = localtime(page.as_of)
    first, last = page.period.first, page.period.last
    return {
        "organisation": organisation,
        "services": ", ".join(page.services) or "No service",
        "period": f"{first.day} {first:%B %Y} to {last.day} {last:%B %Y}",
        "as_of": f"{written.day} {written:%B %Y, %H:%M}",
        "sections": [
            {"title": part.title, "figures": [shown(figure) for figure in part.figures]}
            for part in page.sections
            if part.figures
        ],
    }
