"""Journeys as chance makes them, for properties that every picture must have."""

from datetime import date, timedelta

from hypothesis import strategies as st

from cors.journey.model import (
    Barrier,
    Flag,
    Goal,
    Journey,
    Measure,
    Moment,
    Pause,
    Rating,
    Review,
    Score,
    Wording,
    Work,
)

TODAY = date(2026, 11, 9)
LETTERS = "abcdefghij klmnop qrstu vwxyz, WM.'“éñ&<>אבג مرحبا 家"
words = st.text(LETTERS, min_size=1, max_size=70)
short = st.text("abcdefgh ijklmn", min_size=1, max_size=30)


def days_before(most: int) -> st.SearchStrategy[date]:
    return st.integers(0, most).map(lambda back: TODAY - timedelta(days=back))


@st.composite
def moments(draw: st.DrawFn, most: int) -> Moment:
    on = draw(days_before(most))
    title = draw(st.just("") | words)
    if draw(st.booleans()):
        return Moment(on, "success", draw(words), title=title)
    left = (TODAY - on).days
    back = draw(st.none() | st.integers(0, left).map(lambda n: on + timedelta(days=n)))
    return Moment(on, "setback", draw(words), back, draw(st.just("") | words), title=title)


@st.composite
def flags(draw: st.DrawFn, most: int) -> Flag:
    rung = draw(st.none() | st.just((4, 5)))
    kept = draw(st.just(()) | st.just((4, 13)))
    return Flag(draw(days_before(most)), draw(words), kept, rung)


@st.composite
def goals(draw: st.DrawFn, ident: str, most: int) -> Goal:
    rated = st.builds(Rating, days_before(most), st.integers(0, 10))
    reworded = st.builds(Wording, days_before(most), words)
    wordings = sorted(draw(st.lists(reworded, max_size=3)), key=lambda row: row.on)
    return Goal(
        ident=ident,
        words=draw(words),
        area=draw(short),
        set_on=draw(days_before(most)),
        ratings=tuple(draw(st.lists(rated, max_size=9))),
        moments=tuple(draw(st.lists(moments(most), max_size=7))),
        flags=tuple(draw(st.lists(flags(most), max_size=3))),
        ended_on=draw(st.none() | days_before(most)),
        reached=draw(st.booleans()),
        wordings=tuple(wordings) if len(wordings) > 1 else (),
    )


@st.composite
def works(draw: st.DrawFn, most: int) -> Work:
    held = draw(st.lists(days_before(most), max_size=20))
    return Work(draw(short), draw(days_before(most)), draw(st.none() | days_before(most)), (*held,))


@st.composite
def barriers(draw: st.DrawFn, ident: str, idents: list[str], most: int) -> Barrier:
    begins = draw(days_before(most))
    left = (TODAY - begins).days
    ends = draw(st.none() | st.integers(0, left).map(lambda n: begins + timedelta(days=n)))
    blocks = draw(st.lists(st.sampled_from(idents), unique=True)) if idents else []
    work = draw(st.lists(works(most), max_size=2))
    area = draw(st.sampled_from(["", "Housing", "Money and debts", "Health"]))
    return Barrier(ident, draw(words), begins, ends, tuple(blocks), tuple(work), area)


@st.composite
def measures(draw: st.DrawFn, most: int) -> Measure:
    scored = st.builds(Score, days_before(most), st.integers(0, 40))
    scores = draw(st.lists(scored, max_size=6))
    return Measure(draw(short), 0, 40, draw(st.booleans()), tuple(scores))


@st.composite
def journeys(draw: st.DrawFn, most_goals: int = 4) -> Journey:
    """Build a journey of up to three years."""
    most = draw(st.sampled_from([0, 20, 150, 400, 1100]))
    idents = [f"goal-{place}" for place in range(draw(st.integers(0, most_goals)))]
    ways = [f"way-{place}" for place in range(draw(st.sampled_from([0, 1, 2, 4, 12])))]
    start = TODAY - timedelta(days=most)
    straight = [(ident, draw(works(most))) for ident in idents if draw(st.booleans())]
    reviewed = st.builds(Review, days_before(most), st.booleans())
    return Journey(
        name=draw(short),
        start=start,
        today=TODAY,
        goals=tuple(draw(goals(ident, most)) for ident in idents),
        barriers=tuple(draw(barriers(ident, idents, most)) for ident in ways),
        straight=tuple(straight),
        measures=tuple(draw(st.lists(measures(most), max_size=2))),
        reviews=tuple(draw(st.lists(reviewed, max_size=5))),
        moments=tuple(draw(st.lists(moments(most), max_size=3))),
        flags=tuple(draw(st.lists(flags(most), max_size=1))),
        said=draw(st.none() | st.builds(Wording, days_before(most), words)),
        pauses=(Pause(start + timedelta(days=most // 3), None),) if draw(st.booleans()) else (),
    )
