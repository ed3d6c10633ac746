"""Change on each measure in a period: first and latest score, paired, with who is missing."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from uuid import UUID

from cors.catalogue.choices import Catalogue
from cors.catalogue.schema.measure import (
    Basis,
    HigherIs,
    MeasureDefinition,
    ReliableChange,
    Score,
)
from cors.measures.change import Movement
from cors.measures.limits import limit_of
from cors.reports.figure import Base, Figure, Material
from cors.reports.measure_words import beside
from cors.reports.pairs import Pairs, mean_of
from cors.reports.steps import Steps, step_figure

# What people supported said of themselves up to the end of the period, in one score of a measure.
SAID = """
    FROM scores JOIN (SELECT case_no, person FROM supported) USING (case_no)
    WHERE measure = ? AND key = ? AND rater = 'client' AND happened <= last_day()"""
# Only scores that compare: those in the version of the measure that the person began with.
BY_PERSON = f"""
    FROM (
        SELECT person, arg_min(version, begun) AS version, arg_min(times, begun) AS times,
            arg_min(first, begun) AS first, arg_min(latest, begun) AS latest
        FROM (
            SELECT person, version, count(*) AS times, min(turn) AS begun,
                arg_min(value, turn) AS first, arg_max(value, turn) AS latest
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
class Asked:
    """One score of a measure as it is to be told: its name, its people, and all who could be."""

    given: Material
    definition: MeasureDefinition
    label: str
    pairs: Pairs
    supported: int

    @property
    def score(self) -> Score:
        return self.pairs.score

    @property
    def key(self) -> str:
        return f"{self.definition.key}-{self.score.key}"

    @property
    def name(self) -> str:
        several = len(self.definition.scores) > 1
        return f"{self.label}, {self.score.label}" if several else self.label

    @property
    def makes_a_claim(self) -> bool:
        """Whether enough of those asked have two scores to speak of a change."""
        return self.pairs.paired > 0 and self.pairs.paired * 100 >= TOO_FEW * self.pairs.asked

    @property
    def bases(self) -> tuple[Base, ...]:
        if not self.pairs.paired:
            return ()
        return (
            Base("of everyone supported in the period", self.supported),
            Base("of those who were asked at least once", self.pairs.asked),
        )

    @property
    def missing(self) -> str:
        once = self.pairs.asked - self.pairs.paired
        never = self.supported - self.pairs.asked
        return f"{self.pairs.paired} with two scores, {once} with one, {never} never asked."

    def note(self) -> str:
        """Say why there is no change to read, or that it is read with care."""
        if not self.pairs.paired:
            return "Nobody has two scores yet, so there is no change to work out."
        if not self.makes_a_claim:
            return (
                "Fewer than three in ten of those asked have two scores. No change is worked out: "
                "those who are missing may have done quite differently."
            )
        if self.pairs.paired * 100 < FEW * self.pairs.asked:
            return (
                "Fewer than half of those asked have two scores. Read it with care: those who are "
                "missing may have done differently."
            )
        return ""

    def cases(self, condition: str = "") -> Set[UUID]:
        """Return the cases of those with two scores, or of some of them."""
        values = (self.definition.key, self.score.key)
        return self.given.facts.cases(f"{PAIRED} {condition}", *values, *values)


def measure_figures(given: Material, catalogue: Catalogue) -> Iterable[Figure]:
    """Return what is to be told of each score of each measure that somebody supported has taken."""
    supported = given.facts.pick("count(DISTINCT person)", "FROM supported")
    for (key,) in given.facts.all("SELECT DISTINCT measure FROM scores ORDER BY measure"):
        definition = catalogue.entry("measure", key)
        if not isinstance(definition, MeasureDefinition):
            continue
        for score in definition.scores:
            if pairs := _pairs(given, key, score):
                label = catalogue.label("measure", key)
                yield from _told(Asked(given, definition, label, pairs, supported))


def _pairs(given: Material, measure: str, score: Score) -> Pairs | None:
    rows = given.facts.all(
        f"SELECT first, CASE WHEN times > 1 THEN latest END AS again, count(*) {BY_PERSON} "
        "GROUP BY ALL",
        measure,
        score.key,
    )
    twice = {(first, again): people for first, again, people in rows if again is not None}
    once = {first: people for first, again, people in rows if again is None}
    return Pairs(score, twice, once) if rows else None


def _told(asked: Asked) -> Iterator[Figure]:
    if asked.score.is_ladder:
        yield _steps(asked)
        return
    limit = limit_of(asked.score)
    yield _change(asked, limit)
    if limit and asked.pairs.paired:
        yield _beyond(asked, limit, Movement.IMPROVED)
        yield _beyond(asked, limit, Movement.WORSE)


def _change(asked: Asked, limit: ReliableChange | None) -> Figure:
    mean = mean_of(asked.pairs.changes) if asked.makes_a_claim else None
    return Figure(
        key=f"change-{asked.key}",
        label=f"{asked.name}: change from first to latest",
        counts="Mean difference between each person’s first and latest score, turned so that plus "
        "is good. Only people with two scores or more in the same version of the measure. No "
        "comparison group: it does not say why, and people who ask for help at their worst change "
        "by themselves too.",
        value=None if mean is None else round(mean, 2) + 0.0,  # no zero with a minus
        unit="points",
        cases=asked.cases(),
        part=asked.pairs.paired or None,
        bases=asked.bases,
        missing=asked.missing,
        note=asked.note(),
        more=beside(asked.pairs, limit, claims=asked.makes_a_claim),
    )


def _beyond(asked: Asked, limit: ReliableChange, movement: Movement) -> Figure:
    """Count those who moved by more than chance, one way."""
    is_better = movement is Movement.IMPROVED
    way = "better" if is_better else "worse"
    is_up = (asked.score.higher_is is HigherIs.BETTER) is is_better
    moved = "latest - first" if is_up else "first - latest"
    more = ">=" if limit.basis is Basis.PUBLISHED else ">"
    found = asked.pairs.moved(limit)
    least = "or more" if limit.basis is Basis.PUBLISHED else "and more than that"
    return Figure(
        key=f"{way}-{asked.key}",
        label=f"{asked.name}: {way} by more than chance",
        counts=f"People whose latest score is {way} than their first by {limit.value:g} points "
        f"{least} ({limit.source}).",
        value=found[movement] if asked.makes_a_claim else None,
        cases=asked.cases(f"WHERE {moved} {more} {limit.value}"),
        bases=(
            Base("of those who were asked at least once", asked.pairs.asked),
            Base("of those with two scores", asked.pairs.paired),
        ),
        missing=f"{found[Movement.NO_CHANGE]} moved within what chance alone can do.",
        note="" if asked.makes_a_claim else asked.note(),
    )


def _steps(asked: Asked) -> Figure:
    item = asked.definition.item(asked.score.items[0]) if asked.score.items else None
    labels = {float(option.value): option.label for option in item.options} if item else {}
    up = "latest > first" if asked.score.higher_is is HigherIs.BETTER else "latest < first"
    return step_figure(
        Steps(asked.pairs.twice, labels, asked.score.higher_is is HigherIs.BETTER),
        key=f"steps-{asked.key}",
        label=f"{asked.name}: up from first to latest",
        counts="People whose latest step is above their first. Steps are no amounts, so no mean is "
        "made of them. Only people with two answers or more in the same version.",
        cases=asked.cases(f"WHERE {up}"),
        whole="of those with two answers",
        bases=asked.bases,
        missing=asked.missing,
        note=asked.note(),
        claims=asked.makes_a_claim,
    )
