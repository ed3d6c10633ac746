"""Verbs of those who answer: write, change, publish, take back."""

from datetime import date, datetime
from itertools import count
from typing import Any

from django.utils.text import slugify

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.core.errors import Refused
from cors.core.forms import refuse_unseen
from cors.library.models import Answer
from cors.library.models.answer import MOST_POINTS, MOST_SLUG, MOST_TITLE, MOST_WORDS
from cors.library.script import HEADING, THEMES, ScriptError, chapters_of
from cors.library.shelf import shelf

ONE_CHAPTER = "The answer"
# These stand where the name of an answer stands in an address.
NOT_A_SLUG = {"ask", "listening", "podcast"}


@verb(Permission.ANSWER)
def write_answer(
    *,
    title: str,
    theme: str,
    words: str,
    at: datetime,
    by: Membership,
    key_points: str = "",
    in_place_of: str = "",
) -> Answer:
    """Write an answer; it stays a draft until it is published.

    in_place_of: the slug of an answer that ships; this one then stands where that stood.
    """
    fields = _checked(title, theme, key_points, words)
    if in_place_of and in_place_of not in shelf().answers:
        raise Refused("Choose one of the answers that ship.", field="in_place_of")
    if in_place_of and Answer.with_slug(in_place_of, by):
        raise Refused("You have an answer in its place already.", field="in_place_of")
    answer = Answer(
        organisation=by.organisation,
        created_by_id=by.user_id,
        slug=in_place_of or _free_slug(title, by),
        changed_at=at,
        changed_by_id=by.user_id,
        **fields,
    )
    answer.save(force_insert=True)
    record(by=by, verb="write_answer", about=answer, changes={"title": answer.title})
    return answer


@verb(Permission.ANSWER)
def change_answer(
    *,
    answer: Answer,
    title: str,
    theme: str,
    words: str,
    at: datetime,
    by: Membership,
    key_points: str = "",
    seen: str = "",
) -> Answer:
    """Say it otherwise; what is published shows the new words at once."""
    fields = _checked(title, theme, key_points, words)
    answer.hold("title", "theme", "key_points", "words")
    refuse_unseen(seen, answer.stands())
    for name, value in fields.items():
        setattr(answer, name, value)
    answer.changed_at, answer.changed_by_id = at, by.user_id
    answer.save(update_fields=[*fields, "changed_at", "changed_by"])
    record(by=by, verb="change_answer", about=answer, changes={"title": answer.title})
    return answer


@verb(Permission.ANSWER)
def publish_answer(*, answer: Answer, on: date, at: datetime, by: Membership) -> None:
    """Let it come out on a day; until then it is announced by its title."""
    if not by.organisation.today() <= on:
        raise Refused("This day is over. Choose today or a day to come.", field="on")
    answer.hold("published_at", "out_date")
    answer.out_date, answer.published_at = on, at
    answer.save(update_fields=["out_date", "published_at"])
    record(by=by, verb="publish_answer", about=answer, changes={"on": on})


@verb(Permission.ANSWER)
def take_answer_back(*, answer: Answer, by: Membership) -> None:
    """Make it a draft again: nobody but those who answer sees it."""
    answer.hold("published_at", "out_date")
    if answer.published_at is None:
        raise Refused("It is a draft already.")
    answer.out_date = answer.published_at = None
    answer.save(update_fields=["out_date", "published_at"])
    record(by=by, verb="take_answer_back", about=answer)


def _checked(title: str, theme: str, key_points: str, words: str) -> dict[str, Any]:
    title, words = " ".join(title.split()), words.replace("\r\n", "\n").strip()
    for name, said, most in (("title", title, MOST_TITLE), ("words", words, MOST_WORDS)):
        if not said:
            raise Refused("Write something here.", field=name)
        if len(said) > most:
            raise Refused(f"Shorten it to {most:,} characters.", field=name)
    if len(key_points) > MOST_POINTS:
        raise Refused(f"Shorten it to {MOST_POINTS:,} characters.", field="key_points")
    if theme not in THEMES:
        raise Refused("Choose one of the themes.", field="theme")
    if not words.startswith(HEADING):
        words = f"{HEADING}{ONE_CHAPTER}\n\n{words}"
    try:
        chapters_of(title, words)
    except ScriptError:
        raise Refused(
            "A chapter needs a heading after ##, and below it what you say.", field="words"
        ) from None
    points = "\n".join(line.strip() for line in key_points.splitlines() if line.strip())
    return {"title": title, "theme": theme, "key_points": points, "words": words}


def _free_slug(title: str, by: Membership) -> str:
    stem = slugify(title)[: MOST_SLUG - 4].strip("-") or "answer"
    slugs = (stem if place == 1 else f"{stem}-{place}" for place in count(1))
    taken = NOT_A_SLUG | set(shelf().answers)
    return next(slug for slug in slugs if slug not in taken and not Answer.with_slug(slug, by))
