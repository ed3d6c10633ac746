"""Verbs: put a recording to an answer, say its words and chapters, take it away."""

import os
from functools import partial

from django.db import transaction

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.core.errors import Refused
from cors.core.forms import refuse_unseen
from cors.library.captions import CaptionsError, as_vtt, read_captions
from cors.library.chapter_times import TimesError, found_times, read_times
from cors.library.models import Answer, Recording
from cors.library.offered import script_of
from cors.library.sound import KINDS, Prepared

PAST_THE_END = 2.0  # seconds by which captions may outlast the sound


@verb(Permission.ANSWER)
def put_recording(
    *, answer: Answer, sound: Prepared, by: Membership, captions: str = "", times: str = ""
) -> Recording:
    """Put a recording to an answer, in place of one that it had.

    captions: WebVTT or SubRip; times: where each chapter begins, a line each.
    """
    before = Recording.of(answer)
    made = Recording(
        organisation=by.organisation,
        created_by_id=by.user_id,
        answer=answer,
        ending=sound.ending,
        media_type=KINDS[sound.ending],
        bytes=sound.path.stat().st_size,
        seconds=sound.seconds,
        made_even=sound.made_even,
    )
    _put_words(made, captions, times)
    if before:
        _forget(before)
    made.save(force_insert=True)
    made.folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    # The file is there before its row is: a row never leads to half of one.
    os.replace(sound.path, made.path)
    record(by=by, verb="put_recording", about=made, changes={"seconds": made.seconds})
    return made


@verb(Permission.ANSWER)
def say_words_of_recording(
    *, recording: Recording, by: Membership, captions: str = "", times: str = "", seen: str = ""
) -> None:
    """Say what is heard when, and where each chapter begins."""
    recording.hold("captions", "starts")
    refuse_unseen(seen, recording.said())
    _put_words(recording, captions, times)
    recording.save(update_fields=["captions", "starts"])
    record(by=by, verb="say_words_of_recording", about=recording)


@verb(Permission.ANSWER)
def take_recording_away(*, recording: Recording, by: Membership) -> None:
    """Take a recording away; the answer is read, or read aloud, again."""
    record(by=by, verb="take_recording_away", about=recording)
    _forget(recording)


def _forget(recording: Recording) -> None:
    path = recording.path
    recording.delete()
    transaction.on_commit(partial(path.unlink, missing_ok=True))


def _put_words(recording: Recording, captions: str, times: str) -> None:
    chapters = script_of(recording.answer).chapters
    cues = []
    try:
        cues = read_captions(captions) if captions.strip() else []
    except CaptionsError as error:
        raise Refused(str(error), field="captions") from None
    if cues and recording.seconds and cues[-1].end > recording.seconds + PAST_THE_END:
        raise Refused(
            f"These words end at {_clock(cues[-1].end)} and the recording at "
            f"{_clock(recording.seconds)}. Are they of another one?",
            field="captions",
        )
    try:
        starts = read_times(times, chapters, recording.seconds) if times.strip() else ()
    except TimesError as error:
        raise Refused(str(error), field="times") from None
    recording.captions = as_vtt(cues) if cues else ""
    recording.starts = list(starts or found_times(cues, chapters))


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
