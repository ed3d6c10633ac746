"""Change on each measure in a period: first and latest score, paired, with who is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, repeat
from statistics import fmean

from cors.catalogue.choices import Catalogue
from cors.catalogue.schema.measure import HigherIs, MeasureDefinition, Score
from cors.reports.figure import Base, Figure, Material

# What people supported said of themselves up to the end of the period, in one score of a measure.
SAID = """
    FROM scores JOIN (SELECT case_no, person FROM supported) USING (case_no)
    WHERE measure = ? AND key = ? AND rater = 'client' AND happened <= last_day()"""
# Only scores that compare: those in the version of the measure that the person began with.
BY_PERSON = f"""
    FROM (
        SELECT person, arg_min(version, begun) AS version, arg_min(times, begun) AS times,
            arg_min(change, begun) AS change
        FROM (
            SELECT person, version, count(*) AS times, min(turn) AS begun,
                arg_max(value, turn) - arg_min(value, turn) AS change
            {SAID}
            GROUP BY person, version
        )
        GROUP BY person
    )"""  # noqa: S608 - constants of this file
PAIRED = f"""
    FROM (SELECT case_no, person, version {SAID})
    JOIN ({BY_PERSON} WHERE times > 1) USING (person, version)"""

# Of a hundred who were asked: below these the missing may turn the result round.
FEW, TOO_FEW = 50, 30


@dataclass(frozen=True)
class Answered:
    """How many people have two scores, by how much they changed; and how many have one."""

    changes: Mapping[float, int]
    once: int

    @property
    def paired(self) -> int:
        return sum(self.changes.values())

    @property
    def asked(self) -> int:
        return self.paired + self.once

    def mean(self) -> float | None:
        """Return the mean change, where enough of those asked have two scores to speak of one."""
        if not self.changes or self.paired * 100 < TOO_FEW * self.asked:
            return None
        each = (repeat(change, people) for change, people in self.changes.items())
        return fmean(chain.from_iterable(each))

    def note(self) -> str:
        """Say why there is no change to read, or that it is read with care."""
        if not self.paired:
            return "Nobody has two scores yet, so there is no change to work out."
        if self.paired * 100 < TOO_FEW * self.asked:
            return (
                "Fewer than three in ten of those asked have two scores. No change is worked out: "
                "those who are missing may have done quite differently."
            )
        if self.paired * 100 < FEW * self.asked:
            return (
                "Fewer than half of those asked have two scores. Read it with care: those who are "
                "missing may have done differently."
            )
        return ""


def measure_figures(given: Material, catalogue: Catalogue) -> Iterable[Figure]:
    """Return a figure for each score of each measure that somebody supported has taken."""
    supported = given.facts.pick("count(DISTINCT person)", "FROM supported")
    for (key,) in given.facts.all("SELECT DISTINCT measure FROM scores ORDER BY measure"):
        definition = catalogue.entry("measure", key)
        if not isinstance(definition, MeasureDefinition):
            continue
        for score in definition.scores:
            if found := _answered(given, key, score.key):
                label = catalogue.label("measure", key)
                yield _change(given, label, definition, score, found, supported)


def _answered(given: Material, measure: str, key: str) -> Answered | None:
    rows = given.facts.all(
        f"SELECT CASE WHEN times > 1 THEN change END AS change, count(*) {BY_PERSON} GROUP BY ALL",
        measure,
        key,
    )
    people = dict(rows)
    return Answered(once=people.pop(None, 0), changes=people) if people else None


def _change(
    given: Material,
    label: str,
    definition: MeasureDefinition,
    score: Score,
    found: Answered,
    supported: int,
) -> Figure:
    sign = 1 if score.higher_is == HigherIs.BETTER else -1
    mean, paired, asked = found.mean(), found.paired, found.asked
    name = label if len(definition.scores) == 1 else f"{label}, {score.label}"
    return Figure(
        key=f"change-{definition.key}-{score.key}",
        label=f"{name}: change from first to latest",
        counts="Mean difference between each person’s first and latest score, turned so that plus "
        "is good. Only people with two scores or more in the same version of the measure. No "
        "comparison group: it does not say why.",
        value=None if mean is None else round(sign * mean, 2) + 0.0,  # no zero with a minus
        unit="points",
        cases=given.facts.cases(PAIRED, *[definition.key, score.key] * 2),
        part=paired or None,
        bases=(
            Base("of everyone supported in the period", supported),
            Base("of those who were asked at least once", asked),
        )
        if paired
        else (),
        missing=_missing(paired, found.once, supported - asked),
        note=found.note(),
    )


def _missing(paired: int, once: int, never: int) -> str:
    return f"{paired} with two scores, {once} with one, {never} never asked."
