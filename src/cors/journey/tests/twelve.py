"""The twelve journeys whose pictures are looked at, each in every style."""

from dataclasses import replace
from datetime import timedelta

from cors.journey.model import (
    Barrier,
    Flag,
    Goal,
    Journey,
    Moment,
    Pause,
    Rating,
    Review,
    Wording,
)
from cors.journey.tests.more_people import MANY, ONE_DAY, SETBACKS, UNRATED
from cors.journey.tests.people import DAY, NOTHING, SAM, TODAY, ratings, setback, success, work
from cors.journey.tests.titled import titled

SAM_WHOLE = titled(
    replace(
        SAM,
        moments=(
            success("2026-01-28", "Slept eight hours"),
            setback("2026-09-24", "Lost her phone and all numbers", "2026-09-28", "rang from here"),
        ),
        said=Wording(DAY("2026-11-02"), "I open my own curtains in the morning."),
    )
)

AREAS = ("Housing", "Money", "Health", "People around", "Confidence", "Court and papers", "Work")
TROUBLES = (
    *("Nowhere settled to live", "Damp in the bedroom", "Notice to leave", "No deposit"),
    *("Arrears", "No bank account", "Loan at the door", "Benefit stopped"),
    *("Nights without sleep", "Tooth pain", "No doctor nearby", "Pills ran out"),
    *("Evenings alone", "Quarrel with a brother", "Nobody to ring", "An old crowd"),
    *("Fear of forms", "Feels watched", "Ashamed to ask", "Panic on buses"),
    *("No papers", "Hearing date", "Fine unpaid", "Letters unopened"),
    *("No shoes for work", "Early shifts", "No reference", "Gap in the record"),
    *("Broken phone", "No childcare"),
)

