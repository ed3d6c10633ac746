"""Each measure of a case in a few lines, for the case page."""

from dataclasses import dataclass

from cors.core.plain_days import plain_day
from cors.trajectory import words
from cors.trajectory.gather import RATERS, Gathered
from cors.trajectory.model import Line, Trajectory
from cors.trajectory.shown import way


@dataclass(frozen=True)
class BriefLine:
    """What one rater said; the rater is named only where there are several."""

    rater: str
    headline: str
    now: str
    now_day: str
    then: str
    then_day: str


@dataclass(frozen=True)
class Brief:
    """One measure: its name, its range, and a line for each rater."""

    key: str
    name: str
    way: str
    lines: list[BriefLine]
    waits: bool = False


def in_brief(gathered: Gathered) -> list[Brief]:
    """Return each measure with words first, and the baseline and the latest score after them."""
    return [
        Brief(
            key,
            trajectory.name,
            way(trajectory),
            _lines(gathered, trajectory),
            any(line.waiting for line in trajectory.lines),
        )
        for key, trajectory in gathered.main()
    ]


def _lines(gathered: Gathered, trajectory: Trajectory) -> list[BriefLine]:
    several = len(trajectory.lines) > 1
    return [_line(gathered, trajectory, line, several=several) for line in trajectory.lines]


def _line(gathered: Gathered, trajectory: Trajectory, line: Line, *, several: bool) -> BriefLine:
    baseline, latest = line.baseline, line.scored[-1] if line.scored else None
    once = baseline is None or latest is None or len(line.counted) == 1
    return BriefLine(
        rater=RATERS[line.rater] if several else "",
        headline=words.headline(trajectory, line),
        now=f"{latest.value:g}" if latest else "",
        now_day=plain_day(latest.on, gathered.today) if latest else "",
        then="" if once or baseline is None else f"{round(baseline.value, 2):g}",
        then_day="" if once or baseline is None else plain_day(baseline.days[0], gathered.today),
    )
