"""Then and now on one line from 0 to 10: where things stand, in per cent of the width."""

from dataclasses import dataclass

LOWEST, HIGHEST = 0, 10
FROM, TO = 4.0, 96.0
CLOSE = 2
NUDGE = 8


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
        below=None if other is None else Label(f"{words[2]} {other:g}", place(other)),
        ticks=tuple(place(rating) for rating in range(LOWEST, HIGHEST + 1)),
    )


def in_words(spanned: Span) -> str:
    """Return all ratings as a sentence for those who do not see the line."""
    labels = (*spanned.above, *([spanned.below] if spanned.below else []))
    return ", ".join(label.words for label in labels) + ", of 10"


def _labels(then: float | None, now: float | None, first: str, last: str) -> tuple[Label, ...]:
    if then is None and now is None:
        return ()
    if then is None or now is None:
        rating, word = (now, last) if then is None else (then, first)
        assert rating is not None
        return (Label(f"{word} {rating:g}", place(rating)),)
    if then == now:
        return (Label(f"{first} and {last} {now:g}", place(now)),)
    anchors = ("end", "start") if then < now else ("start", "end")
    if abs(then - now) > CLOSE:
        anchors = ("middle", "middle")
    return (_lean(f"{first} {then:g}", then, anchors[0]), _lean(f"{last} {now:g}", now, anchors[1]))


def _lean(words: str, rating: float, anchor: str) -> Label:
    nudge = {"end": NUDGE, "start": -NUDGE, "middle": 0}[anchor]
    return Label(words, place(rating), anchor, nudge)
