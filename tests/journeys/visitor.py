"""Somebody in front of a browser, who notes whatever a page does that it must not."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Response

HERE = "127.0.0.1"
REFUSED = "status of 422"


@dataclass(frozen=True)
class Screen:
    """How somebody looks at CORS: the size of the window, day or night, with or without scripts."""

    name: str
    width: int
    height: int
    night: bool = False
    scripts: bool = True

    def __str__(self) -> str:
        parts = [self.name, "night" if self.night else "", "" if self.scripts else "no scripts"]
        return ", ".join(part for part in parts if part)


DESK = Screen("desk", 1280, 900)
PHONE = Screen("phone", 390, 844)


class Visitor:
    """One person in one window; every press is counted."""

    def __init__(self, page: Page, url: str, screen: Screen) -> None:
        self.page, self.url, self.screen = page, url, screen
        self.troubles: list[str] = []
        self.presses = 0
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self._note(f"script failed: {error}"))
        page.on("request", self._asked)
        page.on("response", self._answered)

    def _note(self, what: str) -> None:
        self.troubles.append(f"{urlsplit(self.page.url).path}: {what}")

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error" and REFUSED not in message.text:
            self._note(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob", "about") and address.hostname != HERE:
            self._note(f"asked another machine for {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 500 or (response.status >= 400 and response.status != 422):
            self._note(f"{response.status} from {response.url}")

    def goes(self, address: str) -> None:
        self.page.goto(f"{self.url}{address}")

    def presses_on(self, what: Locator) -> None:
        """Press something, as by a finger or the mouse."""
        self.presses += 1
        what.click()

    def chooses(self, words: str, *, within: Locator | None = None) -> None:
        """Choose a chip by its words."""
        self.presses += 1
        chip = (within or self.page.locator("main")).get_by_label(words, exact=True)
        chip.first.check()

    def writes(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).first.fill(words)

    def link(self, words: str) -> Locator:
        """Return the first link with these words that can be seen."""
        found = self.page.get_by_role("link", name=re.compile(rf"^\W*{re.escape(words)}"))
        return found.locator("visible=true").first

    def button(self, words: str) -> Locator:
        return self.page.get_by_role("button", name=words, exact=True).first

    @property
    def heading(self) -> str:
        return self.page.locator("h1").first.inner_text()

    @property
    def words(self) -> str:
        return self.page.locator("main").inner_text()
