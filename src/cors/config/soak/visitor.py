"""Somebody at work in the practice organisation: three pages are read for each that is saved."""

import http.client
import re
import time
from datetime import date
from urllib.parse import urlencode
from uuid import uuid4

TOKEN = "soaksoaksoaksoaksoaksoaksoaksoak"  # noqa: S105 - any 32 letters will do for the pair
CASE = re.compile(r'"/cases/([0-9a-f-]{36})/')
PERSON = re.compile(r'"(/people/[0-9a-f-]{36}/)')
PATIENCE = 60.0
MOVING_IN, ALL_HERE = "moved in so far", 30 * 60.0  # the words of the banner; seconds at most


class Visitor:
    """One session at one server; safe to use from several threads."""

    def __init__(self, port: int, person: str) -> None:
        self.port, self.session = port, ""
        self.session = self._sign_in(person)
        self._wait_for_all()
        self.cases = sorted(self._cases())

    def work(self, number: int) -> tuple[float, int]:
        """Do the next thing; return how many milliseconds it took, and the status (0: none).

        Every second case is read and the others are written to: what is read stays as long as it
        was, so that a page that takes longer tells of the server and not of its own length.
        """
        written = number % 4 == 3
        cases = self.cases[written::2]
        case = cases[number // 4 % len(cases)]
        pages = ["/", "/people/", f"/cases/{case}/"]
        began = time.perf_counter()
        try:
            if written:
                status = self._ask("POST", f"/record/{case}/", self._contact(number))[0]
            else:
                status = self._ask("GET", pages[number % 4])[0]
        except (OSError, http.client.HTTPException):
            status = 0
        return (time.perf_counter() - began) * 1000, status

    def _wait_for_all(self) -> None:
        """Wait until nobody moves in any more, so that only the load is measured."""
        until = time.monotonic() + ALL_HERE
        while MOVING_IN in self._ask("GET", "/")[1]:
            if time.monotonic() > until:
                raise RuntimeError("People still move in. Try again on a machine with less to do.")
            time.sleep(2)

    def _cases(self) -> set[str]:
        people = self._ask("GET", "/people/")[1]
        pages = [people, *(self._ask("GET", url)[1] for url in set(PERSON.findall(people)))]
        found = {case for page in pages for case in CASE.findall(page)}
        taken = {case for case in found if self._can_record(case)}
        if len(taken) < 2:
            raise RuntimeError("There is nobody in practice to record anything about.")
        return taken

    def _can_record(self, case: str) -> bool:
        # A case that has ended shows its page and takes nothing more.
        return self._ask("POST", f"/record/{case}/", self._contact(0))[0] == 302

    def _contact(self, number: int) -> dict[str, str]:
        note = f"We spoke for a while, for the {number}th time."
        day = date.today().isoformat()  # noqa: DTZ011 - the day of this machine is near enough
        return {"form_key": str(uuid4()), "kind": "call", "result": "held", "on": day, "note": note}

    def _sign_in(self, person: str) -> str:
        _, _, headers = self._whole("POST", "/practice/", {"person": person})
        found = re.search(r"cors_session=([^;]+)", " ".join(headers.get_all("Set-Cookie") or []))
        if not found:
            raise RuntimeError(f"{person} could not be signed in.")
        return found[1]

    def _ask(self, method: str, url: str, sent: dict[str, str] | None = None) -> tuple[int, str]:
        status, page, _ = self._whole(method, url, sent)
        return status, page

    def _whole(
        self, method: str, url: str, sent: dict[str, str] | None
    ) -> tuple[int, str, http.client.HTTPMessage]:
        body = urlencode(sent | {"csrfmiddlewaretoken": TOKEN}) if sent is not None else None
        headers = {"Cookie": f"cors_csrf={TOKEN}; cors_session={self.session}"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            line.request(method, url, body, headers)
            answer = line.getresponse()
            return answer.status, answer.read().decode(), answer.headers
        finally:
            line.close()
