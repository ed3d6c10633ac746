"""The hand of somebody at work: every tap, key and flick is counted by the page that feels it."""

from collections import Counter

from playwright.sync_api import Locator, Page

from tests.journeys.klm import Counted

FLICK = 0.6  # of the height of the screen

# Which question an answer belongs to; a link or a button that sends is none.
FELT = """() => {
  const asked = element => {
    if (!element?.closest || element.closest("a, button")) return "";
    const group = element.closest("[name], fieldset, .field");
    return group?.getAttribute("name") ?? group?.querySelector("[name]")?.name ?? "";
  };
  const tell = (kind, element) => {
    const question = asked(element);
    window.felt(kind, question && `${location.pathname} ${question}`);
  };
  const heard = (event, kind) => addEventListener(event, happened => {
    if (happened.isTrusted) tell(kind, happened.target);
  }, { capture: true, passive: true });
  heard("pointerdown", "tap");
  heard("keydown", "key");
  heard("wheel", "flick");
}"""

# 0 where a finger would meet it; else which way to scroll: 1 down, -1 up.
ROOM = """element => {
  const box = element.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const met = document.elementFromPoint(x, y);
  const own = element.closest("label") ?? element;
  if (met && (own.contains(met) || met.contains(own) && met.localName !== "body")) return 0;
  return y > innerHeight / 2 ? 1 : -1;
}"""


class Hand:
    """Taps and types in one window, and says at the end what that was."""

    def __init__(self, page: Page, *, touch: bool) -> None:
        self.page, self.touch = page, touch
        self.felt: list[tuple[str, str]] = []
        self.pages = 0
        page.context.expose_binding("felt", lambda _, kind, asked: self.felt.append((kind, asked)))
        page.context.add_init_script(f"({FELT})()")
        page.on("domcontentloaded", lambda _: self._opened())

    def _opened(self) -> None:
        self.pages += 1

    def starts(self) -> None:
        """Count from here on."""
        self.felt.clear()
        self.pages = 0

    def taps(self, what: Locator) -> None:
        """Scroll as far as a person would have to, then tap or click."""
        self.reaches(what)
        if self.touch:
            what.tap()
        else:
            what.click()

    def reaches(self, what: Locator) -> None:
        what.wait_for()
        for _ in range(20):
            way = int(what.evaluate(ROOM))
            if way == 0:
                return
            height = (self.page.viewport_size or {"height": 800})["height"]
            before = self.page.evaluate("scrollY")
            self.page.mouse.wheel(0, way * FLICK * height)
            self.page.wait_for_timeout(120)
            if self.page.evaluate("scrollY") == before:
                return

    def types(self, words: str) -> None:
        """Press one key after another where the cursor stands."""
        self.page.keyboard.type(words)

    def counted(self) -> Counted:
        kinds = Counter(kind for kind, _ in self.felt)
        questions = {asked for kind, asked in self.felt if asked and kind != "flick"}
        tools = [kind == "key" for kind, _ in self.felt]
        changes = sum(one != other for one, other in zip([False, *tools], tools, strict=False))
        return Counted(
            taps=kinds["tap"],
            keys=kinds["key"],
            flicks=kinds["flick"],
            questions=len(questions),
            changes=0 if self.touch else changes,
            pages=self.pages,
        )
