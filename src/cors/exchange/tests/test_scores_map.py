"""The mapping file: what it says, and every mistake it can hold."""

from datetime import date
from pathlib import Path

import pytest

from cors.exchange.scores_map import BrokenMap, read_map
from cors.exchange.tests.tables import MAP, a_map

EXAMPLE = Path(__file__).parents[4] / "examples" / "beat-the-blues" / "map.toml"


def test_reads_the_example() -> None:
    found = read_map(EXAMPLE)
    assert found.measure == "bdi-ii"
    assert [wave.column for wave in found.waves] == [
        "bdi.pre", "bdi.2m", "bdi.4m", "bdi.6m", "bdi.8m",
    ]  # fmt: skip
    assert [wave.day for wave in found.waves] == [0, 61, 122, 183, 244]
    assert [group.name for group in found.groups] == ["treatment", "drug", "length"]
    assert found.reliability.value == 0.93
    assert "Beck" in found.reliability.source
    assert found.start_date == date(2000, 1, 3)


def test_takes_a_comma_and_no_words_for_missing_unless_told(tmp_path: Path) -> None:
    found = a_map(tmp_path)
    assert (found.delimiter, found.missing, found.ignored) == (",", (), ())
    assert found.columns() == ("id", "arm", "first", "later")


@pytest.mark.parametrize(
    ("words", "other", "says"),
    [
        ('column = "id"', 'colunm = "id"', "colunm: is not a key"),
        ("[reliability]\nvalue = 0.93", "[reliability]\nvalue = 1.3", "between 0 and 1"),
        ('source = "a manual"', "", "reliability.source: is missing"),
        ("day = 90", "day = 0", '"after" must come after "before"'),
        ("day = 90", "day = 90.5", "whole number"),
        ('column = "later"', 'column = "first"', '"first" is named 2 times'),
        ('label = "after"', 'label = "before"', '"before" is named 2 times'),
        ('start_date = "2020-01-06"', "", "either start_date or start_column"),
        ('start_date = "2020-01-06"', 'start_date = "6 Jan"', "must be a day"),
        ('name = "arm"', 'name = "a=b"', "without = and ;"),
        ('measure = "bdi-ii"', 'measure = "bdi-ii"\ndelimiter = "!"', "one of"),
        ('measure = "bdi-ii"', "measure =", "is not TOML"),
    ],
)
def test_says_what_is_to_be_mended(words: str, other: str, says: str, tmp_path: Path) -> None:
    assert words in MAP
    with pytest.raises(BrokenMap) as broken:
        a_map(tmp_path, MAP.replace(words, other, 1))
    assert says in str(broken.value)
    assert "map.toml" in str(broken.value)


def test_says_that_there_is_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(BrokenMap, match="is missing"):
        read_map(tmp_path / "none.toml")


def test_needs_a_later_wave(tmp_path: Path) -> None:
    start = MAP.index("[[waves]]", MAP.index("[[waves]]") + 1)
    one_wave = MAP[:start] + MAP[MAP.index("[reliability]") :]
    with pytest.raises(BrokenMap, match="at least one later wave"):
        a_map(tmp_path, one_wave)
