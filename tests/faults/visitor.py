"""A browser as far as HTTP goes: a session, a token, one request at a time."""

import http.client
from dataclasses import dataclass
from urllib.parse import urlencode

from tests.whole.forms_on_pages import read

TOKEN = "faultsfaultsfaultsfaultsfaultsfa"
PATIENCE = 40.0


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    page: str
    to: str = ""

    def hidden(self) -> dict[str, str]:
        """Return the hidden inputs of the page, the last of each name."""
        tags = (attrs for tag, attrs in read(self.page).tags if tag == "input")
        return {each["name"]: each["value"] for each in tags if each.get("type") == "hidden"}


class Visitor:
    """Somebody signed in at a server; safe to use from several threads."""

    def __init__(self, port: int, session: str) -> None:
        self.port, self.session = port, session

    def get(self, url: str) -> Answer:
        return self._ask("GET", url, None)

    def post(self, url: str, sent: dict[str, str]) -> Answer:
        return self._ask("POST", url, urlencode(sent | {"csrfmiddlewaretoken": TOKEN}))

    def _ask(self, method: str, url: str, body: str | None) -> Answer:
        """Raises OSError or HTTPException where no whole answer comes."""
        headers = {"Cookie": f"cors_session={self.session}; cors_csrf={TOKEN}"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            line.request(method, url, body, headers)
            answer = line.getresponse()
            page = answer.read().decode()
            return Answer(answer.status, page, answer.headers.get("Location", ""))
        finally:
            line.close()
