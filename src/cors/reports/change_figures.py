"""Change on a measure, group by group, with everybody who is missing. Pure: no Django."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from cors.catalogue.schema.measure import HigherIs
from cors.measures.change import (
    distance_travelled,
    mean_of,
    paired_change,
    reliable_change_threshold,
    sd_of,
)
from cors.reports.change_note import GroupMissing, note_of

PLACES = 10  # beyond any use, and the same on every machine
EVERYBODY = "all"


@dataclass(frozen=True, slots=True)
class PersonScores:
    """One person of a group: scores by the label of the wave, left out where there is none."""

    person: str
    group: str
    scores: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class ReliabilityNamed:
    """A reliability coefficient and where it stands."""

    value: float
    source: str


class WaveFigures(TypedDict):
    label: str
    n: int
    missing: int
    mean: float | None
    sd: float | None


class PairedFigures(TypedDict):
    n: int
    mean_change: float | None
    ci95: list[float] | None
    improved: int | None
    no_change: int | None
    worse: int | None


class GroupFigures(TypedDict):
    group: str
    eligible: int
    waves: list[WaveFigures]
    paired: PairedFigures


class ReliableChangeFigures(TypedDict):
    reliability: float | None
    sd: float | None
    threshold: float | None
    source: str | None


class ChangeFigures(TypedDict):
    measure: str
    organisation: str
    groups: list[GroupFigures]
    reliable_change: ReliableChangeFigures
    note: str


def change_figures(
    *,
    measure: str,
    organisation: str,
    waves: Sequence[str],
    people: Sequence[PersonScores],
    higher_is: HigherIs,
    reliability: ReliabilityNamed | None,
) -> ChangeFigures:
    """Return the figures; `waves` in order, the baseline first; `people` are all who are eligible.

    A number that can't be computed is None, and the note says why. Changes are in points of the
    score, plus is good. The threshold rests on the baselines of all groups together.
    """
    baselines = [each.scores[waves[0]] for each in people if waves and waves[0] in each.scores]
    sd = sd_of(baselines)
    threshold = reliable_change_threshold(sd, reliability.value) if sd and reliability else None
    names = sorted({each.group for each in people}) or [EVERYBODY]
    by_group = {name: [each for each in people if each.group == name] for name in names}
    changes = {name: _changes(group, waves, higher_is) for name, group in by_group.items()}
    return {
        "measure": measure,
        "organisation": organisation,
        "groups": [
            {
                "group": name,
                "eligible": len(group),
                "waves": [_wave(label, group) for label in waves],
                "paired": _paired(changes[name], threshold),
            }
            for name, group in by_group.items()
        ],
        "reliable_change": {
            "reliability": reliability.value if reliability else None,
            "sd": _tidy(sd),
            "threshold": _tidy(threshold),
            "source": reliability.source if reliability else None,
        },
        "note": note_of(
            [GroupMissing(name, len(by_group[name]), tuple(changes[name])) for name in names],
            baselines=len(baselines),
            sd=sd,
            has_reliability=reliability is not None,
        ),
    }


def _changes(
    people: Sequence[PersonScores], waves: Sequence[str], higher_is: HigherIs
) -> list[float]:
    """Return the change of each person with a baseline and a later score, to the latest one."""
    found = []
    for each in people:
        later = [each.scores[label] for label in waves[1:] if label in each.scores]
        if later and waves[0] in each.scores:
            found.append(distance_travelled(each.scores[waves[0]], later[-1], higher_is))
    return found


def _wave(label: str, people: Sequence[PersonScores]) -> WaveFigures:
    scores = [each.scores[label] for each in people if label in each.scores]
    return {
        "label": label,
        "n": len(scores),
        "missing": len(people) - len(scores),
        "mean": _tidy(mean_of(scores)),
        "sd": _tidy(sd_of(scores)),
    }


def _paired(changes: Sequence[float], threshold: float | None) -> PairedFigures:
    found = paired_change(changes, threshold)
    ends = found.interval
    return {
        "n": found.n,
        "mean_change": _tidy(found.mean),
        "ci95": [round(end, PLACES) for end in ends] if ends else None,
        "improved": found.improved,
        "no_change": found.no_change,
        "worse": found.worse,
    }


def _tidy(value: float | None) -> float | None:
    return None if value is None else round(value, PLACES)
