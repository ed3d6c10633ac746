"""Made-up journeys of the kinds that are hard to draw."""

from dataclasses import replace
from datetime import timedelta

from cors.journey.model import Barrier, Flag, Goal, Journey, Measure, Pause, Review, Score
from cors.journey.tests.people import DAY, SAM, TODAY, ratings, setback, success, work

ONE_DAY = Journey(
    name="Noor",
    start=TODAY,
    today=TODAY,
    goals=(
        Goal(
            ident="shop",
            words="Get to the shop without my stomach turning",
            area="Confidence",
            set_on=TODAY,
            ratings=ratings(("2026-11-09", 2)),
        ),
    ),
)

NOOR = Journey(
    name="Noor",
    start=DAY("2026-10-19"),
    today=TODAY,
    goals=(
        Goal(
            ident="shop",
            words="Get to the shop without my stomach turning",
            area="Confidence",
            set_on=DAY("2026-10-19"),
            ratings=ratings(("2026-10-19", 2), ("2026-10-28", 2), ("2026-11-05", 4)),
            moments=(success("2026-11-03", "To the corner and back"),),
        ),
    ),
    reviews=(Review(DAY("2026-12-14"), planned=True),),
)

YOUNG = replace(
    NOOR,
    goals=(
        *NOOR.goals,
        Goal(
            ident="sleep",
            words="Sleep through",
            area="Health",
            set_on=DAY("2026-11-02"),
            moments=(setback("2026-11-06", "Up all night"),),
        ),
    ),
    barriers=(
        Barrier(
            ident="noise",
            name="Noise from the flat above",
            from_on=DAY("2026-10-26"),
            blocks=("shop", "sleep"),
            work=(work("Letters to the landlord", "2026-10-28", "", 1, 2),),
        ),
    ),
    measures=(Measure("GAD-7", 0, 21, False, (Score(DAY("2026-10-20"), 17),)),),
)

SETBACKS = Journey(
    name="Ren",
    start=DAY("2026-03-02"),
    today=TODAY,
    goals=(
        Goal(
            ident="clean",
            words="Stay off it",
            area="Alcohol and drugs",
            set_on=DAY("2026-03-02"),
            ratings=ratings(
                ("2026-03-02", 5), ("2026-05-04", 4), ("2026-07-06", 3), ("2026-10-05", 2)
            ),
            moments=(
                setback("2026-04-11", "Used on payday", "2026-04-12", "slept at Kim’s"),
                setback("2026-06-20", "A bad week after court", "2026-07-25", "rang every day"),
                setback("2026-09-30", "Using again", helped="might ring the group"),
            ),
        ),
    ),
)

UNRATED = Journey(
    name="Ida",
    start=DAY("2026-06-01"),
    today=TODAY,
    goals=(
        Goal("papers", "Get my papers in order", "Legal", DAY("2026-06-08")),
        Goal(
            ident="read",
            words="Read to my son",
            area="Family",
            set_on=DAY("2026-06-08"),
            moments=(
                success("2026-07-15", "A whole page"),
                setback("2026-08-20", "Gave up for a while", "2026-09-01"),
            ),
            flags=(Flag(DAY("2026-09-20"), "Library card"),),
        ),
    ),
)

LONG_WORDS = replace(
    SAM,
    name="Maximiliana-Konstantina von und zu Hohenlohe-Waldenburg-Schillingsfürst the Younger",
    goals=(
        replace(
            SAM.goals[0],
            words=(
                "Donaudampfschifffahrtsgesellschaftskapitänsmütze and a home of my own with a door "
                "that I can lock, a bed that stays mine, and a window to the trees behind the house"
            ),
            area="Housing, tenancy and everything that has to do with a roof",
            moments=(
                success(
                    "2025-10-02",
                    "Rang the council about the damp in the hall and did not hang up when they put "
                    "me on hold for forty minutes, although I wanted to very much",
                ),
                setback(
                    "2026-05-20",
                    "The landlord came round without a word of notice and I could not speak",
                    "2026-06-02",
                    "wrote down what I wanted to say and practised it three times with Jo",
                ),
            ),
            flags=(
                Flag(
                    DAY("2026-09-07"),
                    "Moved from the hostel into a tenancy of her own with a local housing society",
                    kept=(4, 13),
                ),
            ),
        ),
        *SAM.goals[1:],
    ),
    barriers=(
        replace(
            SAM.barriers[3],
            name="Nobody to talk to in the evenings since the group at the church hall was closed",
            work=(
                work("Evening group at the community centre in town", "2026-09-11", "", 2, 3, 1),
            ),
        ),
        replace(SAM.barriers[0], resolved_on=DAY("2026-10-30")),
    ),
)

