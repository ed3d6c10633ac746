"""Reading a table of scores by its mapping file: good rows, and every mistake. Pure: no Django."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TypeVar

from cors.catalogue.schema.measure import Score
from cors.exchange.score_cells import (
    CellMistake,
    read_code,
    read_day,
    read_number,
    read_person,
    shown,
)
from cors.exchange.scores_map import ScoresMap
from cors.exchange.table_lines import Line, Mistake, read_lines

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One person's row: codes by the name of the group, scores by the label of the wave.

    A group or a wave without a value is left out.
    """

    line: int
    person: str
    start: date
    groups: dict[str, str]
    scores: dict[str, float]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave; without a usable header there are no rows and nothing can be skipped."""

    rows: tuple[ScoreRow, ...]
    mistakes: tuple[Mistake, ...]
    remarks: tuple[Mistake, ...]
    is_usable: bool


def read_scores(raw: bytes, mapping: ScoresMap, score: Score, *, today: date) -> Reading:
    """Read the bytes of a file; `score` gives the range, `today` the last day a score can have.

    A row with a mistake is not among the rows. Never raises for anything that a file can hold.
    """
    table = read_lines(raw, mapping.delimiter)
    mistakes = list(table.mistakes)
    if table.header is None:
        return Reading((), tuple(mistakes), table.remarks, is_usable=False)
    place, wrong = _columns(table.header, mapping)
    mistakes += wrong
    if place is None:
        return Reading((), tuple(sorted(mistakes)), table.remarks, is_usable=False)
    rows, wrong = _Rows(mapping, score, place, len(table.header.cells), today).read(table.lines)
    mistakes += wrong
    if not rows and not mistakes:
        mistakes.append(Mistake(table.header.number, "", "The file has a header and no rows."))
    return Reading(tuple(rows), tuple(sorted(mistakes)), table.remarks, is_usable=True)


def _columns(header: Line, mapping: ScoresMap) -> tuple[dict[str, int] | None, list[Mistake]]:
    """Return where each column stands; None when one that is needed is missing or twice there."""
    names = [cell.strip() for cell in header.cells]
    known = {*mapping.columns(), *mapping.ignored}
    wrong = [
        Mistake(header.number, name, "is in the map and not in the file.")
        for name in (*mapping.columns(), *mapping.ignored)
        if name not in names
    ]
    usable = not any(mistake.column in mapping.columns() for mistake in wrong)
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            wrong.append(Mistake(header.number, name, "stands in the header twice."))
            usable = usable and name not in mapping.columns()
        elif name not in known:
            says = "is in the file and not in the map: name it there, under ignore if not wanted."
            wrong.append(Mistake(header.number, name or "(no name)", says))
    return ({name: at for at, name in enumerate(names)} if usable else None), wrong


class _Rows:
    """Reads the lines below the header, and remembers who came before."""

    def __init__(
        self, mapping: ScoresMap, score: Score, place: dict[str, int], width: int, today: date
    ) -> None:
        self.mapping = mapping
        self.score = score
        self.place = place
        self.width = width
        self.today = today
        self.first_line: dict[str, int] = {}
        self.mistakes: list[Mistake] = []

    def read(self, lines: tuple[Line, ...]) -> tuple[list[ScoreRow], list[Mistake]]:
        rows = [row for line in lines if (row := self._row(line)) is not None]
        return rows, self.mistakes

    def _row(self, line: Line) -> ScoreRow | None:
        so_far = len(self.mistakes)
        if len(line.cells) != self.width:
            self._wrong(line, "", self._says_of_width(line))
            return None
        person = self._person(line)
        start = self._start(line)
        groups = {
            group.name: self._taken(line, group.column, partial(read_code, codes=group.codes))
            for group in self.mapping.groups
        }
        scores = {
            wave.label: self._taken(line, wave.column, self._score) for wave in self.mapping.waves
        }
        if start is not None:
            self._check_days(line, start, scores)
        if person is None or start is None or len(self.mistakes) > so_far:
            return None
        return ScoreRow(
            line=line.number,
            person=person,
            start=start,
            groups={name: code for name, code in groups.items() if code},
            scores={label: value for label, value in scores.items() if value is not None},
        )

    def _person(self, line: Line) -> str | None:
        column = self.mapping.person_column
        person = self._taken(line, column, read_person)
        if person is None:
            return None
        before = self.first_line.setdefault(person.lower(), line.number)
        if before != line.number:
            self._wrong(line, column, f"{shown(person)} already stands on line {before}.")
        return person

    def _start(self, line: Line) -> date | None:
        if self.mapping.start_date is not None:
            return self.mapping.start_date
        return self._taken(line, self.mapping.start_column, read_day)

    def _score(self, cell: str) -> float | None:
        missing = not cell or cell in self.mapping.missing
        return None if missing else read_number(cell, self.score)

    def _taken(self, line: Line, column: str, read: Callable[[str], T]) -> T | None:
        """Read one cell; None, and a mistake, where it can't be read."""
        try:
            return read(line.cells[self.place[column]].strip())
        except CellMistake as mistake:
            self._wrong(line, column, str(mistake))
            return None

    def _check_days(self, line: Line, start: date, scores: dict[str, float | None]) -> None:
        if start > self.today:
            self._wrong(line, self.mapping.start_column, "The first day is still to come.")
            return
        for wave in self.mapping.waves:
            if scores[wave.label] is not None and start + timedelta(wave.day) > self.today:
                self._wrong(line, wave.column, "has a score for a day that is still to come.")

    def _says_of_width(self, line: Line) -> str:
        cells, mark = len(line.cells), self.mapping.delimiter
        says = f"The line has {cells} cell{'' if cells == 1 else 's'}, the header {self.width}"
        other = ";" if mark == "," else ","
        if mark.join(line.cells).count(other) == self.width - 1:
            return f"{says}: its columns are parted by {other} and not by {mark}."
        return f"{says}."

    def _wrong(self, line: Line, column: str, reason: str) -> None:
        self.mistakes.append(Mistake(line.number, column, reason))
