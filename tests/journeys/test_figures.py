"""Figures as the lead sees them, and takes them along."""

import csv
import io

import pytest

from tests.journeys.conftest import Visit
from tests.journeys.looks import faults
from tests.journeys.visitor import DESK, PHONE, Screen

pytestmark = pytest.mark.browser

WITHOUT_SCRIPTS = Screen("phone", PHONE.width, PHONE.height, scripts=False)


@pytest.mark.parametrize("screen", [DESK, WITHOUT_SCRIPTS], ids=str)
def test_the_lead_reads_a_figure_and_takes_all_of_them_along(visit: Visit, screen: Screen) -> None:
    # Given Carys, who leads the team
    carys = visit("Carys", screen)
    carys.goes("/")
    # When she opens the figures
    carys.presses_on(carys.link("Figures"))
    # Then each says what it counts
    assert carys.heading == "Figures"
    carys.presses_on(carys.page.locator("summary").first)
    assert carys.page.locator("details[open]").first.inner_text().count("\n") >= 1
    # And she takes them along as a table and as a document
    with carys.page.expect_download() as download:
        carys.presses_on(carys.link("CSV"))
    table = download.value.path().read_text(encoding="utf-8-sig")
    assert len(list(csv.reader(io.StringIO(table)))) > 5
    document = carys.link("PDF").get_attribute("href")
    answer = carys.page.request.get(f"{carys.url}{document}")
    assert answer.body().startswith(b"%PDF")


def test_figures_are_open_to_everybody_at_a_desk(visit: Visit) -> None:
    carys = visit("Carys")
    carys.goes("/figures/")
    assert not faults(carys.page)
