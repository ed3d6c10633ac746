"""The engine that works figures out: DuckDB, loaded with the first figure of a process."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

MEMORY = "64MB"
THREADS = 2


def start(scratch: str = "", *, memory: str = MEMORY) -> Any:
    """Return a base of its own in memory, which reaches for nothing on the network."""
    import duckdb

    return duckdb.connect(
        ":memory:",
        config={
            "memory_limit": memory,
            "threads": THREADS,
            "temp_directory": scratch,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        },
    )


def unreadable() -> type[Exception]:
    """Return what is raised where a file is none of the engine's, or is cut off."""
    import duckdb

    return duckdb.Error


@contextmanager
def engine(scratch: str, *, memory: str) -> Iterator[Any]:
    """Give a base to work in, and its memory back at the end."""
    base = start(scratch, memory=memory)
    try:
        yield base
    finally:
        base.close()


def quoted(text: Path | str) -> str:
    """Return a text as SQL writes it."""
    return "'" + str(text).replace("'", "''") + "'"
