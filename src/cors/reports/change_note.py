"""What the missing people do to a figure of change, in words. Pure: no Django."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GroupMissing:
    """A group: how many are in it, and the change of those who have a pair."""

    name: str
    eligible: int
    changes: tuple[float, ...]

    @property
    def missing(self) -> int:
        return self.eligible - len(self.changes)

    @property
    def mean(self) -> float:
        return sum(self.changes) / len(self.changes)

    @property
    def mean_if_unchanged(self) -> float:
        """The mean if each missing person had not changed at all."""
        return sum(self.changes) / self.eligible


def note_of(
    groups: Sequence[GroupMissing], *, baselines: int, sd: float | None, has_reliability: bool
) -> str:
    """Return a sentence on the missing people, and one for each number that is not there."""
    said = [_missing(groups), *_no_interval(groups)]
    if any(group.changes for group in groups):
        said.append(_no_threshold(baselines, sd, has_reliability))
    return " ".join(sentence for sentence in said if sentence)


def _missing(groups: Sequence[GroupMissing]) -> str:
    eligible = sum(group.eligible for group in groups)
    missing = sum(group.missing for group in groups)
    if eligible == 0:
        return "Nobody has a score of this measure, so there is nothing to compute."
    if missing == 0:
        return f"All {eligible} people have a first and a later score, so nobody is missing here."
    who = f"{missing} of {eligible} people have no later score"
    if len(groups) > 1:
        parts = (f"{group.name} {group.missing} of {group.eligible}" for group in groups)
        who += f" ({', '.join(parts)})"
    if missing == eligible:
        return f"{who}, so no change can be computed."
    moved = [group for group in groups if group.changes and group.missing]
    if not moved:
        return f"{who}."
    means = " and ".join(_mean(group, len(groups) > 1) for group in moved)
    return f"{who}: if they counted as unchanged, the mean change would be {means}."


def _mean(group: GroupMissing, is_named: bool) -> str:
    where = f" for {group.name}" if is_named else ""
    return f"{group.mean_if_unchanged:+.2f}{where} instead of {group.mean:+.2f}"


def _no_interval(groups: Sequence[GroupMissing]) -> list[str]:
    found = []
    for group in groups:
        where = f"{group.name}: " if len(groups) > 1 else ""
        if group.eligible and not group.changes and len(groups) > 1:
            found.append(f"{where}nobody has a pair, so no change can be computed.")
        elif len(group.changes) == 1:
            found.append(f"{where}an interval needs two people with a pair, and there is one.")
    return found


def _no_threshold(baselines: int, sd: float | None, has_reliability: bool) -> str:
    if not has_reliability:
        return "Nobody is counted as improved or worse, because no reliability is known."
    if sd is None:
        return (
            "Nobody is counted as improved or worse: "
            f"a spread needs two first scores, not {baselines}."
        )
    if sd == 0:
        return "Nobody is counted as improved or worse, because all first scores are the same."
    return ""
