"""Pages with parts that renew themselves name those parts, and come compressed as a whole."""

import re

import pytest

from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of

WITH_PARTS = ["/people/?q=nov", "/people/?q=zzz", "/cases/{case}/timeline/?kind=success"]


@pytest.mark.parametrize("address", WITH_PARTS)
def test_each_part_that_is_asked_for_stands_on_the_page_and_says_what_came(
    stage: Stage, hana: Hana, address: str
) -> None:
    page = browser_of(stage.amina).get(address.format(case=hana.case.pk)).content.decode()
    asked = set(re.findall(r'data-part="([\w-]+)"', page))
    said = dict(re.findall(r'<div id="([\w-]+)" data-says="([^"]+)"', page))
    assert asked
    assert asked == set(said)
    assert "core/parts.js" in page


@pytest.mark.parametrize(
    ("query", "words"), [("nov", "1 found"), ("zzz", "Nobody found"), ("", "1 found")]
)
def test_the_list_of_people_says_how_many(stage: Stage, hana: Hana, query: str, words: str) -> None:
    page = browser_of(stage.amina).get(f"/people/?q={query}").content.decode()
    assert f'data-says="{words}"' in page


@pytest.mark.parametrize(
    ("kind", "words"), [("success", r"1 entry"), ("review", r"1 entry"), ("", r"\d+ entries")]
)
def test_the_timeline_says_how_many(stage: Stage, hana: Hana, kind: str, words: str) -> None:
    page = browser_of(stage.amina).get(f"/cases/{hana.case.pk}/timeline/?kind={kind}")
    assert re.search(f'data-says="{words}"', page.content.decode())


def test_only_pages_with_such_parts_load_the_script(stage: Stage, hana: Hana) -> None:
    assert b"core/parts.js" not in browser_of(stage.amina).get("/").content


def test_pages_come_compressed_and_each_time_of_another_length(stage: Stage, hana: Hana) -> None:
    browser, packed = browser_of(stage.amina), {"Accept-Encoding": "gzip"}
    answers = [browser.get("/people/?q=nov", headers=packed) for _ in range(8)]
    assert {answer.headers["Content-Encoding"] for answer in answers} == {"gzip"}
    assert len({len(answer.content) for answer in answers}) > 2
    assert not browser.get("/people/?q=nov").has_header("Content-Encoding")
