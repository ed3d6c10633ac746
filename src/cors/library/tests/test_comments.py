"""Comments are read by those who answer before anybody else reads them."""

import pytest
from django.utils import timezone

from cors.casefile.tests.factories import page, words
from cors.core.errors import NotAllowed, Refused
from cors.library.actions import comment_on, let_comment_through, put_comment_away
from cors.library.models import Comment
from tests.stage.personas import Stage, browser_of

DUCK = "/answers/the-duck/"


def a_comment(stage: Stage, said: str = "This helped me.") -> Comment:
    return comment_on(library=stage.organisation.pk, slug="the-duck", words=said, by=stage.amina)


def reads(stage: Stage, who: str) -> bool:
    return "This helped me." in words(page(stage.member(who), DUCK))


def test_a_comment_is_read_by_others_once_it_was_let_through(stage: Stage) -> None:
    browser_of(stage.amina).post(f"{DUCK}comment/", {"words": "This helped me."})
    assert (reads(stage, "amina"), reads(stage, "ben")) == (True, False)
    assert "Only you see it" in words(page(stage.amina, DUCK))
    told = words(page(stage.dev, "/answering/"))
    assert "This helped me. Amina, to What is it with the duck?" in told
    found = Comment.objects.get()
    browser_of(stage.dev).post(f"/comments/{found.pk}/let-through/")
    assert reads(stage, "ben")
    assert "Comments to read" not in words(page(stage.dev, "/answering/"))
    browser_of(stage.dev).post(f"/comments/{found.pk}/put-away/")
    assert (reads(stage, "amina"), reads(stage, "ben")) == (False, False)


@pytest.mark.parametrize("said", [" ", "a" * 1_001])
def test_what_is_no_comment_is_refused(stage: Stage, said: str) -> None:
    with pytest.raises(Refused) as refused:
        a_comment(stage, said)
    assert refused.value.field == "words"


@pytest.mark.parametrize("who", ["amina", "carys"])
def test_only_those_who_answer_let_through(stage: Stage, who: str) -> None:
    comment, by = a_comment(stage), stage.member(who)
    with pytest.raises(NotAllowed):
        let_comment_through(comment=comment, at=timezone.now(), by=by)
    with pytest.raises(NotAllowed):
        put_comment_away(comment=comment, at=timezone.now(), by=by)


def test_an_answer_that_is_none_takes_no_comment(stage: Stage) -> None:
    assert browser_of(stage.amina).get("/answers/nothing/comment/").status_code == 404


def test_an_event_that_fails_leaves_no_comment(stage: Stage, audit_fails: type[Exception]) -> None:
    with pytest.raises(audit_fails):
        a_comment(stage)
    assert not Comment.objects.exists()
