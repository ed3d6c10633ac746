"""Figures as a tagged PDF; typst refuses to make one that is not accessible."""

import json
from pathlib import Path
from typing import Any

from cors.reports.page import FiguresPage
from cors.reports.rows import shown

TEMPLATE = Path(__file__).parent / "figures.typ"


def as_pdf(page: FiguresPage, organisation: str) -> bytes:
    """Set the figures on A4."""
    import typst  # heavy: only who asks for a PDF waits for it

    pdf: bytes = typst.compile(
        TEMPLATE,
        sys_inputs={"page": json.dumps(_words(page, organisation), default=str)},
        pdf_standards=["ua-1"],
    )
    return pdf


def _words(page: FiguresPage, organisation: str) -> dict[str, Any]:
    first, last = page.period.first, page.period.last
    return {
        "organisation": organisation,
        "services": ", ".join(page.services) or "No service",
        "period": f"{first.day} {first:%B %Y} to {last.day} {last:%B %Y}",
        "as_of": f"{page.as_of:%d %B %Y, %H:%M} UTC",
        "sections": [
            {"title": part.title, "figures": [shown(figure) for figure in part.figures]}
            for part in page.sections
            if part.figures
        ],
    }
