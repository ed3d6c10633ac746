"""A file is sent whole, or the part that is asked for, so that a broken download goes on."""

from pathlib import Path
from typing import Any

import pytest
from django.http import Http404
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from cors.library.ranged import ranged

BODY = bytes(range(256)) * 1_000


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "a.mp3"
    path.write_bytes(BODY)
    return path


def get(file: Path, **headers: str) -> Any:
    return ranged(RequestFactory().get("/", headers=headers), file, "audio/mpeg")


def body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def test_the_whole_is_sent_with_what_a_player_needs(file: Path) -> None:
    answer = get(file)
    assert (answer.status_code, body(answer)) == (200, BODY)
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["Content-Length"] == str(len(BODY))


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=10-", 10, len(BODY) - 1),
        ("bytes=-5", len(BODY) - 5, len(BODY) - 1),
        ("bytes=5-99999999", 5, len(BODY) - 1),
        ("bytes=-99999999", 0, len(BODY) - 1),
    ],
)
def test_a_part_is_sent_as_that_part(file: Path, asked: str, first: int, last: int) -> None:
    answer = get(file, Range=asked)
    assert answer.status_code == 206
    assert answer.headers["Content-Range"] == f"bytes {first}-{last}/{len(BODY)}"
    assert body(answer) == BODY[first : last + 1]


@pytest.mark.parametrize("asked", ["bytes=256000-", "bytes=9-3", "bytes=-0"])
def test_a_part_that_it_has_not_is_refused(file: Path, asked: str) -> None:
    answer = get(file, Range=asked)
    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{len(BODY)}"


@pytest.mark.parametrize(
    "asked", ["bytes=-", "bytes=a-b", "lines=1-2", "bytes=0-1,5-6", "", "bytes=0-" + "9" * 5000]
)
def test_what_is_no_range_gets_the_whole(file: Path, asked: str) -> None:
    assert get(file, Range=asked).status_code == 200


def test_a_download_goes_on_only_in_the_same_file(file: Path) -> None:
    tag = get(file).headers["ETag"]
    assert get(file, Range="bytes=5-", **{"If-Range": tag}).status_code == 206
    assert get(file, Range="bytes=5-", **{"If-Range": '"other"'}).status_code == 200


def test_a_file_that_is_gone_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Http404):
        get(tmp_path / "gone.mp3")


@given(st.integers(0, len(BODY) - 1))
def test_two_parts_make_the_whole(file: Path, cut: int) -> None:
    first = body(get(file, Range=f"bytes=0-{cut}"))
    rest = get(file, Range=f"bytes={cut + 1}-")
    assert first + (body(rest) if rest.status_code == 206 else b"") == BODY
