"""Figures as rows for a page, a spreadsheet and print; one wording for all three."""

from dataclasses import asdict
from typing import Any

from cors.reports.figure import FEWEST_FOR_A_SHARE, Base, Figure, Move
from cors.reports.page import FiguresPage


def shown(figure: Figure, list_url: str = "") -> dict[str, Any]:
    """Return a figure as the page's figure row takes it."""
    part = figure.value if figure.part is None else figure.part
    return {
        "key": figure.key,
        "title": figure.label,
        "value": in_words(figure),
        "unknown": figure.value is None,
        "words": figure.note,
        "more": figure.more,
        "moves": [asdict(move) for move in figure.moves],
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
    unit = figure.unit.removesuffix("s") if abs(figure.value) == 1 else figure.unit
    return f"{sign}{plain(figure.value)} {unit}".strip()


def plain(value: float) -> str:
    """Return a number in full: no power of ten, however large it is."""
    return f"{value:.12g}"


def _bases(figure: Figure, part: float | None) -> list[dict[str, Any]]:
    widest = max((base.of for base in figure.bases), default=0)
    if part is None or not widest:
        return []
    return [_base(base, part, widest) for base in figure.bases]


def _base(base: Base, part: float, widest: int) -> dict[str, Any]:
    share = base.share(part) if base.of >= FEWEST_FOR_A_SHARE else None
    return {
        "words": base.words,
        "part": plain(part),
        "whole": base.of,
        "share": None if share is None else round(100 * share),
        "width": round(100 * base.of / widest, 1),
        "got": round(100 * part / widest, 1),
    }


COLUMNS = ("Part", "Figure", "Value", "Unit", "Of", "Base", "Who is missing", "What it counts")


def table(page: FiguresPage) -> list[tuple[str, ...]]:
    """Return one row for each figure, and one more for each further base."""
    rows: list[tuple[str, ...]] = []
    for section in page.sections:
        for figure in section.figures:
            value = "" if figure.value is None else plain(figure.value)
            said = (section.title, figure.label, value, figure.unit)
            beside = " ".join(part for part in (figure.note, *figure.more, figure.missing) if part)
            bases = [(base.words, str(base.of)) for base in figure.bases] or [("", "")]
            rows.extend((*said, *base, beside, figure.counts) for base in bases)
            rows.extend(_move(section.title, figure, move) for move in figure.moves)
    return rows


def _move(part: str, figure: Figure, move: Move) -> tuple[str, ...]:
    """Return one cell of a table of steps as a row of its own."""
    label = f"{figure.label}: from “{move.first}” to “{move.latest}”"
    return part, label, str(move.people), "", "", "", "", ""
