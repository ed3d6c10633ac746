"""What is looked up at the moment somebody asks."""

import math
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from cors.config.health.readiness import missing, room
from cors.config.metrics.text import Gauge
from cors.core.models import JobRun
from cors.safekeeping.last import read_last

STARTED = time.time()


def gauges() -> Iterator[Gauge]:
    """Yield a name, what it says, and its value."""
    lacks = missing()
    yield "cors_ready", "1 when people may be sent here.", float(not lacks)
    if not {"database", "migrations"} & set(lacks):
        yield "cors_jobs_unfinished", "Jobs under way or broken off.", float(JobRun.unfinished())
    yield "cors_started_seconds", "When this process started, since 1970.", STARTED
    yield "cors_disk_free_bytes", "Room where the data is.", float(room())
    yield "cors_last_backup_age_seconds", "+Inf when there was none.", backup_age()


def backup_age() -> float:
    """Return how long ago the last backup went well, in seconds."""
    at = read_last().backup_at
    return (datetime.now(UTC) - at).total_seconds() if at else math.inf
