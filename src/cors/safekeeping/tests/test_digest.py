"""A digest is equal for equal rows, and for no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.safekeeping.tables.digest import TableDigest, differing, digest_of
from cors.safekeeping.tables.kinds import Column, Kind, Plain, decimal, json_text, plain

COLUMNS = [Column("id", Kind.UUID), Column("words", Kind.TEXT), Column("sealed", Kind.BYTES)]
Row = tuple[Plain, ...]
VALUES = st.one_of(st.none(), st.text(max_size=5), st.binary(max_size=5), st.integers(-9, 9))
ROWS = st.lists(st.tuples(VALUES, VALUES, VALUES), max_size=6)


def of(rows: list[Row]) -> TableDigest:
    return digest_of(COLUMNS, rows)


def written_alike(row: Row) -> tuple[bytes | None, ...]:
    """Return a row as it is compared: a number and its text are the same."""
    return tuple(
        None if each is None else each if isinstance(each, bytes) else str(each).encode()
        for each in row
    )


@given(ROWS, st.randoms())
def test_the_order_of_rows_does_not_matter(rows: list[Row], chance: object) -> None:
    mixed = list(rows)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert of(mixed) == of(rows)


@given(ROWS, ROWS)
def test_other_rows_have_another_digest(one: list[Row], other: list[Row]) -> None:
    def known(rows: list[Row]) -> list[str]:
        return sorted(repr(written_alike(row)) for row in rows)

    assert (of(one) == of(other)) == (known(one) == known(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "", None), ("a", None, None)),
        (("ab", "c", b""), ("a", "bc", b"")),
        (("a", None, None), (None, "a", None)),
        (("a", "b", b"\x00"), ("a", "b", b"")),
    ],
)
def test_tells_rows_apart_that_look_alike(one: Row, other: Row) -> None:
    assert of([one]) != of([other])
    assert of([one]) == of([one])


def test_a_row_said_twice_is_found() -> None:
    row: Row = ("a", "b", b"c")
    assert len({of([row] * times).digest for times in range(4)}) == 4
    assert [of([row] * times).rows for times in range(4)] == [0, 1, 2, 3]


def test_the_order_of_columns_does_not_matter_but_their_names_do() -> None:
    turned = digest_of(COLUMNS[::-1], [(b"c", "b", "a")])
    assert turned == of([("a", "b", b"c")])
    renamed = [Column("id", Kind.UUID), Column("text", Kind.TEXT), Column("sealed", Kind.BYTES)]
    assert digest_of(renamed, [("a", "b", b"c")]) != of([("a", "b", b"c")])


def test_json_is_compared_by_what_it_says() -> None:
    column = [Column("data", Kind.JSON)]
    one, other = '{"b": 1.0, "a": [1e2, "é"]}', '{"a":[100,"\\u00e9"],"b":1.00}'
    assert digest_of(column, [(one,)]) == digest_of(column, [(other,)])
    assert digest_of(column, [(one,)]) != digest_of(column, [(one.replace("1.0", "1.1"),)])
    assert json_text('{"a": 1}') != json_text('{"a": "1"}')


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (None, Kind.SWITCH, None),
        (True, Kind.SWITCH, 1),
        ("2026-11-23 10:00:00.000000", Kind.MOMENT, "2026-11-23 10:00:00"),
        ("2026-11-23 10:00:00.000100", Kind.MOMENT, "2026-11-23 10:00:00.000100"),
        ("1.50", Kind.DECIMAL, "1.5"),
        (1.5, Kind.DECIMAL, "1.5"),
        (memoryview(b"ab"), Kind.BYTES, b"ab"),
        (3, Kind.REAL, 3.0),
        ("2024-02-29", Kind.DAY, "2024-02-29"),
    ],
)
def test_a_value_has_one_plain_form(value: object, kind: Kind, expected: Plain) -> None:
    found = plain(value, kind)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("value", "expected"), [("0.00", "0"), ("-0", "0"), ("1E+3", "1000"), ("100", "100")]
)
def test_a_decimal_has_one_way_to_be_written(value: str, expected: str) -> None:
    assert decimal(value) == expected


def test_names_the_tables_that_differ() -> None:
    same, changed = TableDigest(1, "a"), TableDigest(1, "b")
    one = {"goals": same, "steps": same, "gone": same}
    other = {"goals": same, "steps": changed, "new": same}
    assert differing(one, other) == ["gone", "new", "steps"]
    assert differing(one, dict(one)) == []
