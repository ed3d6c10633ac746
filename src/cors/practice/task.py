"""One thing for a newcomer to try, what it takes, and how kindly the time is put. Pure."""

from dataclasses import dataclass
from datetime import timedelta

from cors.access.permissions import Permission as P

A_WHILE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Task:
    """What to do; {who} is somebody in sight, {what} an outcome."""

    key: str
    title: str
    where: str
    needs: P
    is_chosen: bool = False


TASKS = (
    Task(
        "success", "Record a small success for {who}",
        "Press Record, choose {who}, and write down something that went well.", P.RECORD,
    ),
    Task(
        "barrier", "Find out what stands in the way of {who}’s goal",
        "It stands below the water, on the case page of {who}.", P.PLAN, is_chosen=True,
    ),
    Task(
        "rating", "Say how {who}’s goal stands today",
        "On Record, each goal has a row of numbers from 0 to 10.", P.RECORD,
    ),
    Task(
        "review", "Look back together with {who}",
        "The case page leads to the review: goals, both views, what helped.", P.REVIEW,
    ),
    Task(
        "back", "Find out what brought {who} back on track",
        "Each setback on the case page says what helped after it.", P.PLAN, is_chosen=True,
    ),
    Task(
        "reached", "Find how many people reached “{what}”",
        "It is on the page of figures, for the last twelve months.", P.SEE_FIGURES, is_chosen=True,
    ),
)  # fmt: skip
BY_KEY = {task.key: task for task in TASKS}
MOST = 5


def tasks_for(may: frozenset[P]) -> list[Task]:
    """Return at most five tasks that somebody with these permissions can do."""
    found = [task for task in TASKS if task.needs in may]
    if len(found) > MOST:
        found = [task for task in found if task.key != "back"]
    return found


def time_taken(took: timedelta) -> str:
    """Say how long it took, as one would to somebody who is new here."""
    minutes = round(took.total_seconds() / 60)
    if minutes < 1:
        return "in under a minute"
    if took > A_WHILE:
        return "in your own time"
    return f"in about {'a minute' if minutes == 1 else f'{minutes} minutes'}"
