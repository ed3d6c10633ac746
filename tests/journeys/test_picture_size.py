"""The journey picture is as large as it was drawn, wherever it stands."""

import pytest

from tests.journeys import keyworker
from tests.journeys.conftest import Visit
from tests.journeys.visitor import DESK, PHONE, Screen, Visitor

pytestmark = pytest.mark.browser

LEAST = 11
"""CSS pixels: smaller words are not read, they are guessed."""

SMALLEST_WORDS = """() => Math.min(...[...document.querySelectorAll('svg.j-picture')]
    .filter(svg => svg.clientWidth)
    .flatMap(svg => [...svg.querySelectorAll('text')].map(text =>
        parseFloat(text.getAttribute('font-size')) * svg.getBoundingClientRect().width
            / svg.viewBox.baseVal.width)))"""


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=str)
def test_its_words_can_be_read_on_the_case_and_on_the_review(visit: Visit, screen: Screen) -> None:
    # Given Amina and somebody with a way behind them
    amina = visit("Amina", screen)
    case = keyworker.opens(amina, keyworker.HANA)
    # Then the words of the picture are as large on the one page as on the other
    sizes = {address: smallest_words(amina, address) for address in (case, f"{case}review/")}
    assert all(LEAST <= round(size, 1) < 20 for size in sizes.values()), sizes


def smallest_words(visitor: Visitor, address: str) -> float:
    """Return the size in CSS pixels at which the smallest words of a page's pictures are shown."""
    visitor.goes(address)
    return float(visitor.page.evaluate(SMALLEST_WORDS))
