"""No page asks the database often: every address, for those who see most."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cors.casefile.tests.queries import AROUND
from cors.config.tests.addresses import addresses
from tests.stage.personas import Stage, browser_of
from tests.stage.scene import build_scene

MOST = 15
# A page on which a whole case stands, and those that draw its journey: docs/adr/0028.
JOURNEYS = ("letter", "letter_pdf", "hand_over", "hand_over_pdf")
MORE = {f"sheets:{name}": 20 for name in JOURNEYS} | {"casefile:review": 20, "casefile:case": 30}


@pytest.mark.slow
@pytest.mark.parametrize("who", ["amina", "dev"])
def test_every_page_asks_the_database_a_few_times(stage: Stage, who: str) -> None:
    scene: dict[str, Any] = build_scene(stage)
    browser, found = browser_of(stage.member(who)), {}
    browser.get("/figures/")  # facts are gathered once, for all pages of figures after
    for address in addresses():
        with CaptureQueriesContext(connection) as asked:
            answer = browser.get(address.of(scene))
        if answer.status_code == 200:
            found[address.name] = sum(not AROUND.match(query["sql"]) for query in asked)
    assert "casefile:case" in found
    assert not {name: n for name, n in found.items() if n > MORE.get(name, MOST)}
