"""The background: one process that does what was registered, piece by piece, and rests between."""

import logging
import time
from collections.abc import Callable
from datetime import timedelta

from django.db import close_old_connections
from django.utils import timezone

from cors.core.jobs import Job
from cors.core.models import JobRun

SHORT, LONG = 0.05, 1.0  # seconds of rest: after a piece at least, and with nothing to do
LOOK_AGAIN = timedelta(minutes=5)
log = logging.getLogger(__name__)


class Worker:
    """Does jobs until nothing is left, or until it is no longer wanted."""

    def __init__(self, jobs: list[Job], is_wanted: Callable[[], bool]) -> None:
        self.is_wanted = is_wanted
        self.under_way = [job for job in jobs if job.every is None]
        self.again = [job for job in jobs if job.every is not None]
        self.looked_at = timezone.now() - LOOK_AGAIN

    def work(self) -> None:
        """Return when not wanted, or when no job is under way and none comes again."""
        while self.is_wanted() and (self.under_way or self.again):
            self._take_up()
            began = time.monotonic()
            if not self.under_way:
                time.sleep(LONG)
                continue
            self._do(self.under_way[0])
            # As long a rest as the piece took: the other half of a processor is for pages.
            time.sleep(max(SHORT, time.monotonic() - began))

    def _take_up(self) -> None:
        """Begin what comes again and is due; the clock is asked now and then."""
        now = timezone.now()
        if now - self.looked_at < LOOK_AGAIN:
            return
        self.looked_at = now
        for job in self.again:
            every = job.every or LOOK_AGAIN
            if job not in self.under_way and JobRun.claim(job.name, every=every, now=now):
                self.under_way.append(job)

    def _do(self, job: Job) -> None:
        """Do one piece of a job; one that breaks is left for the next time it is due."""
        try:
            is_left = job.run()
        except Exception:
            log.exception("The job %s broke off.", job.name)
            self.under_way.remove(job)
            return
        finally:
            close_old_connections()
        if not is_left:
            self.under_way.remove(job)
            JobRun.end(job.name, now=timezone.now())
