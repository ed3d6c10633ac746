"""People move in one by one, each whole or not at all, and nobody twice."""

from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client as Browser
from pytest_django import Settings

from cors.audit.models import Event
from cors.cases.models import Case
from cors.clients.models import Client
from cors.practice import moving_in
from cors.practice.build import PEOPLE, build_house
from cors.practice.lives import lives
from cors.practice.models import MovedIn
from cors.practice.moving_in import in_words, move_next_in
from cors.practice.play import play
from cors.practice.tests.conftest import LookInside


@pytest.fixture
def three(practice: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """An organisation with nobody in it yet, and three to come."""
    build_house()
    scripts = sorted(lives(), key=lambda script: len(script["day"]))[20:23]
    monkeypatch.setattr(moving_in, "to_come", lambda: scripts)
    monkeypatch.setattr(moving_in, "how_many_come", lambda: 3)


@pytest.mark.usefixtures("three")
def test_says_when_everybody_is_here(look_inside: LookInside) -> None:
    assert [move_next_in() for _ in range(4)] == [True, True, True, False]
    manager = look_inside()
    assert Client.objects.count() == Case.objects.count() == MovedIn.how_many(manager) == 3
    assert in_words(manager) == ""


@pytest.mark.usefixtures("three")
def test_tells_how_many_have_moved_in(look_inside: LookInside) -> None:
    assert in_words(look_inside()) == "12 of 15 people have moved in so far"
    move_next_in()
    assert in_words(look_inside()) == "13 of 15 people have moved in so far"


@pytest.mark.usefixtures("three")
def test_leaves_nothing_of_somebody_when_it_breaks_off(
    look_inside: LookInside, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_killed(script: dict[str, Any], *house: Any) -> None:
        play(script, *house)
        raise SystemExit(0)

    look_inside()
    before = Event.objects.count()
    monkeypatch.setattr(moving_in, "play", is_killed)
    with pytest.raises(SystemExit):
        move_next_in()
    look_inside()
    assert (Client.objects.count(), MovedIn.objects.count()) == (0, 0)
    assert Event.objects.count() == before
    monkeypatch.setattr(moving_in, "play", play)
    assert move_next_in()
    look_inside()
    assert Client.objects.count() == 1


@pytest.mark.usefixtures("three")
def test_goes_on_where_it_was_and_fills_a_gap(look_inside: LookInside) -> None:
    move_next_in()
    move_next_in()
    manager = look_inside()
    MovedIn.objects.filter(number=1).delete()
    assert MovedIn.next_of(3, manager) == 1
    MovedIn.note(1, manager)
    assert MovedIn.next_of(3, manager) == 3
    with pytest.raises(IntegrityError):
        MovedIn.note(1, manager)


@pytest.mark.usefixtures("three")
def test_another_worker_that_was_quicker_is_no_fault(
    look_inside: LookInside, monkeypatch: pytest.MonkeyPatch
) -> None:
    manager = look_inside()
    MovedIn.note(1, manager)
    moving_in._move_in(1, manager)
    assert Client.objects.count() == 0


@pytest.mark.usefixtures("practice")
def test_nobody_comes_before_there_is_a_house() -> None:
    assert not move_next_in()


@pytest.mark.usefixtures("three")
def test_nobody_comes_where_records_are_real(settings: Settings) -> None:
    settings.CORS_PRACTICE = False
    assert not move_next_in()


@pytest.mark.django_db
def test_a_few_are_enough_if_asked_for(settings: Settings) -> None:
    assert moving_in.how_many_come() == 108
    settings.CORS_FEW = True
    assert moving_in.how_many_come() == 0


@pytest.mark.usefixtures("three")
def test_the_line_stands_on_today_until_all_are_here() -> None:
    browser = Browser()
    browser.post("/practice/", {"person": PEOPLE[0].email})
    said = "Practice: 12 of 15 people have moved in so far."
    assert said in browser.get("/").content.decode()
    assert "moved in so far" not in browser.get("/people/").content.decode()
    while move_next_in():
        pass
    assert "moved in so far" not in browser.get("/").content.decode()
