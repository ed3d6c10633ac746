"""Every phrase that the picture, its sentences and its table can say, whole and in one place."""

from collections.abc import Sequence
from datetime import date

from cors.journey import days
from cors.journey.text import isolated

TITLE = "{name}’s journey"
TITLE_UNNAMED = "A journey"
NOTHING_TITLE = "A journey about to start"
NOTHING = (
    "Nothing is recorded yet. This is where the journey will show, once there is a first goal."
)
RECORDS_ALL = "The table after the picture holds every mark."

SMALL_SUCCESS = "small success"
SETBACK = "setback, back on track"
SETBACK_OPEN = "setback, not yet back"
REACHED = "outcome reached"
STEP = "ladder step"
REVIEW = "review"
REWORDED = "goal in new words"
RISEN = "risen since the start"

TODAY = "Today"
STILL_AHEAD = "still ahead"
STILL_HERE = "still here"
NOT_BACK = "not yet back on track"
PAUSED = "Support paused"
HAD_ENDED = "Support had ended"
OWN_LINE = "Along the way"
NO_ONE_GOAL = "for no single goal"
OWN_LINE_SAID = "Along the way, for no single goal."
NEW_WORDS = "in new words"
UNDER = "Under the water"
IN_THE_WAY = "What is in the way, tied to the goals it holds back, and the work put in."
WORK_ONLY = "The work put in, month by month."
OTHER = "Other"
HOLDS_BACK = "holds back"
KEY_AT_ONCE = "things in the way at once"
KEY_NUMBERS = "a number beside a mark counts marks close together"
KEY_BAND = "in the way"
KEY_TIE = "holds back this goal"
KEY_MONTH = "1, 4, 7+ sessions in a month"
KEY_QUARTER = "2, 7, 14+ sessions in three months"
NOTHING_IN_THE_WAY = (
    "Nothing has been noted in the way so far. When something is, it shows here as a band,"
    " tied to the goal it holds back, with the work put in drawn beneath it."
)
EARLIER = ("and {n} earlier", "and {n} earlier")
EARLIER_GOALS = ("{n} earlier goal, in the table", "{n} earlier goals, in the table")
EARLIER_BARRIERS = ("{n} resolved earlier, in the table", "{n} resolved earlier, in the table")
LOWER_IS_BETTER = "lower is better"
HIGHER_IS_BETTER = "higher is better"
TURNED = "lower is better, so {low} is at the top"
FIRST_RATING = "first rating"
NOT_RATED = ("not rated", "yet")
CLIENT_RISEN = "How far you have come, {name}"
CLIENT_SO_FAR = "Your journey so far, {name}"
CLIENT_UNNAMED = ("How far you have come", "Your journey so far")
CLIENT_SPAN = "From {start} to today."
CLIENT_NUMBERS = "The numbers are how close each hope felt to you, from 0 to 10."
CLIENT_AT_FIRST = "At first you said: “{words}”"
CLIENT_ADDED = "added in {month}"
CLIENT_START = "at the start"
CLIENT_TODAY = "today"
CLIENT_REACHED = "you got there"
CLIENT_UNDER = "What was in the way, and what helped"
CLIENT_HELPED = "What helped"
CLIENT_DOSE = "a thicker stroke is more time spent"
CLIENT_BEHIND = "behind you, {month}"
CLIENT_ALSO_HERE = "Also in the way: {names}."
CLIENT_ALSO_BEHIND = "Also behind you: {names}."
CLIENT_ALSO_REACHED = "Before that: {names}."
CLIENT_ALONG = "All the way along: {names}."
CLIENT_MORE = ("{n} more", "{n} more")
CLIENT_SAID = "your words, {month}"
CLIENT_NOTHING_TITLE = "Your journey, about to start"
CLIENT_NOTHING = (
    "This is where your journey will show. It starts with one hope in your own words, and how"
    " close it feels to you today."
)
CLIENT_NOT_YET = "On the way back."
REACHED_ON = "reached"
ENDED_ON = "ended"


def clause(words: str) -> str:
    """Return words as they stand within a sentence that goes on: without a full stop of their own.

    Three dots are left; they say that the words break off.
    """
    whole = words.rstrip()
    return whole[:-1] if whole.endswith(".") and not whole.endswith("..") else whole


def count(number: int, one: str, many: str) -> str:
    """Return `1 session` or `8 sessions`; one and many are whole patterns with {n}."""
    return (one if number == 1 else many).format(n=number)


def sessions(number: int) -> str:
    return count(number, "{n} session", "{n} sessions")


def done(name: str, held: int) -> str:
    """Return `Debt advice, 8 sessions`."""
    return f"{isolated(name)}, {sessions(held)}" if held else name


def back_after(number: int) -> str:
    if number == 0:
        return "back on track the same day"
    return count(number, "back on track in {n} day", "back on track in {n} days")


def client_back(number: int) -> str:
    if number == 0:
        return "Back on track the same day."
    return count(number, "Back on track in {n} day.", "Back on track in {n} days.")


def noted(number: int, resolved: int) -> str:
    """Return `5 noted, 4 resolved`."""
    return f"{number} noted, {resolved} resolved"


def weeks(kept: Sequence[int]) -> str:
    """Return `kept at 13 and 26 weeks`."""
    return f"kept at {listed([str(week) for week in kept])} weeks"


def step(rung: tuple[int, int], words: str) -> str:
    """Return `Step 4 of 5: bus alone`."""
    place, steps = rung
    said = f"Step {place} of {steps}" if steps else f"Step {place}"
    return f"{said}: {isolated(words)}" if words else said


def listed(parts: Sequence[str]) -> str:
    """Return `A`, `A and B`, or `A, B and C`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def title(name: str) -> str:
    return TITLE.format(name=isolated(name)) if name.strip() else TITLE_UNNAMED


def shown(names: Sequence[str], since: str) -> str:
    """Return what a narrowed picture shows: `Only goals A and C, since 1 March 2026.`"""
    if not names:
        return f"Only since {since}."
    goals = f"Only goal {names[0]}" if len(names) == 1 else f"Only goals {listed(names)}"
    return f"{goals}, since {since}." if since else f"{goals}."


def at_first(words: str) -> str:
    """Return the words in which a goal was set, for one that has new ones today."""
    return f"at first: “{words}”"


def set_on(area: str, day: date) -> str:
    """Return the life area and the day on which a goal was set, kept together at a line's end."""
    told = f"set {days.medium(day)}".replace(" ", "\u00a0")
    return f"{area}, {told}" if area else told


def span(start: date, today: date) -> str:
    """Return how long a journey is, as people say it."""
    long = (today - start).days
    if long < 14:
        return count(max(long, 1), "{n} day", "{n} days")
    if long < 61:
        return count(long // 7, "{n} week", "{n} weeks")
    months = round(long / 30.44)
    if months < 24:
        return count(months, "{n} month", "{n} months")
    return count(round(long / 365.25), "{n} year", "{n} years")
