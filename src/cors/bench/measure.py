"""The whole run over one database: tasks, twenty writers, memory."""

import resource
import statistics
import sys
from dataclasses import asdict
from typing import Any

from django.db import connection

from cors.bench.tasks import FIGURES, Tasks
from cors.bench.timing import Task, Timed, as_ms, seconds_of, time_task
from cors.bench.visitor import Visitor, counted
from cors.bench.writers import SAVES_EACH, WRITERS, Server, Signed, save_at_once, serving

PAGES_EACH = 5
FIRST_TIMES = 3


def measure(clients: int, rounds: int) -> dict[str, Any]:
    """Time everything; keys beside the contract say what else was seen."""
    tasks = Tasks()
    timed = _in_turn(tasks.contract(), rounds)
    besides = {task.name: _timed(task, rounds) for task in tasks.besides()}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    first = _first_figures(_signed(tasks.manager))
    with serving() as server:
        together = _together(server, tasks)
        memory_of_worker = server.memory_mib()
    return {
        "database": "sqlite" if connection.vendor == "sqlite" else "postgresql",
        "clients": clients,
        "tasks": {name: _contract(each) for name, each in timed.items()},
        "rounds": {name: each.rounds for name, each in timed.items()},
        "cpu_ms": {name: each.cpu_ms for name, each in timed.items()},
        "bare_ms": {"insert": timed["save_contact"].bare_ms, "select": timed["today"].bare_ms},
        "besides": {name: _contract(each) for name, each in besides.items()},
        "first_figures_ms": first,
        "twenty_writers": together,
        "memory_mib": {"worker": memory_of_worker, "most_in_this_process": round(memory, 1)},
    }


def _in_turn(tasks: list[Task], rounds: int) -> dict[str, Timed]:
    """Time what is read before what is saved: 300 saves fill 30 cases as years would not."""
    timed = {task.name: _timed(task, rounds) for task in [*tasks[1:], tasks[0]]}
    return {task.name: timed[task.name] for task in tasks}


def _timed(task: Task, rounds: int) -> Timed:
    print(f"  {task.name}", file=sys.stderr, flush=True)
    once = task.make(0)
    with counted() as statements:
        once()
    return time_task(task, len(statements), most=rounds)


def _contract(timed: Timed) -> dict[str, float]:
    found = asdict(timed)
    return {name: found[name] for name in ("median_ms", "p99_ms", "queries", "ratio")}


def _signed(visitor: Visitor) -> Signed:
    return Signed(visitor.browser.cookies["cors_session"].value)


def _first_figures(manager: Signed) -> float:
    """Ask new servers for the figures before anything else; return the median in milliseconds."""
    print("  figures_page, the first in a process", file=sys.stderr, flush=True)
    took = []
    for _ in range(FIRST_TIMES):
        with serving() as server:
            took.append(seconds_of(lambda: server.shown(manager, FIGURES)))
    return as_ms(statistics.median(took))


def _together(server: Server, tasks: Tasks) -> dict[str, Any]:
    """Let twenty people save at once, then show every page to everybody a few times."""
    print("  twenty writers", file=sys.stderr, flush=True)
    keyworker, manager = _signed(tasks.keyworker), _signed(tasks.manager)
    together = save_at_once(server, keyworker, list(tasks.known.savings[-WRITERS * SAVES_EACH :]))
    for _ in range(PAGES_EACH):
        for path in ("/", f"/cases/{tasks.known.full_case}/"):
            server.shown(keyworker, path)
        for path in ("/people/", tasks.known.middle, FIGURES):
            server.shown(manager, path)
    return together
