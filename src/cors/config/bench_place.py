"""Where the bench keeps its databases: apart from all others, made anew or used again."""

import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from cors.config.check.postgresql import server
from cors.config.environment import folder

DATABASES = ("sqlite", "postgresql")
WEB_ROLE = "cors_bench_web"
MADE_BY = ("bench/*.py", "*/migrations/*.py", "*/models.py", "*/models/*.py")


@dataclass(frozen=True, slots=True)
class Place:
    """One database of the bench: its folder, and what commands find it by."""

    clients: int
    home: Path
    surroundings: dict[str, str]
    owner_url: str = ""

    def is_loaded(self) -> bool:
        """Say whether the same number of people and the same schema lie here."""
        return self._mark.exists() and json.loads(self._mark.read_text()) == self._loaded()

    def mark_loaded(self) -> None:
        """Remember what was loaded."""
        self._mark.write_text(json.dumps(self._loaded()))

    def clear(self) -> None:
        """Throw away what is here."""
        shutil.rmtree(self.home, ignore_errors=True)
        self.home.mkdir(parents=True, mode=0o700)
        if self.owner_url:
            _make_database(self.owner_url, self.surroundings["CORS_OWNER_DATABASE_URL"])

    @property
    def _mark(self) -> Path:
        return self.home / "loaded.json"

    def _loaded(self) -> dict[str, object]:
        return {"clients": self.clients, "by": made_by(), "on": self.owner_url}


def made_by() -> str:
    """Return a digest of what decides how the rows look: the loader, models and migrations."""
    package = Path(__file__).parents[1]
    found = sorted(path for pattern in MADE_BY for path in package.glob(pattern))
    return hashlib.sha256(b"".join(path.read_bytes() for path in found)).hexdigest()


@contextmanager
def place(database: str, clients: int) -> Iterator[Place]:
    """Say where a database of this size lies; a PostgreSQL server of our own goes at the end."""
    home = folder("CORS_VAR", "var") / f"bench-{database}-{clients}"
    if database == "sqlite":
        yield Place(clients, home, _surroundings(home))
        return
    if given := os.environ.get("CORS_BENCH_POSTGRESQL_URL"):
        yield _on_postgresql(clients, home, given)
        return
    with server(options="") as url:
        yield _on_postgresql(clients, home, url)


def _surroundings(home: Path) -> dict[str, str]:
    left = {name: value for name, value in os.environ.items() if not name.startswith("CORS_")}
    var = {"CORS_VAR": home, "CORS_KEYS": home / "keys", "CORS_STATIC": home / "static"}
    named = {name: str(path) for name, path in var.items()}
    source = str(Path(__file__).parents[2])
    return (
        left
        | named
        | {
            "DJANGO_SETTINGS_MODULE": "cors.config.settings",
            "PYTHONPATH": os.pathsep.join(filter(None, [source, left.get("PYTHONPATH")])),
        }
    )


def _on_postgresql(clients: int, home: Path, url: str) -> Place:
    name = f"cors_bench_{clients}"
    found = _surroundings(home) | {
        "CORS_OWNER_DATABASE_URL": _with(url, name),
        "CORS_DATABASE_URL": _with(url, name, user=f"{WEB_ROLE}:{_web_role(url)}"),
        "CORS_WEB_ROLE": WEB_ROLE,
    }
    return Place(clients, home, found, owner_url=url)


def _with(url: str, name: str, user: str = "") -> str:
    parts = urlsplit(url)
    before, _, host = parts.netloc.rpartition("@")
    return urlunsplit(parts._replace(netloc=f"{user or before}@{host}", path=f"/{name}"))


def _web_role(url: str) -> str:
    """Give the web role of the bench a new password, and return it."""
    import psycopg
    from psycopg import sql

    password = secrets.token_hex(16)
    with psycopg.connect(url, autocommit=True) as owner:
        known = owner.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [WEB_ROLE]).fetchone()
        words = "ALTER ROLE {} PASSWORD {}" if known else "CREATE ROLE {} LOGIN PASSWORD {}"
        owner.execute(sql.SQL(words).format(sql.Identifier(WEB_ROLE), sql.Literal(password)))
    return password


def _make_database(url: str, new: str) -> None:
    import psycopg
    from psycopg import sql

    name = sql.Identifier(urlsplit(new).path.strip("/"))
    with psycopg.connect(url, autocommit=True) as owner:
        owner.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        owner.execute(sql.SQL("CREATE DATABASE {}").format(name))
