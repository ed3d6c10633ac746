"""A place of its own for commands: folders, keys and a database, as on somebody's machine."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg

from cors.config.check.postgresql import find_programs
from cors.config.environment import ROOT

SERVER = os.environ.get("CORS_TEST_POSTGRESQL_URL", "")
WEB_ROLE = "cors_web"


@dataclass
class Place:
    """Folders below one, and on PostgreSQL a database of this name."""

    folder: Path
    database: str = ""
    first_run: "subprocess.CompletedProcess[str] | None" = None

    @property
    def var(self) -> Path:
        return self.folder / "var"

    @property
    def keys(self) -> Path:
        return self.folder / "keys"

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("CORS_")}
        databases = {"CORS_DATABASE_URL": _url(WEB_ROLE, self.database), "CORS_NO_POOL": "1"}
        owner = {"CORS_OWNER_DATABASE_URL": _url("", self.database)}
        if self.database and not shutil.which("pg_dump"):
            owner["CORS_POSTGRESQL_PROGRAMS"] = str(find_programs())
        return kept | {
            "CORS_VAR": str(self.var),
            "CORS_KEYS": str(self.keys),
            "CORS_STATIC": str(self.folder / "static"),
            "PYTHONPATH": str(ROOT / "src"),
            **(databases | owner if self.database else {}),
        }

    def run(self, *words: str, **changes: str) -> "subprocess.CompletedProcess[str]":
        """Run a command of CORS here."""
        return self.python("-m", "cors.config.command_line", *words, **changes)

    def python(self, *words: str, **changes: str) -> "subprocess.CompletedProcess[str]":
        """Run Python here."""
        return subprocess.run(
            [sys.executable, *words], env=self.environment() | changes, cwd=self.folder,
            check=False, capture_output=True, text=True, timeout=120,
        )  # fmt: skip


def _url(role: str, database: str) -> str:
    """Return the server's address with another database, and another role where one is named."""
    parts = urlsplit(SERVER)
    _, _, host = parts.netloc.rpartition("@")
    user = role or parts.netloc.rpartition("@")[0]
    place = f"{user}@{host}" if user else host
    return f"postgresql://{place}/{database}"


def new_place(folder: Path, *, like: str = "") -> Place:
    """Make a place; on PostgreSQL with a database, a copy of another when asked."""
    folder.mkdir(exist_ok=True)
    if not SERVER:
        return Place(folder)
    name = f"cors_place_{uuid4().hex[:12]}"
    _tell(f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{like}"' if like else ""))
    return Place(folder, name)


def leave(place: Place) -> None:
    """Take a place's database away; its folders go with those of the test."""
    if place.database:
        _tell(f'DROP DATABASE "{place.database}" WITH (FORCE)')


def _tell(statement: str) -> None:
    with psycopg.connect(SERVER.rpartition("/")[0] + "/postgres", autocommit=True) as server:
        server.execute(statement)
