"""Figures as CSV that opens the same everywhere and never runs as a formula."""

import csv
import io
import re
from unicodedata import category

from cors.reports.page import FiguresPage
from cors.reports.rows import COLUMNS, table

NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
# The last four are the same signs in full width, which some spreadsheets take too.
STARTS_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
STARTS_ANOTHER_CELL = ("\t", "\r", "\n")


def harmless(cell: str) -> str:
    """Return a cell that a spreadsheet takes as words: what could start a formula is quoted.

    Numbers stay numbers. White space and signs that nobody sees are looked through.
    """
    if NUMBER.fullmatch(cell):
        return cell
    is_risky = cell.startswith(STARTS_ANOTHER_CELL) or _seen(cell).startswith(STARTS_A_FORMULA)
    return f"'{cell}" if is_risky else cell


def _seen(cell: str) -> str:
    """Return a cell from the first sign on that is neither white nor hidden."""
    seen = (at for at, sign in enumerate(cell) if category(sign)[0] not in "ZC")
    return cell[next(seen, len(cell)) :]


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
