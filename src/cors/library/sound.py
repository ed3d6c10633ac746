"""A file with sound: what it is by its content, how long it is, and its loudness made even."""

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from tinytag import TinyTag

from cors.core.errors import Refused
from cors.core.uploads import MOST_BYTES

MOST_SECONDS_OF_WORK = 300
MOST_MEMORY = 1024 * 1024 * 1024
LUFS = -16  # as loud as podcasts are asked to be (EBU R 128 tells how it is measured)
# A voice has peaks far above its loudness: brought nearer first, the limit takes nothing off.
NEARER = "acompressor=threshold=0.1:ratio=4:attack=5:release=120"
MEASURE = f"{NEARER},loudnorm=print_format=json"
LIMIT = "alimiter=limit=0.8:level=false"  # no peak is cut off hard: about -2 dB
KINDS = {"mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg", "wav": "audio/wav",
         "webm": "audio/webm"}  # fmt: skip
# Seconds of work, blocks of a file and memory, so that a file that means harm uses up no more.
WITHIN_BOUNDS = 'ulimit -c 0; ulimit -t "$1"; ulimit -f "$2"; ulimit -v "$3"; shift 3; exec "$@"'
MEASURED = re.compile(r"\{[^{}]*\}\s*$")
NO_SOUND = "This is no recording that we can take. Send an mp3, m4a, ogg or wav file."


@dataclass(frozen=True)
class Prepared:
    """A recording that is ready: where it lies, its kind, its seconds, and what was done to it."""

    path: Path
    ending: str
    seconds: float | None
    made_even: bool


def ending_of(path: Path) -> str | None:
    """Return mp3, m4a, ogg, wav or webm by the first bytes of a file; None for anything else."""
    with path.open("rb") as file:
        head = file.read(16)
    if head[:4] == b"OggS":
        return "ogg"
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return "wav"
    if head[4:8] == b"ftyp":
        return "m4a"
    if head[:4] == b"\x1a\x45\xdf\xa3":
        return "webm"
    is_frame = len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2
    return "mp3" if head[:3] == b"ID3" or is_frame else None


def prepare(path: Path, folder: Path, *, title: str, artist: str) -> Prepared:
    """Make a recording ready in a folder; without ffmpeg it is kept as it is. Raises Refused."""
    size = path.stat().st_size
    if not 0 < size <= MOST_BYTES:
        raise Refused("The recording is empty, or larger than 200 MB.", field="file")
    ending = ending_of(path)
    if ending is None:
        raise Refused(NO_SOUND, field="file")
    tool = shutil.which("ffmpeg")
    if tool is None:
        kept = folder / f"kept.{ending}"
        shutil.copyfile(path, kept)
        seconds = seconds_of(kept)
        if seconds is None and ending != "webm":  # which alone does not say how long it is
            raise Refused(NO_SOUND, field="file")
        return Prepared(kept, ending, seconds, made_even=False)
    made = folder / "made.mp3"
    if not _make_even(tool, path, made, title=title, artist=artist):
        raise Refused(NO_SOUND, field="file")
    return Prepared(made, "mp3", seconds_of(made), made_even=True)


def seconds_of(path: Path) -> float | None:
    """Return how long a recording is; None where its file does not say."""
    try:
        length = TinyTag.get(path).duration
    except Exception:  # whatever trips a reader in a hostile file, it is no recording
        return None
    return float(length) if length and 0 < length < 24 * 3600 else None


def _make_even(tool: str, path: Path, made: Path, *, title: str, artist: str) -> bool:
    """Measure the loudness, then bring it to what podcasts have, with our own tags alone."""
    reading = [
        tool, "-nostdin", "-hide_banner", "-protocol_whitelist", "file,pipe", "-i", str(path),
        "-map", "0:a:0", "-vn",
    ]  # fmt: skip
    measured = _run([*reading, "-af", MEASURE, "-f", "null", "-"], made)
    found = MEASURED.search(measured or "")
    if found is None:
        return False
    loudness = float(json.loads(found[0])["input_i"])
    if not isfinite(loudness):
        return False  # nothing is heard in it
    even = f"{NEARER},volume={LUFS - loudness:.2f}dB,{LIMIT}"
    writing = [
        "-map_metadata", "-1", "-map_chapters", "-1", "-metadata", f"title={title}",
        "-metadata", f"artist={artist}", "-af", even, "-ac", "1", "-ar", "44100",
        "-c:a", "libmp3lame", "-b:a", "64k", "-y", str(made),
    ]  # fmt: skip
    done = _run([*reading, *writing], made)
    return done is not None and made.exists() and made.stat().st_size > 0


def _run(command: list[str], made: Path) -> str | None:
    """Run it within bounds; return what it said, None where it failed or took too long."""
    blocks, kib = MOST_BYTES // 512, MOST_MEMORY // 1024
    bounds = [str(bound) for bound in (MOST_SECONDS_OF_WORK, blocks, kib)]
    try:
        done = subprocess.run(
            ["/bin/sh", "-c", WITHIN_BOUNDS, "sh", *bounds, *command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=MOST_SECONDS_OF_WORK,
            env={"PATH": os.defpath},
            cwd=made.parent,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    return done.stderr.decode("utf-8", "replace") if done.returncode == 0 else None
