"""A page of figures that are made up."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from cors.reports.figure import Base, Figure, Period, Section
from cors.reports.page import FiguresPage

TWO = (Base("of everyone", 20), Base("of those asked", 8))


def a_figure(value: float | None, **changed: Any) -> Figure:
    return replace(Figure("reached", "Goals reached", "Goals called reached.", value), **changed)


def a_page(*figures: Figure) -> FiguresPage:
    period = Period(date(2026, 1, 1), date(2026, 3, 31))
    as_of = datetime(2026, 4, 1, 9, 5, tzinfo=UTC)
    return FiguresPage(("Move-on", "Work"), period, as_of, (Section("Goals", figures),))
