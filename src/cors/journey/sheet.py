"""The sheet that a picture is drawn on: elements in layers, written out as one SVG."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape

from cors.journey import palette
from cors.journey.text import isolated, tidy

LAYERS = (
    *("ground", "columns", "hairlines", "glow", "base", "axis", "ties", "today", "leaders"),
    *("lines", "knots", "bands", "poles", "arcs", "marks", "dots", "text"),
)
"""From the back to the front."""

Links = Callable[[str], str]
RUN_GAP = 8
TURNED = {"start": "end", "end": "start"}


def number(value: float) -> str:
    """Return a length with one decimal at most."""
    return f"{round(value, 1) + 0:g}" if abs(value) < 1e5 else f"{value:.0f}"


@dataclass(frozen=True)
class Box:
    """A rectangle that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box", clear: float = 0) -> bool:
        return (
            self.left < other.right + clear
            and other.left < self.right + clear
            and self.top < other.bottom + clear
            and other.top < self.bottom + clear
        )


@dataclass(frozen=True)
class Link:
    """A lane that can be focused: where it leads, what it says, and the place it takes."""

    href: str
    says: str
    box: Box


@dataclass(frozen=True)
class Run:
    """Words that stand in a line with others."""

    words: str
    size: float
    paint: str = "j-ink"
    weight: int = 400


@dataclass
class Sheet:
    """Collects what is drawn; with plain=True colours are written out instead of classes.

    With a mirror, which is the width of the picture, it is drawn from right to left: marks are
    turned round as one, words and numbers only change their place. opens gives the address of
    the entry behind a mark.
    """

    plain: bool = False
    night: bool = False
    mirror: float = 0
    opens: Links | None = None
    layers: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in LAYERS})
    links: list[Link] = field(default_factory=list)
    entries: list[Link] = field(default_factory=list)

    def mark(self, ident: str, says: str, box: Box) -> None:
        """Let a mark open its entry, where the entry has an address."""
        if self.opens and ident:
            self.entries.append(Link(self.opens(ident), says, box))

    def draw(self, layer: str, tag: str, paint: str, body: str = "", **given: object) -> None:
        """Put an element on a layer; names of attributes bear _ for -, numbers are rounded."""
        self.layers[layer].append(self.element(tag, paint, body, **given))

    def element(self, tag: str, paint: str, body: str = "", **given: object) -> str:
        attributes = {name.rstrip("_").replace("_", "-"): value for name, value in given.items()}
        if self.plain:
            attributes |= palette.painted(paint, night=self.night)
        else:
            attributes["class"] = paint
        written = "".join(f' {name}="{_value(value)}"' for name, value in attributes.items())
        return f"<{tag}{written}>{body}</{tag}>" if body else f"<{tag}{written}/>"

    def path(self, layer: str, d: str, paint: str, **given: object) -> None:
        self.draw(layer, "path", paint, "", d=d, **given)

    def rect(self, layer: str, box: Box, paint: str, **given: object) -> None:
        size = {"width": box.right - box.left, "height": box.bottom - box.top}
        self.draw(layer, "rect", paint, "", x=box.left, y=box.top, **size, **given)

    def circle(self, layer: str, x: float, y: float, r: float, paint: str, **given: object) -> None:
        self.draw(layer, "circle", paint, "", cx=x, cy=y, r=r, **given)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        paint: str = "j-ink",
        weight: int = 400,
        anchor: str = "start",
    ) -> None:
        """Write one line whose baseline is at y."""
        given: dict[str, object] = {"font_size": size}
        if weight != 400:
            given["font_weight"] = weight
        self._write(x, y, anchor, paint, escape(tidy(words), quote=False), given)

    def runs(self, x: float, y: float, size: float, runs: Sequence[Run], paint: str) -> None:
        """Write runs of words in one line, so that a wider typeface cannot make them collide."""
        turned = list(reversed(runs)) if self.mirror else list(runs)
        found = []
        for place, run in enumerate(turned):
            given: dict[str, object] = {"dx": RUN_GAP} if place else {}
            given |= {"font_size": run.size} if run.size != size else {}
            given |= {"font_weight": run.weight} if run.weight != 400 else {}
            said = escape(isolated(tidy(run.words)), quote=False)
            found.append(self.element("tspan", run.paint, said, **given))
        self._write(x, y, "start", paint, "".join(found), {"font_size": size})

    def _write(
        self, x: float, y: float, anchor: str, paint: str, body: str, given: dict[str, object]
    ) -> None:
        if self.mirror:
            x, anchor = self.mirror - x, TURNED.get(anchor, anchor)
        if anchor != "start":
            given["text_anchor"] = anchor
        self.draw("text", "text", paint, body, x=x, y=y, **given)

    def drawn(self) -> Iterator[str]:
        """Yield all elements from the back to the front; in a mirror, words are not turned."""
        if self.mirror:
            yield f'<g transform="matrix(-1 0 0 1 {number(self.mirror)} 0)">'
        for name in LAYERS[:-1]:
            yield from self.layers[name]
        if self.mirror:
            yield "</g>"
        yield from self.layers[LAYERS[-1]]


