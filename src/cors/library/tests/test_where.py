"""Where in CORS a question arises: a link where one may go, a name where one may not."""

import pytest

from cors.library.shelf import shelf
from cors.library.where import NAMES, where_of
from tests.stage.personas import Stage, browser_of

ROLES = ("gwen", "amina", "carys", "dev", "esi", "femi")


@pytest.mark.parametrize("who", ROLES)
def test_each_link_opens_for_who_sees_it(stage: Stage, who: str) -> None:
    member = stage.member(who)
    links = {
        each.url for script in shelf().answers.values() for each in where_of(script, member)
    } - {""}
    browser = browser_of(member)
    refused = {url for url in links if browser.get(url).status_code == 403}
    assert not refused
    assert bool(links)


def test_who_may_not_open_a_page_still_reads_its_name(stage: Stage) -> None:
    script = shelf().answers["what-do-funders-really-need"]
    dev, amina = ({e.name: e.url for e in where_of(script, m)} for m in (stage.dev, stage.amina))
    assert dev.keys() == amina.keys()
    assert dev["Figures"] == "/figures/"
    assert amina["Figures"] == ""


def test_every_answer_says_where() -> None:
    assert all(set(NAMES) & set(script.screens) for script in shelf().answers.values())
