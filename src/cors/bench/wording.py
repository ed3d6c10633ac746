"""Sentences of the usual lengths; at rest they are sealed, so their number matters and not more."""

from random import Random

SENTENCES = (
    "Went through the letters from the council together.",
    "Talked about last week and what made the mornings hard.",
    "The bus was late and we used the time to plan the call.",
    "Rang the surgery; the appointment is on Thursday at ten.",
    "Says that sleep is better since the neighbour moved out.",
    "Looked at two rooms, the second one has light and a lock.",
    "Wants to cook for the sister at the weekend.",
    "The form is half done; the proof of income is still missing.",
    "Quieter than usual, asked for a shorter meeting.",
    "Walked to the library and back, alone for the last street.",
    "The deposit is the worry now, and who could lend it.",
    "Met the children on Sunday, two hours, all went well.",
)
GOALS = (
    "A place with a door that I can shut.",
    "I want to get through a week without borrowing.",
    "To sit in a café and not count the exits.",
    "Sleep until six, most nights.",
    "Cook for my brother once.",
    "Be on the bus by myself.",
    "Know what I owe, on one page.",
    "Hear from my daughter.",
)
SMALL = (
    "Opened all the post before we met.",
    "Asked for help before it got late.",
    "Left the house on a bad day.",
    "Said no, and it was all right.",
)
HARD = (
    "Missed the viewing, stayed in bed.",
    "Drank on Friday after the hearing.",
    "The payment did not come.",
    "Fell out with the landlord again.",
)
HELPED = ("ringing somebody", "a walk first thing", "having it written down", "the group on Monday")


def note(chance: Random) -> str:
    """Return a note of one to five sentences."""
    return " ".join(chance.choice(SENTENCES) for _ in range(chance.randint(1, 5)))
