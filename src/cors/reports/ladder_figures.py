"""Steps on ladders: who stands higher than at first, who on the same step, and who lower."""

from collections.abc import Iterable

from cors.catalogue.choices import Catalogue
from cors.catalogue.schema.entries import Ladder
from cors.reports.figure import Base, Figure, Material
from cors.reports.steps import Steps, step_figure

# Each person supported: the first and the latest step up to the end of the period.
BY_PERSON = """
    FROM (
        SELECT person, count(*) AS times, arg_min(step, (happened, step)) AS first,
            arg_max(step, (happened, step)) AS latest
        FROM outcomes JOIN (SELECT case_no, person FROM supported) USING (case_no)
        JOIN (SELECT unnest(?) AS outcome_type, unnest(?) AS step) USING (outcome_type)
        WHERE happened <= last_day()
        GROUP BY person
    )"""
# The cases in which the steps of those who went up were recorded.
UP = f"""
    FROM outcomes JOIN (SELECT case_no, person FROM supported) USING (case_no)
    JOIN ({BY_PERSON} WHERE latest > first) USING (person)
    WHERE list_contains(?, outcome_type) AND happened <= last_day()"""  # noqa: S608 - constants of this file


def ladder_figures(given: Material, catalogue: Catalogue) -> Iterable[Figure]:
    """Return a figure for each ladder on which somebody supported took a step."""
    for ladder in catalogue.known("ladder").values():
        if isinstance(ladder, Ladder):
            label = catalogue.label("ladder", ladder.key)
            keys = [rung.key for rung in ladder.rungs]
            steps = [rung.rung for rung in ladder.rungs]
            named = [catalogue.label("outcome_type", key) for key in keys]
            names = dict(zip(map(float, steps), named, strict=True))
            yield from _figure(given, ladder.key, label, (keys, steps), names)


def _figure(
    given: Material,
    key: str,
    label: str,
    rungs: tuple[list[str], list[int]],
    names: dict[float, str],
) -> Iterable[Figure]:
    rows = given.facts.all(
        f"SELECT first, latest, times > 1, count(*) {BY_PERSON} GROUP BY ALL", *rungs
    )
    if not rows:
        return
    twice = {(first, latest): people for first, latest, again, people in rows if again}
    everybody = sum(row[-1] for row in rows)
    steps = Steps(twice, names)
    yield step_figure(
        steps,
        key=f"ladder-{key}",
        label=f"{label}: up from first to latest step",
        counts="People whose latest step on this ladder, up to the end of the period, is above "
        "their first. Steps are no amounts, so no mean is made of them.",
        cases=given.facts.cases(UP, *rungs, rungs[0]),
        whole="of those with two steps or more",
        bases=(Base("of those with a step", everybody),),
        missing=_once(everybody - steps.all),
        note="" if twice else "Nobody has two steps yet.",
        claims=bool(twice),
    )


def _once(count: int) -> str:
    if not count:
        return ""
    return "1 person has one step." if count == 1 else f"{count} people have one step."
