"""Figures of goals: set, reached, and felt to be closer than at first."""

from collections import Counter
from datetime import date

from cors.facts.tests.plain_facts import GoalFact
from cors.reports.figure import Figure, Move
from cors.reports.tests.plain_figure import Material, bases, of_cases, said

CLOSER = 2  # points on 0 to 10


def goals_set(given: Material) -> Figure:
    """Count goals that were set."""
    rows = [row for row in given.facts.goals if given.period.holds(row.set_on)]
    return Figure(
        key="goals-set",
        label="Goals set",
        counts="Goals set on a day of the period.",
        value=len(rows),
        cases=frozenset(row.case for row in rows),
    )


def goals_reached(given: Material) -> Figure:
    """Count goals that were reached for the first time."""
    ended = [row for row in given.facts.goals if given.period.holds(row.ended)]
    reached = [row for row in given.facts.goals if given.period.holds(_first_reached(row))]
    return Figure(
        key="goals-reached",
        label="Goals reached",
        counts="Goals that worker and person called reached for the first time on a day of the "
        "period, whatever came after.",
        value=len(reached),
        cases=frozenset(row.case for row in reached),
        missing=said(len(ended), "goal", "ended in the period in one way or another."),
    )


def _first_reached(row: GoalFact) -> date | None:
    last = row.ended if row.how == "reached" else None
    return min((day for day in (row.reached, last) if day), default=None)


def closer(given: Material) -> Figure:
    """Count goals that feel closer than at first, of those that were rated at least twice."""
    supported = of_cases(given.supported())
    open_then = [
        row for row in given.facts.goals
        if row.case in supported and given.period.meets(row.set_on, row.ended)
    ]  # fmt: skip
    ratings = [
        (row.case, [value for day, value in row.ratings if day <= given.period.last])
        for row in open_then
    ]
    rated = [(case, values) for case, values in ratings if len(values) > 1]
    nearer = [case for case, values in rated if values[-1] - values[0] >= CLOSER]
    unrated = len(open_then) - len(rated)
    return Figure(
        key="closer",
        label="Goals that feel closer",
        counts=f"The person’s own latest rating is {CLOSER} or more points above their first. "
        "Rated at least twice up to the end of the period.",
        value=len(nearer) if rated else None,
        cases=frozenset(nearer),
        bases=bases(len(open_then), "of all goals open in the period", len(rated),
                     "of those rated at least twice"),
        missing=said(unrated, "goal", "rated once or never.", be=("was", "were")),
        note="" if rated else "No goal of this period was rated twice.",
        more=_more([(values[0], values[-1]) for _, values in rated]),
        moves=_moves([(values[0], values[-1]) for _, values in rated]),
    )  # fmt: skip


def _more(twice: list[tuple[int, int]]) -> tuple[str, ...]:
    up = sum(latest > first for first, latest in twice)
    down = sum(latest < first for first, latest in twice)
    counts = {"up": up, "the same": len(twice) - up - down, "down": down}
    if len(twice) < 10:
        told = [f"{count} {words}" for words, count in counts.items()]
    else:
        told = [
            f"{count} {words} ({round(count / len(twice) * 100)}%)"
            for words, count in counts.items()
        ]
    return (", ".join(told) + ".",) if twice else ()


def _moves(twice: list[tuple[int, int]]) -> tuple[Move, ...]:
    thirds = ["0 to 3"] * 4 + ["4 to 6"] * 3 + ["7 to 10"] * 4
    found = Counter((thirds[first], thirds[latest]) for first, latest in twice)
    return tuple(Move(first, latest, count) for (first, latest), count in sorted(found.items()))
