"""The sound of an answer: recorded by a person, or spoken by an open voice."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from cors.library.captions import Cue, read_captions
from cors.library.models import Answer, Recording
from cors.library.offered import Offered
from cors.library.script import Script

PAUSE = 0.6  # seconds between two paragraphs


@dataclass(frozen=True)
class Sound:
    """A file that can be played, with its words; captions are WebVTT."""

    path: Path
    ending: str
    media_type: str
    bytes: int
    seconds: float | None
    made_even: bool
    is_synthetic: bool
    captions: str
    starts: tuple[float, ...]


@dataclass(frozen=True)
class Line:
    """A line that is read, and from which second it is heard (None: nobody said)."""

    words: str
    start: float | None


@dataclass(frozen=True)
class Part:
    """A chapter as the page shows it."""

    heading: str
    key: str
    start: float | None
    paragraphs: tuple[tuple[Line, ...], ...]


def spoken_folder() -> Path:
    """Return where what an open voice spoke lies."""
    return Path(settings.CORS_VAR) / "spoken"


def sound_of(offered: Offered) -> Sound | None:
    """Return what can be played; a person's recording before a voice that was made."""
    return sounds_of([offered]).get(offered.slug)


def sounds_of(found: Iterable[Offered]) -> dict[str, Sound]:
    """Return what can be played of many answers, by slug, in one question to the database."""
    offered = list(found)
    recordings = Recording.of_many([each.answer for each in offered if each.answer])
    found_by_slug = {
        each.slug: _recorded(recordings.get(each.answer.pk)) if each.answer else spoken(each.slug)
        for each in offered
    }
    return {slug: sound for slug, sound in found_by_slug.items() if sound}


def recording_of(answer: Answer) -> Sound | None:
    """Return the sound of an answer of one's own library, draft or not."""
    return _recorded(Recording.of(answer))


def _recorded(recording: Recording | None) -> Sound | None:
    if recording is None:
        return None
    return Sound(
        path=recording.path,
        ending=recording.ending,
        media_type=recording.media_type,
        bytes=recording.bytes,
        seconds=recording.seconds,
        made_even=recording.made_even,
        is_synthetic=False,
        captions=recording.captions,
        starts=tuple(recording.starts),
    )


def spoken(slug: str) -> Sound | None:
    """Return what an open voice spoke of an answer that ships, if it did."""
    folder = spoken_folder()
    try:
        told = json.loads((folder / f"{slug}.json").read_text(encoding="utf-8"))
        captions = (folder / f"{slug}.vtt").read_text(encoding="utf-8")
        path = folder / f"{slug}.{told['ending']}"
        return Sound(
            path=path,
            ending=told["ending"],
            media_type=told["media_type"],
            bytes=path.stat().st_size,
            seconds=told["seconds"],
            made_even=told["made_even"],
            is_synthetic=True,
            captions=captions,
            starts=tuple(told["starts"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def starts_of(script: Script, sound: Sound | None) -> tuple[float, ...]:
    """Return where the chapters begin; nothing if the words got other chapters since."""
    return sound.starts if sound and len(sound.starts) == len(script.chapters) else ()


def parts_of(script: Script, sound: Sound | None) -> list[Part]:
    """Return the words by chapter: those of the captions where there are any, else the script's."""
    cues = read_captions(sound.captions) if sound and sound.captions else []
    starts = starts_of(script, sound)
    if cues and starts:
        return _heard(script, cues, starts)
    if cues:
        return [Part("What is said", "said", None, _paragraphs(cues))]
    return [
        Part(
            chapter.heading,
            chapter.key,
            starts[place] if starts else None,
            tuple((Line(words, None),) for words in chapter.paragraphs),
        )
        for place, chapter in enumerate(script.chapters)
    ]


def _heard(script: Script, cues: list[Cue], starts: tuple[float, ...]) -> list[Part]:
    ends = [*starts[1:], float("inf")]
    found = []
    for chapter, start, end in zip(script.chapters, starts, ends, strict=True):
        first = start if start > starts[0] else 0.0  # what is said before the first belongs to it
        here = [cue for cue in cues if first <= cue.start < end]
        if here and here[0].words.rstrip(".") == chapter.heading.rstrip("."):
            here = here[1:]
        found.append(Part(chapter.heading, chapter.key, start, _paragraphs(here)))
    return found


def _paragraphs(cues: list[Cue]) -> tuple[tuple[Line, ...], ...]:
    """Return lines as paragraphs: a new one after each pause that can be heard."""
    found: list[list[Line]] = []
    ended = -PAUSE
    for cue in cues:
        if not found or cue.start - ended >= PAUSE:
            found.append([])
        found[-1].append(Line(cue.words, cue.start))
        ended = cue.end
    return tuple(map(tuple, found))
