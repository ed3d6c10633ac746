"""A scene remembers what was named; a task offers one right answer among plausible ones."""

from datetime import date, timedelta
from random import Random
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.practice import task_done, task_sight
from cors.practice.build import PEOPLE, SERVICES
from cors.practice.scene import Scene
from cors.practice.script import events, scripts
from cors.practice.task_done import OTHERS, _numbers, _other_barriers, _other_helps, choices
from tests.stage.personas import TODAY


def scene(**changes: Any) -> Any:
    about: dict[str, Any] = {"house": {}, "services": {}, "today": TODAY, "client": None}
    case: Any = SimpleNamespace(pk=uuid4())
    return Scene(case=case, **(about | changes))


def test_what_was_named_is_found_by_its_name_and_in_the_order_asked_for() -> None:
    here = scene()
    here.keep({"as": "door"}, "a goal")
    here.keep({"as": "visits"}, "some work")
    here.keep({"words": "no name"}, "nothing")
    assert here.all(["visits", "door"]) == ["some work", "a goal"]
    assert here.one("door") == "a goal"
    assert here.one(None) is None
    assert set(here.named) == {"door", "visits"}


def test_a_name_that_was_never_given_is_a_mistake_of_the_script() -> None:
    here = scene()
    with pytest.raises(KeyError, match="window"):
        here.one("window")
    with pytest.raises(KeyError, match="window"):
        here.all(["window"])


def test_forms_of_a_case_have_keys_of_their_own_and_the_same_ones_again() -> None:
    one, other = scene(), scene()
    keys = [one.form_key() for _ in range(5)]
    assert len(set(keys)) == 5
    assert other.form_key() not in keys
    one.forms = 0
    assert [one.form_key() for _ in range(5)] == keys


@given(st.integers(0, 60), st.dates(date(2026, 1, 1), TODAY))
def test_a_day_ahead_counts_from_the_entry_or_from_today(days: int, on: date) -> None:
    here = scene()
    assert here.due({"within": days}, on) == on + timedelta(days=days)
    ahead = here.due({"due_in": days}, on)
    assert ahead >= TODAY
    assert ahead == TODAY or ahead.weekday() < 5
    assert here.due({}, on) is None


@pytest.mark.parametrize("script", scripts(), ids=lambda script: script["person"]["name"])
def test_every_person_is_told_of_by_who_works_there(script: dict[str, Any]) -> None:
    house = {person.key: person for person in PEOPLE}
    assert script["service"] in {key for key, *_ in SERVICES}
    team = next(team for key, _, team, _ in SERVICES if key == script["service"])
    assert team in house[script["keyworker"]].teams
    assert {event.by for event in events(script)} <= set(house)


@given(st.integers(0, 200), st.integers())
def test_one_number_is_right_and_the_others_are_near(right: int, seed: int) -> None:
    found = [int(value) for value, _ in _numbers(right, Random(seed))]
    assert len(set(found)) == OTHERS + 1
    assert found == sorted(found)
    assert right in found
    assert all(value >= 0 and abs(value - right) <= 5 for value in found)


def test_what_could_have_helped_names_nobody() -> None:
    found = _other_helps()
    assert len(set(found)) == len(found) > OTHERS + 5
    assert not [words for words in found if "{" in words]
    assert len(_other_barriers()) > OTHERS + 5


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A task about what stands in the way, where two things do."""
    right = set(_other_barriers()[:2])
    monkeypatch.setattr(task_done, "right_answers", lambda start, case, member: right)
    monkeypatch.setattr(task_sight, "label_of", lambda kind, key, member: f"The {key}")
    return SimpleNamespace(pk=uuid4(), task="barrier", answer="", right=right)


def offered(start: Any) -> list[tuple[str, str]]:
    nobody: Any = None
    return choices(start, nobody, nobody)


def test_exactly_one_of_four_is_right_and_each_bears_its_name(start: Any) -> None:
    found = offered(start)
    keys = {key for key, _ in found}
    assert len(keys) == OTHERS + 1
    assert keys & start.right == {min(start.right)}
    assert all(label == f"The {key}" for key, label in found)


def test_the_same_are_offered_each_time_and_others_to_others(start: Any) -> None:
    first = offered(start)
    assert offered(start) == first
    orders = set()
    for _ in range(12):
        start.pk = uuid4()
        orders.add(tuple(offered(start)))
    assert len(orders) > 6


def test_the_right_one_stands_in_any_place(start: Any) -> None:
    places = set()
    for _ in range(60):
        start.pk = uuid4()
        places.add([key for key, _ in offered(start)].index(min(start.right)))
    assert places == set(range(OTHERS + 1))


def test_nothing_is_offered_once_there_is_no_right_answer(
    start: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert offered(start)
    monkeypatch.setattr(task_done, "right_answers", lambda start, case, member: set())
    assert offered(start) == []
