"""Draws one contact that took place: what was said, what turned up, and what came of it."""

from typing import Any

from cors.practice.course import rated
from cors.practice.life import Life
from cors.practice.meeting import Meeting
from cors.practice.pieces import Piece, anything
from cors.practice.thread import Thread

Told = dict[str, Any]
MINUTES = {"call": [10, 15, 15, 20, 25], "about-them": [10, 15, 20, 30]}
LONG = [30, 40, 45, 50, 60]
SOON_DAYS = 20


def talk(life: Life, meeting: Meeting, thread: Thread) -> None:
    """Tell a contact about one goal, with what goes before it and after it on the day."""
    ago, part = meeting.ago, life.part(meeting.ago)
    thread.met += 1
    if not thread.has_begun:
        thread.set_at = part
        _set_goal(life, thread, ago)
    _get_back(life, thread, ago)
    _resolve(life, thread, ago)
    kind = thread.topic.get("where", "met-here") if meeting.kind == "usual" else meeting.kind
    told: Told = {"kind": kind, "minutes": life.rng.choice(MINUTES.get(kind, LONG))}
    told["goals"] = [thread.name] if thread.is_open else []
    if thread.is_open:
        told |= _what_came_of_it(life, thread, meeting, part)
    told["note"] = "" if "setback" in told else _note(life, thread, meeting, part)
    if told["note"] == "" and not told["goals"]:
        told["note"] = life.words(
            anything()["small" if meeting.kind == "usual" else "on_the_phone"]
        )
    life.tell(ago, "contact", told)
    if barrier := told.get("barrier"):
        _begin_work(life, thread, ago, barrier["as"])


def _set_goal(life: Life, thread: Thread, ago: int) -> None:
    topic, thread.has_begun = thread.topic, True
    source = "joint" if life.chance(0.15) else "client"
    goal = {"as": thread.name, "words": thread.goal["words"], "area": topic["area"]}
    goal["words"] = life.someone.says(goal["words"])
    life.tell(ago, "goal", goal | {"rating": thread.began, "source": source})
    hard = [each for each in thread.outcomes if each.get("hard")]
    if hard and life.chance(0.8) and hard[-1]["type"] not in life.aims:
        life.aims.add(hard[-1]["type"])
        life.tell(ago, "aim", {"type": hard[-1]["type"], "goal": thread.name})
    _work(life, thread, ago, life.rng.choice(topic["work"]), {"goals": [thread.name]})


def _work(life: Life, thread: Thread, ago: int, piece: Piece, on_what: Told) -> str:
    name = life.name("work")
    words = life.someone.says(piece["words"])
    life.tell(ago, "work", {"as": name, "type": piece["type"], "words": words, **on_what})
    thread.works.append(name)
    return name


def _get_back(life: Life, thread: Thread, ago: int) -> None:
    """Tell the way back after a setback, if there is one; a deep one takes longer."""
    if thread.setback and thread.is_open and life.chance(life.course.back * 0.7):
        name, piece = thread.setback
        told = {"setback": name, "helped": life.someone.says(piece["helped"])}
        life.tell(ago, "back", told)
        thread.setback, thread.dip = None, 0.0


def _resolve(life: Life, thread: Thread, ago: int) -> None:
    """Tell that what stood in the way does no longer, some time after it turned up."""
    if not thread.standing or not life.chance(life.course.resolved * 0.35):
        return
    name, piece, work, noticed = thread.standing[0]
    if noticed - ago < SOON_DAYS or not thread.is_open:
        return
    thread.standing.pop(0)
    told = {"barrier": name, "helped": life.someone.says(piece["helped"])}
    life.tell(ago, "resolve", told)
    if work in thread.works and life.chance(0.7):
        thread.works.remove(work)
        life.tell(ago, "end_work", work)


def _begin_work(life: Life, thread: Thread, ago: int, name: str) -> None:
    piece = thread.noticed
    doing = {"type": piece["work"], "words": piece["doing"]}
    on_what = {"goals": [thread.name], "barriers": [name]}
    work = _work(life, thread, ago, doing, on_what)
    thread.standing.append((name, piece, work, ago))


