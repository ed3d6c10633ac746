"""Fills the house: makes people by the hundred and writes their rows past the verbs, in bulk."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from django.db import connections, transaction
from django.utils import timezone

from cors.bench import life_contacts, life_plan
from cors.bench.ground import Ground
from cors.bench.life import Life, begin, end
from cors.bench.processes import in_processes
from cors.bench.rows import Row, Rows, Shape
from cors.clients.models import ReferenceCount
from cors.core.identity import uuid7

AT_ONCE = 400
Progress = Callable[[int], None]


def fill(ground: Ground, *, using: str, processes: int, progress: Progress) -> None:
    """Write everybody; with several processes one writes while another makes and seals."""
    chunks = [
        range(start, min(start + AT_ONCE, ground.clients))
        for start in range(0, ground.clients, AT_ONCE)
    ]
    for done in _chunks_written(ground, chunks, using, processes):
        progress(done)
    _count_references(ground, using)


def _chunks_written(
    ground: Ground, chunks: list[range], using: str, processes: int
) -> Iterator[int]:
    if processes == 1:
        for chunk in chunks:
            yield write_people(ground, chunk, using)
        return
    connections.close_all()
    yield from in_processes(ground, chunks, using, processes)


def write_people(ground: Ground, numbers: range, using: str) -> int:
    """Make these people and write them in one transaction; return how many they are."""
    rows = make_people(ground, numbers, connections[using].vendor)
    with transaction.atomic(using=using):
        write(rows, using)
    return len(numbers)


def make_people(ground: Ground, numbers: range, vendor: str) -> Rows:
    """Make the rows of these people; the same seed makes the same lives, under new keys."""
    rows = Rows(ground.organisation, vendor, Random(f"{ground.seed} keys {numbers.start}"))
    neighbour: Life | None = None
    for number in numbers:
        chance = Random(f"{ground.seed} person {number}")
        life = begin(ground, number, rows, chance)
        life_plan.plan(life)
        life_contacts.contacts(life, neighbour)
        life_contacts.measures(life)
        life_plan.review(life, end(life))
        neighbour = life
    return rows


def write(rows: Rows, using: str) -> None:
    """Write the rows of all tables, each in the order in which they were written down."""
    put = _insert if rows.vendor == "sqlite" else _copy
    with connections[using].cursor() as cursor:
        for shape, found in rows.found.items():
            put(cursor, shape, found)


def _insert(cursor: Any, shape: Shape, found: list[Row]) -> None:
    names = ", ".join(f'"{column}"' for column in shape.columns)
    places = ", ".join(["%s"] * len(shape.columns))
    into = f'INSERT INTO "{shape.table}" ({names}) VALUES ({places})'  # noqa: S608 - models' names
    cursor.executemany(into, found)


def _copy(cursor: Any, shape: Shape, found: list[Row]) -> None:
    names = ", ".join(f'"{column}"' for column in shape.columns)
    with cursor.copy(f'COPY "{shape.table}" ({names}) FROM STDIN') as copy:
        for row in found:
            copy.write_row(row)


def _count_references(ground: Ground, using: str) -> None:
    rows = Rows(ground.organisation, connections[using].vendor, Random(0))
    rows.add(
        ReferenceCount,
        id=uuid7(),
        organisation_id=ground.organisation,
        created_at=timezone.now(),
        created_by_id=None,
        last=ground.clients,
    )
    with transaction.atomic(using=using):
        write(rows, using)
