"""Tells a life from its first day to its last: contacts, reviews, the end, and what lasted."""

from typing import Any

from cors.practice.ending import draw_ending, draw_reason, last_day_of_talk
from cors.practice.follow_up import draw_checks
from cors.practice.life import Life
from cors.practice.looking_back import review
from cors.practice.meeting import Meeting, draw_meetings
from cors.practice.pieces import anything
from cors.practice.resting import draw_rest, draw_return, rests
from cors.practice.talk import talk
from cors.practice.thread import Thread


def tell_life(life: Life) -> None:
    """Let everything happen in the order of days."""
    begin(life)
    if life.ended is not None:
        life.reason = draw_reason(life)
    draw_rest(life)
    for meeting in draw_meetings(life.rng, life.began, last_day_of_talk(life), life.course):
        if not rests(life, meeting.ago):
            meet(life, meeting)
    if life.ended is not None:
        draw_ending(life, life.ended)
        draw_return(life, life.ended)
    draw_checks(life)
    life.days.sort(key=lambda day: -day["ago"])


def begin(life: Life) -> None:
    told = anything()
    careful = any(thread.topic.get("careful") for thread in life.threads)
    life.tell(life.began, "begin", True)
    safety, rule = life.rng.choice(told["careful_rules" if careful else "rules"])
    number = f"07700 900{life.rng.randrange(200, 999)}"
    rule = life.someone.says(rule)
    point = {"kind": "mobile", "value": number, "safety": safety, "rule": rule}
    life.tell(life.began, "point", point)
    read_out = life.rng.choice(told["consents"])
    consent = {"purpose": "record", "agreed": True, "read_out": read_out}
    life.tell(life.began, "consent", consent)
    if careful or life.chance(0.06):
        alert = life.rng.choice(told["careful_alerts" if careful else "alerts"])
        life.tell(life.began, "alert", life.someone.says(alert))
    sex = {"she/her": "female", "he/him": "male"}.get(life.someone.pronouns)
    if sex and life.chance(0.7):
        life.tell(life.began - 1 if life.began > 1 else life.began, "equality", {"sex": sex})


def meet(life: Life, meeting: Meeting) -> None:
    """Tell one contact, held or not, with all that came of it."""
    if not meeting.held:
        life.tell(meeting.ago, "contact", _not_held(life, meeting))
        return
    life.met += 1
    if life.step and life.chance(0.9):
        life.tell(meeting.ago, "done", life.step)
    life.step = ""
    thread = _whose_turn(life, meeting)
    if thread is None:
        life.tell(meeting.ago, "contact", _first(life, meeting))
        return
    talk(life, meeting, thread)
    if meeting.kind != "usual":
        return
    if life.met > 1 and not life.was_measured:
        life.tell_measure(meeting.ago)
    if life.began - meeting.ago - life.last_review >= 7 * life.review_weeks and life.met > 4:
        review(life, meeting.ago)


def _whose_turn(life: Life, meeting: Meeting) -> Thread | None:
    """Return the goal of this contact: a new one when its time has come, else the least seen."""
    if life.met == 1:
        return None
    unset = [thread for thread in life.threads if not thread.has_begun]
    if unset and meeting.kind == "usual" and life.met >= 2 + 4 * life.threads.index(unset[0]):
        return unset[0]
    known = life.open_threads()
    if not known:
        return life.threads[0]
    return min(known, key=lambda thread: thread.met)


def _first(life: Life, meeting: Meeting) -> dict[str, Any]:
    place = life.threads[0].topic.get("where", "met-here")
    note = life.words(anything()["first" if place == "met-here" else "first_out"])
    return {"kind": place, "minutes": life.rng.choice([40, 50, 60]), "note": note}


def _not_held(life: Life, meeting: Meeting) -> dict[str, Any]:
    kind = meeting.kind
    if kind == "usual":
        kind = life.threads[0].topic.get("where", "met-here")
    results = ["no-answer"] if kind == "call" else ["did-not-come", "did-not-come", "we-cancelled"]
    result = life.rng.choice(results)
    note = life.words(anything()["not_held"][result]) if life.chance(0.6) else ""
    return {"kind": kind, "result": result, "note": note}
