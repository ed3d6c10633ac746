"""An open voice speaks an answer that ships: sound, captions and where each chapter begins."""

import json
import os
import re
import shutil
import subprocess
import wave
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from cors.core.errors import Refused
from cors.library.captions import Cue, as_vtt
from cors.library.script import Script
from cors.library.sound import KINDS, Prepared, prepare

VOICE = "espeak-ng"
NO_VOICE = "There is no voice here. Install espeak-ng from the system's packages, and try again."
WORDS_A_MINUTE = "150"
MOST_SECONDS = 60  # to speak one sentence
AFTER_SENTENCE, AFTER_PARAGRAPH, AFTER_HEADING = 0.3, 0.8, 0.9  # seconds of rest
SENTENCE_ENDS = re.compile(r"(?<=[.!?:])\s+(?=[\"“‘A-Z])")


@dataclass(frozen=True)
class Said:
    """One sentence, the rest after it in seconds, and whether it is the heading of a chapter."""

    words: str
    rest: float
    is_heading: bool


def sentences(script: Script) -> Iterator[Said]:
    """Yield what is said of an answer, in order."""
    for chapter in script.chapters:
        yield Said(chapter.heading, AFTER_HEADING, is_heading=True)
        for paragraph in chapter.paragraphs:
            *before, last = SENTENCE_ENDS.split(paragraph)
            for words in before:
                yield Said(words, AFTER_SENTENCE, is_heading=False)
            yield Said(last, AFTER_PARAGRAPH, is_heading=False)


def speak(script: Script, folder: Path) -> Prepared:
    """Let the voice speak an answer into a folder; raises Refused where there is none."""
    voice = shutil.which(VOICE)
    if voice is None:
        raise Refused(NO_VOICE)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder, prefix="speaking-") as place:
        raw = Path(place) / "raw.wav"
        cues, starts = _speak_all(voice, script, raw)
        made = prepare(raw, Path(place), title=script.title, artist="A made voice")
        _put(script.slug, made, folder, cues, starts)
    return made


def _speak_all(voice: str, script: Script, raw: Path) -> tuple[list[Cue], list[float]]:
    cues: list[Cue] = []
    starts: list[float] = []
    at = 0.0
    with wave.open(str(raw), "wb") as whole:
        for said in sentences(script):
            piece = raw.with_name("piece.wav")
            _say(voice, said.words, piece)
            with wave.open(str(piece), "rb") as spoken:
                rate, frames = spoken.getframerate(), spoken.readframes(spoken.getnframes())
                if not cues:
                    whole.setparams(spoken.getparams())
            rest = round(said.rest * rate)
            whole.writeframes(frames + b"\0\0" * rest)
            seconds = len(frames) / 2 / rate
            cues.append(Cue(at, at + seconds, said.words))
            if said.is_heading:
                starts.append(round(at, 3))
            at += seconds + rest / rate
    return cues, starts


def _say(voice: str, words: str, piece: Path) -> None:
    command = [voice, "-v", "en-gb", "-s", WORDS_A_MINUTE, "-w", str(piece), "--stdin"]
    subprocess.run(
        command, input=words.encode(), check=True, timeout=MOST_SECONDS, capture_output=True
    )


def _put(slug: str, made: Prepared, folder: Path, cues: list[Cue], starts: list[float]) -> None:
    """Put it where it is looked for; what tells of it comes last, so none is half there."""
    about = {
        "ending": made.ending,
        "media_type": KINDS[made.ending],
        "seconds": made.seconds,
        "made_even": made.made_even,
        "starts": starts,
    }
    os.replace(made.path, folder / f"{slug}.{made.ending}")
    (folder / f"{slug}.vtt").write_text(as_vtt(cues), encoding="utf-8")
    (folder / f"{slug}.json").write_text(json.dumps(about), encoding="utf-8")
