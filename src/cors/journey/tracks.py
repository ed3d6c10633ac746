"""Where lines run that tie rows to a row above or below: side by side, never two in one place."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Track:
    """One upright line: the row it leads to, the rows that it comes from, its place from inside."""

    to: int
    sources: tuple[int, ...]
    place: int

    @property
    def first(self) -> int:
        return min(self.to, *self.sources)

    @property
    def last(self) -> int:
        return max(self.to, *self.sources)


def tracks(links: Sequence[tuple[int, int]]) -> list[Track]:
    """Return a track for each row that is led to; the shortest run next to the rows.

    links: (from, to) as numbers of rows, each once.
    """
    found: dict[int, list[int]] = defaultdict(list)
    for source, to in links:
        found[to].append(source)
    runs = [Track(to, tuple(sorted(sources)), 0) for to, sources in found.items()]
    runs.sort(key=lambda run: (run.last - run.first, run.first))
    placed: list[Track] = []
    for run in runs:
        beside = [other for other in placed if _meet(run, other)]
        taken = {other.place for other in beside}
        place = next(each for each in range(len(taken) + 1) if each not in taken)
        placed.append(Track(run.to, run.sources, place))
    return placed


def _meet(one: Track, other: Track) -> bool:
    return one.first <= other.last and other.first <= one.last
