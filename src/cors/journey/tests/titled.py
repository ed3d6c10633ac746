"""The titles that people chose for what they told, put on the moments of a journey."""

from dataclasses import replace

from cors.journey.model import Journey, Moment

TITLES = {
    "Rang the council myself": "You rang the council yourself",
    "First rent paid on time": "First rent, paid on time",
    "A first week without a drink": "A first week without a drink",
    "Drank over Christmas": "A hard Christmas",
    "Told my sister the truth": "You told your sister the truth",
    "Drank after the rent letter": "The rent letter",
    "A wedding, on lemonade": "A whole wedding on lemonade",
    "Met at the gate, stayed an hour": "Met at the gate, stayed an hour",
    "Stopped going to the garden": "A break from the garden",
    "Used on payday": "Payday",
    "A bad week after court": "The week after court",
    "Using again": "A hard time",
    "Showed a newcomer round": "You showed a newcomer round",
}


def titled(journey: Journey) -> Journey:
    """Give every moment the title that the person chose for it, and an entry to open."""

    def one(moment: Moment, place: int) -> Moment:
        title = TITLES.get(moment.words, moment.words)
        return replace(moment, title=title, ident=f"entry-{place}")

    return replace(
        journey,
        goals=tuple(
            replace(goal, moments=tuple(one(m, place) for place, m in enumerate(goal.moments)))
            for goal in journey.goals
        ),
        moments=tuple(one(moment, place) for place, moment in enumerate(journey.moments)),
    )
