"""The server of the practice organisation, the browser, and visitors to both."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, StorageState, sync_playwright

from cors.config.check.browser import find_chromium
from tests.journeys.keyworker import signs_in_by_a_press
from tests.journeys.server import SOON, Demo
from tests.journeys.visitor import DESK, Screen, Visitor

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--use-fake-device-for-media-stream",  # a microphone that beeps, and is always allowed
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
]
PATIENCE_MS = 15_000
Visit = Callable[..., Visitor]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The practice organisation, started from nothing and again, as it is on a second day."""
    running = Demo(tmp_path_factory.mktemp("demo"), "--few")
    try:
        running.start()
        # What else the machine does is no fault: a slow second start gets two more tries.
        for _ in range(3):
            running.stop()
            running.start()
            if running.starts[-1] <= SOON:
                break
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's own Chromium, without a window."""
    found = find_chromium()
    if found is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


def opened(
    browser: Browser, screen: Screen, kept: StorageState | None = None, *, touch: bool = False
) -> BrowserContext:
    """Open a window as a screen describes it."""
    context = browser.new_context(
        viewport={"width": screen.width, "height": screen.height},
        color_scheme="dark" if screen.night else "light",
        java_script_enabled=screen.scripts,
        locale="en-GB",
        reduced_motion="reduce",
        storage_state=kept,
        has_touch=touch,
    )
    context.set_default_timeout(PATIENCE_MS)
    return context


@pytest.fixture(scope="session")
def signed_in(chromium: Browser, demo: Demo) -> Callable[[str], StorageState]:
    """Sign each person in once, and remember it."""
    known: dict[str, StorageState] = {}

    def remember(name: str) -> StorageState:
        if name not in known:
            context = opened(chromium, DESK)
            signs_in_by_a_press(Visitor(context.new_page(), demo.url, DESK), name)
            known[name] = context.storage_state()
            context.close()
        return known[name]

    return remember


@pytest.fixture
def visit(
    chromium: Browser, demo: Demo, signed_in: Callable[[str], StorageState]
) -> Iterator[Visit]:
    """Open a window for somebody; at the end no page may have done what it must not."""
    contexts: list[BrowserContext] = []
    visitors: list[Visitor] = []

    def come(name: str = "", screen: Screen = DESK) -> Visitor:
        context = opened(chromium, screen, signed_in(name) if name else None)
        contexts.append(context)
        visitors.append(Visitor(context.new_page(), demo.url, screen))
        return visitors[-1]

    yield come
    troubles = [trouble for visitor in visitors for trouble in visitor.troubles]
    for context in contexts:
        context.close()
    assert not troubles, "\n".join(troubles)
