"""The roles of deploy/: the owner migrates, the web role serves and is bound, again and again."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from cors.config.check.postgresql import NoServerError, find_programs, server
from cors.config.tests.place import Place
from tests.deploy.proxies import DEPLOY

pytestmark = pytest.mark.slow
DATABASE = "cors"


@pytest.fixture(scope="module")
def superuser() -> Iterator[str]:
    """A server of one's own, on which the script ran twice; yields its superuser's address."""
    try:
        with server() as url:
            for password in ("old", "o'wn \\ er"):
                lay_roles(url, password)
            yield url
    except NoServerError as reason:
        pytest.skip(str(reason))


def lay_roles(url: str, password: str) -> None:
    psql = find_programs() / "psql"
    words = [str(psql if psql.exists() else "psql"), "-X", "-v", "ON_ERROR_STOP=1", "-d", url]
    for name, value in {
        "database": DATABASE,
        "owner_password": password,
        "web_password": "w",
    }.items():
        words += ["-v", f"{name}={value}"]
    script = str(DEPLOY / "postgresql-roles.sql")
    done = subprocess.run([*words, "-f", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture
def place(superuser: str, tmp_path: Path) -> Place:
    found = Place(tmp_path)
    given = {
        "CORS_OWNER_DATABASE_URL": address(superuser, "cors_owner"),
        "CORS_DATABASE_URL": address(superuser, "cors_web"),
        "CORS_NO_POOL": "1",
    }
    plain = found.environment()
    found.environment = lambda: plain | given  # type: ignore[method-assign]
    return found


def address(superuser: str, role: str) -> str:
    return superuser.replace("postgres@", f"{role}@").replace("/postgres", f"/{DATABASE}")


def test_the_owner_migrates_and_the_web_role_is_bound(place: Place, superuser: str) -> None:
    made = place.run("organisation", "add", "harbour", "--name", "Harbour Street")
    assert made.returncode == 0, made.stderr
    found = {each["key"] for each in json.loads(place.run("doctor", "--json").stdout)}
    assert not found & {"web-role", "no-owner", "migrations", "triggers", "database-away"}
    with psycopg.connect(address(superuser, "cors_web")) as web:
        assert web.execute("SELECT count(*) FROM access_organisation").fetchone() == (0,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            web.execute("UPDATE audit_event SET verb = 'x'")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (x int)",
        "CREATE ROLE mine",
        "CREATE DATABASE mine",
        "SET ROLE cors_owner",
    ],
)
def test_the_web_role_makes_nothing(superuser: str, statement: str) -> None:
    with (
        psycopg.connect(address(superuser, "cors_web"), autocommit=True) as web,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        web.execute(statement)


def test_other_roles_may_not_come_in(superuser: str) -> None:
    with psycopg.connect(superuser, autocommit=True) as server:
        server.execute("DROP ROLE IF EXISTS somebody")
        server.execute("CREATE ROLE somebody LOGIN")
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        psycopg.connect(address(superuser, "somebody"))


def test_neither_role_is_above_row_level_security(superuser: str) -> None:
    asking = (
        "SELECT rolname, rolsuper OR rolbypassrls OR rolcreaterole FROM pg_roles "
        "WHERE rolname LIKE 'cors_%' ORDER BY 1"
    )
    with psycopg.connect(superuser) as server:
        assert server.execute(asking).fetchall() == [("cors_owner", False), ("cors_web", False)]
