"""Hard outcomes and rungs: achieved of starters, of those with the aim, of those followed up."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from uuid import UUID

from cors.facts.tests.plain_facts import CaseFact, OutcomeFact
from cors.reports.figure import Base, Figure
from cors.reports.tests.plain_figure import Material

Checked = tuple[OutcomeFact, str]


def outcome_figures(given: Material) -> Iterable[Figure]:
    """Return a figure for each outcome type that was aimed at or happened, then if it lasted.

    What happened to most people stands first.
    """
    starters = {case.case: case for case in given.supported()}
    often = _how_often(given, starters)
    relevant = _aimed_at(given, starters) | set(often)
    checked = _checked(given)
    known = relevant | {outcome_type for outcome_type, _ in checked}
    order = sorted(known, key=lambda key: (-often[key], given.label("outcome_type", key), key))
    for outcome_type in order:
        if outcome_type in relevant:
            yield _achieved(given, outcome_type, starters)
        for weeks in sorted(weeks for key, weeks in checked if key == outcome_type):
            yield _sustained(given, outcome_type, weeks, checked[outcome_type, weeks])


def _aimed_at(given: Material, starters: dict[UUID, CaseFact]) -> set[str]:
    return {
        aim.outcome_type for aim in given.facts.aims
        if aim.case in starters and given.period.meets(aim.since, aim.until)
    }  # fmt: skip


def _how_often(given: Material, starters: dict[UUID, CaseFact]) -> Counter[str]:
    return Counter(
        key for key, _ in {
            (row.outcome_type, starters[row.case].client) for row in given.facts.outcomes
            if row.case in starters and given.period.holds(row.on)
        }
    )  # fmt: skip


def _achieved(given: Material, outcome_type: str, starters: dict[UUID, CaseFact]) -> Figure:
    rows = [
        row for row in given.facts.outcomes
        if row.outcome_type == outcome_type and given.period.holds(row.on)
        and row.case in starters
    ]  # fmt: skip
    achieved = {row.case for row in rows}
    relevant = achieved | _with_aim(given, outcome_type, starters)
    known = achieved | _followed_up(given, relevant, starters)
    label = given.label("outcome_type", outcome_type)
    return Figure(
        key=f"outcome-{outcome_type}",
        label=label,
        counts=f"People supported in the period for whom “{label}” happened on a day of it, with "
        "evidence. "
        "With the aim: the case worked towards it in the period, or it happened. Followed up: it "
        "happened, a review was held in the period, or support ended as planned.",
        value=_people(achieved, starters),
        cases=frozenset(achieved),
        bases=(
            Base("of everyone who had started", _people(starters, starters)),
            Base("of those with this aim", _people(relevant, starters)),
            Base("of those we followed up", _people(known, starters)),
        ),
        missing=_not_followed_up(_people(relevant, starters) - _people(known, starters)),
    )


def _with_aim(given: Material, outcome_type: str, starters: dict[UUID, CaseFact]) -> set[UUID]:
    return {
        aim.case for aim in given.facts.aims
        if aim.outcome_type == outcome_type and aim.case in starters
        and given.period.meets(aim.since, aim.until)
    }  # fmt: skip


def _followed_up(given: Material, relevant: set[UUID], starters: dict[UUID, CaseFact]) -> set[UUID]:
    reviewed = {row.case for row in given.facts.reviews if given.period.holds(row.on)}
    planned = {
        key for key in relevant
        if given.period.holds(starters[key].ended)
        and starters[key].ending_reason in given.planned_endings
    }  # fmt: skip
    return (reviewed & relevant) | planned


def _not_followed_up(count: int) -> str:
    if not count:
        return ""
    if count == 1:
        return "1 person with this aim was not followed up, so it is not known."
    return f"{count} people with this aim were not followed up, so it is not known."


def _people(cases: Iterable[UUID], known: dict[UUID, CaseFact]) -> int:
    return len({known[case].client for case in cases})


def _checked(given: Material) -> dict[tuple[str, int], list[Checked]]:
    """Return the outcomes whose check was made in the period, by type and weeks."""
    found: dict[tuple[str, int], list[Checked]] = defaultdict(list)
    for row in given.facts.outcomes:
        for weeks, result, on in row.checks:
            if given.period.holds(on):
                found[row.outcome_type, weeks].append((row, result))
    return found


def _sustained(given: Material, outcome_type: str, weeks: int, due: list[Checked]) -> Figure:
    """Count what still held `weeks` on, of the outcomes whose check was made in the period."""
    kept = [row for row, result in due if result == "kept"]
    told = [row for row, result in due if result in ("kept", "not-kept")]
    label = given.label("outcome_type", outcome_type)
    return Figure(
        key=f"sustained-{outcome_type}-{weeks}",
        label=f"{label}: still so after {weeks} weeks",
        counts=f"Of the outcomes whose check at {weeks} weeks was made on a day of the period: it "
        "still held. Checks that are not due yet are in no base.",
        value=len(kept) if told else None,
        cases=frozenset(row.case for row in kept),
        bases=(
            Base("of all whose check is over", len(due)),
            Base("of those who could be asked", len(told)),
        ),
        missing=_lost(due),
        note="" if told else "Nobody could be asked whether it lasted.",
    )


def _lost(due: list[Checked]) -> str:
    words = {"lost-touch": "lost touch", "died": "died", "moved-away": "moved away"}
    counts = {said: sum(1 for _, result in due if result == key) for key, said in words.items()}
    return "; ".join(f"{said}: {count}" for said, count in counts.items() if count)
