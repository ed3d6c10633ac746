"""In a real browser no words of the journey picture lie on others, whatever the typeface."""

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from playwright.sync_api import Browser, Page

import cors
from cors.journey.drawing import CLIENT, CLIENT_PHONE, PHONE, WORKER, Style, draw
from cors.journey.model import Journey
from cors.journey.tests.any_journey import journeys
from cors.journey.tests.twelve import TWELVE, a_thousand_entries

pytestmark = pytest.mark.browser

HOME = Path(str(cors.__file__)).parent
FONT = "core/static/core/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2"
TOKENS = (HOME.parents[1] / "styles" / "tokens.css").read_text(encoding="utf-8")
SHEET = (HOME / "journey/static/journey/journey.css").read_text(encoding="utf-8")
STYLES = (WORKER, PHONE, CLIENT, CLIENT_PHONE)
JOURNEYS = TWELVE | {"a-thousand-entries": a_thousand_entries()}
EVERY = [(name, style) for name in JOURNEYS for style in STYLES]

# A line's box is higher than its letters: a fifth above them and an eighth beneath is air.
MEASURED = """() => {
  const svg = document.querySelector('svg'), page = svg.getBoundingClientRect();
  const scale = page.width / svg.viewBox.baseVal.width;
  const texts = [...svg.querySelectorAll('text')].map(text => {
    const { left, right, top, bottom, height } = text.getBoundingClientRect();
    return { words: text.textContent, size: parseFloat(getComputedStyle(text).fontSize) * scale,
             left, right, top: top + 0.2 * height, bottom: bottom - 0.125 * height };
  });
  const meets = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5
    && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
  const found = [];
  texts.forEach((one, at) => texts.slice(at + 1).forEach(other => {
    if (meets(one, other)) found.push(`${one.words} / ${other.words}`);
  }));
  const out = texts.filter(text => text.left < page.left - 0.5 || text.right > page.right + 0.5
    || text.bottom > page.bottom + 0.5).map(text => text.words);
  return { found, out, least: Math.min(...texts.map(text => text.size)), count: texts.length };
}"""


@pytest.fixture(scope="module")
def paper(chromium: Browser) -> Iterator[Page]:
    """A page with the style sheet of the picture and the shipped typeface."""
    page = chromium.new_page()
    yield page
    page.close()


def measured(paper: Page, svg: str, style: Style, *, shipped: bool = True) -> dict[str, Any]:
    """Lay a picture on the page and measure all its words."""
    font = b64encode((HOME / FONT).read_bytes()).decode() if shipped else ""
    face = (
        '@font-face { font-family: "Atkinson Hyperlegible Next"; font-weight: 200 800;'
        f' src: url("data:font/woff2;base64,{font}"); }}'
    )
    paper.set_viewport_size({"width": int(style.width), "height": 900})
    paper.set_content(
        f"<!doctype html><style>{face if shipped else ''}{TOKENS}{SHEET} body {{ margin: 0; }}"
        f"</style><main>{svg}</main>"
    )
    paper.evaluate("document.fonts.ready.then(() => true)")
    found: dict[str, Any] = paper.evaluate(MEASURED)
    return found


def drawn(name: str, style: Style) -> str:
    return draw(JOURNEYS[name], style=style, right_to_left=name == "right-to-left")


@pytest.mark.parametrize("shipped", [True, False], ids=["shipped", "stand-in"])
@pytest.mark.parametrize(("name", "style"), EVERY, ids=lambda part: getattr(part, "name", part))
def test_no_words_lie_on_others_in_the_twelve(
    paper: Page, name: str, style: Style, shipped: bool
) -> None:
    seen = measured(paper, drawn(name, style), style, shipped=shipped)
    assert seen["count"] > 0
    assert seen["found"] == []
    assert seen["out"] == []
    assert round(seen["least"], 1) >= (16 if style.is_client else 11)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_no_words_lie_on_others_whatever_was_recorded(paper: Page, style: Style) -> None:
    @settings(
        max_examples=12,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(journey=journeys())
    def tried(journey: Journey) -> None:
        seen = measured(paper, draw(journey, style=style), style)
        assert (seen["found"], seen["out"]) == ([], [])

    tried()


def test_words_that_do_lie_on_others_are_seen(paper: Page) -> None:
    one = '<text x="10" y="20" font-size="12">Council</text>'
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" class="j-picture" viewBox="0 0 200 60"'
        f' width="200" height="60">{one}{one.replace("Council", "Rent")}'
        '<text x="190" y="50" font-size="9">Outside</text></svg>'
    )
    seen = measured(paper, svg, PHONE)
    assert seen["found"] == ["Council / Rent"]
    assert seen["out"] == ["Outside"]
    assert seen["least"] == 9
