"""What is said of a change: words first, numbers second, and how much of it is known."""

from cors.catalogue.schema.measure import Sourced
from cors.journey.days import full
from cors.measures.change import Movement, distance_travelled
from cors.trajectory.model import Apart, Baseline, Change, Line, Trajectory

BEYOND = {
    Movement.IMPROVED: "Better by more than chance would explain",
    Movement.WORSE: "Worse by more than chance would explain",
}
IN_BRIEF = {
    Movement.IMPROVED: "clearly better",
    Movement.WORSE: "clearly worse",
    Movement.NO_CHANGE: "within chance",
}


def headline(trajectory: Trajectory, line: Line) -> str:
    """Return in one sentence how far somebody came."""
    if not line.taken:
        return "Not asked yet."
    if not line.scored:
        return "No score yet: too few questions were answered."
    if not trajectory.score.individual_change:
        return "This score is too rough to say how far one person came."
    change = trajectory.change(line)
    if change is None:
        return _nothing_to_compare(line)
    return _steps(change.points) if _is_ladder(trajectory) else _said(change)


def _said(change: Change) -> str:
    if change.movement in BEYOND:
        return f"{BEYOND[change.movement]}."
    if change.points == 0:
        return "The same as at first."
    way = "better" if change.points > 0 else "worse"
    if change.movement is None:
        return f"{way.capitalize()} than at first."
    return f"A little {way}, which chance alone can do."


def _steps(points: float) -> str:
    if points == 0:
        return "On the same step as at first."
    steps = "1 step" if abs(points) == 1 else f"{abs(points):g} steps"
    return f"{steps} {'up' if points > 0 else 'down'} since the first."


def to_the_person(trajectory: Trajectory, line: Line, about: str) -> str:
    """Return what came of a measure in a sentence for the person: no name of a scale, no number."""
    baseline, change = line.baseline, trajectory.change(line)
    topic = f"about {about}" if about else "that you were asked"
    if baseline is None:
        return ""
    if change is None:
        return f"You answered questions {topic} on {full(baseline.days[0])}."
    since = f"than on {full(baseline.days[0])}"
    if change.points == 0 or change.movement is Movement.NO_CHANGE:
        return f"Your answers {topic} are much the same as on {full(baseline.days[0])}."
    way = "better" if change.points > 0 else "harder"
    return f"Your answers {topic} are {way} {since}."


def _is_ladder(trajectory: Trajectory) -> bool:
    return trajectory.score.is_ladder


def _nothing_to_compare(line: Line) -> str:
    if len(line.counted) == 1:
        return "One score so far. The next one will show a change."
    return "Nothing to hold against the first score yet."


def in_brief(trajectory: Trajectory, line: Line) -> str:
    """Return the change in a few words, for a place with little room; "" where none is known."""
    change = trajectory.change(line)
    return IN_BRIEF[change.movement] if change and change.movement else ""


def numbers(trajectory: Trajectory, line: Line) -> str:
    """Return the numbers behind the headline; "" where there is nothing to compare."""
    change, baseline = trajectory.change(line), line.baseline
    speaks = trajectory.score.individual_change and not _is_ladder(trajectory)
    if change is None or baseline is None or not speaks:
        return ""
    latest = f"{change.latest.value:g} on {full(change.latest.on)}"
    way = "" if change.points == 0 else " better" if change.points > 0 else " worse"
    points = _points(abs(change.points))
    return f"From {baseline.value:g} to {latest}: {points}{way}. {_limit(trajectory)}"


def _points(value: float) -> str:
    said = f"{round(value, 2):g}"
    return "no points" if said == "0" else "1 point" if said == "1" else f"{said} points"


def _limit(trajectory: Trajectory) -> str:
    limit = trajectory.limit
    if limit is None:
        return "How much chance alone does to this score is not known."
    return f"More than chance begins at {_points(limit.value)}{checked(limit)}."


def checked(fact: Sourced) -> str:
    """Return the care with which to read what nobody has held against its source yet."""
    return "" if fact.verified else " (not yet checked against its source)"


def baseline_words(baseline: Baseline | None) -> str:
    """Say what the change is counted from."""
    if baseline is None:
        return ""
    if len(baseline.days) == 1:
        return f"Counted from the first score, {baseline.value:g} on {full(baseline.days[0])}."
    first, second = (full(day) for day in baseline.days)
    value = f"{round(baseline.value, 2):g}"
    return f"Counted from {value}, the mean of the two before the work began: {first} and {second}."


def completeness(trajectory: Trajectory, line: Line) -> str:
    """Say how often somebody was asked, and how whole the answers are."""
    asked, without = len(line.taken), len(line.taken) - len(line.scored)
    some = sum(row.some_left_out for row in line.scored)
    said = [f"Asked {_times(asked)}"]
    if without:
        said.append(f"too few answers for a score {_times(without)}")
    if some:
        said.append(f"worked out with questions left out {_times(some)}")
    elif not without and trajectory.questions:
        said.append("all questions that count were answered" if asked == 1 else "always whole")
    return f"{'; '.join(said)}."


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def expected(trajectory: Trajectory) -> str:
    """Say where people in general are; "" where it is not known."""
    norm = trajectory.norm
    if norm is None:
        return ""
    low, high = expected_range(trajectory)
    of = f"{norm.population}, mean {norm.mean:g}, spread {norm.sd:g}"
    return f"Two in three people in general lie from {low:g} to {high:g} ({of}){checked(norm)}."


def expected_range(trajectory: Trajectory) -> tuple[float, float]:
    """Return the scores of two in three: one spread below and above the mean, within the scale."""
    norm, score = trajectory.norm, trajectory.score
    if norm is None:
        return score.low, score.high
    low, high = norm.mean - norm.sd, norm.mean + norm.sd
    return round(max(low, score.low), 1), round(min(high, score.high), 1)


def cut_off_words(trajectory: Trajectory, line: Line) -> list[str]:
    """Say on which side of each cut-off the latest score lies, and where it lay at first."""
    change, baseline = trajectory.change(line), line.baseline
    if change is None or baseline is None or change.latest.value is None:
        return []
    return [
        _side(trajectory, cut.at, cut.name, (baseline.value, change.latest.value)) + checked(cut)
        for cut in trajectory.score.cut_offs
    ]


def _side(trajectory: Trajectory, at: float, name: str, scores: tuple[float, float]) -> str:
    was, now = (distance_travelled(at, score, trajectory.score.higher_is) > 0 for score in scores)
    side = "on the good side" if now else "not on the good side"
    still = "still " if was is now else "now "
    return f"{name}, cut-off {at:g}: {still}{side}"


def disagreement(found: Apart, raters: dict[str, str]) -> str:
    """Say how far two raters lie apart; both views stand."""
    one, other = raters[found.one.rater], raters[found.other.rater]
    mine, theirs = found.one.scored[-1], found.other.scored[-1]
    both = f"{one} {mine.value:g} ({full(mine.on)}), {other.lower()} {theirs.value:g}"
    both += f" ({full(theirs.on)})"
    if found.points == 0:
        return f"{both}: the same. Both views stand side by side."
    return f"{both}: {_points(found.points)} apart. Both views stand side by side."
