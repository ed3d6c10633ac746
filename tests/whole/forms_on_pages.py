"""Reads the forms that a page shows, the way a browser would fill and send them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Input:
    """One thing to fill in."""

    name: str
    kind: str
    value: str
    ident: str
    checked: bool = False


@dataclass
class Page(HTMLParser):
    """What a page holds: headings, labels, links and the inputs of its forms that post."""

    inputs: list[Input] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    headings: list[str] = field(default_factory=list)
    idents: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    posts: bool = False
    _inside: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def __hash__(self) -> int:
        return id(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        if "id" in given:
            self.idents.append(given["id"])
        if tag in ("h1", "h2", "h3"):
            self.headings.append(tag)
        if tag == "label":
            self.labels.add(given.get("for", ""))
        if tag == "form":
            self._inside = given.get("method", "").lower() == "post" and not given.get("action")
            self.posts = self.posts or self._inside
        if self._inside and tag in ("input", "textarea", "select") and given.get("name"):
            self._add(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False

    def _add(self, tag: str, given: dict[str, str]) -> None:
        kind = given.get("type", "text") if tag == "input" else tag
        ident = given.get("id", "")
        checked = "checked" in given
        self.inputs.append(Input(given["name"], kind, given.get("value", ""), ident, checked))

    def hidden(self) -> dict[str, str]:
        """Return what the form sends of itself."""
        return {one.name: one.value for one in self.inputs if one.kind == "hidden"}

    def filled(self, words: str) -> dict[str, str]:
        """Return the form with these words in everything that takes words."""
        texts = {
            one.name: words
            for one in self.inputs
            if one.kind not in ("hidden", "radio", "checkbox", "select", "submit")
        }
        return self.hidden() | texts

    def unlabelled(self) -> Iterator[str]:
        """Yield inputs that no label belongs to (a chip's label stands around it)."""
        typed = ("text", "textarea", "select", "date", "email", "password", "search")
        named = (one for one in self.inputs if one.kind in typed)
        yield from (one.name for one in named if one.ident not in self.labels)


def read(html: str) -> Page:
    """Read a page."""
    page = Page()
    page.feed(html)
    return page
