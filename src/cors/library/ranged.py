"""A file sent whole, or from where its reader broke off (RFC 9110, section 14: one range)."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

PIECE = 64 * 1024
RANGE = re.compile(r"^bytes=(\d{0,18})-(\d{0,18})$")


def ranged(request: HttpRequest, path: Path, media_type: str) -> HttpResponseBase:
    """Return a file, or the part of it that is asked for; 416 for a part that it has not."""
    try:
        about = path.stat()
    except OSError:
        raise Http404 from None
    size, tag = about.st_size, f'"{about.st_mtime_ns:x}-{about.st_size:x}"'
    asked = _asked(request, tag)
    first, last = _bounds(asked, size) if asked else (0, size - 1)
    if first > last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    answer = StreamingHttpResponse(
        _pieces(path, first, last - first + 1), status=206 if asked else 200
    )
    headers = {
        "Content-Type": media_type,
        "Content-Length": str(last - first + 1),
        "Content-Encoding": "identity",  # sound gets no smaller, and a part must stay a part
        "Accept-Ranges": "bytes",
        "ETag": tag,
        "Cache-Control": "private, max-age=86400",
    }
    for name, value in headers.items():
        answer.headers[name] = value
    if asked:
        answer.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    return answer


def _asked(request: HttpRequest, tag: str) -> re.Match[str] | None:
    """Return the one range that is asked for; of a file that has changed since, the whole."""
    found = RANGE.match(request.headers.get("Range", ""))
    if found is None or found[1] == found[2] == "":
        return None
    return found if request.headers.get("If-Range", tag) == tag else None


def _bounds(asked: re.Match[str], size: int) -> tuple[int, int]:
    """Return the first and the last byte; the first after the last where there is none."""
    if asked[1] == "":
        return (max(0, size - int(asked[2])), size - 1) if int(asked[2]) else (1, 0)
    first = int(asked[1])
    last = min(int(asked[2]), size - 1) if asked[2] else size - 1
    return (first, last) if first < size else (1, 0)


def _pieces(path: Path, first: int, left: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(first)
        while left > 0 and (piece := file.read(min(PIECE, left))):
            left -= len(piece)
            yield piece
