"""Questions of one's own: asked, joined, answered many at once, told, put away."""

from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from cors.core.errors import NotAllowed, Refused
from cors.library.actions import (
    answer_questions,
    join_questions,
    part_question,
    set_question_aside,
)
from cors.library.asked import asked, waiting
from cors.library.models import Hearing, Question
from cors.library.tests.factories import a_question, hears
from tests.stage.personas import Stage


def rows(stage: Stage) -> list[tuple[str, int]]:
    found = waiting(asked(Question.in_library(stage.dev)))
    return [(each.first.words, each.times) for each in found]


def answers(stage: Stage, *questions: Question, slug: str = "the-duck") -> None:
    answer_questions(questions=list(questions), slug=slug, at=timezone.now(), by=stage.dev)


def test_what_is_asked_most_stands_first(stage: Stage) -> None:
    first = a_question(stage.amina, "Early?")
    second = a_question(stage.ben, "What if\n they say no?", may_be_named=True)
    again = a_question(stage.gwen, "And if they refuse?")
    assert rows(stage) == [("Early?", 1), ("What if they say no?", 1), ("And if they refuse?", 1)]
    join_questions(question=again, same_as=second, by=stage.dev)
    assert rows(stage) == [("What if they say no?", 2), ("Early?", 1)]
    shown = asked(Question.in_library(stage.dev))[0]
    assert shown.roles == [("Keyworker", 1), ("Volunteer", 1)]
    assert shown.organisations == [("Harbour Street", 2)]
    assert shown.names == ["Ben"]
    part_question(question=again, by=stage.dev)
    set_question_aside(question=first, at=timezone.now(), by=stage.dev)
    assert rows(stage) == [("What if they say no?", 1), ("And if they refuse?", 1)]


def test_joining_joined_ones_makes_one_of_them_all(stage: Stage) -> None:
    one, two, three, four = (a_question(stage.amina, f"{n}?") for n in range(4))
    join_questions(question=two, same_as=one, by=stage.dev)
    join_questions(question=four, same_as=three, by=stage.dev)
    two.refresh_from_db()
    join_questions(question=three, same_as=two, by=stage.dev)
    assert rows(stage) == [("0?", 4)]
    for other in (one, two):
        with pytest.raises(Refused) as refused:
            join_questions(question=one, same_as=other, by=stage.dev)
        assert refused.value.field == "same_as"


def test_one_answer_answers_many_and_all_who_asked_are_told(
    stage: Stage, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.EMAIL_HOST = "post.example"
    one, other = a_question(stage.amina, "One?"), a_question(stage.ben, "Other?")
    same, waits = a_question(stage.gwen, "Same?"), a_question(stage.olu, "Waits?")
    join_questions(question=same, same_as=one, by=stage.dev)
    with django_capture_on_commit_callbacks(execute=True):
        answers(stage, one, other)
    assert sorted(each.to[0] for each in mail.outbox) == [
        f"{name}@harbour.example" for name in ("amina", "ben", "gwen")
    ]
    assert not any("?" in each.body for each in mail.outbox)
    assert rows(stage) == [("Waits?", 1)]
    waits.refresh_from_db()
    assert waits.answered_at is None


def test_who_asked_is_told_until_they_heard_it_to_the_end(stage: Stage) -> None:
    question = a_question(stage.amina)
    answers(stage, question)
    hears(stage.ben, ended=True)
    hears(stage.amina)
    assert not Question.objects.filter(told_at__isnull=False).exists()
    hears(stage.amina, ended=True)  # noted though she did not agree to be counted: it is her own
    assert Question.objects.filter(pk=question.pk, told_at__isnull=False).exists()
    assert not Hearing.objects.exists()


def test_who_was_told_is_not_told_again(
    stage: Stage, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.EMAIL_HOST = "post.example"
    first = a_question(stage.amina)
    answers(stage, first)
    again = a_question(stage.ben, "And if they refuse?")
    join_questions(question=again, same_as=first, by=stage.dev)
    with django_capture_on_commit_callbacks(execute=True):
        answers(stage, first, slug="small-steps-count")
    assert [each.to for each in mail.outbox] == [["ben@harbour.example"]]
    first.refresh_from_db()
    assert first.answered_with == "the-duck"


def test_the_name_of_who_asked_is_kept_only_if_they_said_so(stage: Stage) -> None:
    assert a_question(stage.amina).name == ""
    assert a_question(stage.amina, may_be_named=True).name == "Amina"


@pytest.mark.parametrize(
    ("given", "field"),
    [({"words": " "}, "words"), ({"words": "a" * 601}, "words"), ({"theme": "cats"}, "theme")],
)
def test_what_is_no_question_is_refused(stage: Stage, given: dict[str, str], field: str) -> None:
    with pytest.raises(Refused) as refused:
        a_question(stage.amina, **given)
    assert refused.value.field == field
    assert not Question.objects.exists()


def test_an_answer_to_nothing_or_with_nothing_is_refused(stage: Stage) -> None:
    question = a_question(stage.amina)
    with pytest.raises(Refused) as none:
        answers(stage)
    with pytest.raises(Refused) as nothing:
        answers(stage, question, slug="")
    assert (none.value.field, nothing.value.field) == ("questions", "slug")


@pytest.mark.parametrize("who", ["amina", "carys", "esi"])
def test_only_those_who_answer_sort_questions(stage: Stage, who: str) -> None:
    one, two, by = a_question(stage.amina), a_question(stage.ben), stage.member(who)
    now = timezone.now()
    with pytest.raises(NotAllowed):
        join_questions(question=one, same_as=two, by=by)
    with pytest.raises(NotAllowed):
        part_question(question=one, by=by)
    with pytest.raises(NotAllowed):
        set_question_aside(question=one, at=now, by=by)
    with pytest.raises(NotAllowed):
        answer_questions(questions=[one], slug="the-duck", at=now, by=by)


def test_an_event_that_fails_leaves_no_question(stage: Stage, audit_fails: type[Exception]) -> None:
    with pytest.raises(audit_fails):
        a_question(stage.amina)
    assert not Question.objects.exists()
