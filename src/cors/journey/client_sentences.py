"""What a screen reader says of the person's own picture, in whole sentences and to them."""

from cors.journey import bands, wording
from cors.journey.client_words import said_of
from cors.journey.days import full
from cors.journey.model import OWN_LINE, Goal, Journey, in_order, number_now


def description(journey: Journey) -> str:
    """Return what the picture is of, before any of its lines."""
    said = [f"From {full(journey.start)} to {full(journey.today)}.", journey.shown]
    for goal in journey.goals:
        ends = number_now(goal)
        if ends and len(goal.ratings) > 1:
            said.append(f"“{goal.words}”: from {ends[0]} to {ends[1]}.")
    return " ".join(part for part in said if part)


def aloud(journey: Journey) -> str:
    """Return the whole picture in words, for paper that is read out."""
    hopes = (of_hope(goal) for goal in journey.lanes)
    return " ".join(part for part in [description(journey), *hopes, of_way(journey)] if part)


def of_hope(goal: Goal) -> str:
    """Return what is said of one hope: their words, their numbers, their titles."""
    if goal.ident == OWN_LINE:
        parts = [f"{wording.OWN_LINE}."]
    else:
        parts = [f"You hoped: “{goal.words}”.", _numbers(goal)]
    if goal.first_words:
        parts.insert(1, f"{wording.CLIENT_AT_FIRST.format(words=goal.first_words)}.")
    parts += [f"{wording.clause(one.words)}, {full(one.on)}." for one in reversed(said_of(goal))]
    return " ".join(part for part in parts if part)


def _numbers(goal: Goal) -> str:
    ratings = in_order(goal)
    if not ratings:
        return ""
    first, last = ratings[0], ratings[-1]
    said = f"You said {first.value} on {full(first.on)}"
    return f"{said}, {last.value} on {full(last.on)}." if len(ratings) > 1 else f"{said}."


def of_way(journey: Journey) -> str:
    """Return what is said of everything that was in the way, and what helped."""
    parts = []
    for barrier in bands.ordered(journey.barriers):
        name = wording.clause(barrier.title or barrier.name)
        state = wording.STILL_HERE
        if barrier.resolved_on:
            state = wording.CLIENT_BEHIND.format(month=full(barrier.resolved_on))
        helped = wording.listed([work.title or work.name for work in barrier.work])
        parts.append(f"{name}, {state}." + (f" What helped: {helped}." if helped else ""))
    along = [work.title or work.name for _, work in bands.straight(journey)]
    if along:
        parts.append(wording.CLIENT_ALONG.format(names=wording.listed(along)))
    parts += journey.shown_of_measures
    return " ".join(parts)
