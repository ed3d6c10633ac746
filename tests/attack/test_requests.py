"""Requests that no browser of ours would send: each is answered calmly, and gains nothing."""

from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client as Browser
from django.urls import URLPattern, URLResolver, get_resolver

from tests.stage.hana import Hana
from tests.stage.personas import PASSWORD, Stage, browser_of

ODD = [
    "\x00", "1\x00", "hana\x00", "%00", "٣٤٥", "²", "𝟙𝟡𝟠𝟜", "-1", "1e400", "9" * 30, "9" * 5000,
    "' OR 1=1 --", "%", "_", "\\", "*", "a " * 60, "1 " * 60, "\u202e", "\ud7ff", "'\"><b>",
    "()" * 60, "a" * 6000, "ab " * 1500, "7 " * 1500,
]  # fmt: skip
EVIL = ("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)",
        "https:evil.example", "\thttps://evil.example")  # fmt: skip


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_no_odd_word_in_an_address_breaks_a_page(stage: Stage, hana: Hana, odd: str) -> None:
    browser, entry = browser_of(stage.dev), hana.contact.person_rows.get().pk
    for page, name in (
        ("/people/", "q"), ("/people/", "page"), ("/search/", "q"), ("/waiting/", "page"),
        ("/figures/", "first"), ("/figures/", "service"), ("/figures/figures.csv", "last"),
        (f"/entries/{entry}/move/", "q"), (f"/cases/{hana.case.pk}/timeline/", "kind"),
        (f"/cases/{hana.case.pk}/moments/new/", "kind"),
        (f"/cases/{hana.case.pk}/barriers/new/", "blocks"),
        (f"/cases/{hana.case.pk}/outcomes/new/", "outcome_type"),
        (f"/reviews/{hana.review.pk}/letter.pdf", "large"),
    ):  # fmt: skip
        assert browser.get(page, {name: odd}).status_code < 500, (page, name)


@pytest.mark.parametrize("page", ["999999999999", "-3", "0", "last", "9" * 30, "٢"])
def test_a_page_that_is_not_there_is_the_nearest_there_is(
    stage: Stage, hana: Hana, page: str
) -> None:
    assert b"Hana" in browser_of(stage.amina).get("/people/", {"page": page}).content


@pytest.mark.parametrize(
    "path",
    [
        "/cases/not-a-key/", "/cases/00000000-0000-0000-0000-00000000000g/", "/cases/%00/",
        "/static/../cors/config/settings.py", "/static/%2e%2e/%2e%2e/master.key",
        "/static//etc/passwd",
        "/figures/%00/people/", "/join/00000000-0000-0000-0000-000000000000/%00/",
        "/sign-in/password/reset/key/zz-zz/", "/sign-in/password/reset/key/0-set-password/",
        "/sign-in/password/reset/key/zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz-x/",
        "/sign-in/signup/", "/sign-in/email/", "/admin/", "/sign-in/codes/webauthn/",
        "/.git/config",
    ],
)  # fmt: skip
def test_no_address_that_is_not_ours_opens(stage: Stage, path: str) -> None:
    for browser in (Browser(), browser_of(stage.dev)):
        answer = browser.get(path, follow=True)
        assert answer.status_code < 500
        assert b"Traceback" not in answer.content
        assert b"SECRET_KEY" not in answer.content


@pytest.mark.parametrize("to", EVIL)
def test_signing_in_and_out_leads_nowhere_else(stage: Stage, to: str) -> None:
    cache.clear()
    stage.amina.user.set_password(PASSWORD)
    stage.amina.user.save()
    browser = Browser()
    sent = {"login": stage.amina.user.email, "password": PASSWORD, "next": to}
    answer = browser.post(f"/sign-in/login/?next={to}", sent)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    answer = browser.post("/sign-in/logout/", {"next": to})
    assert answer.headers["Location"].startswith("/")
    assert "evil" not in answer.headers["Location"]


