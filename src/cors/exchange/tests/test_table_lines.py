"""From bytes to lines: one bad line spoils itself and no other, and says what to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.exchange.table_lines import LONGEST_LINE, Mistake, read_lines

plain = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters='",'), min_size=1)


def cells(raw: bytes, delimiter: str = ",") -> list[tuple[str, ...]]:
    found = read_lines(raw, delimiter)
    return [line.cells for line in ((found.header,) if found.header else ()) + found.lines]


def reasons(raw: bytes, delimiter: str = ",") -> list[tuple[int, str]]:
    return [(one.line, one.reason) for one in read_lines(raw, delimiter).mistakes]


@given(st.lists(st.lists(plain, min_size=2, max_size=4), min_size=1, max_size=5))
def test_plain_cells_come_back_as_they_went_in(rows: list[list[str]]) -> None:
    raw = "\n".join(",".join(row) for row in rows).encode()
    assert cells(raw) == [tuple(row) for row in rows if "".join([*row, ","]).strip()]


def test_a_quoted_cell_may_hold_what_parts_columns() -> None:
    assert cells(b'id,words\n1,"a, ""b"""\n') == [("id", "words"), ("1", 'a, "b"')]


def test_empty_lines_are_passed_over_and_still_counted() -> None:
    found = read_lines(b"\nid,score\n\n  \n1,2\n", ",")
    assert found.header
    assert found.header.number == 2
    assert [(line.number, line.cells) for line in found.lines] == [(5, ("1", "2"))]


def test_a_stray_quotation_mark_spoils_its_own_line_only() -> None:
    raw = b'id,score\n1,"2\n3,4\n'
    assert cells(raw) == [("id", "score"), ("3", "4")]
    assert reasons(raw) == [(2, "A quotation mark is not closed on this line.")]


def test_a_line_in_another_encoding_names_its_byte() -> None:
    raw = "id,score\nZoë,2\n3,4\n".encode("latin-1")
    assert cells(raw) == [("id", "score"), ("3", "4")]
    assert reasons(raw) == [
        (2, "The line is not UTF-8 (byte 3 is 0xEB): save the file as UTF-8."),
    ]


def test_a_nul_byte_says_that_it_is_no_text() -> None:
    assert reasons(b"id,score\n1,\x00\n") == [
        (2, "The line holds a NUL byte: the file is not plain text.")
    ]


def test_a_line_may_be_long_but_not_endless() -> None:
    assert not reasons(b"id,score\n1," + b"2" * (LONGEST_LINE - 2))
    ((line, said),) = reasons(b"id,score\n1," + b"2" * (LONGEST_LINE - 1))
    assert (line, said) == (2, f"The line is longer than {LONGEST_LINE} letters.")


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"  \r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_says_so(raw: bytes) -> None:
    found = read_lines(raw, ",")
    assert found.header is None
    assert found.mistakes == (Mistake(1, "", "The file is empty."),)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_gives_no_rows(encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    found = read_lines(mark + "id,score\n1,2\n".encode(encoding), ",")
    assert (found.header, found.lines) == (None, ())
    assert found.mistakes[0].reason == "The file is UTF-16: save it as UTF-8."


def test_a_mark_of_utf_8_is_no_part_of_the_first_name() -> None:
    found = read_lines(b"\xef\xbb\xbfid,score\n1,2\n", ",")
    assert found.header
    assert found.header.cells == ("id", "score")
    assert [one.reason for one in found.remarks] == ["A byte order mark (BOM) was passed over."]


@pytest.mark.parametrize(
    ("other", "name", "written"),
    [(";", ";", ";"), ("\t", "tabs", "tab"), ("|", "|", "|")],
)
def test_columns_parted_otherwise_are_told_with_what_to_write(
    other: str, name: str, written: str
) -> None:
    raw = f"id{other}score\n1{other}2\n".encode()
    ((line, said),) = reasons(raw)
    assert line == 1
    assert said.startswith(f"The columns are parted by {name} and not by ,:")
    assert f'delimiter = "{written}"' in said
    assert read_lines(raw, other).header


def test_one_column_alone_is_no_mistake_of_the_delimiter() -> None:
    assert reasons(b"id\n1\n") == []


def test_a_header_that_cannot_be_read_is_not_replaced_by_the_next_line() -> None:
    found = read_lines(b'id,"score\n1,2\n3,4\n', ",")
    assert found.header is None
    assert [one.line for one in found.mistakes] == [1]


@given(st.binary(max_size=80), st.sampled_from(",;\t|"))
def test_nothing_that_a_file_can_hold_breaks_the_reading(raw: bytes, delimiter: str) -> None:
    found = read_lines(raw, delimiter)
    assert found.header or found.mistakes
    numbers = [line.number for line in found.lines]
    assert numbers == sorted(set(numbers))
    assert not set(numbers) & {one.line for one in found.mistakes if one.line != 1}
