"""The engine that works figures out: DuckDB, loaded with the first figure of a process."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

MEMORY = "100MB"
THREADS = 2


def start(scratch: str = "") -> Any:
    """Return a base of its own in memory, which reaches for nothing on the network."""
    import duckdb

    return duckdb.connect(
        ":memory:",
        config={
            "memory_limit": MEMORY,
            "threads": THREADS,
            "temp_directory": scratch,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        },
    )


@contextmanager
def engine(scratch: str = "") -> Iterator[Any]:
    """Give a base to work in, and its memory back at the end."""
    base = start(scratch)
    try:
        yield base
    finally:
        base.close()


def quoted(text: Path | str) -> str:
    """Return a text as SQL writes it."""
    return "'" + str(text).replace("'", "''") + "'"