def _value(value: object) -> str:
    if isinstance(value, int | float):
        return number(value)
    return escape(str(value), quote=True)


def points(along: Sequence[tuple[float, float]]) -> str:
    """Return a path through points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in along)


@dataclass(frozen=True)
class Frame:
    """What stands around the drawing: its name for assistive technology, and its size."""

    ident: str
    title: str
    says: str
    width: float
    height: float = 0

    def high(self, height: float) -> "Frame":
        return replace(self, height=height)


def written(sheet: Sheet, frame: Frame) -> str:
    """Return the whole SVG."""
    size = f"{number(frame.width)} {number(frame.height)}"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}"'
        f' width="{number(frame.width)}" height="{number(frame.height)}"'
        f' role="{"img" if sheet.plain else "group"}"'
        f' aria-labelledby="{frame.ident}-title"'
    )
    head += f' aria-describedby="{frame.ident}-says"' if frame.says else ""
    head += f' font-family="{FONT}">' if sheet.plain else ' class="j-picture">'
    named = f'<title id="{frame.ident}-title">{escape(tidy(frame.title), quote=False)}</title>'
    if frame.says:
        named += f'<desc id="{frame.ident}-says">{escape(tidy(frame.says), quote=False)}</desc>'
    inside = "".join(sheet.drawn())
    links = "" if sheet.plain else _links(sheet)
    return f'{head}{named}<g aria-hidden="true">{inside}</g>{links}</svg>'


FONT = "Atkinson Hyperlegible Next, Atkinson Hyperlegible, sans-serif"


def _links(sheet: Sheet) -> str:
    """Return one stop for each lane, and over them what a pointer finds on the marks.

    The table after the picture leads to the same entries, so that the keyboard has a stop for
    each lane and not for each mark.
    """
    lanes = (
        f'<a href="{escape(link.href)}" aria-label="{escape(tidy(link.says))}">'
        f'<rect{_place(sheet, link.box)} rx="6" class="j-hit"/></a>'
        for link in sheet.links
    )
    entries = (
        f'<a href="{escape(link.href)}" tabindex="-1"><title>{escape(tidy(link.says))}</title>'
        f'<rect{_place(sheet, link.box)} class="j-hit"/></a>'
        for link in sheet.entries
    )
    marks = "".join(entries)
    return "".join(lanes) + (f'<g aria-hidden="true">{marks}</g>' if marks else "")


def _place(sheet: Sheet, box: Box) -> str:
    left = sheet.mirror - box.right if sheet.mirror else box.left
    return "".join(
        f' {name}="{number(value)}"'
        for name, value in (
            ("x", left),
            ("y", box.top),
            ("width", box.right - box.left),
            ("height", box.bottom - box.top),
        )
    )
