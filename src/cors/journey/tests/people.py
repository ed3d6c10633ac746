"""Made-up journeys, from nothing yet to a long and busy one."""

from datetime import date, timedelta

from cors.journey.model import (
    Barrier,
    Flag,
    Goal,
    Journey,
    Measure,
    Moment,
    Rating,
    Review,
    Score,
    Work,
)

DAY = date.fromisoformat
TODAY = DAY("2026-11-09")


def ratings(*given: tuple[str, int]) -> tuple[Rating, ...]:
    return tuple(Rating(DAY(day), value) for day, value in given)


def success(day: str, words: str) -> Moment:
    return Moment(DAY(day), "success", words)


def setback(day: str, words: str, back: str = "", helped: str = "") -> Moment:
    return Moment(DAY(day), "setback", words, DAY(back) if back else None, helped)


def monthly(start: str, *counts: int) -> tuple[date, ...]:
    """Return so many days in each month from the month of start on."""
    first = DAY(start)
    found = []
    for place, count in enumerate(counts):
        year, month = divmod(first.year * 12 + first.month - 1 + place, 12)
        base = first if place == 0 else date(year, month + 1, 1)
        found += [base + timedelta(days=2 * turn) for turn in range(count)]
    return tuple(found)


def work(name: str, start: str, end: str, *counts: int) -> Work:
    return Work(name, DAY(start), DAY(end) if end else None, monthly(start, *counts))


NOTHING = Journey("Sam", TODAY, TODAY)

SAM_GOALS = (
    Goal(
        ident="door",
        words="Have my own front door and keep it",
        area="Housing",
        set_on=DAY("2025-09-08"),
        ratings=ratings(
            ("2025-09-08", 1),
            ("2025-10-20", 2),
            ("2025-12-08", 2),
            ("2026-01-19", 3),
            ("2026-03-09", 4),
            ("2026-04-20", 8),
            ("2026-06-15", 7),
            ("2026-08-24", 8),
            ("2026-11-02", 9),
        ),
        moments=(
            success("2025-10-02", "Rang the council myself"),
            success("2026-05-11", "First rent paid on time"),
        ),
        flags=(Flag(DAY("2026-04-07"), "Moved into own tenancy", kept=(13, 26)),),
    ),
    Goal(
        ident="drink",
        words="Drink less, so that mornings are mine again",
        area="Alcohol and drugs",
        set_on=DAY("2025-09-08"),
        ratings=ratings(
            ("2025-09-08", 2),
            ("2025-10-20", 3),
            ("2025-12-08", 5),
            ("2026-01-19", 3),
            ("2026-03-09", 4),
            ("2026-04-20", 6),
            ("2026-06-15", 5),
            ("2026-08-24", 7),
            ("2026-11-02", 7),
        ),
        moments=(
            success("2025-11-10", "A first week without a drink"),
            setback("2025-12-24", "Drank over Christmas", "2026-01-05", "rang Jo from the group"),
            success("2026-03-24", "Told my sister the truth"),
            setback(
                "2026-05-30", "Drank after the rent letter", "2026-06-08", "opened it together"
            ),
            success("2026-09-05", "A wedding, on lemonade"),
        ),
    ),
    Goal(
        ident="useful",
        words="Be useful somewhere, with people around me",
        area="Community",
        set_on=DAY("2025-12-08"),
        ratings=ratings(
            ("2025-12-08", 1),
            ("2026-01-19", 1),
            ("2026-03-09", 2),
            ("2026-04-20", 3),
            ("2026-06-15", 5),
            ("2026-08-24", 7),
            ("2026-11-02", 8),
        ),
        moments=(
            success("2026-03-18", "Met at the gate, stayed an hour"),
            setback(
                "2026-07-06", "Stopped going to the garden", "2026-07-20", "walked there together"
            ),
            success("2026-10-12", "Showed a newcomer round"),
        ),
        flags=(
            Flag(DAY("2026-06-03"), "bus alone", rung=(4, 5)),
            Flag(DAY("2026-08-03"), "Volunteering every week"),
        ),
    ),
)

SAM = Journey(
    name="Sam",
    start=DAY("2025-09-08"),
    today=TODAY,
    goals=SAM_GOALS,
    barriers=(
        Barrier(
            ident="settled",
            name="Nowhere settled to live",
            from_on=DAY("2025-09-08"),
            resolved_on=DAY("2026-04-07"),
            blocks=("door", "drink"),
            work=(work("Housing forms and bids", "2025-09-15", "2026-03-30", 4, 6, 4, 3, 4, 6, 3),),
        ),
        Barrier(
            ident="arrears",
            name="Arrears from the last flat",
            from_on=DAY("2025-10-27"),
            resolved_on=DAY("2026-03-02"),
            blocks=("door",),
            work=(work("Debt advice", "2025-11-03", "2026-03-02", 2, 2, 1, 2, 1),),
        ),
        Barrier(
            ident="nothing",
            name="Feels there is nothing to offer",
            from_on=DAY("2026-01-26"),
            resolved_on=DAY("2026-08-03"),
            blocks=("drink", "useful"),
            work=(work("Confidence one-to-ones", "2026-02-02", "2026-07-27", 4, 4, 3, 3, 2, 1),),
        ),
        Barrier(
            ident="evenings",
            name="Evenings alone",
            from_on=DAY("2026-05-04"),
            blocks=("drink",),
            work=(work("Evening group", "2026-05-11", "", 2, 4, 4, 4, 3, 4, 2),),
        ),
    ),
    straight=(
        (
            "drink",
            work(
                "Alcohol counselling",
                "2025-10-06",
                "2026-10-26",
                *(2, 4, 4, 2, 4, 4, 4, 3, 4, 2, 1, 1, 1),
            ),
        ),
        ("door", work("Tenancy visits", "2026-04-07", "", 6, 4, 4, 2, 2, 1, 1, 1)),
    ),
    measures=(
        Measure(
            "AUDIT",
            low=0,
            high=40,
            higher_is_better=False,
            scores=tuple(
                Score(DAY(day), value)
                for day, value in (
                    ("2025-09-15", 27),
                    ("2025-12-08", 19),
                    ("2026-04-20", 14),
                    ("2026-08-24", 9),
                )
            ),
        ),
        Measure(
            "SWEMWBS",
            low=7,
            high=35,
            higher_is_better=True,
            scores=tuple(
                Score(DAY(day), value)
                for day, value in (
                    ("2025-09-15", 15),
                    ("2025-12-08", 17),
                    ("2026-04-20", 20),
                    ("2026-08-24", 24),
                )
            ),
        ),
    ),
    reviews=(
        Review(DAY("2025-12-08")),
        Review(DAY("2026-04-20")),
        Review(DAY("2026-08-24")),
    ),
)
