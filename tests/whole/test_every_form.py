"""Every page with a form, filled with nothing, with harm and with too much."""

from typing import Any

import pytest
from django.db import transaction
from django.test import Client as Browser

from cors.config.tests.addresses import Address, addresses
from tests.stage.personas import Stage, browser_of
from tests.stage.scene import build_scene
from tests.whole.forms_on_pages import Page, read

HARM = "\"'><script>alert(1)</script>{{ 7|add:7 }}\u202e\u0000=cmd|' /C'!A0"
TOO_MUCH = "a" * 50_000
NOT_HERE = ("account_", "mfa_", "access:join", "gallery")


@pytest.fixture
def scene(stage: Stage) -> dict[str, Any]:
    return build_scene(stage)


@pytest.fixture
def pages(stage: Stage, scene: dict[str, Any]) -> list[tuple[Browser, Address, str, Page]]:
    """Return every page that the manager opens, read."""
    browser, found = browser_of(stage.dev), []
    for address in addresses():
        if address.name.startswith(NOT_HERE):
            continue
        answer = browser.get(address.of(scene))
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            page = read(answer.content.decode())
            found.append((browser, address, address.of(scene), page))
    assert len(found) > 50
    return found


def _send(browser: Browser, url: str, given: dict[str, str]) -> tuple[int, str]:
    with transaction.atomic():
        answer = browser.post(url, given)
        transaction.set_rollback(True)
    return answer.status_code, answer.content.decode()


@pytest.mark.slow
def test_each_page_has_one_first_heading_and_no_id_twice(
    pages: list[tuple[Browser, Address, str, Page]],
) -> None:
    for _, address, _, page in pages:
        assert page.headings.count("h1") == 1, address.name
        twice = {one for one in page.idents if page.idents.count(one) > 1}
        assert not twice, (address.name, twice)


@pytest.mark.slow
def test_each_input_has_a_label(pages: list[tuple[Browser, Address, str, Page]]) -> None:
    for _, address, _, page in pages:
        assert list(page.unlabelled()) == [], address.name


@pytest.mark.slow
def test_no_page_holds_script_or_style_of_its_own(
    pages: list[tuple[Browser, Address, str, Page]],
) -> None:
    for _, address, _, page in pages:
        for tag, given in page.tags:
            assert "style" not in given, (address.name, tag)
            assert not any(name.startswith("on") for name in given), (address.name, tag)
            assert tag != "style", address.name
            assert tag != "script" or given.get("src"), address.name


@pytest.mark.slow
def test_an_empty_form_is_refused_in_words_or_saved(
    pages: list[tuple[Browser, Address, str, Page]],
) -> None:
    for browser, address, url, page in pages:
        if not page.posts:
            continue
        status, html = _send(browser, url, page.hidden())
        assert status in (200, 302, 422), (address.name, status)
        if status != 302:
            assert "to put right" in html or "error" in html, address.name


@pytest.mark.slow
@pytest.mark.parametrize("words", [HARM, TOO_MUCH, "🙂 مرحبا", "2026-02-30", "-1", "nan"])
def test_harm_and_too_much_break_nothing_and_show_as_words(
    pages: list[tuple[Browser, Address, str, Page]], words: str
) -> None:
    for browser, address, url, page in pages:
        if not page.posts:
            continue
        status, html = _send(browser, url, page.filled(words))
        assert status in (200, 302, 422), (address.name, status)
        assert "<script>alert(1)" not in html, address.name
        assert "{{" not in html.replace("{{ 7|add:7 }}", ""), address.name
