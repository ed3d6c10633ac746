"""The page of practice tasks: each with whom it is about, and how far somebody has come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from cors.access.models import Membership
from cors.cases.models import Case
from cors.practice import task_sight as sight
from cors.practice.models import TaskStart
from cors.practice.task import BY_KEY, Task, tasks_for, time_taken
from cors.practice.task_done import Choice, choices, done_at


@dataclass(frozen=True)
class Row:
    """One task as it is shown."""

    task: Task
    title: str
    where: str
    case: Case | None
    is_started: bool
    took: str = ""
    choices: tuple[Choice, ...] = ()
    chosen: str = ""


def rows(member: Membership) -> list[Row]:
    """Return the tasks of somebody, in the order in which they are best done."""
    started = TaskStart.started_by(member)
    found = []
    taken = {start.about for start in started.values()}
    for task in tasks_for(member.as_role.may):
        start = started.get(task.key)
        about = start.about if start else about_whom(task, member, taken)
        if about:
            taken.add(about)
            found.append(_row(task, about, start, member))
    return found


def about_whom(task: Task, member: Membership, taken: Iterable[str] = ()) -> str:
    """Return what a task would be about: a case, or an outcome that was reached."""
    if task.key == "reached":
        figures = sight.reached(member)
        return figures[0].key if figures else ""
    return sight.fitting(task.key, member, set(taken))


def _row(task: Task, about: str, start: TaskStart | None, member: Membership) -> Row:
    case = None if task.key == "reached" else sight.case_of(about, member)
    label = about.removeprefix(sight.BEGINNING)
    names = {
        "who": case.client.called if case else "",
        "what": "" if case else sight.label_of("outcome_type", label, member),
    }
    title, where = task.title.format_map(names), task.where.format_map(names)
    if start is None:
        return Row(task, title, where, case, is_started=False)
    done = done_at(start, case, member)
    if done:
        return Row(task, title, where, case, True, took=time_taken(done - start.created_at))
    offered = tuple(choices(start, case, member)) if task.is_chosen else ()
    return Row(task, title, where, case, True, choices=offered, chosen=start.answer)


def begin(key: str, member: Membership, at: datetime) -> None:
    """Start a task if it is one of this person's; nothing happens where it is not."""
    task = BY_KEY.get(key)
    row = next((row for row in rows(member) if row.task == task), None)
    if task is None or row is None or row.is_started:
        return
    about = str(row.case.pk) if row.case else about_whom(task, member)
    TaskStart.start(key, about, member, at)


def choose(key: str, answer: str, member: Membership, at: datetime) -> None:
    """Keep an answer to a task that was started; one that is done stays as it is."""
    start = TaskStart.started_by(member).get(key)
    row = next((row for row in rows(member) if row.task.key == key), None)
    if start and row and not row.took and answer in {offered for offered, _ in row.choices}:
        start.choose(answer, at)
