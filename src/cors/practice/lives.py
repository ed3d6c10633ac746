"""Draws all the lives of a seed: who comes, for what, when, to whom, and how far it goes."""

from datetime import date
from random import Random
from typing import Any

from cors.practice.course import Course, draw_course
from cors.practice.deck import Deck
from cors.practice.life import Day, Life
from cors.practice.pieces import Someone, anything, people, topics, words_of
from cors.practice.telling import tell_life
from cors.practice.thread import Thread, choose_topics, draw_thread

SEED = 1120
TWO_YEARS = 725

Script = dict[str, Any]

REVIEW_WEEKS = {"move-on": 12, "work": 8, "recovery": 12}
HOLDERS = {
    "move-on": {"amina": 5, "ben": 3, "carys": 3},
    "recovery": {"ben": 6, "carys": 3},
    "work": {"olu": 1},
}
SHORT = {"waiting": 4, "accepted": 3, "declined": 4, "never-began": 3}


def lives(seed: int = SEED) -> list[Script]:
    """Return the script of each life of a seed; equal seeds tell the same."""
    rng = Random(seed)
    deck = Deck(rng)
    who = people(rng)
    fates = _fates(rng, len(who))
    return [_life(each, fate, deck, rng) for each, fate in zip(who, fates, strict=True)]


def _fates(rng: Random, number: int) -> list[str]:
    """Return how far each gets: most begin, some wait, some never come to it."""
    found = [fate for fate, count in SHORT.items() for _ in range(count)]
    found += ["begun"] * (number - len(found))
    rng.shuffle(found)
    return found


def _life(someone: Someone, fate: str, deck: Deck, rng: Random) -> Script:
    first = choose_topics(topics(), someone, 1, deck)[0]
    service = rng.choice(topics()[first]["services"])
    offered = {name: each for name, each in topics().items() if service in each["services"]}
    number = rng.choices([1, 2, 3], [40, 43, 17])[0]
    names = choose_topics(offered, someone, number, deck, [first])
    course = draw_course(rng)
    threads = _threads(names, someone, course, deck, rng)
    referred = rng.randint(3, 40) if fate in ("waiting", "accepted") else rng.randint(20, TWO_YEARS)
    script = _referral(someone, threads[0], service, referred, deck, rng)
    if fate != "begun":
        return script | {"day": _short(fate, referred, rng)}
    began = max(2, referred - rng.randint(3, 28))
    life = Life(someone, course, threads, began, _end(began, rng), REVIEW_WEEKS[service],
                _measure(threads, rng), rng, deck)  # fmt: skip
    tell_life(life)
    return script | {"day": life.days}


def _threads(
    names: list[str], someone: Someone, course: Course, deck: Deck, rng: Random
) -> list[Thread]:
    drawn = (
        draw_thread(f"goal-{number}", topics()[name], someone, course, deck, rng)
        for number, name in enumerate(names, start=1)
    )
    return [thread for thread in drawn if thread]


def _referral(
    someone: Someone, thread: Thread, service: str, referred: int, deck: Deck, rng: Random
) -> Script:
    holders = HOLDERS[service]
    words = deck.draw(thread.topic["referrals"], someone, thread.tags)
    asked = words.get("source") if isinstance(words, dict) else None
    person: dict[str, Any] = {"name": someone.name, "pronouns": someone.pronouns}
    person |= _birth(someone, rng)
    if someone.language:
        person["language"] = someone.language
    if rng.random() < 0.12:
        person["needs"] = rng.choice(anything()["needs"])
    return {
        "keyworker": rng.choices(list(holders), list(holders.values()))[0],
        "service": service,
        "referred": referred,
        "source": asked or rng.choice(thread.topic["sources"]),
        "referral": someone.says(words_of(words)) if words else "",
        "person": person,
    }


def _birth(someone: Someone, rng: Random) -> dict[str, Any]:
    if rng.random() < 0.15:
        return {"birth_year": someone.born}
    return {"birth_date": date(someone.born, rng.randint(1, 12), rng.randint(1, 28))}


def _end(began: int, rng: Random) -> int | None:
    """Return how many days ago the support ended, None if it goes on."""
    length = rng.randint(80, 420)
    return began - length if began - length > 8 else None


def _measure(threads: list[Thread], rng: Random) -> str:
    """Return which measure is taken: what the goals ask for, else a short one, or none."""
    asked = [thread.topic["measure"] for thread in threads if "measure" in thread.topic]
    return asked[0] if asked else rng.choice(["who-5-total", "who-5-total", ""])


def _short(fate: str, referred: int, rng: Random) -> list[Day]:
    """Return the days of somebody who has not begun, or never did."""
    later = max(0, referred - rng.randint(2, 12))
    if fate == "accepted":
        return [{"ago": later, "accept": True}]
    if fate == "declined":
        reason, words = rng.choice(anything()["declines"])
        return [{"ago": later, "decline": {"reason": reason, "words": words}}]
    return _never_began(later, rng) if fate == "never-began" else []


def _never_began(accepted: int, rng: Random) -> list[Day]:
    note = rng.choice(anything()["tried"])
    tried = {"kind": "tried-to-reach", "result": "no-answer", "note": note}
    closing = {"reason": "never-began", "words": "", "no_review_reason": "There was no beginning."}
    return [
        {"ago": accepted, "accept": True},
        {"ago": max(0, accepted - 5), "contact": tried},
        {"ago": max(0, accepted - 12), "close": closing},
    ]
