"""What a run on PostgreSQL leaves out, and what it must not."""

from typing import Any, cast

import pytest

from tests.repository.tree import ROOT
from tests.stage.once import sort_out

SLICE = "src/cors/plans/tests/test_attainment.py::test_one"


class Item:
    """A test, as far as it matters here."""

    def __init__(self, nodeid: str, *, marks: str = "", fixtures: str = "") -> None:
        self.nodeid, self.marks, self.fixturenames = nodeid, marks.split(), fixtures.split()

    def get_closest_marker(self, name: str) -> str | None:
        return name if name in self.marks else None


def is_kept(item: Item) -> bool:
    kept, left = sort_out(cast(Any, [item]))
    assert len(kept) + len(left) == 1
    return bool(kept)


def test_what_asks_no_database_is_left_out() -> None:
    assert not is_kept(Item(SLICE))
    assert not is_kept(Item(SLICE, marks="slow", fixtures="tmp_path settings"))


@pytest.mark.parametrize("fixtures", ["db", "stage db", "transactional_db", "django_db_setup"])
def test_what_asks_for_one_stays(fixtures: str) -> None:
    assert is_kept(Item(SLICE, fixtures=fixtures))
    assert is_kept(Item(SLICE, marks="django_db"))


@pytest.mark.parametrize(
    "place", ["src/cors/config/tests/test_restore.py", "tests/attack/test_blocks.py"]
)
def test_what_starts_commands_and_servers_stays(place: str) -> None:
    assert is_kept(Item(f"{place}::test_one"))


def test_every_journey_waits_for_the_browser() -> None:
    journeys = list((ROOT / "tests" / "journeys").glob("test_*.py"))
    assert len(journeys) > 10
    assert not [path.name for path in journeys if "mark.browser" not in path.read_text()]


def test_the_order_stays() -> None:
    items: list[Any] = [Item(SLICE, marks="django_db"), Item(SLICE), Item(SLICE, fixtures="db")]
    kept, left = sort_out(items)
    assert (kept, left) == ([items[0], items[2]], [items[1]])