THIRTY = titled(
    replace(
        SAM,
        name="Kit",
        barriers=tuple(
            Barrier(
                ident=f"way-{place}",
                name=name,
                from_on=DAY("2025-09-12") + timedelta(days=(place * 53) % 370),
                resolved_on=None
                if place % 6 == 0
                else DAY("2025-09-12") + timedelta(days=(place * 53) % 370 + 24 + place * 4 % 60),
                blocks=(("door", "drink", "useful")[place % 3],),
                work=(
                    work(
                        "Support",
                        str(DAY("2025-09-14") + timedelta(days=(place * 53) % 370)),
                        str(DAY("2025-10-20") + timedelta(days=(place * 53) % 370)),
                        *(1 + place % 4, 2),
                    ),
                ),
                area=AREAS[min(place // 4, 6)],
            )
            for place, name in enumerate(TROUBLES)
        ),
    )
)

RE_OPENED = titled(
    Journey(
        name="Mo",
        start=DAY("2025-08-04"),
        today=TODAY,
        goals=(
            Goal(
                ident="work",
                words="Work with my hands again",
                area="Work and learning",
                set_on=DAY("2025-08-04"),
                ratings=ratings(
                    ("2025-08-04", 2),
                    ("2025-10-06", 4),
                    ("2025-12-15", 6),
                    ("2026-06-08", 4),
                    ("2026-08-17", 6),
                    ("2026-10-26", 7),
                ),
                moments=(
                    success("2025-09-19", "A day in the workshop"),
                    setback("2026-05-20", "Laid off", "2026-06-15", "came back and asked"),
                    success("2026-09-08", "Mended the bench"),
                ),
                flags=(Flag(DAY("2025-12-01"), "Paid work, 16 hours", kept=(13,)),),
            ),
        ),
        barriers=(
            Barrier(
                ident="tools",
                name="No tools of my own",
                from_on=DAY("2025-08-18"),
                resolved_on=DAY("2025-11-10"),
                blocks=("work",),
                work=(work("Grant for tools", "2025-09-01", "2025-11-10", 2, 1, 1),),
            ),
            Barrier(
                ident="back",
                name="Back pain",
                from_on=DAY("2026-06-20"),
                blocks=("work",),
                work=(work("Gym with Jo", "2026-07-06", "", 2, 4, 4, 3, 1),),
            ),
        ),
        reviews=(Review(DAY("2025-11-03")), Review(DAY("2026-08-17"))),
        pauses=(Pause(DAY("2026-01-12"), DAY("2026-06-01"), had_ended=True),),
        said=Wording(DAY("2026-08-17"), "It is good to be tired from work."),
    )
)

RE_WORDED = titled(
    Journey(
        name="Lea",
        start=DAY("2026-01-12"),
        today=TODAY,
        goals=(
            Goal(
                ident="children",
                words="See my children every week, and cook for them",
                area="Relationships",
                set_on=DAY("2026-01-12"),
                ratings=ratings(
                    ("2026-01-12", 1),
                    ("2026-03-23", 3),
                    ("2026-06-01", 4),
                    ("2026-08-10", 7),
                    ("2026-10-19", 8),
                ),
                moments=(
                    success("2026-04-14", "An hour in the park"),
                    success("2026-09-12", "Pancakes"),
                ),
                flags=(Flag(DAY("2026-07-14"), "Contact order"),),
                wordings=(
                    Wording(DAY("2026-01-12"), "Get the children back"),
                    Wording(DAY("2026-03-23"), "See my children"),
                    Wording(DAY("2026-08-10"), "See my children every week, and cook for them"),
                ),
            ),
            Goal(
                ident="calm",
                words="Stay calm when letters come",
                area="Mental wellbeing",
                set_on=DAY("2026-02-09"),
                ratings=ratings(("2026-02-09", 3), ("2026-06-01", 3), ("2026-10-19", 6)),
                moments=(setback("2026-05-11", "Shouted at school", "2026-05-14", "said sorry"),),
                wordings=(
                    Wording(DAY("2026-02-09"), "Stop shouting"),
                    Wording(DAY("2026-06-01"), "Stay calm when letters come"),
                ),
            ),
        ),
        reviews=(Review(DAY("2026-03-23")), Review(DAY("2026-08-10"))),
        said=Wording(DAY("2026-08-10"), "They ran to me."),
    )
)

OVERLAPPING = titled(
    replace(
        SAM,
        name="Ola",
        goals=SAM.goals[1:2],
        moments=(success("2026-02-17", "Bought a plant"),),
        barriers=(
            replace(
                SAM.barriers[3],
                from_on=DAY("2025-12-01"),
                work=(
                    work("Evening group", "2025-12-08", "2026-06-20", 2, 4, 4, 4, 3, 2, 1),
                    work("Phone calls on Sundays", "2026-01-11", "", *(4,) * 10),
                    work("A befriender", "2026-03-02", "2026-10-30", 1, 2, 2, 2, 2, 2, 1, 1),
                    work("Cooking club", "2026-09-24", "", 1, 3, 1),
                ),
            ),
            replace(SAM.barriers[2], blocks=("drink",), from_on=DAY("2025-12-03")),
        ),
        straight=(
            SAM.straight[0],
            ("drink", work("Medication reviews", "2025-11-17", "", 1, 0, 1, 0, 1, 0, 1, 0, 1)),
            ("", work("Letters and forms", "2025-09-20", "2026-04-30", 1, 2, 0, 1, 0, 1, 1, 1)),
        ),
        measures=(),
        said=Wording(DAY("2026-08-24"), "Sundays are not so long."),
    )
)

RIGHT_TO_LEFT = titled(
    replace(
        SAM,
        name="ليلى",
        goals=(
            replace(
                SAM.goals[0],
                words="أن يكون لي بيت وأحافظ عليه",
                area="السكن",
                moments=(
                    success("2025-10-02", "اتصلت بالبلدية بنفسي"),
                    success("2026-05-11", "دفعت الإيجار في موعده"),
                ),
                flags=(Flag(DAY("2026-04-07"), "انتقلت إلى بيتي", kept=(13, 26)),),
            ),
            replace(
                SAM.goals[1],
                words="أن أستيقظ صباحًا بلا خوف",
                area="الصحة",
                moments=(
                    setback("2025-12-24", "أسبوع صعب", "2026-01-05", "اتصلت بأختي"),
                    success("2026-09-05", "عرس كامل"),
                ),
            ),
        ),
        barriers=(
            replace(SAM.barriers[0], name="لا سكن ثابت"),
            replace(SAM.barriers[3], name="أمسيات وحيدة"),
        ),
        straight=(),
        said=Wording(DAY("2026-11-02"), "أفتح ستائري كل صباح"),
    )
)

TWELVE: dict[str, Journey] = {
    "nothing-yet": NOTHING,
    "one-goal-one-day": ONE_DAY,
    "six-goals-four-years": titled(
        replace(
            MANY,
            barriers=tuple(
                replace(row, area=AREAS[place % 5], name=TROUBLES[place % 5 * 4 + place // 5])
                for place, row in enumerate(MANY.barriers)
            ),
        )
    ),
    "only-setbacks": titled(SETBACKS),
    "thirty-barriers": THIRTY,
    "re-opened": RE_OPENED,
    "re-worded": RE_WORDED,
    "overlapping": OVERLAPPING,
    "no-ratings": titled(UNRATED),
    "right-to-left": RIGHT_TO_LEFT,
    "dark": SAM_WHOLE,
    "print": SAM_WHOLE,
}


def a_thousand_entries() -> Journey:
    """Return three goals with 1,000 entries on them: ratings, successes, setbacks and sessions."""

    def busy(goal: Goal, shift: int) -> Goal:
        successes = tuple(
            Moment(
                SAM.start + timedelta(days=(3 * n + shift) % 420),
                "success",
                f"Small success {n}",
                ident=f"{shift}-{n}",
            )
            for n in range(120)
        )
        setbacks = tuple(
            Moment(
                SAM.start + timedelta(days=(11 * n + shift) % 400),
                "setback",
                f"Hard day {n}",
                SAM.start + timedelta(days=(11 * n + shift) % 400 + 1 + n % 9),
                "rang Jo",
                ident=f"{shift}-s{n}",
            )
            for n in range(60)
        )
        rated = tuple(
            Rating(SAM.start + timedelta(days=4 * n + shift), (n // 9 + n % 2) % 11)
            for n in range(80)
        )
        return replace(goal, ratings=rated, moments=successes + setbacks)

    return replace(SAM, goals=tuple(busy(goal, at) for at, goal in enumerate(SAM.goals)))
