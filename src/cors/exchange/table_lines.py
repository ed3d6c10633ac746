"""From the bytes of a file to lines of cells, a record a line. Pure: no Django."""

import csv
from dataclasses import dataclass

UTF_8_MARK = b"\xef\xbb\xbf"
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
LONGEST_LINE = 20_000


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """What is wrong at which line and column; no column means the line as a whole."""

    line: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line that could be parted into cells, with its number in the file."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """The header (None if the file has none that can be read) and the lines below it."""

    header: Line | None
    lines: tuple[Line, ...]
    mistakes: tuple[Mistake, ...]
    remarks: tuple[Mistake, ...]


class LineMistake(ValueError):
    """A line can't be read; the sentence says why."""


def read_lines(raw: bytes, delimiter: str) -> Lines:
    """Part a file into lines and cells; a line that can't be read becomes a mistake.

    A cell can't run over several lines, so a stray quotation mark spoils one line and no more.
    Empty lines are passed over; a mark of UTF-8 at the beginning is passed over with a remark.
    """
    if raw.startswith(UTF_16_MARKS):
        return _unusable("The file is UTF-16: save it as UTF-8.")
    remarks = []
    if raw.startswith(UTF_8_MARK):
        raw = raw.removeprefix(UTF_8_MARK)
        remarks.append(Mistake(1, "", "A byte order mark (BOM) was passed over."))
    lines, mistakes = _parted(raw, delimiter)
    if not lines and not mistakes:
        mistakes.append(Mistake(1, "", "The file is empty."))
    first_bad = mistakes[0].line if mistakes else None
    header = lines[0] if lines and (first_bad is None or first_bad > lines[0].number) else None
    if header and (says := _other_delimiter(header, delimiter)):
        header, mistakes = None, [Mistake(lines[0].number, "", says), *mistakes]
    return Lines(header, tuple(lines[1:]), tuple(mistakes), tuple(remarks))


def _unusable(says: str) -> Lines:
    return Lines(None, (), (Mistake(1, "", says),), ())


def _parted(raw: bytes, delimiter: str) -> tuple[list[Line], list[Mistake]]:
    lines: list[Line] = []
    mistakes: list[Mistake] = []
    for number, each in enumerate(raw.splitlines(), start=1):
        try:
            cells = _cells(each, delimiter)
        except LineMistake as mistake:
            mistakes.append(Mistake(number, "", str(mistake)))
            continue
        if cells:
            lines.append(Line(number, cells))
    return lines, mistakes


def _cells(raw: bytes, delimiter: str) -> tuple[str, ...]:
    if len(raw) > LONGEST_LINE:
        raise LineMistake(f"The line is longer than {LONGEST_LINE} letters.")
    if b"\0" in raw:
        raise LineMistake("The line holds a NUL byte: the file is not plain text.")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        place = error.start + 1
        raise LineMistake(
            f"The line is not UTF-8 (byte {place} is 0x{raw[error.start]:02X}): "
            "save the file as UTF-8."
        ) from None
    if not text.strip():
        return ()
    try:
        (cells,) = csv.reader([text], delimiter=delimiter, strict=True)
    except (csv.Error, ValueError):
        raise LineMistake("A quotation mark is not closed on this line.") from None
    return tuple(cells)


def _other_delimiter(header: Line, delimiter: str) -> str:
    """Say that the columns are parted by something else, where the header looks like it."""
    if len(header.cells) > 1:
        return ""
    for other, name in ((";", ";"), ("\t", "tabs"), (",", ","), ("|", "|")):
        if other != delimiter and other in header.cells[0]:
            return (
                f"The columns are parted by {name} and not by {delimiter}: save the file so, or "
                f'write delimiter = "{"tab" if other == chr(9) else other}" in the map.'
            )
    return ""
