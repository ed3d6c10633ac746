"""One library serves many organisations; drafts and what was heard stay where they belong."""

import time
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection  # noqa: F401 - read by the mark below

from cors.core.errors import NotAllowed, Refused
from cors.library.actions import code_of, describe_library, read_library_of, stop_reading_library
from cors.library.models import Answer, Hearing, Library, Listener, Question, Serving
from cors.library.offered import offers_for
from cors.library.tests.factories import (
    a_question,
    agrees,
    an_answer,
    an_answer_out,
    hears,
    here,
    serves,
)
from tests.stage.personas import Stage, browser_of

IN_TOUCH: dict[str, Any] = {
    "about": "",
    "telephone": "",
    "email": "",
    "web": "",
    "social": "",
    "is_public": False,
}


def test_published_answers_are_read_where_the_library_serves(
    stage: Stage, elsewhere: Stage
) -> None:
    an_answer(stage.dev, "A draft?")
    an_answer_out(stage.dev, "How?")
    an_answer_out(stage.dev, "Next?", in_days=7)
    here(elsewhere)
    assert "how" not in offers_for(elsewhere.amina).answers
    serves(stage, elsewhere)
    offers = offers_for(elsewhere.amina)
    assert offers.answers["how"].library_name == "Harbour Street"
    assert "a-draft" not in offers.answers
    assert [each.title for each in offers.announced] == ["Next?"]
    stop_reading_library(serving=Serving.of(elsewhere.dev).get(), by=elsewhere.dev)
    assert "how" not in offers_for(elsewhere.amina).answers


def test_one_s_own_answer_stands_before_that_of_a_library_that_serves(
    stage: Stage, elsewhere: Stage
) -> None:
    an_answer_out(stage.dev, "Theirs?", in_place_of="the-duck")
    here(elsewhere)
    serves(stage, elsewhere)
    assert offers_for(elsewhere.amina).answers["the-duck"].script.title == "Theirs?"
    an_answer_out(elsewhere.dev, "Ours?", in_place_of="the-duck")
    assert offers_for(elsewhere.amina).answers["the-duck"].script.title == "Ours?"


def test_what_is_heard_and_asked_belongs_to_the_library(stage: Stage, elsewhere: Stage) -> None:
    an_answer_out(stage.dev, "How?")
    library = stage.organisation.pk
    here(elsewhere)
    serves(stage, elsewhere)
    agrees(elsewhere.amina, library)
    hears(elsewhere.amina, "how", library=library)
    a_question(elsewhere.amina, "And then?", library=library)
    here(elsewhere)  # another person of the listener's organisation sees none of it
    assert not Question.in_library(elsewhere.dev).exists()
    assert not Hearing.in_library(elsewhere.dev).exists()
    here(stage)
    assert [each.works_for_name for each in Hearing.in_library(stage.dev)] == ["Hill House"]
    assert [each.name for each in Listener.who_agreed(stage.dev)] == ["Amina"]
    asked = Question.in_library(stage.dev).get()
    assert (asked.words, asked.works_for_name, asked.name) == ("And then?", "Hill House", "")
    assert [each.served_name for each in Serving.by(stage.dev)] == ["Hill House"]


def test_a_listener_of_an_organisation_that_is_not_served_finds_nothing(
    stage: Stage, elsewhere: Stage
) -> None:
    an_answer_out(stage.dev, "How?")
    here(elsewhere)
    browser = browser_of(elsewhere.amina)
    assert browser.get("/answers/how/").status_code == 404
    assert browser.post("/answers/how/place/", {"at": 1, "of": 2, "part": 1}).status_code == 404
    assert browser.post("/answers/how/read/").status_code == 404
    given = {"library": str(stage.organisation.pk), "counts": "yes"}
    assert browser.post("/answers/listening/", given).status_code == 404
    assert not Answer.published_for(elsewhere.amina).exists()


@pytest.mark.parametrize("code", ["", "abc", "a:b:c", "\x00"])
def test_a_code_that_is_none_is_refused(stage: Stage, code: str) -> None:
    with pytest.raises(Refused, match="Ask for a new one") as refused:
        read_library_of(code=code, by=stage.dev)
    assert refused.value.field == "code"


def test_a_code_that_is_too_old_one_s_own_or_used_twice_is_refused(
    stage: Stage, elsewhere: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Refused, match="your own library"):
        read_library_of(code=code_of(stage.dev), by=stage.dev)
    old = time.time() - timedelta(days=31).total_seconds()
    with monkeypatch.context() as then:
        then.setattr(time, "time", lambda: old)
        code = code_of(stage.dev)
    here(elsewhere)
    with pytest.raises(Refused, match="30 days"):
        read_library_of(code=code, by=elsewhere.dev)
    serves(stage, elsewhere)
    with pytest.raises(Refused, match="already"):
        serves(stage, elsewhere)


def test_how_to_get_in_touch_is_shown_with_each_answer(stage: Stage, elsewhere: Stage) -> None:
    an_answer_out(stage.dev, "How?")
    describe_library(
        **IN_TOUCH | {"telephone": "020 7946 0000", "email": "ask@harbour.example"}, by=stage.dev
    )
    describe_library(**IN_TOUCH | {"web": "https://harbour.example/"}, by=stage.dev)
    assert Library.objects.count() == 1
    here(elsewhere)
    serves(stage, elsewhere)
    page = browser_of(elsewhere.amina).get("/answers/how/").content.decode()
    assert "https://harbour.example/" in page
    assert "020 7946" not in page


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("web", "javascript:alert(1)"),
        ("social", "http://example.org"),
        ("email", "nobody"),
        ("about", "a" * 401),
        ("telephone", "1" * 41),
    ],
)
def test_what_leads_nowhere_is_refused(stage: Stage, field: str, value: str) -> None:
    with pytest.raises(Refused) as refused:
        describe_library(**IN_TOUCH | {field: value}, by=stage.dev)
    assert refused.value.field == field


def test_only_managers_connect_libraries(stage: Stage, elsewhere: Stage) -> None:
    here(elsewhere)
    with pytest.raises(NotAllowed):
        read_library_of(code=code_of(stage.dev), by=elsewhere.carys)
    with pytest.raises(NotAllowed):
        describe_library(**IN_TOUCH, by=elsewhere.carys)
    serves(stage, elsewhere)
    with pytest.raises(NotAllowed):
        stop_reading_library(serving=Serving.of(elsewhere.dev).get(), by=elsewhere.carys)


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no row-level security")
def test_the_database_itself_shows_what_is_published_and_lets_nobody_change_it(
    stage: Stage, elsewhere: Stage
) -> None:
    an_answer(stage.dev, "A draft?")
    an_answer_out(stage.dev, "How?")
    here(elsewhere)
    assert not Answer.objects.exists()
    serves(stage, elsewhere)
    assert [each.title for each in Answer.objects.all()] == ["How?"]
    assert Answer.objects.all().delete()[0] == 0
    assert Answer.objects.update(title="Mine") == 0
    agrees(elsewhere.amina, stage.organisation.pk)
    here(elsewhere, elsewhere.ben)
    assert not Listener.objects.exists()
