"""A recording is put to an answer, played in parts, followed by its words, and taken away."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from cors.casefile.tests.factories import page, words
from cors.core import uploads
from cors.core.errors import Changed, NotAllowed, Refused
from cors.core.forms.seen import seen_of
from cors.library.actions import (
    change_answer,
    put_recording,
    say_words_of_recording,
    take_recording_away,
)
from cors.library.models import Recording
from cors.library.sound import Prepared
from cors.library.tests.factories import an_answer, an_answer_out, here, serves
from cors.library.tests.sounds_made import a_wav
from tests.stage.personas import Stage, browser_of

CAPTIONS = """WEBVTT

00:00.000 --> 00:00.400
At first

00:00.500 --> 00:00.900
Sit down with them.

00:01.000 --> 00:01.900
And then ask.
"""
PLAY = "/answers/how-do-i-begin/"


@pytest.fixture(autouse=True)
def place(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.CORS_VAR = tmp_path / "var"
    monkeypatch.setattr(shutil, "which", lambda _: None)
    return tmp_path


def a_recording(stage: Stage, place: Path, **more: Any) -> Recording:
    answer = an_answer_out(stage.dev)
    made = Prepared(a_wav(place / "kept.wav"), "wav", 2.0, made_even=False)
    return put_recording(answer=answer, sound=made, by=stage.dev, **more)


def sent(place: Path) -> SimpleUploadedFile:
    return SimpleUploadedFile("a.mp3", a_wav(place / "sent.wav").read_bytes())


def test_it_is_played_from_the_page_in_parts(stage: Stage, place: Path) -> None:
    recording = a_recording(stage, place)
    assert f'src="{PLAY}sound/"' in page(stage.amina, PLAY)
    browser = browser_of(stage.amina)
    part: Any = browser.get(f"{PLAY}sound/", headers={"Range": "bytes=0-3"})
    assert (part.status_code, b"".join(part.streaming_content)) == (206, b"RIFF")
    assert part.headers["Content-Encoding"] == "identity"
    assert 'download="how-do-i-begin.wav"' in page(stage.amina, PLAY)
    assert recording.path.stat().st_size == recording.bytes


def test_the_words_follow_the_sound_and_chapters_are_found(stage: Stage, place: Path) -> None:
    recording = a_recording(stage, place)
    assert browser_of(stage.amina).get(f"{PLAY}captions.vtt").status_code == 404
    assert browser_of(stage.amina).get(f"{PLAY}chapters.json").status_code == 404
    say_words_of_recording(recording=recording, captions=CAPTIONS, times="0:00\n0:01", by=stage.dev)
    browser = browser_of(stage.amina)
    assert "Sit down with them." in browser.get(f"{PLAY}captions.vtt").content.decode()
    assert browser.get(f"{PLAY}chapters.json").json()["chapters"] == [
        {"startTime": 0.0, "title": "At first"},
        {"startTime": 1.0, "title": "And then"},
    ]
    shown = page(stage.amina, PLAY)
    assert 'data-start="0.500"' in shown
    assert 'data-from="1.000"' in shown


def test_words_saved_again_keep_the_times_of_the_chapters(stage: Stage, place: Path) -> None:
    recording = a_recording(stage, place, captions=CAPTIONS, times="0:00\n0:01.25")
    address = f"/own-answers/{recording.answer_id}/words/"
    assert "00:00:01.250" in page(stage.dev, address)
    browser_of(stage.dev).post(address, recording.said())
    recording.refresh_from_db()
    assert recording.starts == [0.0, 1.25]


def test_two_who_say_its_words_at_once_do_not_write_over_each_other(
    stage: Stage, place: Path
) -> None:
    recording = a_recording(stage, place)
    seen = seen_of(recording.said())
    say_words_of_recording(recording=recording, captions=CAPTIONS, seen=seen, by=stage.dev)
    with pytest.raises(Changed):
        say_words_of_recording(recording=recording, times="0:00\n0:01", seen=seen, by=stage.dev)
    recording.refresh_from_db()
    assert "Sit down" in recording.captions


def test_chapters_that_were_written_anew_have_no_times(stage: Stage, place: Path) -> None:
    recording = a_recording(stage, place, times="0:00\n0:01")
    change_answer(
        answer=recording.answer, title="How do I begin?", theme="people", words="One.",
        at=timezone.now(), by=stage.dev,
    )  # fmt: skip
    assert browser_of(stage.amina).get(f"{PLAY}chapters.json").status_code == 404
    assert "data-from" not in page(stage.amina, PLAY)


def test_what_is_heard_is_found_too(stage: Stage, place: Path) -> None:
    a_recording(stage, place, captions=CAPTIONS.replace("Sit", "Perambulate"))
    assert "How do I begin?" in words(page(stage.amina, "/answers/?q=perambulate+how"))
    assert "How do I begin?" not in words(page(stage.amina, "/answers/?q=perambulates"))


def test_words_that_outlast_the_sound_are_refused(stage: Stage, place: Path) -> None:
    long = CAPTIONS.replace("00:01.900", "00:09.000")
    with pytest.raises(Refused, match="end at 0:09 and the recording at 0:02") as refused:
        a_recording(stage, place, captions=long)
    assert refused.value.field == "captions"
    assert not Recording.objects.exists()
    assert not list(Recording.folder().glob("*"))


@pytest.mark.parametrize(
    ("captions", "times", "field"), [("no", "", "captions"), ("", "x", "times")]
)
def test_words_that_cannot_be_read_are_refused(
    stage: Stage, place: Path, captions: str, times: str, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        a_recording(stage, place, captions=captions, times=times)
    assert refused.value.field == field


def test_a_new_one_takes_the_place_of_the_old(
    stage: Stage, place: Path, django_capture_on_commit_callbacks: Any
) -> None:
    first = a_recording(stage, place)
    with django_capture_on_commit_callbacks(execute=True):
        made = Prepared(a_wav(place / "b.wav", seconds=1), "wav", 1.0, made_even=False)
        second = put_recording(answer=first.answer, sound=made, by=stage.dev)
    assert [path.name for path in Recording.folder().glob("*")] == [second.path.name]
    with django_capture_on_commit_callbacks(execute=True):
        take_recording_away(recording=second, by=stage.dev)
    assert not list(Recording.folder().glob("*"))
    assert "No recording was made yet" in page(stage.amina, PLAY)


def test_it_is_sent_by_a_form_and_said_to_be_kept_as_it_is(stage: Stage, place: Path) -> None:
    answer = an_answer(stage.dev)
    browser = browser_of(stage.dev)
    given = {"file": sent(place), "captions": CAPTIONS, "times": ""}
    got = browser.post(f"/own-answers/{answer.pk}/record/", given, follow=True)
    assert "ffmpeg is not installed" in words(got.content.decode())
    assert (Recording.objects.get().seconds, Recording.objects.get().ending) == (2.0, "wav")
    assert browser.get(f"/own-answers/{answer.pk}/sound/").status_code == 200
    file = SimpleUploadedFile("a.srt", CAPTIONS.replace("Sit", "Stand").encode())
    browser.post(f"/own-answers/{answer.pk}/words/", {"captions_file": file, "captions": ""})
    assert "Stand down" in Recording.objects.get().captions
    browser.post(f"/own-answers/{answer.pk}/no-recording/")
    assert not Recording.objects.exists()
    assert browser.get(f"/own-answers/{answer.pk}/sound/").status_code == 404


def test_what_is_no_recording_is_refused_and_nothing_is_left(stage: Stage, place: Path) -> None:
    answer = an_answer(stage.dev)
    address, browser = f"/own-answers/{answer.pk}/record/", browser_of(stage.dev)
    harmful = SimpleUploadedFile("a.mp3", b"<script>alert(1)</script>")
    for given, said in (
        ({"file": harmful}, "no recording that we can take"),
        ({}, "Choose the recording"),
        ({"file": sent(place), "captions": "no"}, "has no times above it"),
    ):
        got = browser.post(address, given)
        assert got.status_code == 422
        assert said in words(got.content.decode())
    assert not Recording.objects.exists()
    assert not [path for path in (place / "var").rglob("*") if path.is_file()]


def test_a_file_that_is_too_large_is_not_taken(
    stage: Stage, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = an_answer(stage.dev)
    monkeypatch.setattr(uploads, "MOST_BYTES", 10_000)
    got = browser_of(stage.dev).post(f"/own-answers/{answer.pk}/record/", {"file": sent(place)})
    assert got.status_code == 422
    assert "larger than 200 MB" in words(got.content.decode())
    assert not Recording.objects.exists()


def test_who_may_not_hear_it_finds_nothing(stage: Stage, elsewhere: Stage, place: Path) -> None:
    recording = a_recording(stage, place, captions=CAPTIONS)
    here(elsewhere)
    for part in ("sound/", "captions.vtt", "chapters.json"):
        assert browser_of(elsewhere.amina).get(PLAY + part).status_code == 404
    serves(stage, elsewhere)
    assert browser_of(elsewhere.amina).get(f"{PLAY}sound/").status_code == 200
    here(stage)
    with pytest.raises(NotAllowed):
        take_recording_away(recording=recording, by=stage.carys)
    with pytest.raises(NotAllowed):
        say_words_of_recording(recording=recording, by=stage.amina)
