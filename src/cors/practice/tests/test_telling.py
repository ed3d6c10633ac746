"""A life from its first day to its last, in the order of days."""

from collections.abc import Iterator
from typing import Any

import pytest

from cors.catalogue.shipped import shipped
from cors.clients.models import ContactPoint
from cors.practice.course import CLIMB, COURSES
from cors.practice.life import Life
from cors.practice.meeting import Meeting
from cors.practice.pieces import anything
from cors.practice.telling import begin, meet, tell_life
from cors.practice.tests.a_life import life, someone, thread, told

HELD, MISSED = Meeting(250, "usual", held=True), Meeting(250, "usual", held=False)


def whole(course: Any = CLIMB, **about: Any) -> Iterator[Life]:
    for seed in range(40):
        goals = [thread(f"goal-{number}", course=course) for number in (1, 2)]
        one = life(*goals, seed=seed, course=course, **about)
        tell_life(one)
        yield one


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.name)
@pytest.mark.parametrize("ended", [None, 20])
def test_days_are_told_in_their_order(course: Any, ended: int | None) -> None:
    for one in whole(course, ended=ended):
        days = [day["ago"] for day in one.days]
        assert days == sorted(days, reverse=True)
        assert days[0] <= 300


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.name)
def test_nothing_is_named_before_it_is_there(course: Any) -> None:
    for one in whole(course, ended=20):
        known: set[str] = set()
        for day in one.days:
            what, said = next((key, day[key]) for key in day if key != "ago")
            inner = said if isinstance(said, dict) else {}
            asked = [inner.get(key) for key in ("goal", "barrier", "setback", "outcome", "review")]
            asked += list(inner.get("goals", []))
            asked += [said] if what in ("done", "end_work", "go_on") else []
            names = {each for each in asked if isinstance(each, str)}
            assert names <= known, (what, said)
            known |= {inner["as"]} if "as" in inner else set()
            known |= {
                each["as"] for each in inner.values() if isinstance(each, dict) and "as" in each
            }


def test_begins_with_consent_and_a_way_to_reach_somebody() -> None:
    one = life()
    begin(one)
    assert [next(key for key in day if key != "ago") for day in one.days[:3]] == [
        "begin", "point", "consent",
    ]  # fmt: skip
    ((_, point),) = told(one, "point")
    assert point["value"].startswith("07700 900")
    assert len(point["value"].replace(" ", "")) == 11
    assert {day["ago"] for day in one.days if "equality" not in day} == {300}


@pytest.mark.parametrize("kind", ["rules", "careful_rules"])
def test_every_rule_has_a_safety_that_the_form_knows(kind: str) -> None:
    known = {value for value, _ in ContactPoint._meta.get_field("safety").flatchoices}
    assert {safety for safety, _ in anything()[kind]} <= known


def test_who_has_to_be_careful_has_an_alert_and_others_seldom() -> None:
    def alerts(**about: Any) -> list[str]:
        found = []
        for seed in range(100):
            one = life(thread(**about), seed=seed)
            begin(one)
            found += [words for _, words in told(one, "alert")]
        return found

    assert len(alerts(careful=True)) == 100
    assert 0 < len(alerts()) < 20


@pytest.mark.parametrize(
    ("pronouns", "sex"), [("she/her", {"female"}), ("he/him", {"male"}), ("they/them", set())]
)
def test_an_answer_about_sex_is_never_guessed_from_they(pronouns: str, sex: set[str]) -> None:
    found = set()
    for seed in range(40):
        one = life(seed=seed, who=someone(pronouns=pronouns))
        begin(one)
        found |= {each["sex"] for _, each in told(one, "equality")}
    assert found == sex


def test_an_answer_is_not_given_after_today() -> None:
    for began in (1, 2):
        for seed in range(20):
            one = life(seed=seed, began=began)
            begin(one)
            assert all(1 <= day["ago"] <= began for day in one.days)


def test_the_first_contact_is_about_no_goal_yet() -> None:
    one = life()
    meet(one, HELD)
    ((_, contact),) = told(one, "contact")
    assert told(one, "goal") == []
    assert contact["note"]
    assert not one.threads[0].has_begun


def test_goals_are_set_one_after_the_other() -> None:
    for one in whole(ended=20):
        days = [ago for ago, _ in told(one, "goal")]
        assert days == sorted(set(days), reverse=True)


def test_one_that_did_not_take_place_tells_nothing_else() -> None:
    one = life()
    one.step = "step-1"
    meet(one, MISSED)
    ((_, contact),) = told(one, "contact")
    assert contact["result"] in ("did-not-come", "we-cancelled")
    assert set(contact) == {"kind", "result", "note"}
    assert (one.met, one.step) == (0, "step-1")


def test_a_call_that_is_missed_has_no_answer() -> None:
    one = life()
    meet(one, Meeting(250, "call", held=False))
    assert told(one, "contact")[0][1] | {"note": ""} == {
        "kind": "call", "result": "no-answer", "note": "",
    }  # fmt: skip


def test_a_step_is_done_at_the_next_contact_or_forgotten() -> None:
    done = 0
    for seed in range(60):
        one = life(seed=seed)
        one.step = "step-1"
        meet(one, HELD)
        assert one.step == ""
        done += told(one, "done") == [(250, "step-1")]
    assert 45 <= done < 60


def test_a_measure_is_taken_at_the_beginning_and_no_review_before_its_weeks() -> None:
    for one in whole(ended=20):
        taken = [ago for ago, _ in told(one, "measure")]
        assert taken
        assert 300 - taken[0] < 60
        early = [ago for ago, each in told(one, "review") if 300 - ago < 84]
        assert early == []


def test_an_end_is_the_last_thing_but_checks_and_a_return() -> None:
    for one in whole(ended=20):
        after = [day for day in one.days if day["ago"] < 20]
        kinds = {next(key for key in day if key != "ago") for day in after}
        assert ("re_open" in kinds) or kinds <= {"check"}
        assert len(told(one, "close")) == 1


def test_one_that_goes_on_has_no_end() -> None:
    assert not [one for one in whole() if told(one, "close") or told(one, "re_open") or one.reason]


def test_the_reasons_told_are_in_the_catalogue() -> None:
    told_of = {each["reason"] for one in whole(ended=20) for _, each in told(one, "close")}
    assert told_of <= set(shipped().ending_reasons)
    assert len(told_of) > 1
