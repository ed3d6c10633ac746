"""PostgreSQL's own programs, of a version that fits the server."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg

from cors.core.errors import Refused

ASKED = "CORS_POSTGRESQL_PROGRAMS"


def server_version(connection: psycopg.Connection) -> int:
    return connection.info.server_version // 10_000


def program(name: str, *, for_server: int) -> Path:
    """Return the oldest program that can talk to this server; Refused where there is none.

    The oldest, since a newer pg_restore says things that an older server does not understand.
    """
    found = {version: path for path in _candidates(name) if (version := _version(path))}
    fitting = [version for version in found if version >= for_server]
    if fitting:
        return found[min(fitting)]
    if found:
        raise Refused(
            f"{name} is of version {max(found)}, the server of version {for_server}. "
            f"Install {name} {for_server}, or name the folder that holds it in {ASKED}."
        )
    raise Refused(
        f"{name} is missing. Install PostgreSQL's client programs, or name the folder that holds "
        f"them in {ASKED}."
    )


def _candidates(name: str) -> Iterator[Path]:
    if folder := os.environ.get(ASKED):
        yield Path(folder) / name
        return
    if found := shutil.which(name):
        yield Path(found)
    yield from Path("/usr/lib/postgresql").glob(f"*/bin/{name}")
    yield from Path("/usr").glob(f"pgsql-*/bin/{name}")


def _version(path: Path) -> int:
    try:
        told = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return 0
    number = re.search(r"\) (\d+)", told.stdout)
    return int(number[1]) if number else 0


def run(command: list[Any], environment: dict[str, str]) -> None:
    """Run a program to its end; Refused with the last thing it said where it stops."""
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        said = [line for line in done.stderr.strip().splitlines() if "error" in line.lower()]
        why = (said or done.stderr.strip().splitlines() or ["it said nothing"])[0]
        raise Refused(f"{Path(command[0]).name} stopped: {why}.")
