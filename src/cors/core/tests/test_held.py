"""What could not be saved is given back whole, to whom it belongs, and only if it was ours."""

import time
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from cors.core.forms.key import CSRF, KEY, OPEN_AT_MOST, OWNER, owner_input, owner_of, sign_owner
from cors.core.held import Held, came_from_our_page, held_page

URL = "/people/1/alerts/?from=today"
SOMEBODY = UUID(int=7)
TYPED = {"words": "A dog that <bites>", "marks": ["a", "b"], KEY: "k-1", CSRF: "t", OWNER: "x"}


def request(data: dict[str, Any] | None = None, **more: Any) -> HttpRequest:
    return RequestFactory().post(URL, TYPED if data is None else data, **more)


def page(held: Held, *, status: int = 409) -> str:
    answer = held_page(
        request(), held, title="Not saved", said=["Why."], status=status, save="Save it now"
    )
    assert answer.status_code == status
    return answer.content.decode()


def test_everything_is_held_but_what_only_that_one_sending_needed() -> None:
    held = Held.of(request())
    assert held.path == URL
    assert held.fields == [
        ("words", "A dog that <bites>"), ("marks", "a"), ("marks", "b"), (KEY, "k-1"),
    ]  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from("abc"), st.text("ab é\n<", max_size=9)), max_size=6))
def test_nothing_that_was_typed_is_lost(pairs: list[tuple[str, str]]) -> None:
    lists: dict[str, list[str]] = {}
    for name, value in pairs:
        lists.setdefault(name, []).append(value)
    sent = request(lists)
    assert sorted(Held.of(sent).fields) == sorted(pairs)


def test_one_beside_the_first_has_a_key_of_its_own_and_the_same_words() -> None:
    held = Held.of(request())
    anew = held.anew()
    assert dict(anew.fields)[KEY] != dict(held.fields)[KEY]
    assert UUID(dict(anew.fields)[KEY])
    assert [pair for pair in anew.fields if pair[0] != KEY] == [
        pair for pair in held.fields if pair[0] != KEY
    ]
    assert Held("/", [("words", "x")]).anew() == Held("/", [("words", "x")])


def test_words_are_told_from_keys_and_choices() -> None:
    held = Held("/", [("a", "2026-11-23"), ("b", "met-here"), ("c", "Two words"), ("d", "")])
    assert held.words() == ["Two words"]


def test_the_page_sends_the_same_again_with_a_token_of_its_own() -> None:
    said = page(Held.of(request()))
    assert f'action="{URL}"' in said
    assert '<input type="hidden" name="marks" value="b"' in said
    assert said.count("csrfmiddlewaretoken") == 1
    assert "Save it now" in said
    assert "A dog that &lt;bites&gt;" in said
    assert "<bites>" not in said


def test_the_page_has_no_heading_over_nothing() -> None:
    assert "What you typed" not in page(Held("/", [("a", "one")]), status=403)
    assert "What you typed" in page(Held("/", [("a", "one two")]))


def test_a_mark_says_whose_form_it_is() -> None:
    held = Held("/", []).by(SOMEBODY)
    assert owner_of(dict(held.fields)) == str(SOMEBODY)
    assert Held("/", []).owned("") == Held("/", [])


@pytest.mark.parametrize(
    "forge", [lambda mark: "", lambda mark: mark[:-1], lambda mark: "x" + mark]
)
def test_a_mark_that_was_touched_says_nothing(forge: Any) -> None:
    mark = sign_owner(SOMEBODY)
    assert owner_of({OWNER: mark}) == str(SOMEBODY)
    assert owner_of({OWNER: forge(mark)}) is None
    assert owner_of({}) is None


def test_a_mark_holds_for_a_week(monkeypatch: pytest.MonkeyPatch) -> None:
    mark = sign_owner(SOMEBODY)
    now = time.time()
    week = OPEN_AT_MOST.total_seconds()
    monkeypatch.setattr("django.core.signing.time.time", lambda: now + week - 5)
    assert owner_of({OWNER: mark}) == str(SOMEBODY)
    monkeypatch.setattr("django.core.signing.time.time", lambda: now + week + 5)
    assert owner_of({OWNER: mark}) is None


def test_a_mark_of_another_purpose_is_none() -> None:
    other = signing.TimestampSigner(salt="something else").sign(str(SOMEBODY))
    assert owner_of({OWNER: other}) is None


def test_before_sign_in_a_form_is_nobodys() -> None:
    assert owner_input(None) == ""
    assert f'name="{OWNER}"' in owner_input(uuid4())


def test_only_a_form_of_ours_came_from_our_page() -> None:
    shown = RequestFactory().get("/")
    token = get_token(shown)
    secret = shown.META["CSRF_COOKIE"]

    def sends(token: str) -> bool:
        coming = request({CSRF: token})
        coming.COOKIES[settings.CSRF_COOKIE_NAME] = secret
        return came_from_our_page(coming)

    assert sends(token)
    assert not sends("x" * 64)
    assert not sends("")
    assert not came_from_our_page(request({CSRF: token}))
