"""Reading one cell of a table of scores: the value, or a sentence that says what to do."""

import re
import unicodedata
from datetime import date

from cors.catalogue.schema.measure import Score

NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12})?")
WITH_COMMA = re.compile(r"-?[0-9]{1,12},[0-9]{1,12}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LONGEST_PERSON, LONGEST_CODE, LONGEST_SHOWN = 40, 30, 40
BEGINS_A_FORMULA = tuple("=+-@")
FIRST_YEAR = 1900


class CellMistake(ValueError):
    """A cell can't be read; the sentence says why."""


def read_person(cell: str) -> str:
    """Return a person's reference as it stands, zeros in front and all."""
    if not cell:
        raise CellMistake("is empty: give each person a number or a reference.")
    return _plain(cell, LONGEST_PERSON)


def read_code(cell: str, codes: tuple[str, ...]) -> str:
    """Return the code of a group; an empty cell is no code, unless the map lists the codes."""
    if codes and cell not in codes:
        said = f"{shown(cell)} is none of" if cell else "is empty and must be one of"
        raise CellMistake(f"{said} {', '.join(codes)}.")
    return _plain(cell, LONGEST_CODE) if cell else ""


def read_number(cell: str, score: Score) -> float:
    """Return a score; only plain digits with a point are a number here, and only in range."""
    if WITH_COMMA.fullmatch(cell):
        raise CellMistake(f"{shown(cell)} has a comma: write {cell.replace(',', '.')}.")
    if not NUMBER.fullmatch(cell):
        raise CellMistake(f"{shown(cell)} is not a number: write digits such as 12 or 12.5.")
    value = float(cell) + 0  # -0 is written as 0
    if not score.low <= value <= score.high:
        raise CellMistake(f"{shown(cell)} is outside {score.low:g} to {score.high:g}.")
    if round(value, score.decimals) != value:
        most = f"at most {score.decimals} decimals" if score.decimals else "whole numbers"
        raise CellMistake(f"{shown(cell)} can't be: this score comes in {most}.")
    return value


def read_day(cell: str) -> date:
    """Return a day written as 2024-05-31."""
    try:
        if DAY.fullmatch(cell) and (found := date.fromisoformat(cell)).year >= FIRST_YEAR:
            return found
    except ValueError:
        pass
    raise CellMistake(f"{shown(cell)} is not a day: write it as 2024-05-31.")


def shown(cell: str) -> str:
    """Return a cell as it may stand in a message: cut short, nothing unprintable."""
    cut = cell if len(cell) <= LONGEST_SHOWN else cell[: LONGEST_SHOWN - 1] + "…"
    return '"' + "".join(each if each.isprintable() else "�" for each in cut) + '"'


def _plain(cell: str, longest: int) -> str:
    if len(cell) > longest:
        raise CellMistake(f"{shown(cell)} is longer than {longest} letters.")
    if any(unicodedata.category(each) in ("Cc", "Cf", "Co", "Cs") for each in cell):
        raise CellMistake(f"{shown(cell)} holds a sign that can't be seen: take it out.")
    if cell.startswith(BEGINS_A_FORMULA):
        raise CellMistake(f"{shown(cell)} begins as a formula does: take {cell[0]} away.")
    return cell
