"""One question a page: where one is among the questions, and what was answered before. Pure."""

from collections.abc import Iterable, Mapping, Sequence

START = 1


def place_of(sent: Mapping[str, str], number: int) -> int:
    """Return the question to show, from 1; one more than there are is the page that saves.

    Whoever wants to end goes there from any question, with what was answered so far.
    """
    try:
        place = int(sent.get("place", START))
    except ValueError:
        place = START
    if sent.get("go") == "end":
        return number + 1
    step = {"next": 1, "back": -1}.get(sent.get("go", ""), 0)
    return min(max(place + step, START), number + 1)


def first_wrong(wrong: Iterable[str], keys: Sequence[str], place: int) -> int:
    """Return the first question with an answer to put right, else the place one is at."""
    places = [keys.index(key) + 1 for key in wrong if key in keys]
    return min(places, default=place)


def carried(
    sent: Mapping[str, str], keys: Sequence[str], place: int, others: Iterable[str]
) -> list[tuple[str, str]]:
    """Return what goes along unseen: the answers of all other pages, and what only the end asks."""
    shown = {keys[place - 1]} if place <= len(keys) else set(others)
    return [(name, sent[name]) for name in [*keys, *others] if name in sent and name not in shown]
