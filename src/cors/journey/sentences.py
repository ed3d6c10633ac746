"""What a screen reader says of each lane, in whole sentences."""

from collections.abc import Iterator, Sequence

from cors.journey import wording
from cors.journey.bands import ordered, straight
from cors.journey.days import full
from cors.journey.model import (
    OWN_LINE,
    Barrier,
    Flag,
    Goal,
    Journey,
    Measure,
    Moment,
    Work,
    in_order,
    letters,
    number_now,
)
from cors.journey.scales import by_day, scored

MOST_SAID = 8
"""How many marks of a kind a lane names one by one."""


def sentences(journey: Journey) -> list[str]:
    """Return what is said of each goal, barrier, straight work and measure, in that order."""
    return [said for _, said in spoken(journey)]


def spoken(journey: Journey) -> Iterator[tuple[str, str]]:
    """Yield the ident of each lane (a measure's is its name) and what is said of it."""
    named = letters(journey)
    for goal in journey.lanes:
        yield goal.ident, of_lane(goal, named.get(goal.ident, ""))
    for barrier in ordered(journey.barriers):
        yield barrier.ident, of_barrier(barrier, named)
    for ident, work in straight(journey):
        yield ident, of_straight(work, named.get(ident, ""))
    for measure in scored(journey.measures):
        yield measure.name, of_measure(measure)


def description(journey: Journey) -> str:
    """Return what the picture is of, before any of its lanes."""
    if journey.is_empty:
        return wording.NOTHING
    parts = [f"From {full(journey.start)} to {full(journey.today)}.", journey.shown]
    if journey.goals:
        said = "; ".join(_from_to(goal, name) for goal, name in _named(journey))
        goals = wording.count(len(journey.goals), "{n} goal", "{n} goals")
        parts.append(f"{goals}: {said}.")
    if journey.barriers:
        resolved = sum(barrier.resolved_on is not None for barrier in journey.barriers)
        barriers = wording.count(len(journey.barriers), "{n} barrier", "{n} barriers")
        parts.append(f"{barriers}, {resolved} resolved.")
    return " ".join(part for part in [*parts, wording.RECORDS_ALL] if part)


def _named(journey: Journey) -> Iterator[tuple[Goal, str]]:
    named = letters(journey)
    for goal in journey.goals:
        yield goal, named[goal.ident]


def _from_to(goal: Goal, name: str) -> str:
    now = number_now(goal)
    if now is None:
        return f"{name} not rated yet"
    return f"{name} at {now[0]}" if len(goal.ratings) == 1 else f"{name} from {now[0]} to {now[1]}"


def of_lane(goal: Goal, name: str) -> str:
    """Return what is said of a goal, or of the person's own line; what is not known is left out."""
    parts = [wording.OWN_LINE_SAID] if goal.ident == OWN_LINE else _of_goal(goal, name)
    flags = sorted(goal.flags, key=lambda flag: flag.on)
    parts.append(_group("Reached", [of_flag(flag) for flag in flags]))
    moments = sorted(goal.moments, key=lambda moment: moment.on)
    successes = [f"{wording.clause(m.words)}, {full(m.on)}" for m in moments if m.kind == "success"]
    parts.append(_group("Small successes", successes))
    parts.append(_group("Setbacks", [of_setback(m) for m in moments if m.kind == "setback"]))
    if goal.ended_on:
        how = "Reached" if goal.reached else "Ended"
        parts.append(f"{how} on {full(goal.ended_on)}.")
    return " ".join(part for part in parts if part)


def _of_goal(goal: Goal, name: str) -> list[str]:
    area = f", {goal.area}" if goal.area else ""
    first = f"At first: “{goal.first_words}”." if goal.first_words else ""
    return [f"Goal {name}{area}: “{goal.words}”.", first, _rated(goal)]


def _rated(goal: Goal) -> str:
    ratings = in_order(goal)
    if not ratings:
        return "Not rated yet."
    said = f"{ratings[0].value} on {full(ratings[0].on)}"
    if len(ratings) > 1:
        said += f", {ratings[-1].value} on {full(ratings[-1].on)}"
    return f"Rated {said}, of 10."


def _group(head: str, parts: list[str]) -> str:
    """Return the latest parts in a sentence: nobody listens to a hundred, the table has them."""
    left = len(parts) - MOST_SAID
    said = parts[-MOST_SAID:]
    if left > 0:
        said.append(wording.count(left, *wording.EARLIER))
    return f"{head}: {'; '.join(said)}." if parts else ""


def of_flag(flag: Flag) -> str:
    words = wording.clause(wording.step(flag.rung, flag.words) if flag.rung else flag.words)
    kept = f", {wording.weeks(flag.kept)}" if flag.kept else ""
    return f"{words}, {full(flag.on)}{kept}"


def of_setback(moment: Moment) -> str:
    back = wording.NOT_BACK
    if moment.back_on:
        back = wording.back_after((moment.back_on - moment.on).days)
    head = "what helped" if moment.back_on else "what could help"
    helped = f"; {head}: {wording.clause(moment.helped)}" if moment.helped else ""
    return f"{wording.clause(moment.words)}, {full(moment.on)}, {back}{helped}"


def of_barrier(barrier: Barrier, named: dict[str, str]) -> str:
    """Return what is said of something in the way."""
    goals = [named[ident] for ident in barrier.blocks if ident in named]
    of = f" of {wording.listed(goals)}" if goals else ""
    state = f"resolved {full(barrier.resolved_on)}" if barrier.resolved_on else wording.STILL_HERE
    said = f"In the way{of}: {wording.clause(barrier.name)}, from {full(barrier.from_on)}, {state}."
    if barrier.work:
        said += f" Work on it: {'; '.join(of_work(work) for work in barrier.work)}."
    return said


def of_area(name: str, barriers: Sequence[Barrier], named: dict[str, str]) -> str:
    """Return what is said of many barriers of one part of life, those still here first."""
    ranked = sorted(barriers, key=lambda row: (row.resolved_on is not None, row.from_on))
    resolved = sum(row.resolved_on is not None for row in barriers)
    goals = {ident for row in barriers for ident in row.blocks}
    held = wording.listed([letter for ident, letter in named.items() if ident in goals])
    of = f" of {held}" if held else ""
    said = [
        f"{wording.clause(row.name)}, from {full(row.from_on)}, "
        + (f"resolved {full(row.resolved_on)}" if row.resolved_on else wording.STILL_HERE)
        for row in ranked[:MOST_SAID]
    ]
    if len(ranked) > MOST_SAID:
        said.append(wording.count(len(ranked) - MOST_SAID, *wording.CLIENT_MORE))
    noted = wording.noted(len(barriers), resolved)
    return f"In the way{of}, {name}: {noted}. {'; '.join(said)}."


def of_work(work: Work) -> str:
    return wording.done(work.name, len(work.sessions))


def of_straight(work: Work, name: str) -> str:
    """Return what is said of work that goes straight to a goal."""
    goal = f" for goal {name}" if name else ""
    end = f" to {full(work.end)}" if work.end else ""
    return f"Work{goal}: {of_work(work)}, from {full(work.start)}{end}."


def of_measure(measure: Measure) -> str:
    """Return what is said of a measure: every score."""
    better = wording.HIGHER_IS_BETTER if measure.higher_is_better else wording.LOWER_IS_BETTER
    scores = ", ".join(f"{score.value:g} on {full(score.on)}" for score in by_day(measure))
    said = f" {measure.says}" if measure.says else ""
    return f"{measure.name}, {better}: {scores}.{said}"
