"""Somebody who reaches CORS over TLS from an address of their own, with cookies."""

import http.client
import socket
import ssl
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from tests.whole.forms_on_pages import read

NAME = "cors.example.org"
PATIENCE = 20.0
LOGIN = "/sign-in/login/"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    page: str
    headers: http.client.HTTPMessage

    def hidden(self) -> dict[str, str]:
        tags = (attrs for tag, attrs in read(self.page).tags if tag == "input")
        return {each["name"]: each["value"] for each in tags if each.get("type") == "hidden"}


@dataclass
class Caller:
    """A browser as far as TLS, addresses and cookies go."""

    port: int
    address: str
    headers: dict[str, str]
    server_name: str = NAME
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None)

    def post(self, path: str, sent: dict[str, str]) -> Answer:
        return self._ask("POST", path, urlencode(sent))

    def signs_in(self, email: str, password: str) -> Answer:
        """Open the page, fill it in and send it."""
        page = self.get(LOGIN)
        return self.post(LOGIN, page.hidden() | {"login": email, "password": password})

    def _ask(self, method: str, path: str, body: str | None) -> Answer:
        line = http.client.HTTPConnection(NAME, self.port)
        line.sock = self._line()
        given = {"Host": NAME, "Origin": f"https://{NAME}"} | {
            name.replace("_", "-"): value for name, value in self.headers.items()
        }
        if self.cookies:
            given["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if body is not None:
            given["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            line.request(method, path, body, given)
            came = line.getresponse()
            answer = Answer(came.status, came.read().decode(), came.headers)
        finally:
            line.close()
        for set_cookie in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: one.value for name, one in SimpleCookie(set_cookie).items()}
        return answer

    def _line(self) -> socket.socket:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        plain = socket.create_connection(
            ("127.0.0.1", self.port), PATIENCE, source_address=(self.address, 0)
        )
        try:
            return context.wrap_socket(plain, server_hostname=self.server_name)
        except OSError:
            plain.close()
            raise
