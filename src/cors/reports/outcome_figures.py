"""Hard outcomes and rungs: achieved of starters, of those with the aim, of those followed up."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from cors.reports.figure import Base, Figure, Material

# A row for each case and each outcome that it worked towards or that happened in it.
RELEVANT = """
    FROM (
        SELECT outcome_type, case_no, bool_or(happened) AS achieved
        FROM (
            SELECT outcome_type, case_no, true AS happened
            FROM outcomes WHERE in_period(happened)
            UNION ALL
            SELECT outcome_type, case_no, false FROM aims WHERE meets(since, until)
        )
        GROUP BY outcome_type, case_no
    )
    JOIN supported USING (case_no)"""
FOLLOWED_UP = """
    achieved
    OR case_no IN (SELECT case_no FROM reviews WHERE in_period(held))
    OR (in_period(ended) AND list_contains(?, ending_reason))"""
CHECKED = "FROM checks WHERE in_period(checked)"


@dataclass(frozen=True, slots=True)
class Reached:
    """How many people it happened to, was relevant to, and are known about."""

    outcome_type: str
    achieved: int
    relevant: int
    known: int


def outcome_figures(given: Material) -> Iterable[Figure]:
    """Return a figure for each outcome type that was aimed at or happened, then if it lasted.

    What happened to most people stands first.
    """
    reached, checked = _reached(given), _checked(given)
    starters = given.facts.pick("count(DISTINCT person)", "FROM supported")
    known = {*reached, *(outcome_type for outcome_type, _ in checked)}
    often = {key: found.achieved for key, found in reached.items()}
    order = sorted(
        known, key=lambda key: (-often.get(key, 0), given.label("outcome_type", key), key)
    )
    for outcome_type in order:
        if outcome_type in reached:
            yield _achieved(given, reached[outcome_type], starters)
        for weeks in sorted(weeks for key, weeks in checked if key == outcome_type):
            yield _sustained(given, outcome_type, weeks, checked[outcome_type, weeks])


def _reached(given: Material) -> dict[str, Reached]:
    rows = given.facts.all(
        "SELECT outcome_type, count(DISTINCT person) FILTER (achieved), count(DISTINCT person), "
        f"count(DISTINCT person) FILTER ({FOLLOWED_UP}) {RELEVANT} GROUP BY outcome_type",
        sorted(given.planned_endings),
    )
    return {row[0]: Reached(*row) for row in rows}


def _achieved(given: Material, found: Reached, starters: int) -> Figure:
    label = given.label("outcome_type", found.outcome_type)
    return Figure(
        key=f"outcome-{found.outcome_type}",
        label=label,
        counts=f"People supported in the period for whom “{label}” happened on a day of it, with "
        "evidence. "
        "With the aim: the case worked towards it in the period, or it happened. Followed up: it "
        "happened, a review was held in the period, or support ended as planned.",
        value=found.achieved,
        cases=given.facts.cases(
            f"{RELEVANT} WHERE achieved AND outcome_type = ?", found.outcome_type
        ),
        bases=(
            Base("of everyone who had started", starters),
            Base("of those with this aim", found.relevant),
            Base("of those we followed up", found.known),
        ),
        missing=_not_followed_up(found.relevant - found.known),
    )


def _not_followed_up(count: int) -> str:
    if not count:
        return ""
    if count == 1:
        return "1 person with this aim was not followed up, so it is not known."
    return f"{count} people with this aim were not followed up, so it is not known."


def _checked(given: Material) -> dict[tuple[str, int], dict[str, int]]:
    """Count the checks made in the period by their result, for each type and number of weeks."""
    found: dict[tuple[str, int], dict[str, int]] = defaultdict(dict)
    for outcome_type, weeks, result, count in given.facts.all(
        f"SELECT outcome_type, weeks, result, count(*) {CHECKED} GROUP BY ALL"
    ):
        found[outcome_type, weeks][result] = count
    return found


def _sustained(given: Material, outcome_type: str, weeks: int, due: dict[str, int]) -> Figure:
    """Count what still held `weeks` on, of the outcomes whose check was made in the period."""
    kept = due.get("kept", 0)
    told = kept + due.get("not-kept", 0)
    label = given.label("outcome_type", outcome_type)
    rows = f"{CHECKED} AND result = 'kept' AND outcome_type = ? AND weeks = ?"
    return Figure(
        key=f"sustained-{outcome_type}-{weeks}",
        label=f"{label}: still so after {weeks} weeks",
        counts=f"Of the outcomes whose check at {weeks} weeks was made on a day of the period: it "
        "still held. Checks that are not due yet are in no base.",
        value=kept if told else None,
        cases=given.facts.cases(rows, outcome_type, weeks),
        bases=(
            Base("of all whose check is over", sum(due.values())),
            Base("of those who could be asked", told),
        ),
        missing=_lost(due),
        note="" if told else "Nobody could be asked whether it lasted.",
    )


def _lost(due: dict[str, int]) -> str:
    words = {"lost-touch": "lost touch", "died": "died", "moved-away": "moved away"}
    return "; ".join(f"{said}: {due[key]}" for key, said in words.items() if key in due)
