"""Pages: all answers, and one of them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from cors.access.needs import any_member
from cors.library.shelf import shelf

MOST_ASKED = 100  # letters of a search


@any_member
def answers(request: HttpRequest) -> HttpResponse:
    """List the answers by theme, or those in which the words stand that are looked for."""
    asked = request.GET.get("q", "").strip()[:MOST_ASKED]
    known = shelf()
    found = known.search(asked) if asked else known.answers.values()
    context = {"asked": asked, "themes": known.by_theme(found)}
    return render(request, "library/answers.html", context)


@any_member
def answer(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one answer: its key points, its words by chapter, and what belongs to it."""
    known = shelf()
    found = known.answers.get(slug)
    if found is None:
        raise Http404
    context = {"answer": found, "related": known.related(found)}
    return render(request, "library/answer.html", context)
