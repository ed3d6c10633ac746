"""Verbs: ask a question of one's own; find two the same; answer many with one; set one aside."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.core.errors import Refused
from cors.library.models import Question
from cors.library.models.question import MOST_WORDS
from cors.library.script import THEMES
from cors.library.telling import tell_that_answered


@verb()
def ask_question(
    *, library: UUID, words: str, by: Membership, theme: str = "", may_be_named: bool = False
) -> Question:
    """Give a question to those who answer in a library."""
    words = " ".join(words.split())
    if not words:
        raise Refused("Write your question.", field="words")
    if len(words) > MOST_WORDS:
        raise Refused(f"Shorten it to {MOST_WORDS} characters.", field="words")
    if theme and theme not in THEMES:
        raise Refused("Choose one of the themes.", field="theme")
    question = Question(
        organisation_id=library,
        created_by_id=by.user_id,
        user_id=by.user_id,
        name=by.user.name if may_be_named else "",
        works_for_id=by.organisation_id,
        works_for_name=by.organisation.name,
        role=by.role,
        words=words,
        theme=theme,
    )
    question.save(force_insert=True)
    record(by=by, verb="ask_question", about=question)
    return question


@verb(Permission.ANSWER)
def join_questions(*, question: Question, same_as: Question, by: Membership) -> None:
    """Say that two questions ask the same: they are counted and answered as one."""
    first = (
        same_as
        if same_as.same_as_id is None
        else Question.in_library(by).get(pk=same_as.same_as_id)
    )
    if question.pk == first.pk:
        raise Refused("Choose another question than this one.", field="same_as")
    for each in question.all_the_same():
        each.same_as = first
        each.save(update_fields=["same_as"])
    changes = {"same_as": str(first.pk)}
    record(by=by, verb="join_questions", about=question, changes=changes)


@verb(Permission.ANSWER)
def part_question(*, question: Question, by: Membership) -> None:
    """Say that a question asks something of its own after all."""
    question.same_as = None
    question.save(update_fields=["same_as"])
    record(by=by, verb="part_question", about=question)


@verb(Permission.ANSWER)
def answer_questions(
    *, questions: list[Question], slug: str, at: datetime, by: Membership
) -> list[Question]:
    """Answer one or many questions, and all that ask the same, with one answer; tell who asked."""
    if not questions:
        raise Refused("Choose at least one question.", field="questions")
    if not slug:
        raise Refused("Choose the answer.", field="slug")
    same = {each.pk: each for question in questions for each in question.all_the_same()}
    answered = [each for each in same.values() if each.answered_at is None]
    for each in answered:
        each.answered_with, each.answered_at = slug, at
        each.save(update_fields=["answered_with", "answered_at"])
        record(by=by, verb="answer_question", about=each, changes={"answer": slug})
    transaction.on_commit(partial(tell_that_answered, _addresses(answered)))
    return answered


@verb(Permission.ANSWER)
def set_question_aside(*, question: Question, at: datetime, by: Membership) -> None:
    """Put away what is no question, or not for this library."""
    question.set_aside_at = at
    question.save(update_fields=["set_aside_at"])
    record(by=by, verb="set_question_aside", about=question)


def _addresses(answered: Iterable[Question]) -> list[str]:
    return sorted({each.user.email for each in answered if each.user.is_active})
