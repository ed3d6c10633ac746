"""One contact that took place: what is told of it, and in which order on the day."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.practice.course import CLIMB, STUCK
from cors.practice.life import Life
from cors.practice.meeting import Meeting
from cors.practice.talk import LONG, MINUTES, SOON_DAYS, talk
from cors.practice.tests.a_life import barrier, life, someone, thread, told

SEEDS = st.integers(min_value=0, max_value=10**6)


def meets(one: Life, *days: int, kind: str = "usual") -> Life:
    """Let somebody talk about their first goal on these days."""
    for ago in days:
        talk(one, Meeting(ago, kind, held=True), one.threads[0])
    return one


def many(*days: int, kind: str = "usual", course: Any = CLIMB, **topic: Any) -> Iterator[Life]:
    """Let so many lives go on, each with a seed of its own, that everything happens in some."""
    for seed in range(60):
        yield meets(
            life(thread(course=course, **topic), seed=seed, course=course), *days, kind=kind
        )


WEEKS = range(290, 40, -14)


def test_a_goal_is_set_with_its_first_rating_before_the_contact_of_the_day() -> None:
    one = meets(life(), 290)
    kinds = [next(key for key in day if key != "ago") for day in one.days]
    assert kinds[0] == "goal"
    assert kinds[-2:] == ["work", "contact"]
    ((_, goal),) = told(one, "goal")
    assert (goal["as"], goal["words"], goal["area"], goal["rating"]) == (
        "goal-1", "A door.", "housing", 2,
    )  # fmt: skip
    assert goal["source"] in ("client", "joint")


def test_a_goal_is_set_once() -> None:
    assert len(told(meets(life(), *WEEKS), "goal")) == 1


def test_a_hard_outcome_is_aimed_at_once_in_a_life() -> None:
    first, second = thread("goal-1"), thread("goal-2")
    aims = []
    for seed in range(40):
        one = life(first, second, seed=seed)
        for each in (first, second):
            each.has_begun = False
            talk(one, Meeting(290, "usual", held=True), each)
        aims.append([aim["type"] for _, aim in told(one, "aim")])
    assert ["benefit-awarded"] in aims
    assert all(found in ([], ["benefit-awarded"]) for found in aims)


@pytest.mark.parametrize(
    ("kind", "where", "expected"),
    [("usual", "visit", "visit"), ("call", "visit", "call"), ("about-them", "", "about-them")],
)
def test_is_held_where_the_topic_is_unless_it_is_a_call(
    kind: str, where: str, expected: str
) -> None:
    about: dict[str, Any] = {"where": where} if where else {}
    ((_, contact),) = told(meets(life(thread(**about)), 290, kind=kind), "contact")
    assert contact["kind"] == expected
    assert contact["minutes"] in MINUTES.get(kind, LONG)


def test_what_was_begun_today_is_not_delivered_today() -> None:
    seen = 0
    for one in many(*WEEKS):
        for ago, contact in told(one, "contact"):
            delivered = contact.get("work", [])
            seen += bool(delivered)
            assert not set(delivered) & one.begun_on(ago)
    assert seen


def test_work_that_has_ended_is_delivered_no_longer() -> None:
    ended = 0
    for one in many(*WEEKS, barriers=[barrier("debts")]):
        for last, name in told(one, "end_work"):
            ended += 1
            after = [each for ago, each in told(one, "contact") if ago <= last]
            assert not [each for each in after if name in each.get("work", [])]
    assert ended


def test_at_most_one_thing_turns_up_at_a_time() -> None:
    kinds = {"setback", "barrier", "success"}
    found = [kinds & set(contact) for one in many(*WEEKS) for _, contact in told(one, "contact")]
    assert {len(each) for each in found} == {0, 1}
    assert set().union(*found) == kinds


def test_nothing_turns_up_before_people_know_each_other() -> None:
    for one in many(290):
        ((_, contact),) = told(one, "contact")
        assert not {"setback", "barrier", "success", "ratings", "step", "outcome"} & set(contact)


def test_others_tell_nothing_of_how_close_it_feels() -> None:
    for one in many(*WEEKS, kind="about-them"):
        for _, contact in told(one, "contact"):
            assert not {"setback", "barrier", "success", "ratings", "step"} & set(contact)
        assert told(one, "outcome") == []


def test_a_setback_lowers_how_close_it_feels_until_the_way_back() -> None:
    dips = backs = 0
    for seed in range(60):
        one = life(seed=seed)
        goal = one.threads[0]
        for ago in WEEKS:
            had = goal.setback
            meets(one, ago)
            back = [each for day, each in told(one, "back") if day == ago]
            if had and back:
                backs += 1
                assert back == [{"setback": had[0], "helped": "Tea."}]
            dips += bool(goal.setback)
            assert bool(goal.setback) is (goal.dip > 0)
    assert dips > backs > 0


def test_a_setback_is_told_in_the_persons_words_and_without_a_note() -> None:
    found = [each for one in many(*WEEKS) for _, each in told(one, "contact") if "setback" in each]
    assert found
    for contact in found:
        assert contact["note"] == ""
        assert contact["setback"]["words"] == "She lost it."
        assert contact["setback"]["could_help"] == "Una."
        assert contact["setback"]["goal"] == "goal-1"


def test_what_stands_in_the_way_is_worked_on_from_the_same_day() -> None:
    seen = 0
    for one in many(*WEEKS):
        noticed = {
            each["barrier"]["as"]: ago for ago, each in told(one, "contact") if "barrier" in each
        }
        begun = {name: ago for ago, each in told(one, "work") for name in each.get("barriers", [])}
        seen += len(noticed)
        assert noticed == begun
    assert seen


def test_nothing_is_resolved_within_days_of_being_noticed() -> None:
    seen = 0
    for one in many(*range(290, 40, -7)):
        noticed = {
            each["barrier"]["as"]: ago for ago, each in told(one, "contact") if "barrier" in each
        }
        for ago, each in told(one, "resolve"):
            seen += 1
            assert noticed.pop(each["barrier"]) - ago >= SOON_DAYS
    assert seen


def test_each_outcome_is_told_once_and_in_its_order() -> None:
    for one in many(*WEEKS):
        kinds = [each["type"] for _, each in told(one, "outcome")]
        assert kinds in ([], ["settled-housing"], ["settled-housing", "benefit-awarded"])
        assert len(one.outcomes) == len(kinds)


def test_a_step_is_kept_in_mind_until_it_is_taken() -> None:
    found = [one for one in many(*WEEKS) if one.step]
    assert found
    for one in found:
        steps = [each["step"] for _, each in told(one, "contact") if "step" in each]
        assert steps[-1]["as"] == one.step
        assert steps[-1] == steps[-1] | {"words": "Ring Una.", "owner": "client", "goal": "goal-1"}


@given(SEEDS)
def test_a_contact_is_about_the_goal_or_says_something(seed: int) -> None:
    one = life(thread(course=STUCK), seed=seed, course=STUCK)
    one.threads[0].has_begun = one.threads[0].has_ended = True
    meets(one, 200, 190, 180)
    for _, contact in told(one, "contact"):
        assert contact["goals"] == []
        assert contact["note"]
    assert told(one, "resolve") == told(one, "back") == []


@given(SEEDS)
def test_nothing_is_said_twice_in_one_life(seed: int) -> None:
    one = meets(life(seed=seed, who=someone(pronouns="they/them")), *WEEKS)
    notes = [each["note"] for _, each in told(one, "contact") if each["note"]]
    assert len(set(notes)) == len(notes)
    assert not [note for note in notes if "{" in note]
