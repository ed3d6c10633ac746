"""The help mark of each page: which answer it opens."""

from django.http import HttpRequest
from django.urls import reverse

from cors.library.shelf import shelf


def help_mark(request: HttpRequest) -> dict[str, str]:
    """Return the question that belongs to this page and where it is answered."""
    if getattr(request, "member", None) is None or request.resolver_match is None:
        return {}
    answer = shelf().for_screen(request.resolver_match.view_name)
    return {"help_title": answer.title, "help_url": reverse("library:answer", args=[answer.slug])}
