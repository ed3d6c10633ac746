"""The text format of Prometheus, version 0.0.4 (prometheus.io, "Exposition formats")."""

import math
from collections.abc import Iterable, Iterator, Mapping

from cors.core.tally import Durations, Tally

Gauge = tuple[str, str, float]
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
ESCAPES = str.maketrans({"\\": r"\\", "\n": r"\n", '"': r"\""})


def written(
    tallies: Iterable[Tally],
    durations: Iterable[Durations],
    gauges: Iterable[tuple[str, str, float]],
) -> str:
    """Return all figures as one text; a gauge is its name, what it says, and its value."""
    lines = [line for tally in tallies for line in _tally(tally)]
    lines += [line for each in durations for line in _durations(each)]
    for name, says, value in gauges:
        lines += [*_head(name, says, "gauge"), f"{name} {number(value)}"]
    return "".join(f"{line}\n" for line in lines)


def _head(name: str, says: str, kind: str) -> list[str]:
    return [f"# HELP {name} {says}", f"# TYPE {name} {kind}"]


def _tally(tally: Tally) -> Iterator[str]:
    yield from _head(tally.name, tally.says, "counter")
    for values, count in sorted(tally.counts().items()):
        yield f"{tally.name}{labels(dict(zip(tally.labels, values, strict=True)))} {count}"


def _durations(durations: Durations) -> Iterator[str]:
    name = durations.name
    yield from _head(name, durations.says, "histogram")
    for value, spread in sorted(durations.spreads().items()):
        so_far = 0
        route = {durations.label: value}
        for bound, count in zip(durations.bounds, spread.up_to, strict=True):
            so_far += count
            yield f"{name}_bucket{labels(route | {'le': number(bound)})} {so_far}"
        yield f"{name}_bucket{labels(route | {'le': '+Inf'})} {spread.number}"
        yield f"{name}_sum{labels(route)} {number(spread.total)}"
        yield f"{name}_count{labels(route)} {spread.number}"


def labels(values: Mapping[str, str]) -> str:
    """Return labels in braces, with what would end a value escaped."""
    inside = ",".join(f'{name}="{value.translate(ESCAPES)}"' for name, value in values.items())
    return f"{{{inside}}}"


def number(value: float) -> str:
    """Return a number as Prometheus reads it."""
    if math.isinf(value):
        return "+Inf" if value > 0 else "-Inf"
    return f"{value:.10g}"
