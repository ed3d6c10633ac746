"""Page: what was being typed when the session ended."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from cors.access.held_words import held_for
from cors.access.needs import any_user
from cors.core.held import held_page

SAID = [
    "Your sign-in had ended when you sent this. You are signed in again, and nothing is lost.",
    "Read through what you typed, and save it.",
]


@require_safe
@any_user
def held(request: HttpRequest) -> HttpResponse:
    """Show it to whoever typed it, to be sent with one press."""
    found = held_for(request)
    if found is None:
        return redirect("/")
    return held_page(
        request,
        found.by(request.user.pk),  # type: ignore[arg-type]
        title="This is not saved yet",
        said=SAID,
        status=200,
        save="Save it now",
    )
