"""Parts of pages renew themselves; without JavaScript the whole page comes."""

import pytest

from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of

PART = {"HX-Request": "true"}


@pytest.mark.parametrize(
    ("address", "holds"),
    [("/people/?q=nov", "Hana Novak"), ("/cases/{case}/timeline/?kind=success", "letting agent")],
)
def test_a_part_holds_the_same_and_no_frame(
    stage: Stage, hana: Hana, address: str, holds: str
) -> None:
    browser, url = browser_of(stage.amina), address.format(case=hana.case.pk)
    whole, part = browser.get(url), browser.get(url, headers=PART)
    assert holds in part.content.decode()
    assert part.content in whole.content
    assert b"<html" not in part.content


def test_only_pages_with_such_parts_load_the_library(stage: Stage, hana: Hana) -> None:
    browser = browser_of(stage.amina)
    assert b"htmx.min.js" in browser.get("/people/").content
    assert b"htmx.min.js" not in browser.get("/").content
