"""Houses for the fault tests: one on SQLite, one on a PostgreSQL server that can be stopped."""

from collections.abc import Iterator

import psycopg
import pytest

from cors.config.check.postgresql import Control, NoServerError, control
from tests.faults.house import House


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Return a served house on SQLite."""
    found = House(tmp_path_factory.mktemp("house"))
    found.settle()
    found.start()
    yield found
    found.kill()


@pytest.fixture(scope="module")
def postgresql() -> Iterator[Control]:
    """Return a server of one's own, to be stopped and started."""
    try:
        with control() as found:
            yield found
    except NoServerError as reason:
        pytest.skip(f"{reason}")


@pytest.fixture(scope="module")
def house_on_postgresql(
    postgresql: Control, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    """Return a served house on PostgreSQL, with the pool that real life has."""
    owner = postgresql.url
    with psycopg.connect(owner, autocommit=True) as server:
        server.execute("CREATE ROLE cors_web LOGIN")
    web = owner.replace("//postgres@", "//cors_web@")
    found = House(
        tmp_path_factory.mktemp("house"), CORS_DATABASE_URL=web, CORS_OWNER_DATABASE_URL=owner
    )
    found.settle()
    found.start()
    yield found
    found.kill()
