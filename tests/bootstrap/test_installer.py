import hashlib
import io
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bootstrap import installer, wheel
from bootstrap.stop import Stop, stop_for_output

ON_LINUX = "uv-1.2-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
ON_ARM = "uv-1.2-py3-none-manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64.whl"
ON_ALPINE = "uv-1.2-py3-none-musllinux_1_1_x86_64.whl"
ON_MAC = "uv-1.2-py3-none-macosx_11_0_arm64.whl"
OLDER = "uv-1.1-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
LINKS = [f"../../files/{name}#sha256=00" for name in (OLDER, ON_ALPINE, ON_LINUX, ON_ARM, ON_MAC)]


def program() -> bytes:
    """Return a wheel that holds a program."""
    filled = io.BytesIO()
    with zipfile.ZipFile(filled, "w") as archive:
        archive.writestr("uv-1.2.data/scripts/uv", "#!/bin/sh\n")
    return filled.getvalue()


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Serve an index of one wheel on this machine."""
    monkeypatch.setattr(wheel, "tags", lambda: ("manylinux", "x86_64"))
    page = tmp_path / "simple" / "uv" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("".join(f'<a href="{link}">a file</a>' for link in LINKS))
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / ON_LINUX).write_bytes(program())
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    monkeypatch.setattr(SimpleHTTPRequestHandler, "log_message", lambda *words: None)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/simple"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("manylinux", "x86_64"), ON_LINUX),
        (("manylinux", "aarch64"), ON_ARM),
        (("musllinux", "aarch64"), ON_ARM),
        (("musllinux", "x86_64"), ON_ALPINE),
        (("macosx", "arm64"), ON_MAC),
    ],
)
def test_the_wheel_for_this_machine_is_chosen(words: tuple[str, ...], name: str) -> None:
    assert wheel.choose(LINKS, "1.2", words) == f"../../files/{name}#sha256=00"


def test_a_machine_without_a_wheel_gets_none() -> None:
    assert wheel.choose(LINKS, "1.2", ("manylinux", "s390x")) is None


def test_the_installer_is_fetched_from_the_index(
    index: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = hashlib.sha256(program()).hexdigest()
    monkeypatch.setattr(wheel, "pinned", lambda: ("1.2", frozenset({known})))
    fetched = wheel.fetch_installer(index, tmp_path)
    assert fetched.read_text() == "#!/bin/sh\n"
    assert fetched.stat().st_mode & 0o100


def test_another_installer_than_the_pinned_one_is_refused(
    index: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wheel, "pinned", lambda: ("1.2", frozenset({"00" * 32})))
    with pytest.raises(Stop, match="not the one that CORS was built with"):
        wheel.fetch_installer(index, tmp_path)
    assert not (tmp_path / "uv").exists()


def test_a_password_in_the_address_is_sent_as_one() -> None:
    asked = wheel.request_for("https://me:a%20word@index.example/simple/uv/")
    assert asked.full_url == "https://index.example/simple/uv/"
    assert asked.get_header("Authorization") == "Basic bWU6YSB3b3Jk"


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/simple", "nonsense"])
def test_an_index_that_does_not_answer_is_named(address: str, tmp_path: Path) -> None:
    with pytest.raises(Stop, match="could not be reached"):
        wheel.fetch_installer(address, tmp_path)


def test_the_pinned_installer_has_a_version_and_hashes() -> None:
    version, hashes = wheel.pinned()
    assert version[0].isdigit()
    assert len(hashes) >= 8


def test_a_python_without_pip_says_how_to_get_it(
    tmp_path: Path, nothing_configured: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installer, "pip_program", lambda: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Stop, match="has no pip"):
        installer.find_uv(tmp_path)


def test_an_installer_of_the_machine_itself_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installer, "pip_program", lambda: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "uv").write_text("#!/bin/sh\n")
    (tmp_path / "uv").chmod(0o755)
    assert installer.find_uv(tmp_path / "empty") == tmp_path / "uv"


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("error: failed to write: No space left on device (os error 28)", "disk is full"),
        ("error: failed to create directory: Permission denied", "can't be written to"),
        ("Hash mismatch for `django==5.2`", "something other than what CORS was built with"),
        ("  Caused by: error sending request for url", "Connect to the internet"),
        ("ERROR: No matching distribution found for uv", "Connect to the internet"),
        ("one\nsomething else went wrong\n\n", "something else went wrong$"),
        ("", "no reason given"),
    ],
)
def test_what_an_installer_prints_becomes_one_sentence(output: str, sentence: str) -> None:
    with pytest.raises(Stop, match=sentence) as raised:
        raise stop_for_output(output, "A part of CORS")
    assert "\n" not in str(raised.value)
