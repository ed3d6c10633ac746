"""The mapping file of a table of scores: which column is what. Pure: no Django."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from cors.catalogue.schema.mistakes import Mistake, one_of
from cors.catalogue.schema.table import Table
from cors.catalogue.schema.toml_file import read_toml

DELIMITERS = {",": ",", ";": ";", "|": "|", "tab": "\t"}
LONGEST_WAVE, LONGEST_GROUP, LONGEST_SOURCE = 40, 30, 400
MOST_DAYS = 100 * 366
PARTS_OF_A_CODE = "=;"


class BrokenMap(Exception):
    """The mapping file can't be used; the message lists what is to be mended."""

    def __init__(self, mistakes: Collection[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


@dataclass(frozen=True, slots=True)
class Wave:
    """One round of asking: its label, its column, and its day counted from the first."""

    label: str
    column: str
    day: int


@dataclass(frozen=True, slots=True)
class GroupColumn:
    """Something to compare by; without codes any code is taken."""

    name: str
    column: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReliabilityGiven:
    """The coefficient that the threshold of reliable change rests on, and where it stands."""

    value: float
    kind: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoresMap:
    """How one table of scores is read; the first wave is the baseline."""

    measure: str
    service: str
    delimiter: str
    missing: tuple[str, ...]
    person_column: str
    start_column: str
    start_date: date | None
    ignored: tuple[str, ...]
    groups: tuple[GroupColumn, ...]
    waves: tuple[Wave, ...]
    reliability: ReliabilityGiven

    def columns(self) -> tuple[str, ...]:
        """Return every column that the file must have."""
        start = (self.start_column,) if self.start_column else ()
        groups = (group.column for group in self.groups)
        return (self.person_column, *start, *groups, *(wave.column for wave in self.waves))


def read_map(path: Path) -> ScoresMap:
    """Read a mapping file; raise BrokenMap with all that is wrong in it."""
    mistakes: list[Mistake] = []
    file = read_toml(path, path.name, mistakes)
    if not mistakes:
        found = _map(file)
        _check(file, found)
    if mistakes:
        raise BrokenMap(mistakes)
    return found


def _map(file: Table) -> ScoresMap:
    person = file.table("person")
    found = ScoresMap(
        measure=file.text("measure"),
        service=file.text("service", "Imported scores"),
        delimiter=_delimiter(file),
        missing=file.texts("missing", ()),
        person_column=person.text("column"),
        start_column=file.text("start_column", ""),
        start_date=_day(file, "start_date"),
        ignored=file.texts("ignore", ()),
        groups=tuple(_group(table) for table in file.tables("groups")),
        waves=tuple(_wave(table) for table in file.tables("waves")),
        reliability=_reliability(file.table("reliability")),
    )
    person.close()
    file.close()
    return found


def _delimiter(file: Table) -> str:
    said = file.text("delimiter", ",")
    if said not in DELIMITERS:
        file.wrong("delimiter", one_of(tuple(DELIMITERS)))
    return DELIMITERS.get(said, ",")


def _day(file: Table, name: str) -> date | None:
    said = file.text(name, "")
    if not said:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        file.wrong(name, f'must be a day such as "2024-05-31", not "{said}"')
        return None


def _group(table: Table) -> GroupColumn:
    found = GroupColumn(
        name=table.text("name"), column=table.text("column"), codes=table.texts("codes", ())
    )
    if len(found.name) > LONGEST_GROUP or any(mark in found.name for mark in PARTS_OF_A_CODE):
        table.wrong("name", f"must be at most {LONGEST_GROUP} letters, without = and ;")
    table.close()
    return found


def _wave(table: Table) -> Wave:
    found = Wave(label=table.text("label"), column=table.text("column"), day=table.whole("day"))
    if len(found.label) > LONGEST_WAVE:
        table.wrong("label", f"is longer than {LONGEST_WAVE} letters")
    if abs(found.day) > MOST_DAYS:
        table.wrong("day", "is counted in days from the first day, and is too far from it")
    table.close()
    return found


def _reliability(table: Table) -> ReliabilityGiven:
    found = ReliabilityGiven(
        value=table.number("value"), kind=table.text("kind", ""), source=table.text("source")
    )
    if table.has("value") and not 0 < found.value < 1:
        table.wrong("value", "must lie between 0 and 1")
    if len(found.source) > LONGEST_SOURCE:
        table.wrong("source", f"is longer than {LONGEST_SOURCE} letters")
    table.close()
    return found


def _check(file: Table, found: ScoresMap) -> None:
    if bool(found.start_column) == bool(found.start_date):
        file.wrong("start_date", "give either start_date or start_column, and not both")
    if len(found.waves) < 2:
        file.wrong("waves", "must hold the baseline and at least one later wave")
    for earlier, later in pairwise(found.waves):
        if later.day <= earlier.day:
            file.wrong("waves", f'"{later.label}" must come after "{earlier.label}"')
    _check_once(file, "columns", (*found.columns(), *found.ignored))
    _check_once(file, "waves", tuple(wave.label for wave in found.waves))
    _check_once(file, "groups", tuple(group.name for group in found.groups))


def _check_once(file: Table, where: str, names: Collection[str]) -> None:
    for name, times in Counter(names).items():
        if times > 1:
            file.wrong(where, f'"{name}" is named {times} times')
