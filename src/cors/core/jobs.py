"""What is done in the background: each slice registers its jobs when the apps are ready."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

DAILY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Job:
    """Something that a worker does, in pieces of about a second.

    `run` does one piece and says whether more is left. A job with `every` begins again after that
    time; one without is taken up at each start of a worker, and has to find where it was.
    """

    name: str
    run: Callable[[], bool]
    every: timedelta | None = None


_jobs: dict[str, Job] = {}


def register(job: Job) -> None:
    """Have a worker do a job; a later one of the same name takes its place."""
    _jobs[job.name] = job


def registered() -> list[Job]:
    """Return all jobs, in the order in which they were registered."""
    return list(_jobs.values())
