"""Change on each measure in a period: first and latest score, paired, with who is missing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, repeat
from statistics import fmean

from cors.catalogue.choices import Catalogue
from cors.catalogue.schema.measure import HigherIs, MeasureDefinition, Score
from cors.reports.figure import Base, Figure, Material

# What each person supported said of themselves up to the end of the period: a row for each version
# of the measure that they answered.
BY_VERSION = """
    FROM (
        SELECT measure, key, person, version, count(*) AS times, min(turn) AS begun,
            arg_max(value, turn) - arg_min(value, turn) AS change
        FROM scores JOIN (SELECT case_no, person FROM supported) USING (case_no)
        WHERE rater = 'client' AND happened <= last_day()
        GROUP BY measure, key, person, version
    )"""
# Only scores that compare: those in the version that the person began with.
BY_PERSON = f"""
    FROM (
        SELECT measure, key, person, arg_min(version, begun) AS version,
            arg_min(times, begun) AS times, arg_min(change, begun) AS change
        {BY_VERSION}
        GROUP BY measure, key, person
    )"""
PAIRED = f"""
    FROM scores JOIN (SELECT case_no, person FROM supported) USING (case_no)
    JOIN ({BY_PERSON} WHERE times > 1) USING (measure, key, person, version)
    WHERE rater = 'client' AND happened <= last_day() AND measure = ? AND key = ?"""  # noqa: S608 - constants of this file


@dataclass
class Answered:
    """How many people have two scores, by how much they changed; and how many have one."""

    changes: dict[float, int] = field(default_factory=dict)
    once: int = 0

    @property
    def paired(self) -> int:
        return sum(self.changes.values())

    def mean(self) -> float | None:
        """Return the mean change."""
        each = (repeat(change, people) for change, people in self.changes.items())
        return fmean(chain.from_iterable(each)) if self.changes else None


def measure_figures(given: Material, catalogue: Catalogue) -> Iterable[Figure]:
    """Return a figure for each score of each measure that somebody supported has taken."""
    answered = _answered(given)
    supported = given.facts.pick("count(DISTINCT person)", "FROM supported")
    for definition, score in _known(catalogue, {measure for measure, _ in answered}):
        found = answered.get((definition.key, score.key))
        if found:
            label = catalogue.label("measure", definition.key)
            yield _change(given, label, definition, score, found, supported)


def _known(catalogue: Catalogue, measures: set[str]) -> Iterator[tuple[MeasureDefinition, Score]]:
    for key in sorted(measures):
        definition = catalogue.entry("measure", key)
        if isinstance(definition, MeasureDefinition):
            for score in definition.scores:
                yield definition, score


def _answered(given: Material) -> dict[tuple[str, str], Answered]:
    found: dict[tuple[str, str], Answered] = defaultdict(Answered)
    for measure, key, change, people in given.facts.all(
        "SELECT measure, key, CASE WHEN times > 1 THEN change END AS change, count(*) "
        f"{BY_PERSON} GROUP BY ALL"
    ):
        if change is None:
            found[measure, key].once = people
        else:
            found[measure, key].changes[change] = people
    return found


def _change(
    given: Material,
    label: str,
    definition: MeasureDefinition,
    score: Score,
    found: Answered,
    supported: int,
) -> Figure:
    sign = 1 if score.higher_is == HigherIs.BETTER else -1
    mean, paired, asked = found.mean(), found.paired, found.paired + found.once
    name = label if len(definition.scores) == 1 else f"{label}, {score.label}"
    return Figure(
        key=f"change-{definition.key}-{score.key}",
        label=f"{name}: change from first to latest",
        counts="Mean difference between each person’s first and latest score, turned so that plus "
        "is good. Only people with two scores or more in the same version of the measure. No "
        "comparison group: it does not say why.",
        value=None if mean is None else round(sign * mean, 2) + 0.0,  # no zero with a minus
        unit="points",
        cases=given.facts.cases(PAIRED, definition.key, score.key),
        part=paired or None,
        bases=(
            Base("of everyone supported in the period", supported),
            Base("of those who were asked at least once", asked),
        )
        if paired
        else (),
        missing=_missing(paired, found.once, supported - asked),
        note="" if paired else "Nobody has two scores yet, so there is no change to work out.",
    )


def _missing(paired: int, once: int, never: int) -> str:
    return f"{paired} with two scores, {once} with one, {never} never asked."
