"""Several processes that load: one writes while another makes and seals."""

import multiprocessing
from collections.abc import Iterator

from cors.bench.ground import Ground

# Django's models can only be imported once Django is set up, which each process does for itself.


def in_processes(ground: Ground, chunks: list[range], using: str, processes: int) -> Iterator[int]:
    """Write each chunk in one of some processes; yield how many people were written."""
    start = multiprocessing.get_context("spawn")
    with start.Pool(processes, initializer=_ready, initargs=(using,)) as pool:
        yield from pool.imap_unordered(_write, [(ground, chunk, using) for chunk in chunks])


def _ready(using: str) -> None:
    import django

    django.setup()
    from cors.bench.haste import hurry

    hurry(using)


def _write(job: tuple[Ground, range, str]) -> int:
    from cors.bench.fill import write_people

    return write_people(*job)
