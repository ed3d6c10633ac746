"""What stands beside the change of a service: how sure it is, for whom there was room, who is left.

Pure: no Django.
"""

from collections.abc import Iterator

from cors.catalogue.schema.measure import ReliableChange
from cors.reports.pairs import Pairs, mean_of, sd_of

FAR_APART = 0.25
"""Spreads between those who answered again and those who did not, from which they differ."""


def beside(pairs: Pairs, limit: ReliableChange | None, *, claims: bool) -> tuple[str, ...]:
    """Return the sentences beside a mean change; without enough pairs, nothing of the change."""
    said = list(_change(pairs)) if claims else []
    if limit and pairs.paired:
        said += _room(pairs, limit)
    return (*said, *_who_is_left(pairs))


def _change(pairs: Pairs) -> Iterator[str]:
    first, latest = mean_of(pairs.first), mean_of(pairs.latest)
    if first is None or latest is None:
        return
    spreads = sd_of(pairs.first), sd_of(pairs.latest)
    yield f"First {_mean(first, spreads[0])}, latest {_mean(latest, spreads[1])}."
    if interval := pairs.interval():
        low, high = (_signed(end) for end in interval)
        yield f"95 % interval of the mean change: from {low} to {high} points."
    if effect := pairs.effect():
        ends = f"from {_signed(effect.low)} to {_signed(effect.high)}"
        yield f"In spreads (d_av): {_signed(effect.value)}, 95 % interval {ends}."


def _mean(mean: float, spread: float | None) -> str:
    said = f"{mean:.1f} on average"
    return said if spread is None else f"{said} (spread {spread:.1f})"


def _signed(value: float) -> str:
    rounded = round(value, 2) + 0.0
    return f"{rounded:+g}".replace("-", "−") if rounded else "0"


def _room(pairs: Pairs, limit: ReliableChange) -> Iterator[str]:
    up, down = pairs.without_room(limit)
    of = f"of {pairs.paired} began so near the"
    if up:
        yield f"{up} {of} good end that they could not get better by more than chance."
    if down:
        yield f"{down} {of} other end that they could not get worse by more than chance."


def _who_is_left(pairs: Pairs) -> Iterator[str]:
    """Say whether those who answered again began like those who did not."""
    apart = pairs.apart_at_first()
    if apart is None:
        return
    if abs(apart) <= FAR_APART:
        yield "Those asked once began much as those asked again did."
        return
    way = "better" if apart > 0 else "worse"
    yield (
        f"Those asked again began {abs(apart):.1f} spreads {way} than those asked once, so they "
        "are not like all. Read the change with care."
    )
