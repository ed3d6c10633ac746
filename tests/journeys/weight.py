"""What a page weighs when nothing of it is at hand yet, as the browser counts it."""

import gzip
import re
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import CDPSession, Page

KIB = 1024
PAGE = 60 * KIB
SCRIPT = 10 * KIB
PICTURE = re.compile(r"<svg[^>]*class=\"j-picture\".*?</svg>", re.DOTALL)


@dataclass
class Weight:
    """Bytes that came over the line for one page, by kind, without the journey picture."""

    address: str
    kinds: Counter[str] = field(default_factory=Counter)

    @property
    def whole(self) -> int:
        return sum(self.kinds.values())

    def __str__(self) -> str:
        parts = ", ".join(f"{kind} {size / KIB:.1f}" for kind, size in self.kinds.most_common())
        return f"{self.whole / KIB:5.1f} KiB  {self.address}  ({parts})"

    def over(self) -> list[str]:
        """Return a line for each budget that is not kept."""
        found = [f"over {PAGE // KIB} KiB: {self}"] if self.whole > PAGE else []
        if self.kinds["Script"] > SCRIPT:
            found.append(f"over {SCRIPT // KIB} KiB of script: {self}")
        return found


class Scales:
    """Weighs each page that a window opens, with an empty cache."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.line: CDPSession = page.context.new_cdp_session(page)
        self.kinds: dict[str, str] = {}
        self.came: Counter[str] = Counter()
        self.line.send("Network.enable")
        self.line.send("Network.setCacheDisabled", {"cacheDisabled": True})
        self.line.on("Network.responseReceived", self._named)
        self.line.on("Network.loadingFinished", self._finished)

    def _named(self, event: dict[str, str]) -> None:
        self.kinds[event["requestId"]] = event["type"]

    def _finished(self, event: dict[str, str]) -> None:
        kind = self.kinds.get(event["requestId"], "Other")
        self.came[kind] += int(event["encodedDataLength"])

    def weigh(self, url: str) -> Weight:
        """Open a page and return what came for it."""
        self.came.clear()
        answer = self.page.goto(url, wait_until="load")
        self.page.evaluate("document.fonts.ready.then(() => true)")
        weight = Weight(urlsplit(url).path, Counter(self.came))
        weight.kinds["Document"] -= picture_in(answer.text() if answer else "")
        return weight


def picture_in(page: str) -> int:
    """Return by how many bytes journey pictures make the compressed page heavier."""
    bare = PICTURE.sub("", page)
    return len(gzip.compress(page.encode(), 6)) - len(gzip.compress(bare.encode(), 6))
