import re
from pathlib import Path

import pytest
from django.http import HttpRequest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory

from cors.core import gallery
from cors.core.drawings import ICONS, MARKS
from cors.core.forms import CorsForm, WordsField

STATIC = Path(gallery.__file__).parent / "static" / "core"


class OneWord(CorsForm):
    word = WordsField("Word")


@pytest.fixture
def request_(rf: RequestFactory) -> HttpRequest:
    return rf.get("/gallery/")


def rendered(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def test_the_gallery_shows_every_part(request_: HttpRequest) -> None:
    page = gallery.gallery(request_).content.decode()
    assert all(f"<span>{name}</span>" in page for name in (*MARKS, *ICONS))
    assert "Something to put right" in page


def test_no_part_bears_inline_script_or_style(request_: HttpRequest) -> None:
    page = gallery.gallery(request_).content.decode()
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*src=)", page)


def test_every_id_on_the_gallery_is_given_once(request_: HttpRequest) -> None:
    ids = re.findall(r'\sid="([^"]+)"', gallery.gallery(request_).content.decode())
    assert sorted(set(ids)) == sorted(ids)


def test_a_title_begins_with_error_when_a_form_has_errors() -> None:
    wrong = OneWord({"word": ""})
    assert "<title>Error: " in render_to_string("core/base.html", {"form": wrong})
    assert "<title>Error: " not in render_to_string("core/base.html", {"form": OneWord()})


def test_a_page_says_where_one_is_and_where_record_leads() -> None:
    nav = [{"label": "Today", "url": "/", "current": True}, {"label": "People", "url": "/people/"}]
    page = render_to_string("core/base.html", {"nav": nav, "record_url": "/record/7/"})
    assert page.count('aria-current="page"') == 2
    assert page.count('href="/record/7/" data-key="r"') == 2


def test_a_client_s_page_begins_with_the_way_out_and_names_no_system() -> None:
    page = render_to_string("core/client.html", {"exit_url": "https://example.org/"})
    body = page[page.index("<body>") :]
    assert body.index("Leave this page now") < body.index("<main")
    assert "CORS" not in page


@pytest.mark.parametrize("name", ["403", "404", "500", "503", "core/errors/csrf"])
def test_pages_for_what_went_wrong_need_nothing_to_be_shown(name: str) -> None:
    page = render_to_string(f"{name}.html")
    assert "<h1>" in page
    assert "core/app.css" in page


def test_a_summary_counts_what_has_to_be_put_right() -> None:
    source = "{% load cors_parts %}{% error_summary one two %}"
    wrong = OneWord({"word": ""}, prefix="a"), OneWord({"word": ""}, prefix="b")
    assert "Two things to put right" in rendered(source, one=wrong[0], two=wrong[1])
    assert "One thing to put right" in rendered(source, one=wrong[0], two=OneWord())
    assert "put right" not in rendered(source, one=OneWord(), two=None)


def test_words_of_a_person_are_escaped() -> None:
    page = render_to_string("core/components/voice.html", {"words": "<b>home</b>"})
    assert "&lt;b&gt;home" in page


def test_a_drawing_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        rendered('{% load cors_parts %}{% icon "unicorn" %}')


def test_nothing_is_drawn_where_nothing_was_rated() -> None:
    source = "{% load cors_parts %}{% spark ratings %}{% span_line None None %}"
    assert "<svg" not in rendered(source, ratings=[])


def test_a_bar_is_never_longer_than_its_base() -> None:
    source = "{% load cors_parts %}{{ part|of_hundred:whole }}"
    assert rendered(source, part=45, whole=140) == "32.1"
    assert rendered(source, part=200, whole=140) == "100.0"
    assert rendered(source, part=1, whole=0) == "0.0"


def test_our_scripts_stay_small() -> None:
    ours = list(STATIC.glob("*.js"))
    assert sum(path.stat().st_size for path in ours) < 10 * 1024
    assert all(len(path.read_text().splitlines()) < 70 for path in ours)
