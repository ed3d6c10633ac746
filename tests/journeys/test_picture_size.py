"""The journey picture is as large as it was drawn, wherever it stands."""

import pytest

from tests.journeys import keyworker
from tests.journeys.conftest import Visit
from tests.journeys.visitor import DESK, Screen, Visitor

pytestmark = pytest.mark.browser

SMALLEST_WORDS = """() => Math.min(...[...document.querySelectorAll('svg.j-picture')]
    .filter(svg => svg.clientWidth)
    .flatMap(svg => [...svg.querySelectorAll('text')].map(text =>
        parseFloat(text.getAttribute('font-size')) * svg.getBoundingClientRect().width
            / svg.viewBox.baseVal.width)))"""


WIDTHS = (320, 360, 390, 700, 863, 900, 1024, 1183, 1280)


@pytest.mark.parametrize("width", WIDTHS)
def test_its_words_can_be_read_on_the_case_and_on_the_review(visit: Visit, width: int) -> None:
    # Given Amina at a window of some width, and somebody with a way behind them
    amina = visit("Amina", Screen(f"{width} px", width, 900))
    case = keyworker.opens(amina, keyworker.HANA)
    # Then the words of the picture are large enough on both, larger where the person looks on
    least = {case: 11, f"{case}review/": 16}
    sizes = {address: smallest_words(amina, address) for address in least}
    shrunk = 320 / 358 if width == 320 else 1  # at 400 % zoom the lists and the table are read
    assert all(round(least[at] * shrunk, 1) <= round(size, 1) < 20 for at, size in sizes.items()), (
        sizes
    )


def test_a_mark_opens_its_entry(visit: Visit) -> None:
    # Given the picture of somebody's way
    amina = visit("Amina", DESK)
    case = keyworker.opens(amina, keyworker.HANA)
    # When Amina presses on a mark
    mark = amina.page.locator(f'svg.j-picture a[tabindex="-1"][href^="{case}timeline/"]').first
    amina.presses_on(mark)
    # Then its entry is in front of her
    address = amina.page.url.removeprefix(amina.url)
    assert address.startswith(f"{case}timeline/#entry-")
    amina.page.locator(":target").wait_for(state="visible", timeout=10_000)


def test_the_keyboard_finds_each_lane_and_from_there_each_entry(visit: Visit) -> None:
    # Given the picture of somebody's way
    amina = visit("Amina", DESK)
    keyworker.opens(amina, keyworker.HANA)
    lanes = amina.page.locator("svg.j-picture:visible a[aria-label]")
    said = lanes.evaluate_all("lanes => lanes.map(lane => lane.getAttribute('aria-label'))")
    assert any(words.startswith("Goal A") for words in said)
    assert 1 < len(said) <= 15
    # When a lane is chosen by the keyboard
    lanes.first.focus()
    amina.page.keyboard.press("Enter")
    assert amina.page.url.endswith("#journey-table")
    # Then the table is there, and its rows lead to the entries
    if not amina.page.locator("#journey-table table").first.is_visible():
        amina.page.locator("#journey-table summary").first.press("Enter")
    assert amina.page.locator('#journey-table a[href*="#entry-"]').first.is_visible()


def test_a_part_can_be_shown_without_scripts(visit: Visit) -> None:
    # Given Amina, whose browser runs no scripts
    amina = visit("Amina", Screen("desk", 1280, 900, scripts=False))
    keyworker.opens(amina, keyworker.HANA)
    # When she asks for one goal and the last three months
    page = amina.page
    page.locator("#journey summary", has_text="Show a part").click()
    page.locator('#journey label:has(input[value="quarter"])').click()
    page.get_by_role("button", name="Show this part").click()
    # Then the picture says that it shows only that
    assert "since=quarter" in page.url
    assert page.locator("svg.j-picture text", has_text="Only since").first.is_visible()


def test_on_paper_the_wide_picture_is_printed_by_day(visit: Visit) -> None:
    # Given a phone at night
    amina = visit("Amina", Screen("phone", 390, 844, night=True))
    keyworker.opens(amina, keyworker.HANA)
    # When the page is printed
    amina.page.emulate_media(media="print")
    # Then it is the wide picture, on light ground
    assert amina.page.locator(".j-wide svg").is_visible()
    assert not amina.page.locator(".j-narrow").is_visible()
    ground = "getComputedStyle(document.querySelector('.j-wide .j-page')).fill"
    light = float(amina.page.evaluate(ground).split("(")[1].split()[0])
    assert light > 0.9


def smallest_words(visitor: Visitor, address: str) -> float:
    """Return the size in CSS pixels at which the smallest words of a page's pictures are shown."""
    visitor.goes(address)
    return float(visitor.page.evaluate(SMALLEST_WORDS))
