"""How long a hundred thousand scorings take, of each measure in turn; needs no database."""

import json
import random
import time
from collections.abc import Sequence
from itertools import cycle, islice

from cors.catalogue.schema.measure import MeasureDefinition
from cors.catalogue.shipped import shipped
from cors.measures.scoring import score

COMPUTATIONS = 100_000
MOST_SECONDS = 5.0
SETS = 50  # sets of answers a measure, made before the clock starts
Task = tuple[MeasureDefinition, Sequence[int | None]]


def run(*, as_json: bool) -> int:
    """Time it and print it; 1 where it took too long."""
    seconds, scores = timed(COMPUTATIONS)
    found = {
        "computations": COMPUTATIONS,
        "scores": scores,
        "seconds": round(seconds, 2),
        "most_seconds": MOST_SECONDS,
    }
    words = f"{COMPUTATIONS:,} sets of answers, {scores:,} scores: {seconds:.2f} s"
    print(json.dumps(found) if as_json else f"{words} (at most {MOST_SECONDS:g} s)")
    return 0 if seconds <= MOST_SECONDS else 1


def timed(computations: int) -> tuple[float, int]:
    """Return the seconds and how many scores came of so many sets of answers."""
    tasks = list(islice(cycle(_tasks()), computations))
    began, scores = time.perf_counter(), 0
    for definition, answers in tasks:
        scores += len(score(definition, answers).scores)
    return time.perf_counter() - began, scores


def _tasks() -> list[Task]:
    """Make up answers, one in fifty skipped, always the same ones."""
    chance = random.Random(1)
    found: list[Task] = []
    for definition in shipped().measures.values():
        if not definition.score_only:
            found += [(definition, _answers(definition, chance)) for _ in range(SETS)]
    return found


def _answers(definition: MeasureDefinition, chance: random.Random) -> list[int | None]:
    return [
        None if chance.random() < 0.02 else chance.choice(item.values) for item in definition.items
    ]
