"""On PostgreSQL, leave out what asks no database: pytest-django refuses it one on either.

Whole commands and servers are started without asking for one here, so their folders stay.
"""

import pytest
from django.conf import settings

FIXTURES = {"db", "transactional_db", "django_db_setup"}
WITH_COMMANDS = ("src/cors/config/", "src/cors/safekeeping/", "tests/")


def asks_a_database(item: pytest.Item, path: str) -> bool:
    """Say whether a test may meet the database that this run is for."""
    return (
        path.startswith(WITH_COMMANDS)
        or item.get_closest_marker("django_db") is not None
        or bool(FIXTURES & set(getattr(item, "fixturenames", ())))
    )


def sort_out(items: list[pytest.Item]) -> tuple[list[pytest.Item], list[pytest.Item]]:
    """Return the tests that may meet a database, and those that can't."""
    asking = {item for item in items if asks_a_database(item, item.nodeid)}
    kept = [item for item in items if item in asking]
    return kept, [item for item in items if item not in asking]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "sqlite" not in settings.DATABASES["default"]["ENGINE"]:
        items[:], left = sort_out(items)
        config.hook.pytest_deselected(items=left)
