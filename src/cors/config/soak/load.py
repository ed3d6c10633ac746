"""A steady number of requests a second, a quarter of them writes, with looks in between."""

import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from cors.config.soak.place import Place
from cors.config.soak.visitor import Visitor
from cors.config.soak.watch import Reading, look

RATE, HANDS, EVERY = 20, 32, 5.0
AT_ONCE = 256  # so many asked for together that the server starts every thread it has


@dataclass
class Course:
    """What was done, in order, and what was seen in between."""

    took: list[tuple[float, int]] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)


def wake(visitor: Visitor) -> None:
    """Let every thread of the server begin, by asking for much at once.

    A thread begins when the others are busy, and opens a connection of its own: one that first
    does so in the middle of a soak would look like growth.
    """
    with ThreadPoolExecutor(HANDS) as pool:
        list(pool.map(visitor.work, range(AT_ONCE)))


def keep_up(place: Place, visitor: Visitor, minutes: float) -> Course:
    """Send until the minutes are over."""
    began, course = time.monotonic(), Course()
    sent: list[Future[tuple[float, int]]] = []
    next_look = 0.0
    with ThreadPoolExecutor(HANDS) as pool:
        while (passed := time.monotonic() - began) < minutes * 60:
            if passed >= next_look:
                course.readings.append(look(place.group, place.database, began))
                next_look += EVERY
            if len(sent) <= passed * RATE:
                sent.append(pool.submit(visitor.work, len(sent)))
            else:
                time.sleep(0.005)
    course.took = [each.result() for each in sent]
    return course
