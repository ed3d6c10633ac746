"""The same page whole, or the part of it that renews itself."""

from django.http import HttpRequest


def part_or_page(request: HttpRequest, page: str, part: str) -> str:
    """Return the template of the part when a page asks for it to renew itself."""
    asked = request.headers.get("HX-Request") == "true"
    return f"{page}{part}.html" if asked else f"{page}.html"
