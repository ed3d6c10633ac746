"""Figures as CSV that opens the same everywhere and never runs as a formula."""

import csv
import io

from cors.reports.page import FiguresPage
from cors.reports.rows import COLUMNS, table

STARTS_A_FORMULA = "=+-@\t\r\n"


def harmless(cell: str) -> str:
    """Return a cell that a spreadsheet takes as words: what could start a formula is quoted.

    Numbers stay numbers. White space and a byte order mark before the sign are looked through.
    """
    bare = cell.lstrip(" \ufeff\u00a0\u200b")
    try:
        float(cell)
    except ValueError:
        return f"'{cell}" if bare and (bare[0] in STARTS_A_FORMULA or cell[0] in "\t\r\n") else cell
    return cell


def as_csv(page: FiguresPage) -> bytes:
    """Return the figures with the question above them, as UTF-8 with a byte order mark."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    about = [
        ("Services", ", ".join(page.services)),
        ("From", page.period.first.isoformat()),
        ("To", page.period.last.isoformat()),
        ("As of", page.as_of.isoformat(timespec="minutes")),
        ("An empty value could not be worked out. It is not zero.",),
        (),
        COLUMNS,
    ]
    for row in [*about, *table(page)]:
        writer.writerow([harmless(cell) for cell in row])
    return b"\xef\xbb\xbf" + file.getvalue().encode()
