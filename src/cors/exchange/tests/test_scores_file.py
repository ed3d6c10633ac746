"""Reading a table of scores: what is taken as it stands, and what is listed with its line."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cors.exchange.scores_map import ScoresMap
from cors.exchange.tests.tables import HEADER, MAP, a_map, reading_of


@pytest.fixture
def mapping(tmp_path: Path) -> ScoresMap:
    return a_map(tmp_path)


def said(table: str | bytes, mapping: ScoresMap) -> list[tuple[int, str, str]]:
    found = reading_of(table, mapping)
    return [(each.line, each.column, each.reason) for each in found.mistakes]


def test_takes_a_row_as_it_stands(mapping: ScoresMap) -> None:
    found = reading_of(f"{HEADER}\n007,A,29,2.0\n8,B,0,63\n", mapping)
    assert found.mistakes == found.remarks == ()
    one, other = found.rows
    assert (one.line, one.person, one.groups) == (2, "007", {"arm": "A"})
    assert one.scores == {"before": 29.0, "after": 2.0}
    assert other.scores == {"before": 0.0, "after": 63.0}
    assert one.start.isoformat() == "2020-01-06"


def test_leaves_an_empty_cell_out_and_makes_no_zero_of_it(mapping: ScoresMap) -> None:
    found = reading_of(f"{HEADER}\n1,A,29,\n2,B,  , \n", mapping)
    assert found.mistakes == ()
    assert [row.scores for row in found.rows] == [{"before": 29.0}, {}]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_takes_every_way_to_end_a_line(end: str, mapping: ScoresMap) -> None:
    found = reading_of(end.join([HEADER, "1,A,29,2", "", "2,B,3,4"]), mapping)
    assert [(row.line, row.person) for row in found.rows] == [(2, "1"), (4, "2")]


def test_takes_columns_in_any_order_and_quotation_marks(mapping: ScoresMap) -> None:
    found = reading_of('later,first,id,arm\n"2","29","1, left","B"\n', mapping)
    assert found.mistakes == ()
    assert (found.rows[0].person, found.rows[0].scores["before"]) == ("1, left", 29.0)


def test_passes_a_byte_order_mark_over_and_says_so(mapping: ScoresMap) -> None:
    found = reading_of(b"\xef\xbb\xbf" + f"{HEADER}\n1,A,29,2\n".encode(), mapping)
    assert (len(found.rows), found.mistakes) == (1, ())
    assert [(each.line, "BOM" in each.reason) for each in found.remarks] == [(1, True)]


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("twelve", "not a number"),
        ("nan", "not a number"),
        ("inf", "not a number"),
        ("-inf", "not a number"),
        ("1e3", "not a number"),
        ("0x1F", "not a number"),
        ("1_0", "not a number"),
        ("+12", "not a number"),
        ("1２", "not a number"),
        ("=1+1", "not a number"),
        ("@SUM(A1)", "not a number"),
        ("9" * 400, "not a number"),
        ('"12,5"', "write 12.5"),
        ('"1,024"', "write 1.024"),
        ("64", "outside 0 to 63"),
        ("-1", "outside 0 to 63"),
        ("12.5", "whole numbers"),
        ("12.\x1b[31m", "not a number"),
    ],
)
def test_lists_a_cell_that_is_no_score(cell: str, says: str, mapping: ScoresMap) -> None:
    table = f"{HEADER}\n1,A,29,2\n2,B,{cell},3\n3,A,4,5\n"
    ((line, column, reason),) = said(table, mapping)
    assert (line, column) == (3, "first")
    assert says in reason
    assert reason.isprintable()
    assert len(reason) < 120
    assert [row.person for row in reading_of(table, mapping).rows] == ["1", "3"]


@pytest.mark.parametrize(
    ("row", "column", "says"),
    [
        (",A,1,2", "id", "is empty"),
        ("1,A,1,2", "id", "already stands on line 2"),
        ("=cmd()|1,A,1,2", "id", "begins as a formula"),
        ("@x,A,1,2", "id", "begins as a formula"),
        ("-1,A,1,2", "id", "begins as a formula"),
        ("2\u200b3,A,1,2", "id", "can't be seen"),
        ("2\u202e3,A,1,2", "id", "can't be seen"),
        ("9" * 41 + ",A,1,2", "id", "longer than 40"),
        ("2,C,1,2", "arm", "none of A, B"),
        ("2,,1,2", "arm", "must be one of A, B"),
        ("2,A,1", "", "3 cells, the header 4"),
        ("2,A,1,2,3", "", "5 cells, the header 4"),
        ("2;A;1;2", "", "parted by ; and not by ,"),
        ('2,"A,1,2', "", "quotation mark"),
        ('2,"A"B,1,2', "", "quotation mark"),
        ("2,A,\0,2", "", "NUL"),
        ("2,A,1," + "x" * 30_000, "", "longer than"),
    ],
)
def test_lists_a_bad_row(row: str, column: str, says: str, mapping: ScoresMap) -> None:
    table = f"{HEADER}\n1,A,29,2\n{row}\n3,A,4,5\n"
    ((line, where, reason),) = said(table, mapping)
    assert (line, where) == (3, column)
    assert says in reason
    assert [each.person for each in reading_of(table, mapping).rows] == ["1", "3"]


def test_names_the_line_and_byte_that_is_not_utf_8(mapping: ScoresMap) -> None:
    table = f"{HEADER}\n1,A,29,2\nRenée,B,3,4\n".encode("cp1252")
    ((line, _, reason),) = said(table, mapping)
    assert (line, "byte 4 is 0xE9" in reason) == (3, True)


def test_lists_every_mistake_of_a_row(mapping: ScoresMap) -> None:
    assert [each[1] for each in said(f"{HEADER}\n1,C,x,64\n", mapping)] == ["arm", "first", "later"]


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (HEADER.encode(), "no rows"),
        (f"{HEADER}\n1,A,2,3\n".encode("utf-16"), "UTF-16"),
        (f"{HEADER}\n1,A,2,3\n".replace(",", ";").encode(), 'delimiter = ";"'),
        (f"{HEADER}\n1,A,2,3\n".replace(",", "\t").encode(), 'delimiter = "tab"'),
        (b"id,arm,first\n1,A,2\n", "in the map and not in the file"),
        (f"{HEADER},first\n1,A,2,3,4\n".encode(), "twice"),
        (b"i\xe9d,arm,first,later\n1,A,2,3\n", "not UTF-8"),
    ],
)
def test_takes_nothing_of_a_file_it_cannot_use(table: bytes, says: str, mapping: ScoresMap) -> None:
    found = reading_of(table, mapping)
    assert found.rows == ()
    assert says in found.mistakes[0].reason
    assert found.mistakes[0].line <= 1


def test_lists_a_column_that_the_map_does_not_name_and_reads_on(mapping: ScoresMap) -> None:
    table = f"{HEADER},notes\n1,A,29,2,hello\n"
    assert [each[:2] for each in said(table, mapping)] == [(1, "notes")]
    assert reading_of(table, mapping).is_usable
    assert reading_of(table, mapping).rows[0].scores == {"before": 29.0, "after": 2.0}


def test_ignores_a_column_where_the_map_says_so(tmp_path: Path) -> None:
    mapping = a_map(tmp_path, 'ignore = ["notes"]\n' + MAP)
    assert reading_of(f"{HEADER},notes\n1,A,29,2,=1+1\n", mapping).mistakes == ()


def test_reads_semicolons_where_the_map_says_so(tmp_path: Path) -> None:
    mapping = a_map(tmp_path, 'delimiter = ";"\n' + MAP)
    found = reading_of(f"{HEADER}\n1,A,29,2\n".replace(",", ";"), mapping)
    assert (len(found.rows), found.mistakes) == (1, ())
    ((_, _, reason),) = said(f"{HEADER}\n1,A,29,2\n", mapping)
    assert "parted by , and not by ;" in reason


def test_takes_a_word_for_missing_where_the_map_names_it(tmp_path: Path) -> None:
    table = f"{HEADER}\n1,A,29,NA\n"
    assert "not a number" in said(table, a_map(tmp_path))[0][2]
    mapping = a_map(tmp_path, 'missing = ["NA"]\n' + MAP)
    assert reading_of(table, mapping).rows[0].scores == {"before": 29.0}


def test_takes_each_persons_own_first_day(tmp_path: Path) -> None:
    words = MAP.replace('start_date = "2020-01-06"', 'start_column = "from"')
    mapping = a_map(tmp_path, words)
    table = f"{HEADER},from\n1,A,29,2,2024-02-29\n2,A,29,2,2023-02-29\n3,A,29,2,01/02/2024\n"
    found = reading_of(table, mapping)
    assert [row.start.isoformat() for row in found.rows] == ["2024-02-29"]
    assert [(each.line, each.column) for each in found.mistakes] == [(3, "from"), (4, "from")]


def test_refuses_a_score_of_a_day_to_come(tmp_path: Path) -> None:
    mapping = a_map(tmp_path, MAP.replace("2020-01-06", "2026-10-01"))
    ((line, column, reason),) = said(f"{HEADER}\n1,A,29,2\n2,A,29,\n", mapping)
    assert (line, column, "to come" in reason) == (2, "later", True)


def test_refuses_a_first_day_to_come(tmp_path: Path) -> None:
    mapping = a_map(tmp_path, MAP.replace("2020-01-06", "9999-12-31"))
    ((line, _, reason),) = said(f"{HEADER}\n1,A,29,2\n", mapping)
    assert (line, "to come" in reason) == (2, True)


@given(st.binary(max_size=300))
@example(b'"')
@example(b"\xef\xbb\xbf\xef\xbb\xbf,")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_never_breaks_on_what_a_file_can_hold(mapping: ScoresMap, raw: bytes) -> None:
    for table in (raw, f"{HEADER}\n".encode() + raw):
        found = reading_of(table, mapping)
        assert found.rows or found.mistakes
        assert not {row.line for row in found.rows} & {each.line for each in found.mistakes}


@given(
    st.lists(
        st.tuples(
            st.integers(1, 10**6),
            st.sampled_from("AB"),
            st.none() | st.integers(0, 63),
            st.none() | st.integers(0, 63),
        ),
        min_size=1,
        unique_by=lambda row: row[0],
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_gives_back_what_was_written(
    mapping: ScoresMap, people: list[tuple[int, str, int | None, int | None]]
) -> None:
    lines = [",".join("" if cell is None else str(cell) for cell in row) for row in people]
    found = reading_of("\n".join([HEADER, *lines]), mapping)
    assert found.mistakes == ()
    assert [
        (int(row.person), row.groups["arm"], row.scores.get("before"), row.scores.get("after"))
        for row in found.rows
    ] == people
