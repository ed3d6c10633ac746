"""A podcast feed: RSS 2.0 with the tags of iTunes and of the podcast namespace.

https://www.rssboard.org/rss-specification, https://podcasters.apple.com/support/823-podcast-requirements,
https://podcastindex.org/namespace/1.0.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
ATOM = "http://www.w3.org/2005/Atom"
FEEDS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")  # the namespace of podcast:guid
for prefix, name in (("itunes", ITUNES), ("podcast", PODCAST), ("atom", ATOM)):
    register_namespace(prefix, name)


@dataclass(frozen=True)
class Episode:
    """One answer that can be heard; addresses are whole, empty where there is none."""

    guid: str
    title: str
    words: str
    url: str
    sound_url: str
    media_type: str
    bytes: int
    seconds: float | None
    out_at: datetime
    captions_url: str
    chapters_url: str


@dataclass(frozen=True)
class Channel:
    """What a feed says of itself."""

    title: str
    author: str
    words: str
    url: str
    feed_url: str
    image_url: str
    is_private: bool


def feed_of(channel: Channel, episodes: Iterable[Episode]) -> bytes:
    """Return the feed, newest first, as XML in UTF-8."""
    rss = Element("rss", {"version": "2.0"})
    top = SubElement(rss, "channel")
    for tag, words in (
        ("title", channel.title), ("link", channel.url), ("description", channel.words),
        ("language", "en-gb"), (f"{{{ITUNES}}}author", channel.author),
        (f"{{{ITUNES}}}explicit", "false"), (f"{{{ITUNES}}}type", "episodic"),
        (f"{{{PODCAST}}}guid", str(uuid5(FEEDS, channel.feed_url.split("://")[-1].rstrip("/")))),
        (f"{{{PODCAST}}}locked", "yes" if channel.is_private else "no"),
    ):  # fmt: skip
        SubElement(top, tag).text = clean(words)
    SubElement(top, f"{{{ATOM}}}link", {
        "href": channel.feed_url, "rel": "self", "type": "application/rss+xml",
    })  # fmt: skip
    SubElement(top, f"{{{ITUNES}}}image", {"href": channel.image_url})
    SubElement(top, f"{{{ITUNES}}}category", {"text": "Education"})
    if channel.is_private:
        SubElement(top, f"{{{ITUNES}}}block").text = "Yes"  # kept out of every directory
    for episode in sorted(episodes, key=lambda each: each.out_at, reverse=True):
        _add(top, episode)
    written: bytes = tostring(rss, encoding="utf-8", xml_declaration=True)
    return written


def _add(top: Element, episode: Episode) -> None:
    item = SubElement(top, "item")
    for tag, words in (
        ("title", episode.title), ("link", episode.url), ("description", episode.words),
        ("pubDate", format_datetime(episode.out_at)), (f"{{{ITUNES}}}explicit", "false"),
    ):  # fmt: skip
        SubElement(item, tag).text = clean(words)
    SubElement(item, "guid", {"isPermaLink": "false"}).text = episode.guid
    SubElement(item, "enclosure", {
        "url": episode.sound_url, "length": str(episode.bytes), "type": episode.media_type,
    })  # fmt: skip
    if episode.seconds:
        SubElement(item, f"{{{ITUNES}}}duration").text = str(round(episode.seconds))
    if episode.captions_url:
        about = {"url": episode.captions_url, "type": "text/vtt", "rel": "captions"}
        SubElement(item, f"{{{PODCAST}}}transcript", about)
    if episode.chapters_url:
        about = {"url": episode.chapters_url, "type": "application/json+chapters"}
        SubElement(item, f"{{{PODCAST}}}chapters", about)


def clean(words: str) -> str:
    """Leave out what XML 1.0 can't hold."""
    return "".join(letter for letter in words if letter in "\t\n" or letter >= " ")
