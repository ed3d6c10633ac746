"""The journey picture as pages show it: wide, for a phone between its lists, and as a table."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi

from cors.journey.drawing import draw
from cors.journey.links import Links
from cors.journey.model import Journey
from cors.journey.phone import LanePart, parts
from cors.journey.style import CLIENT, CLIENT_PHONE, PHONE
from cors.journey.table import Table, table

Line = dict[str, str]
safe: Callable[[str], SafeString] = mark_safe


@dataclass(frozen=True)
class PhoneLane:
    """One goal on a phone: drawn, with its words in a list beneath."""

    letter: str
    svg: SafeString
    newest: list[Line]
    earlier: list[Line]
    more: str


@dataclass(frozen=True)
class Picture:
    """The same journey, drawn twice and written once; entries is where its marks lead."""

    wide: SafeString
    phone: SafeString  # the whole picture where nothing is recorded yet, else empty
    title: str
    span: str
    shown: str
    lanes: list[PhoneLane]
    below: SafeString
    table: Table
    entries: str = ""


@dataclass(frozen=True)
class ClientPicture:
    """The journey as it is drawn for the person, on a desk and on a phone."""

    wide: SafeString
    narrow: SafeString


def picture_of(journey: Journey, *, entries: str = "") -> Picture:
    """Draw a journey; entries is the address of the timeline that its marks open.

    The drawing escapes all words that it is given.
    """
    turned, opens = get_language_bidi(), _opens(entries)
    wide = safe(draw(journey, opens=opens, right_to_left=turned))
    rows = table(journey)
    if journey.is_empty:
        empty = safe(draw(journey, style=PHONE, right_to_left=turned))
        return Picture(wide, empty, "", "", journey.shown, [], safe(""), rows)
    phone = parts(journey, opens=opens, right_to_left=turned)
    lanes = [_lane(lane, safe(lane.svg)) for lane in phone.lanes]
    said = (phone.title, phone.span, journey.shown)
    return Picture(wide, safe(""), *said, lanes, safe(phone.below), rows, entries)


def client_picture_of(journey: Journey) -> ClientPicture:
    """Draw a journey for the person; the drawing escapes all words that it is given."""
    wide, narrow = (
        safe(draw(journey, style=style, right_to_left=get_language_bidi(), links=lambda _: "#way"))
        for style in (CLIENT, CLIENT_PHONE)
    )
    return ClientPicture(wide, narrow)


def _opens(entries: str) -> Links | None:
    return (lambda ident: f"{entries}#entry-{ident}") if entries else None


def _lane(lane: LanePart, svg: SafeString) -> PhoneLane:
    newest, earlier = (
        [{"mark": item.mark, "words": item.words, "detail": item.day} for item in items]
        for items in (lane.listed.newest, lane.listed.earlier)
    )
    return PhoneLane(lane.letter, svg, newest, earlier, lane.listed.more)