@pytest.mark.parametrize(
    "kind", ["application/json", "text/plain", "multipart/form-data", "text/xml",
             "multipart/form-data; boundary=x", "application/x-www-form-urlencoded; charset=utf-7"],
)  # fmt: skip
def test_a_form_of_another_kind_writes_nothing(stage: Stage, hana: Hana, kind: str) -> None:
    browser = browser_of(stage.amina)
    for page in (f"/record/{hana.case.pk}/", f"/cases/{hana.case.pk}/goals/new/", "/people/new/"):
        answer = browser.post(page, b'{"words": "+AGEAYQ- \x00"}', content_type=kind)
        assert answer.status_code < 500
        assert answer.status_code != 302


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE"])
def test_no_other_method_does_what_a_post_does(stage: Stage, hana: Hana, method: str) -> None:
    browser = browser_of(stage.dev)
    override = {"HTTP_X_HTTP_METHOD_OVERRIDE": "POST"}
    for page in (
        f"/people/{hana.client.pk}/erase/confirm/", f"/settings/people/{stage.ben.pk}/let-go/",
        f"/settings/people/{stage.ben.pk}/reset-link/", f"/settings/people/{stage.ben.pk}/role/",
        "/me/leave/",
    ):  # fmt: skip
        body = f"typed_reference={hana.client.reference}&role=funder&_method=POST"
        form = "application/x-www-form-urlencoded"
        answer = browser.generic(method, page, body, content_type=form, **override)  # type: ignore[arg-type]
        assert answer.status_code in (200, 405), page
    hana.client.refresh_from_db()
    stage.ben.refresh_from_db()
    stage.dev.refresh_from_db()
    assert (hana.client.erased_at, stage.ben.left_at, stage.dev.left_at) == (None, None, None)
    assert stage.ben.role == "keyworker"


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "localhost:x", "a b"])
def test_another_host_is_refused_and_never_stands_in_a_link(stage: Stage, host: str) -> None:
    browser = browser_of(stage.dev)
    sent = {"email": "nia@harbour.example", "role": "volunteer"}
    assert browser.post("/settings/invite/", sent, headers={"host": host}).status_code == 400
    answer = browser.post("/settings/invite/", sent, headers={"x-forwarded-host": host})
    assert b"evil" not in answer.content


def _views(patterns: Any) -> Any:
    for part in patterns:
        if isinstance(part, URLResolver):
            yield from _views(part.url_patterns)
        elif isinstance(part, URLPattern):
            yield part


def test_no_page_goes_without_the_token_of_its_form(stage: Stage, hana: Hana) -> None:
    exempt = [
        part.name for part in _views(get_resolver().url_patterns)
        if getattr(part.callback, "csrf_exempt", False)
    ]  # fmt: skip
    assert exempt == []
    browser = Browser(enforce_csrf_checks=True)
    browser.cookies = browser_of(stage.dev).cookies
    for page in (f"/people/{hana.client.pk}/erase/confirm/", "/me/leave/", "/sign-in/login/"):
        assert browser.post(page, {}).status_code == 403


def test_cookies_are_kept_from_scripts_and_other_sites(stage: Stage) -> None:
    cache.clear()
    stage.amina.user.set_password(PASSWORD)
    stage.amina.user.save()
    browser = Browser()
    browser.get("/sign-in/login/")
    browser.post("/sign-in/login/", {"login": stage.amina.user.email, "password": PASSWORD})
    for name in ("cors_session", "cors_csrf"):
        cookie = browser.cookies[name]
        assert cookie["httponly"]
        assert (cookie["samesite"], cookie["domain"]) == ("Lax", "")
    assert settings.SESSION_COOKIE_SECURE == settings.CORS_TLS


def test_every_answer_is_kept_by_nobody_and_tells_no_other_site(stage: Stage, hana: Hana) -> None:
    browser = browser_of(stage.femi)
    pages = ("/", "/nothing/", f"/cases/{hana.case.pk}/", "/people/", "/me/", "/sign-in/login/")
    for answer in [*(browser.get(page) for page in pages), Browser().get("/people/")]:
        assert answer.headers["Cache-Control"].startswith(("no-store", "max-age=0, no-cache"))
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
