"""Fetches the installer without pip, and believes only the hashes in requirements/uv.txt."""

import base64
import hashlib
import html.parser
import io
import platform
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from pathlib import Path

from bootstrap.places import INSTALLER
from bootstrap.stop import Stop

WAIT_SECONDS = 60


def pinned() -> tuple[str, frozenset[str]]:
    """Return the installer's pinned version and the hashes that may be installed."""
    text = INSTALLER.read_text(encoding="utf-8")
    version = re.search(r"^uv==(\S+)", text, re.MULTILINE)
    if version is None:
        raise Stop(f"{INSTALLER.name} names no version: restore it from the repository.")
    return version[1], frozenset(re.findall(r"sha256:([0-9a-f]{64})", text))


def tags() -> tuple[str, ...]:
    """Return the words by which this machine's wheels are named, the best first."""
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(
        platform.machine().lower(), platform.machine().lower()
    )
    if sys.platform == "darwin":
        return ("macosx", "arm64" if machine == "aarch64" else machine)
    libc = "manylinux" if platform.libc_ver()[0] == "glibc" else "musllinux"
    return (libc, machine)


class Links(html.parser.HTMLParser):
    """The addresses of files on an index page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if tag == "a" and name == "href" and value]


def choose(links: list[str], version: str, words: tuple[str, ...]) -> str | None:
    """Return the first link to this version's wheel for this machine."""
    for link in links:
        name = urllib.parse.unquote(urllib.parse.urlsplit(link).path.rsplit("/", 1)[-1])
        if not name.startswith(f"uv-{version}-") or not name.endswith(".whl"):
            continue
        if all(
            any(part.startswith(word) or part.endswith(word) for part in re.split(r"[-.]", name))
            for word in words
        ):
            return link
    return None


def fetch_installer(index: str, folder: Path) -> Path:
    """Put the installer's program into the folder and return its path."""
    version, hashes = pinned()
    page_address = index.rstrip("/") + "/uv/"
    links = Links()
    links.feed(_get(page_address).decode("utf-8", "replace"))
    link = choose(links.found, version, tags())
    if link is None:
        raise Stop(f"The package index holds no installer (uv {version}) for this machine.")
    wheel = _get(urllib.parse.urljoin(page_address, link))
    if hashlib.sha256(wheel).hexdigest() not in hashes:
        raise Stop(
            "The installer that the index handed out is not the one that CORS was built with. "
            "Check PIP_INDEX_URL, or ask whoever runs the index."
        )
    return _unpack(wheel, folder)


def _unpack(wheel: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".data/scripts/uv"))
        program = folder / "uv"
        program.write_bytes(archive.read(name))
    program.chmod(0o755)
    return program


def _get(address: str) -> bytes:
    try:
        with urllib.request.urlopen(request_for(address), timeout=WAIT_SECONDS) as answer:
            body: bytes = answer.read()
            return body
    except (urllib.error.URLError, OSError, ValueError) as error:
        host = urllib.parse.urlsplit(address).hostname or address
        raise Stop(
            f"The package index {host} could not be reached: {getattr(error, 'reason', error)}. "
            "Check PIP_INDEX_URL and the connection."
        ) from error


def request_for(address: str) -> urllib.request.Request:
    """Move a name and password from the address to where the index expects them."""
    parts = urllib.parse.urlsplit(address)
    plain = parts._replace(netloc=parts.netloc.rsplit("@", 1)[-1], fragment="").geturl()
    request = urllib.request.Request(plain, headers={"Accept": "text/html, */*;q=0.1"})
    if parts.username:
        pair = urllib.parse.unquote(f"{parts.username}:{parts.password or ''}")
        token = base64.b64encode(pair.encode()).decode()
        request.add_header("Authorization", f"Basic {token}")
    return request
