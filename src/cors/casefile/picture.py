"""The journey picture as pages show it: wide, for a phone between its lists, and as a table."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from cors.journey.drawing import draw
from cors.journey.model import Journey
from cors.journey.phone import LanePart, parts
from cors.journey.style import PHONE
from cors.journey.table import Table, table

Line = dict[str, str]


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
    """The same journey, drawn twice and written once."""

    wide: SafeString
    phone: SafeString  # the whole picture where nothing is recorded yet, else empty
    title: str
    span: str
    lanes: list[PhoneLane]
    below: SafeString
    table: Table


def picture_of(journey: Journey) -> Picture:
    """Draw a journey; the drawing escapes all words that it is given."""
    drawn: Callable[[str], SafeString] = mark_safe
    wide, rows = drawn(draw(journey)), table(journey)
    if journey.is_empty:
        empty = drawn(draw(journey, style=PHONE))
        return Picture(wide, empty, "", "", [], drawn(""), rows)
    phone = parts(journey)
    lanes = [_lane(lane, drawn(lane.svg)) for lane in phone.lanes]
    return Picture(wide, drawn(""), phone.title, phone.span, lanes, drawn(phone.below), rows)


def _lane(lane: LanePart, svg: SafeString) -> PhoneLane:
    newest, earlier = (
        [{"mark": item.mark, "words": item.words, "detail": item.day} for item in items]
        for items in (lane.listed.newest, lane.listed.earlier)
    )
    return PhoneLane(lane.letter, svg, newest, earlier, lane.listed.more)
