"""Pages: put a recording to an answer, from a file or from this device's microphone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from csp.decorators import csp_update
from django.contrib import messages
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cors.access.door import find_in_organisation, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.catalogue.page import sent
from cors.core.errors import Refused
from cors.core.uploads import TOO_LARGE
from cors.library import actions
from cors.library.forms import CaptionsForm, RecordingForm
from cors.library.models import Answer, Recording
from cors.library.ranged import ranged
from cors.library.sound import Prepared, prepare

MICROPHONE = "camera=(), geolocation=(), microphone=(self), payment=()"


# A blob is what was recorded here, to be heard before it is sent.
@csp_update({"media-src": ["blob:"]})  # type: ignore[arg-type]
@needs(Permission.ANSWER)
def record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put a recording to an answer."""
    answer = find_in_organisation(Answer, request, pk)
    form = RecordingForm(sent(request), request.FILES or None, known={})
    if getattr(request, TOO_LARGE, False):
        form.add_error("file", "This file is larger than 200 MB. Send a shorter or smaller one")
    elif form.is_valid():
        try:
            made = _put(request, answer, form)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _said(made))
            return redirect("library:own", pk)
    context = {"form": form, "own": answer, "title": "Record it", "quiet": True}
    status = 422 if form.errors else 200
    page = render(request, "library/recording.html", context, status=status)
    page.headers["Permissions-Policy"] = MICROPHONE
    return page


@needs(Permission.ANSWER)
def words(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say what is heard when, and where each chapter begins."""
    answer = find_in_organisation(Answer, request, pk)
    recording = Recording.of(answer)
    if recording is None:
        raise Http404
    form = CaptionsForm(sent(request), request.FILES or None, known=recording.said())
    if form.is_valid():
        try:
            actions.say_words_of_recording(
                recording=recording, by=member_of(request), **form.given()
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("library:own", pk)
    context = {"form": form, "own": answer, "title": "Words and chapters", "quiet": True}
    return render(request, "library/recording.html", context, status=422 if form.errors else 200)


@require_POST
@needs(Permission.ANSWER)
def take_away(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a recording away."""
    recording = Recording.of(find_in_organisation(Answer, request, pk))
    if recording:
        actions.take_recording_away(recording=recording, by=member_of(request))
    return redirect("library:own", pk)


@needs(Permission.ANSWER)
def own_sound(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Send the sound of an answer of one's own library, draft or not."""
    recording = Recording.of(find_in_organisation(Answer, request, pk))
    if recording is None:
        raise Http404
    return ranged(request, recording.path, recording.media_type)


def _put(request: HttpRequest, answer: Answer, form: RecordingForm) -> Recording:
    member = member_of(request)
    with _made_ready(form.cleaned_data["file"], answer, member.organisation.name) as sound:
        return actions.put_recording(answer=answer, sound=sound, by=member, **form.words())


@contextmanager
def _made_ready(file: TemporaryUploadedFile, answer: Answer, artist: str) -> Iterator[Prepared]:
    """Make it ready beside its last place, so that moving it there is one step."""
    place = Recording.folder()
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(dir=place.parent, prefix="making-") as folder:
        path = Path(file.temporary_file_path())
        yield prepare(path, Path(folder), title=answer.title, artist=artist)


def _said(made: Recording) -> str:
    if made.made_even:
        return "The recording is there, as loud as podcasts are."
    return "The recording is kept as it is: ffmpeg is not installed here to make it even."
