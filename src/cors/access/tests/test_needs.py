"""Each view bears one mark that says whom it lets in."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from cors.access.needs import any_member, any_user, needs, no_sign_in
from cors.access.permissions import Permission


def _fresh() -> Any:
    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("words")

    return page


def test_marks_which_permissions_let_somebody_in() -> None:
    view = needs(Permission.PLAN, Permission.RECORD)(_fresh())
    assert view.needs == (Permission.PLAN, Permission.RECORD)


def test_marks_a_page_for_every_member() -> None:
    assert any_member(_fresh()).needs == ()


def test_marks_a_page_for_whoever_signed_in() -> None:
    view = any_user(_fresh())
    assert view.for_any_user is True
    assert not hasattr(view, "needs")


def test_says_why_a_page_is_open_and_lets_people_in() -> None:
    view = no_sign_in("the secret in the link stands for them")(_fresh())
    assert view.open_because == "the secret in the link stands for them"
    assert view.login_required is False


def test_a_marked_view_answers_as_before() -> None:
    request = HttpRequest()
    for mark in (needs(Permission.PLAN), any_member, any_user, no_sign_in("open")):
        assert mark(_fresh())(request).content == b"words"