RIGHT_TO_LEFT = replace(
    SAM,
    name="ליאור",
    goals=(
        replace(
            SAM.goals[0],
            words="לגור בבית משלי, ולשמור עליו.",
            moments=(success("2025-10-02", "התקשרתי לעירייה (לבד)."),),
        ),
        replace(
            SAM.goals[1],
            words="أن أستيقظ صباحًا بلا خوف",
            moments=(setback("2026-03-24", "أسبوع صعب", "2026-04-01", "اتصلت بأختي"),),
        ),
    ),
)

MANY = Journey(
    name="Ash",
    start=DAY("2022-11-14"),
    today=TODAY,
    goals=tuple(
        Goal(
            ident=f"goal-{place}",
            words=words,
            area=area,
            set_on=DAY("2022-11-14") + timedelta(days=150 * place),
            ratings=tuple(
                replace(row, on=row.on - timedelta(days=800 - 150 * place))
                for row in ratings(
                    ("2025-01-22", 1),
                    ("2025-06-22", 3),
                    ("2025-09-22", 2),
                    ("2026-03-22", 5),
                    ("2026-06-22", 4),
                    ("2026-10-22", 7),
                )
            ),
            moments=tuple(
                replace(one, on=one.on + timedelta(days=150 * place), back_on=None)
                if one.kind == "success"
                else replace(
                    one,
                    on=one.on + timedelta(days=150 * place),
                    back_on=DAY("2023-11-09") + timedelta(days=150 * place),
                )
                for one in (
                    success("2023-02-01", "A first call"),
                    success("2023-02-11", "Kept it"),
                    setback("2023-10-01", "Lost heart"),
                    success("2023-12-11", "Started again"),
                    success("2024-01-11", "Painted the hall"),
                )
            ),
            flags=(Flag(DAY("2025-06-10") + timedelta(days=70 * place), "Done for good"),),
            ended_on=DAY("2026-09-01") if place == 2 else None,
            reached=place == 2,
        )
        for place, (words, area) in enumerate(
            (
                ("A place of my own", "Housing"),
                ("See my children every week", "Relationships"),
                ("Stay off heroin", "Alcohol and drugs"),
                ("Sleep, and feel steady", "Mental wellbeing"),
                ("Pay what I owe and have some left", "Money"),
                ("A job in a kitchen", "Work and learning"),
            )
        )
    ),
    barriers=tuple(
        Barrier(
            ident=f"way-{place}",
            name=f"Trouble of kind {place + 1}",
            from_on=DAY("2022-11-20") + timedelta(days=61 * place),
            resolved_on=None if place % 5 == 0 else DAY("2023-06-20") + timedelta(days=61 * place),
            blocks=(f"goal-{place % 6}", f"goal-{(place + 2) % 6}"),
            work=(
                work(
                    "Support",
                    str(DAY("2022-12-01") + timedelta(days=61 * place)),
                    str(DAY("2023-07-20") + timedelta(days=61 * place)),
                    *(2, 5, 1, 4),
                ),
            ),
        )
        for place in range(20)
    ),
    reviews=tuple(Review(DAY("2023-02-13") + timedelta(days=98 * turn)) for turn in range(14)),
    pauses=(Pause(DAY("2024-03-01"), DAY("2024-09-01")),),
)

ENDED = replace(
    SAM,
    goals=(
        replace(
            SAM.goals[0],
            ratings=SAM.goals[0].ratings[:6],
            moments=SAM.goals[0].moments[:1],
            ended_on=DAY("2026-05-03"),
            reached=True,
        ),
        replace(SAM.goals[1], ended_on=TODAY),
        SAM.goals[2],
    ),
    pauses=(Pause(DAY("2026-06-20"), DAY("2026-08-10")),),
)
