"""Figures as rows for a page, a spreadsheet and print; one wording for all three."""

from typing import Any

from cors.reports.figure import Figure
from cors.reports.page import FiguresPage


def shown(figure: Figure, list_url: str = "") -> dict[str, Any]:
    """Return a figure as the page's figure row takes it."""
    part = len(figure.cases) if figure.key.startswith("change-") else figure.value
    return {
        "key": figure.key,
        "title": figure.label,
        "value": in_words(figure),
        "unknown": figure.value is None,
        "words": figure.note,
        "missing": figure.missing,
        "definition": figure.counts,
        "url": list_url,
        "label": "Open the list",
        "bases": _bases(figure, part),
    }


def in_words(figure: Figure) -> str:
    """Return the number with its unit; a figure that could not be worked out is not zero."""
    if figure.value is None:
        return "Could not be worked out"
    sign = "+" if figure.key.startswith("change-") and figure.value > 0 else ""
    return f"{sign}{figure.value:g} {figure.unit}".strip()


def _bases(figure: Figure, part: float | None) -> list[dict[str, Any]]:
    widest = max((base.of for base in figure.bases), default=0)
    if part is None or not widest:
        return []
    return [
        {
            "words": base.words,
            "part": f"{part:g}",
            "whole": base.of,
            "share": round(100 * part / base.of) if base.of else "–",
            "width": round(100 * base.of / widest, 1),
            "got": round(100 * part / widest, 1),
        }
        for base in figure.bases
    ]


COLUMNS = ("Part", "Figure", "Value", "Unit", "Of", "Base", "Who is missing", "What it counts")


def table(page: FiguresPage) -> list[tuple[str, ...]]:
    """Return one row for each figure, and one more for each further base."""
    rows: list[tuple[str, ...]] = []
    for section in page.sections:
        for figure in section.figures:
            value = "" if figure.value is None else f"{figure.value:g}"
            said = (section.title, figure.label, value, figure.unit)
            rest = (figure.missing or figure.note, figure.counts)
            bases = [(base.words, str(base.of)) for base in figure.bases] or [("", "")]
            rows.extend((*said, *base, *rest) for base in bases)
    return rows
