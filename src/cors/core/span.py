"""Then and now on one line from 0 to 10: where things stand, in per cent of the width."""

from dataclasses import dataclass

LOWEST, HIGHEST = 0, 10
FROM, TO = 4.0, 96.0
CLOSE = 2
NUDGE = {"end": 8, "start": -8}


@dataclass(frozen=True)
class Label:
    """Words at a rating; near neighbours lean away from each other."""

    words: str
    at: float
    anchor: str = "middle"
    nudge: int = 0


@dataclass(frozen=True)
class Span:
    """First and latest rating, another person's view, and the words for each.

    The other view has its words below the line, so that all three can stand together.
    """

    then: float | None
    now: float | None
    other: float | None
    above: tuple[Label, ...]
    below: Label | None
    ticks: tuple[float, ...]


def place(rating: float) -> float:
    """Return where a rating from 0 to 10 stands, in per cent; ValueError outside of it."""
    if not LOWEST <= rating <= HIGHEST:
        raise ValueError("a rating is a number from 0 to 10")
    return round(FROM + rating * (TO - FROM) / (HIGHEST - LOWEST), 1)


def span(
    then: float | None,
    now: float | None,
    other: float | None = None,
    words: tuple[str, str, str] = ("then", "now", "worker"),
) -> Span:
    """Lay then, now and another person's view on the line; each may be missing."""
    return Span(
        then=None if then is None else place(then),
        now=None if now is None else place(now),
        other=None if other is None else place(other),
        above=_labels(then, now, words[0], words[1]),
        below=None if other is None else _label(f"{words[2]} {other:g}", other),
        ticks=tuple(place(rating) for rating in range(LOWEST, HIGHEST + 1)),
    )


def in_words(spanned: Span) -> str:
    """Return all ratings as a sentence for those who do not see the line."""
    labels = (*spanned.above, *([spanned.below] if spanned.below else []))
    return ", ".join(label.words for label in labels) + ", of 10"


def _labels(then: float | None, now: float | None, first: str, last: str) -> tuple[Label, ...]:
    if then is None or now is None:
        alone = [(then, first), (now, last)]
        return tuple(_label(f"{word} {x:g}", x) for x, word in alone if x is not None)
    if then == now:
        return (_label(f"{first} and {last} {now:g}", now),)
    if abs(then - now) > CLOSE:
        return (_label(f"{first} {then:g}", then), _label(f"{last} {now:g}", now))
    if max(then, now) > HIGHEST - CLOSE or min(then, now) < LOWEST + CLOSE:
        return (_joined(then, now, first, last),)
    outward = ("end", "start") if then < now else ("start", "end")
    return (
        Label(f"{first} {then:g}", place(then), outward[0], NUDGE[outward[0]]),
        Label(f"{last} {now:g}", place(now), outward[1], NUDGE[outward[1]]),
    )


def _joined(then: float, now: float, first: str, last: str) -> Label:
    """Say both in one breath where an end of the line leaves no room to lean apart."""
    high = max(then, now) > HIGHEST - CLOSE
    anchor = "end" if high else "start"
    words = ", ".join(
        f"{word} {x:g}" for x, word in sorted([(then, first), (now, last)], key=lambda at: at[0])
    )
    return Label(words, 100.0 if high else 0.0, anchor)


def _label(words: str, rating: float) -> Label:
    """Stand over the rating; at an end of the line the words stay inside of it."""
    if rating > HIGHEST - 1:
        return Label(words, 100.0, "end")
    if rating < LOWEST + 1:
        return Label(words, 0.0, "start")
    return Label(words, place(rating))
