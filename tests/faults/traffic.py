"""Twenty requests a second, half of them writes, whatever the server answers."""

import http.client
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from tests.faults.house import House
from tests.faults.visitor import Answer

RATE, HANDS = 20, 32


@dataclass(frozen=True)
class Sent:
    """One request: when it began and ended, what was sent, what came back (None: nothing whole)."""

    began: float
    ended: float
    url: str
    form: dict[str, str] | None
    answer: Answer | None

    @property
    def failed(self) -> bool:
        return self.answer is None or self.answer.status >= 500


@dataclass
class Traffic:
    """Sends at a steady rate from its own threads until it is stopped."""

    house: House
    sent: list[Future[Sent]] = field(default_factory=list)
    _over: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> "Traffic":
        self._pool = ThreadPoolExecutor(HANDS)
        self._clock = threading.Thread(target=self._beat)
        self._clock.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._clock.join()
        self._pool.shutdown()

    def all(self) -> list[Sent]:
        return [each.result() for each in self.sent]

    def answered(self) -> list[Sent]:
        """Return what has come to an end so far."""
        return [each.result() for each in tuple(self.sent) if each.done()]

    def _beat(self) -> None:
        began, number = time.monotonic(), 0
        while not self._over.wait(max(0.0, began + number / RATE - time.monotonic())):
            self.sent.append(self._pool.submit(self._one, number))
            number += 1

    def _one(self, number: int) -> Sent:
        visitor, case = self.house.visitor("amina"), self.house.known["case"]
        url, form = f"/cases/{case}/", None
        if number % 2:
            url, form = f"/cases/{case}/moments/new/", self._moment(number)
        began = time.monotonic()
        try:
            answer = visitor.post(url, form) if form else visitor.get(url)
        except (OSError, http.client.HTTPException):
            answer = None
        return Sent(began, time.monotonic(), url, form, answer)

    def _moment(self, number: int) -> dict[str, Any]:
        return {
            "kind": "success",
            "words": f"Cooked for six, the {number}th time",
            "on": self.house.known["today"],
            "form_key": str(uuid4()),
            "form_owner": self.house.known["owner_of_amina"],
        }
