"""The proxies of deploy/, run as their files say, on ports of their own and with a certificate."""

import shutil
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from cors.config.environment import ROOT
from tests.deploy.caller import NAME, Caller
from tests.journeys.server import free_port

DEPLOY = ROOT / "deploy"
PATIENCE = 20.0
FRAME = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/proxy.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
Words = Callable[[Path, int, int], list[str]]


class Proxy:
    """A proxy before a server; it ends with `stop`."""

    def __init__(self, name: str, folder: Path, server: int) -> None:
        self.folder, self.port = folder, free_port()
        make_certificate(folder)
        with (folder / "said.log").open("wb") as log:
            words = PROXIES[name](folder, self.port, server)
            surroundings = {"HOME": str(folder), "PATH": "/usr/sbin:/usr/bin:/bin"}
            self.process = subprocess.Popen(words, env=surroundings, stdout=log, stderr=log)
        self._wait()

    def caller(self, address: str = "127.0.0.1", **headers: str) -> Caller:
        """Return somebody at an address of the loopback network."""
        return Caller(self.port, address, headers)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            with suppress(OSError):
                if self.caller().get("/sign-in/login/").status == 200:
                    return
            time.sleep(0.1)
        self.stop()
        said = "\n".join(path.read_text() for path in self.folder.glob("*.log"))
        raise RuntimeError(f"The proxy did not start:\n{said}")


def replaced(file: str, changes: tuple[tuple[str, str], ...]) -> str:
    """Return a file of deploy/ with what belongs to a machine replaced; each has to be there."""
    text = (DEPLOY / file).read_text()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def nginx(folder: Path, port: int, server: int) -> list[str]:
    changes = (
        ("127.0.0.1:8000;", f"127.0.0.1:{server};"),
        ("listen 443 ", f"listen 127.0.0.1:{port} "),
        ("listen 80 ", f"listen 127.0.0.1:{free_port()} "),
        ("/etc/ssl/cors", str(folder)),
    )
    (folder / "site.conf").write_text(replaced("nginx.conf", changes))
    (folder / "nginx.conf").write_text(FRAME.format(folder=folder))
    return ["nginx", "-p", str(folder), "-e", f"{folder}/proxy.log", "-c", f"{folder}/nginx.conf"]


def caddy(folder: Path, port: int, server: int) -> list[str]:
    certificate = f"\ttls {folder}/fullchain.pem {folder}/privkey.pem\n"
    changes = (
        (f"{NAME} {{\n", f"https://{NAME}:{port} {{\n\tbind 127.0.0.1\n{certificate}"),
        ("127.0.0.1:8000 {", f"127.0.0.1:{server} {{"),
    )
    frame = "{\n\tadmin off\n\tauto_https disable_redirects\n}\n"
    (folder / "Caddyfile").write_text(frame + replaced("Caddyfile", changes))
    return ["caddy", "run", "--config", f"{folder}/Caddyfile", "--adapter", "caddyfile"]


PROXIES: dict[str, Words] = {"nginx": nginx, "caddy": caddy}


def is_installed(name: str) -> bool:
    return shutil.which(name, path="/usr/sbin:/usr/bin:/usr/local/bin") is not None


def make_certificate(folder: Path) -> None:
    """Write a certificate that signs itself, for a day."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "fullchain.pem").write_bytes(certificate.public_bytes(pem))
    kind, plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "privkey.pem").write_bytes(key.private_bytes(pem, kind, plain))
