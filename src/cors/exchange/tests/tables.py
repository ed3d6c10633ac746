"""Small tables of scores and their maps, for tests."""

from datetime import date
from pathlib import Path

from cors.catalogue.schema.measure import Score
from cors.catalogue.shipped import shipped
from cors.exchange.scores_file import Reading, read_scores
from cors.exchange.scores_map import ScoresMap, read_map

TODAY = date(2026, 11, 23)
HEADER = "id,arm,first,later"
MAP = """
measure = "bdi-ii"
start_date = "2020-01-06"
[person]
column = "id"
[[groups]]
name = "arm"
column = "arm"
codes = ["A", "B"]
[[waves]]
label = "before"
column = "first"
day = 0
[[waves]]
label = "after"
column = "later"
day = 90
[reliability]
value = 0.93
source = "a manual"
"""


def total_of(measure: str = "bdi-ii") -> Score:
    return shipped().measures[measure].scores[0]


def a_map(folder: Path, words: str = MAP) -> ScoresMap:
    """Write a mapping file and read it."""
    path = folder / "map.toml"
    path.write_text(words, encoding="utf-8")
    return read_map(path)


def reading_of(table: str | bytes, mapping: ScoresMap) -> Reading:
    raw = table.encode() if isinstance(table, str) else table
    return read_scores(raw, mapping, total_of(mapping.measure), today=TODAY)
