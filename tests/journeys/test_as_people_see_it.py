"""Pictures of the screens for people: set CORS_SCREENSHOTS to a folder to keep them.

By its name this runs first, before journeys leave their traces in the practice organisation.
"""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import FloatRect, Page

from tests.journeys import keyworker
from tests.journeys.conftest import Visit
from tests.journeys.keyworker import HANA
from tests.journeys.server import ROOT
from tests.journeys.visitor import DESK, PHONE, Screen, Visitor

pytestmark = pytest.mark.browser

README_PICTURE = ROOT / "docs" / "screenshots" / "case.png"
UPPER_PART = 1400
SCREENS = [
    Screen(shape.name, shape.width, shape.height, night=night)
    for shape in (DESK, PHONE)
    for night in (False, True)
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where pictures go."""
    named = os.environ.get("CORS_SCREENSHOTS")
    found = Path(named) if named else tmp_path
    found.mkdir(parents=True, exist_ok=True)
    return found


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_the_screens_can_be_shown(visit: Visit, folder: Path, screen: Screen) -> None:
    amina, carys, stranger = visit("Amina", screen), visit("Carys", screen), visit(screen=screen)
    shown = _of_amina(amina)
    taken = [_take(amina, name, address, folder) for name, address in shown.items()]
    taken.append(_take(carys, "figures", "/figures/", folder))
    taken.append(_take(stranger, "sign-in", "/sign-in/login/", folder))
    assert all(picture.stat().st_size > 5_000 for picture in taken)
    keeps = "CORS_SCREENSHOTS" in os.environ or not README_PICTURE.exists()
    if keeps and screen == SCREENS[0]:
        _keep_for_the_readme(amina, shown["case"])


def _keep_for_the_readme(amina: Visitor, address: str) -> None:
    """Keep the upper part of a case: the person, the goals, the journey."""
    amina.goes(address)
    _stretch(amina.page)
    README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
    width = amina.screen.width
    upper: FloatRect = {"x": 0, "y": 0, "width": width, "height": UPPER_PART}
    amina.page.screenshot(path=README_PICTURE, clip=upper)


def _of_amina(amina: Visitor) -> dict[str, str]:
    case = keyworker.opens(amina, HANA)
    letter = amina.page.locator("a[href*='/reviews/']")
    found = letter.first.get_attribute("href") if letter.count() else None
    shown = {
        "today": "/",
        "case": case,
        "record": case.replace("/cases/", "/record/"),
        "review": f"{case}review/",
        "people": "/people/",
    }
    return shown | ({"letter": found} if found else {})


def _take(visitor: Visitor, name: str, address: str, folder: Path) -> Path:
    visitor.goes(address)
    path = folder / f"{name}-{re.sub(r'[^a-z]+', '-', str(visitor.screen))}.png"
    _stretch(visitor.page)
    visitor.page.screenshot(path=path)
    size = {"width": visitor.screen.width, "height": visitor.screen.height}
    visitor.page.set_viewport_size({"width": size["width"], "height": size["height"]})
    return path


def _stretch(page: Page) -> None:
    """Make the window as high as the page, so that bars at its end stand at the end."""
    size = page.viewport_size
    assert size is not None
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": max(size["height"], height)})
