"""The table of what recording costs: measured in the browser, kept as JSON, read as Markdown."""

import json
import os
from typing import Any

from tests.journeys.klm import CONSTANTS, TAP, Counted
from tests.journeys.recording_tasks import TASKS, Task
from tests.repository.tree import ROOT

JSON = ROOT / "docs" / "recording-budget.json"
PAGE = ROOT / "docs" / "recording-budget.md"
ANEW = "CORS_RECORDING_BUDGET"  # set to 1, the run writes the table instead of comparing
PLAY = 3 * TAP  # seconds by which flicks may differ: rows break otherwise with each day's names

Figures = dict[str, Any]


def figures_of(task: Task, counted: Counted) -> Figures:
    return {
        "taps": counted.taps,
        "keys": counted.keys,
        "klm_s": counted.seconds(),
        "budget_s": task.budget_s,
        "flicks": counted.flicks,
    }


def over(task: Task, counted: Counted) -> list[str]:
    """Return a sentence for each budget that is not kept."""
    found = []
    if counted.taps > task.most_taps:
        found.append(f"{task.name}: {counted.taps} taps, at most {task.most_taps}")
    if counted.seconds() > task.budget_s:
        found.append(f"{task.name}: {counted.seconds()} s, at most {task.budget_s} s")
    return found


def stale(published: Figures, measured: Figures) -> list[str]:
    """Return what the published figures say otherwise than those measured now."""
    exact = [name for name in ("taps", "keys", "budget_s") if published[name] != measured[name]]
    late = abs(published["klm_s"] - measured["klm_s"]) > PLAY
    return [f"{name}: {published[name]} published, {measured[name]} now" for name in exact] + (
        [f"klm_s: {published['klm_s']} published, {measured['klm_s']} now"] if late else []
    )


def published() -> dict[str, Figures]:
    found: dict[str, Figures] = json.loads(JSON.read_text(encoding="utf-8"))
    return found


def publish(measured: dict[str, Figures]) -> None:
    JSON.write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8")
    PAGE.write_text(as_page(measured), encoding="utf-8")


def is_to_be_written() -> bool:
    return os.environ.get(ANEW) == "1"


HEAD = """# What recording costs

Taps, keys and seconds for eight things that keyworkers record most. The browser tests do each of
them on a phone (390 × 844) and at a desk (1280 × 900), count what the pages feel, and fail when
a task is over its budget or when this page says otherwise. Nothing here is typed in by hand:

    CORS_RECORDING_BUDGET=1 .venv/bin/python -m pytest -m browser \\
      tests/journeys/test_recording_budget.py

writes this page and `recording-budget.json` beside it. The budgets stand with the tasks in
`tests/journeys/recording_tasks.py`.

Each task begins on Today with the person's card in sight (the small success: on their case page)
and ends when the next page is there. The worker knows the screen, makes no mistake, and recorded
a contact of the same kind before, so that its chip stands among the first.

| Task | Screen | Taps | Most taps | Flicks | Keys | Estimate | Budget |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
"""

MODEL = """
In the JSON the figures of a task are those of the phone; those of the desk stand under `desk`.

## How the seconds are estimated

With the keystroke-level model: Card, Moran and Newell, *The keystroke-level model for user
performance time with interactive systems*, Communications of the ACM 23 (1980), 396–410; pressing
a button as in Kieras, *Using the keystroke-level model to estimate execution times* (University of
Michigan, 2001). It speaks of an expert who errs not. Somebody who reads the screen for the first
time, or thinks about what to write, needs longer: half as much again, or twice as long.

| Operator | Seconds | What it stands for |
| --- | ---: | --- |
"""

FOOT = """
A tap of a thumb is counted like a click of a mouse, 1.3 s, for want of a figure as well tried;
thumbs are mostly faster. Typing is counted at the same pace on both screens. The estimate is
1.3 × (taps + flicks) + 0.28 × keys + 0.40 × changes of the hand + 1.35 × questions answered
+ 1 × pages opened.
"""


def as_page(measured: dict[str, Figures]) -> str:
    """Return the page that is read, from the figures that are kept."""
    rows = [
        _row(task, screen, figures)
        for task in TASKS
        for screen, figures in (
            ("phone", measured[task.name]),
            ("desk", measured[task.name]["desk"]),
        )
    ]
    constants = [f"| {name} | {value:.2f} | {said} |" for name, (value, said) in CONSTANTS.items()]
    return HEAD + "\n".join(rows) + "\n" + MODEL + "\n".join(constants) + "\n" + FOOT


def _row(task: Task, screen: str, found: Figures) -> str:
    cells = (
        task.name if screen == "phone" else "",
        screen,
        found["taps"],
        task.most_taps,
        found["flicks"],
        found["keys"],
        f"{found['klm_s']:.1f} s",
        f"{found['budget_s']:g} s",
    )
    return f"| {' | '.join(map(str, cells))} |"
