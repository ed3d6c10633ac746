"""A recording is known by its content, made as loud as podcasts are, and refused if it is none."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tinytag import TinyTag

from cors.core.errors import Refused
from cors.library import sound
from cors.library.sound import ending_of, prepare
from cors.library.tests.sounds_made import a_wav

needs_ffmpeg = pytest.mark.skipif(not shutil.which("ffmpeg"), reason="ffmpeg is not installed")


@pytest.mark.parametrize(
    ("head", "ending"),
    [
        (b"ID3\x04", "mp3"), (b"\xff\xfb\x90", "mp3"), (b"OggS\0", "ogg"),
        (b"RIFF\0\0\0\0WAVE", "wav"), (b"\0\0\0\x20ftypM4A ", "m4a"),
        (b"\x1a\x45\xdf\xa3", "webm"), (b"", None), (b"MZ\x90", None), (b"<svg", None),
        (b"RIFF\0\0\0\0AVI ", None), (b"%PDF", None), (b"\xff\xd8\xff\xe0", None),
    ],
)  # fmt: skip
def test_the_kind_is_read_from_the_content(tmp_path: Path, head: bytes, ending: str | None) -> None:
    path = tmp_path / "anything.txt"
    path.write_bytes(head + b"\0" * 40 if head else b"")
    assert ending_of(path) == ending


def test_without_ffmpeg_it_is_kept_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    raw = a_wav(tmp_path / "raw")
    made = prepare(raw, tmp_path, title="Why?", artist="Us")
    assert (made.ending, made.made_even) == ("wav", False)
    assert made.seconds == pytest.approx(2.0)
    assert made.path.read_bytes() == raw.read_bytes()


@needs_ffmpeg
@pytest.mark.slow
@pytest.mark.parametrize("loud", [0.02, 0.8])
def test_loud_and_quiet_are_made_even(tmp_path: Path, loud: float) -> None:
    made = prepare(
        a_wav(tmp_path / "raw", seconds=6, loud=loud), tmp_path, title="Why?", artist="Us"
    )
    assert (made.ending, made.made_even) == ("mp3", True)
    told = subprocess.run(
        ["ffmpeg", "-nostats", "-i", str(made.path), "-af", "ebur128", "-f", "null", "-"],
        capture_output=True, text=True, check=True,
    ).stderr  # fmt: skip
    (*_, loudness) = re.findall(r"I:\s+(-?[\d.]+) LUFS", told)
    assert float(loudness) == pytest.approx(-16, abs=1)
    tags = TinyTag.get(made.path)
    assert (tags.title, tags.artist) == ("Why?", "Us")
    assert made.seconds == pytest.approx(6, abs=0.2)


def test_without_ffmpeg_too_a_file_that_is_not_what_it_says_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    path = tmp_path / "raw"
    path.write_bytes(b"ID3<script>alert(1)</script>" + b"x" * 5000)
    with pytest.raises(Refused, match="no recording"):
        prepare(path, tmp_path, title="Why?", artist="Us")


@needs_ffmpeg
@pytest.mark.parametrize(
    "body", [b"ID3\x04" + b"\0" * 5000, b"OggS" + b"x" * 5000, b"RIFF\0\0\0\0WAVE"]
)
def test_a_file_that_is_not_what_it_says_is_refused(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "raw"
    path.write_bytes(body)
    with pytest.raises(Refused, match="no recording") as refused:
        prepare(path, tmp_path, title="Why?", artist="Us")
    assert refused.value.field == "file"


@needs_ffmpeg
def test_silence_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        prepare(a_wav(tmp_path / "raw", loud=0), tmp_path, title="Why?", artist="Us")


@pytest.mark.parametrize("body", [b"", b"MZ not sound"])
def test_what_is_no_sound_is_refused(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "raw"
    path.write_bytes(body)
    with pytest.raises(Refused):
        prepare(path, tmp_path, title="Why?", artist="Us")


def test_what_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound, "MOST_BYTES", 1_000)
    with pytest.raises(Refused, match="larger than 200 MB"):
        prepare(a_wav(tmp_path / "raw"), tmp_path, title="Why?", artist="Us")


@needs_ffmpeg
def test_what_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound, "MOST_SECONDS_OF_WORK", 0)
    with pytest.raises(Refused):
        prepare(a_wav(tmp_path / "raw"), tmp_path, title="Why?", artist="Us")


def test_it_works_within_bounds(tmp_path: Path) -> None:
    said = sound._run(["/bin/sh", "-c", "{ ulimit -t; ulimit -v; } >&2"], tmp_path / "made.mp3")
    assert (said or "").split() == ["300", str(1024 * 1024)]
    assert sound._run(["/bin/sh", "-c", "exit 1"], tmp_path / "made.mp3") is None
