"""What every page must be: open to everybody, within its width, and large enough to press."""

from collections.abc import Mapping

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
SMALLEST = 44
NARROW = {"width": 320, "height": 700}

TOO_SMALL = """smallest => {
  const inSentence = element => element.matches("a, button, summary")
    && getComputedStyle(element).display === "inline"
    && element.closest("p, li, dd, td, figcaption, h2, h3, label, span")?.textContent.trim()
      .length > element.textContent.trim().length + 3;
  const area = element => {
    if (element.matches("input[type=radio], input[type=checkbox]"))
      return element.closest("label") ?? element;
    const after = getComputedStyle(element, "::after");
    return after.position === "absolute" && after.inset === "0px" ? element.offsetParent : element;
  };
  const what = "a[href], button, summary, input:not([type=hidden]), select, textarea";
  return [...document.querySelectorAll(what)].filter(element => {
    if (!element.checkVisibility() || element.closest(".skip, svg") || inSentence(element))
      return false;
    const { height, width } = area(element).getBoundingClientRect();
    return width > 1 && height + 0.5 < smallest;
  }).map(element => {
    const { height } = area(element).getBoundingClientRect();
    const words = (element.innerText || element.name || "").trim();
    return `${Math.round(height)} px: <${element.localName}> ${words}`;
  });
}"""

TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= room) return [];
  const scrolls = element => element.parentElement?.closest(".overflow-x-auto") !== null;
  const past = [...document.body.querySelectorAll("*")].filter(element =>
    element.getBoundingClientRect().right > room + 0.5 && !scrolls(element));
  return past.slice(-3).map(element =>
    `${Math.round(element.getBoundingClientRect().right)} px: ${element.outerHTML.slice(0, 90)}`)
    .concat(past.length ? [] : [`${document.scrollingElement.scrollWidth} px wide`]);
}"""


# Colours change within a moment; a check in between would see colours that nobody sees.
SETTLED = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  .then(() => { for (const moving of document.getAnimations()) moving.finish(); return true; })"""


def barriers(page: Page) -> list[str]:
    """Return what axe finds by day, and what it finds of contrast by night."""
    page.evaluate(AXE_SCRIPT)
    page.emulate_media(color_scheme="light")
    page.evaluate(SETTLED)
    found = [f"by day, {fault}" for fault in _axe(page, {"type": "tag", "values": list(RULES)})]
    page.emulate_media(color_scheme="dark")
    page.evaluate(SETTLED)
    contrast = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
    return found + [f"by night, {fault}" for fault in _axe(page, contrast)]


def _axe(page: Page, only: Mapping[str, object]) -> list[str]:
    options = {"runOnly": dict(only), "resultTypes": ["violations"]}
    violations = page.evaluate("options => axe.run(options).then(all => all.violations)", options)
    return [
        f"{fault['id']} ({fault['help']}): {', '.join(map(str, node['target']))}\n"
        f"      {node['html'][:160]}\n      {_why(node)}"
        for fault in violations
        for node in fault["nodes"]
    ]


def _why(node: dict[str, list[dict[str, str]]]) -> str:
    return "; ".join(check["message"] for kind in ("any", "all", "none") for check in node[kind])


def too_small(page: Page) -> list[str]:
    """Return what can be pressed and is less than 44 px high; links in sentences may be."""
    return [f"too small to press, {what}" for what in page.evaluate(TOO_SMALL, SMALLEST)]


def too_wide(page: Page) -> list[str]:
    """Return what makes the page scroll sideways at 320 px."""
    before = page.viewport_size
    page.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
    found = page.evaluate(TOO_WIDE)
    if before is not None:
        page.set_viewport_size(before)
    return [f"wider than 320 px, {what}" for what in found]


def faults(page: Page) -> list[str]:
    """Return all that is wrong with how the page looks and speaks."""
    return barriers(page) + too_small(page) + too_wide(page)
