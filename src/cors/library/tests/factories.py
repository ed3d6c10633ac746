"""Answers, questions and listeners of Harbour Street, where Dev answers."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from cors.access.models import Membership
from cors.access.scope import show
from cors.library.actions import (
    Place,
    agree_to_be_counted,
    ask_question,
    code_of,
    come_to,
    publish_answer,
    read_library_of,
    write_answer,
)
from cors.library.models import Answer, Hearing, Question
from tests.stage.personas import Stage

WORDS = "## At first\n\nSit down with them.\n\n## And then\n\nAsk what matters."


def an_answer(by: Membership, title: str = "How do I begin?", **more: Any) -> Answer:
    """Return a draft."""
    given = {"theme": "people", "words": WORDS, "key_points": "Sit down\nAsk"} | more
    return write_answer(title=title, at=timezone.now(), by=by, **given)


def an_answer_out(
    by: Membership, title: str = "How do I begin?", *, in_days: int = 0, **more: Any
) -> Answer:
    """Return an answer that is out, or comes out in so many days."""
    answer = an_answer(by, title, **more)
    on = by.organisation.today() + timedelta(days=in_days)
    publish_answer(answer=answer, on=on, at=timezone.now(), by=by)
    return Answer.objects.get(pk=answer.pk)


def a_question(by: Membership, words: str = "What if they say no?", **more: Any) -> Question:
    """Return a question to the library of the asker's own organisation, or another."""
    given: dict[str, Any] = {"library": by.organisation_id, "words": words, "by": by} | more
    return ask_question(**given)


def agrees(by: Membership, library: Any = None, *, counts: bool = True) -> None:
    """Let somebody agree that a library notes what they hear, or not."""
    agree_to_be_counted(
        library=library or by.organisation_id, counts=counts, at=timezone.now(), by=by
    )


def hears(
    by: Membership, slug: str = "the-duck", *, at: float = 1, of: float = 9, part: int = 1,
    ended: bool = False, library: Any = None,
) -> Hearing | None:  # fmt: skip
    """Let somebody come to a place in an answer."""
    return come_to(
        library=library or by.organisation_id, slug=slug, place=Place(at, of, part, ended),
        at=timezone.now(), by=by,
    )  # fmt: skip


def serves(stage: Stage, elsewhere: Stage) -> None:
    """Let the other organisation read the library of this one."""
    read_library_of(code=code_of(stage.dev), by=elsewhere.dev)


def here(stage: Stage, user: Membership | None = None) -> None:
    """Look from within an organisation, as a person of it."""
    show(stage.organisation.pk, user=(user or stage.dev).user_id)
