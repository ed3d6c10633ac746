"""Lays the facts of an organisation down as one file, whole or not at all."""

import csv
import os
import shutil
import time
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from cors.facts.engine import engine, quoted
from cors.facts.gather import rows_of
from cors.facts.tables import ON_THE_WAY, TABLES, WORD, Table

MEMORY = "500MB"  # at most; a large organisation's facts are made in a process of their own
GIVEN_UP = timedelta(hours=1)


def build(organisation: UUID, path: Path, stamp: str) -> None:
    """Lay a snapshot down beside its place, then put it there in one step.

    The stamp was read before the rows are: what is written meanwhile makes the snapshot old, and
    never passes unseen.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    began = time.time()
    clear_away(path.parent.glob(f"{organisation}-*"), before=began - GIVEN_UP.total_seconds())
    with TemporaryDirectory(prefix=f"{organisation}-", dir=path.parent) as folder:
        laid = Path(folder) / "facts"
        with engine(folder, memory=MEMORY) as base:
            base.execute(f"ATTACH {quoted(laid)} AS facts")
            laid.chmod(0o600)
            for table in TABLES:
                _read(base, table, organisation, Path(folder) / "rows.csv")
            finish(base, stamp, began)
            base.execute("DETACH facts")
        os.replace(laid, path)
    for older in path.parent.glob(f"{organisation}.????????"):
        if older != path:
            older.unlink(missing_ok=True)


def clear_away(folders: Iterable[Path], *, before: float) -> None:
    """Take away what a builder that died left behind."""
    for folder in folders:
        if folder.stat().st_mtime < before:
            shutil.rmtree(folder, ignore_errors=True)


def _read(base: Any, table: Table, organisation: UUID, path: Path) -> None:
    with open(path, "w", newline="", opener=_for_me_alone) as file:
        csv.writer(file, lineterminator="\n").writerows(rows_of(table, organisation))
    kinds = ", ".join(f"'{name}': '{kind}'" for name, (kind, _) in table.reads.items())
    read = f"read_csv({quoted(path)}, header=false, auto_detect=false, columns={{{kinds}}})"
    base.execute(f"CREATE OR REPLACE TEMP VIEW raw AS SELECT {_filled(table)} FROM {read}")  # noqa: S608
    lay(base, table)
    path.unlink()


def _filled(table: Table) -> str:
    """Return the columns; a word that is not there is an empty one."""
    words = [name for name, (kind, _) in table.reads.items() if kind == WORD]
    instead = ", ".join(f"coalesce({name}, '') AS {name}" for name in words)
    return f"* REPLACE ({instead})" if instead else "*"


def lay(base: Any, table: Table) -> None:
    """Make one table of facts of the rows in `raw`."""
    base.execute(f"CREATE TABLE facts.{table.name} AS {table.laid}")


def finish(base: Any, stamp: str, began: float) -> None:
    """Write down what the facts stand for, how many they are and how long it took."""
    for name in ON_THE_WAY:
        base.execute(f"DROP TABLE facts.{name}")
    tables = [table.name for table in TABLES if table.name not in ON_THE_WAY]
    number = sum(base.table(f"facts.{name}").shape[0] for name in tables)
    base.execute(
        "CREATE TABLE facts.about AS SELECT ? AS stamp, make_timestamp(?::BIGINT) AS as_of, "
        "? AS seconds, ? AS number",
        [stamp, int(began * 1_000_000), time.time() - began, number],
    )


def _for_me_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
