"""Every page that links lead to, for each role: open to everybody, and sound in itself."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.journeys.conftest import Visit
from tests.journeys.looks import faults
from tests.journeys.visitor import PHONE, Visitor

pytestmark = pytest.mark.browser

KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
FILE = re.compile(r"\.(pdf|csv|vtt|xml|ics)$|/sound/$")


# What these show differs from role to role, so each looks for itself.
VARIES = {"/", "/people/*/", "/cases/*/"}


class Walk:
    """Follows links, one page of each kind, until nothing new is found."""

    def __init__(self, visitor: Visitor, *starts: str, known: set[str] | None = None) -> None:
        self.visitor = visitor
        self.ahead = list(starts)
        self.kinds = {"", *map(kind, starts)}
        self.known = set() if known is None else known

    def go(self) -> Iterator[str]:
        """Yield the faults of each page that nobody has looked at, with its address."""
        while self.ahead:
            address = self.ahead.pop(0)
            self.visitor.goes(address)
            self._look_around()
            if kind(address) in VARIES or kind(address) not in self.known:
                self.known.add(kind(address))
                yield from (f"{address}\n    {fault}" for fault in faults(self.visitor.page))

    def _look_around(self) -> None:
        links = self.visitor.page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
        for link in map(str, links):
            address = link.removeprefix(self.visitor.url)
            if address.startswith("/") and kind(address) not in self.kinds:
                self.kinds.add(kind(address))
                self.ahead.append(address)


def kind(address: str) -> str:
    """Return what the pages of one kind have in common: the path, whomever it is about."""
    path = KEY.sub("*", urlsplit(address).path)
    path = re.sub(r"(/catalogue/)[\w-]+(?:/[\w-]+(?=/))?", r"\1*", path)
    path = re.sub(r"(/answers/)(?!ask/|podcast/)[\w-]+/", r"\1*/", path)
    path = re.sub(r"(/measures/|/figures/)[\w-]+", r"\1*", path)
    return "" if FILE.search(path) else path


@pytest.fixture(scope="module")
def known() -> set[str]:
    """The kinds of pages that somebody looked at in this run."""
    return set()


@pytest.mark.parametrize("name", ["Amina", "Carys", "Dev", "Esi", "Gwen"])
def test_no_page_keeps_anybody_out(visit: Visit, known: set[str], name: str) -> None:
    walk = Walk(visit(name, PHONE), "/", known=known)
    found = list(walk.go())
    assert len(walk.kinds) > 3
    assert not found, "\n".join(found)


def test_no_page_before_sign_in_keeps_anybody_out(visit: Visit) -> None:
    found = list(Walk(visit(screen=PHONE), "/sign-in/login/", "/sign-in/join/").go())
    assert not found, "\n".join(found)