def _what_came_of_it(life: Life, thread: Thread, meeting: Meeting, part: float) -> Told:
    told: Told = {}
    if meeting.kind != "about-them":
        told |= _turned_up(life, thread, part)
        told |= _ratings(life, thread, part)
        told |= _next_step(life, thread)
    before = [name for name in thread.works if name not in life.begun_on(meeting.ago)]
    if before and life.chance(0.6):
        told["work"] = [before[-1]] if life.chance(0.7) else before[-2:]
    if "setback" not in told and meeting.kind == "usual" and thread.met > 1:
        _outcome(life, thread, meeting.ago, part)
    return told


def _turned_up(life: Life, thread: Thread, part: float) -> Told:
    """Tell of at most one thing: a setback, something in the way, or a small success."""
    goal = thread.name
    if not thread.setback and thread.met > 2 and life.chance(life.course.setback):
        return _setback(life, thread)
    if thread.barriers and thread.met > 1 and life.chance(0.4):
        piece = thread.noticed = thread.barriers.pop(0)
        words = life.someone.says(piece["words"])
        name = life.name("barrier")
        return {"barrier": {"as": name, "type": piece["type"], "words": words, "blocks": [goal]}}
    if thread.met > 2 and life.chance(0.12 + 0.02 * thread.level(part)):
        words = life.words(thread.successes(part), thread.tags)
        return {"success": {"words": words, "goal": goal}} if words else {}
    return {}


def _setback(life: Life, thread: Thread) -> Told:
    piece = life.deck.draw(thread.topic["setbacks"], life.someone, thread.tags, life.said)
    if piece is None:
        return {}
    life.said.append(piece["words"])
    name = life.name("setback")
    thread.setback, thread.dip = (name, piece), life.rng.choice([1.5, 2.0, 2.5])
    told = {"as": name, "goal": thread.name, "could_help": piece["could_help"]}
    words = {key: life.someone.says(piece[key]) for key in ("words", "could_help")}
    return {"setback": told | words}


def _ratings(life: Life, thread: Thread, part: float) -> Told:
    """Tell how close it feels: mostly asked, sometimes of both."""
    if thread.met < 2 or not life.chance(0.62):
        return {}
    level = thread.level(part)
    told: Told = {"ratings": {thread.name: rated(level, life.rng)}}
    if life.chance(0.2):
        told["worker_ratings"] = {thread.name: rated(level + 0.3, life.rng)}
    return told


def _next_step(life: Life, thread: Thread) -> Told:
    if thread.met < 2 or not life.chance(0.22):
        return {}
    piece = life.deck.draw(thread.topic["steps"], life.someone, thread.tags, life.said)
    if piece is None:
        return {}
    life.said.append(piece["words"])
    life.step = life.name("step")
    told = {"as": life.step, "words": life.someone.says(piece["words"]), "owner": piece["owner"]}
    return {"step": told | {"goal": thread.name, "within": life.rng.choice([5, 7, 10, 14])}}


def _outcome(life: Life, thread: Thread, ago: int, part: float) -> None:
    piece = thread.due_outcome(part)
    if piece is None or (piece["type"], ago) in life.outcomes:
        return
    name = life.name("outcome")
    life.outcomes[piece["type"], ago] = (name, thread, piece)
    told = {"as": name, "type": piece["type"], "evidence": piece["evidence"], "goal": thread.name}
    words = life.words([piece["words"]]) if "words" in piece else ""
    life.tell(ago, "outcome", told | {"words": words})


def _note(life: Life, thread: Thread, meeting: Meeting, part: float) -> str:
    told = anything()
    if meeting.kind != "usual":
        others = meeting.kind == "about-them"
        return (
            life.words(told["with_others" if others else "on_the_phone"])
            if life.chance(0.55)
            else ""
        )
    words = life.words(thread.stage(part), thread.tags) if life.chance(0.8) else ""
    return words or (life.words(told["small"]) if life.chance(0.3) else "")
