"""From which change on a score moved by more than chance, of the limits that a definition gives."""

from cors.catalogue.schema.measure import ReliableChange, Score


def shown_limit(score: Score) -> ReliableChange | None:
    """Return the limit to show: one that was checked against its source, else the first."""
    limits = score.reliable_change
    return next((each for each in limits if each.verified), limits[0] if limits else None)


def limit_of(score: Score) -> ReliableChange | None:
    """Return the limit by which one person may be sorted: with a source, and checked against it."""
    if not score.individual_change:
        return None
    return next((each for each in score.reliable_change if each.source and each.verified), None)
