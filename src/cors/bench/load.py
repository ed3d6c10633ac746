"""Loads a full house into the database that is set up, unless the same one is there already."""

import sys
import time

from django.db import connections

from cors.bench.bare import lay_bare_table
from cors.bench.fill import fill
from cors.bench.haste import without_indexes
from cors.bench.house import build_house
from cors.core.keyring import fresh_keyring

PROCESSES = 2
STEP = 5_000


def load(clients: int) -> float:
    """Build the house and fill it; return the seconds that it took."""
    using = "owner" if "owner" in connections else "default"
    began = time.monotonic()
    with fresh_keyring():
        ground = build_house(clients)
    lay_bare_table(using, clients)
    said = _Said(clients, began)
    with without_indexes(using):
        fill(ground, using=using, processes=PROCESSES, progress=said.more)
    return time.monotonic() - began


class _Said:
    """Says how far the loading is, every few thousand people."""

    def __init__(self, clients: int, began: float) -> None:
        self.clients = clients
        self.began = began
        self.done = 0

    def more(self, people: int) -> None:
        before, self.done = self.done, self.done + people
        if before // STEP != self.done // STEP:
            seconds = time.monotonic() - self.began
            print(f"  {self.done:,} of {self.clients:,} people, {seconds:.0f} s", file=sys.stderr)
