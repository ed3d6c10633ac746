"""How far the answers reach: how many began, how many stayed to which chapter, to the end."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cors.library.models import Hearing
from cors.library.script import Script


@dataclass(frozen=True)
class Stayed:
    """A chapter, and how many of those who began came to it."""

    heading: str
    people: int


@dataclass(frozen=True)
class Reach:
    """One answer's listeners; by organisation as (name, began, heard to the end)."""

    title: str
    slug: str
    began: int
    heard: int
    chapters: tuple[Stayed, ...]
    organisations: tuple[tuple[str, int, int], ...]


def reach_of(scripts: Mapping[str, Script], hearings: Iterable[Hearing]) -> list[Reach]:
    """Return the reach of each answer that somebody began, the most heard first."""
    by_slug: dict[str, list[Hearing]] = {}
    for each in hearings:
        by_slug.setdefault(each.slug, []).append(each)
    found = [_reach(scripts[slug], rows) for slug, rows in by_slug.items() if slug in scripts]
    return sorted(found, key=lambda each: (-each.began, each.title))


def _reach(script: Script, rows: list[Hearing]) -> Reach:
    stayed = tuple(
        Stayed(
            chapter.heading, sum(each.heard_at is not None or each.furthest >= n for each in rows)
        )
        for n, chapter in enumerate(script.chapters, start=1)
    )
    names = sorted({each.works_for_name for each in rows})
    organisations = tuple(
        (
            name,
            sum(each.works_for_name == name for each in rows),
            sum(each.works_for_name == name and each.heard_at is not None for each in rows),
        )
        for name in names
    )
    heard = sum(each.heard_at is not None for each in rows)
    return Reach(script.title, script.slug, len(rows), heard, stayed, organisations)
