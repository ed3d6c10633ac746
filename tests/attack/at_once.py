"""Run apart, on a file: real threads send the same thing at the same time."""

import json
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import Any
from uuid import uuid4

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client as Browser  # noqa: E402
from django.utils import timezone  # noqa: E402

from cors.access.actions import invite  # noqa: E402
from cors.access.models import Membership, User  # noqa: E402
from cors.cases.models import Ending  # noqa: E402
from cors.config.prepare import prepare  # noqa: E402
from cors.contacts.models import Contact  # noqa: E402
from cors.plans.models import BackOnTrack, Rating  # noqa: E402
from tests.stage.hana import Hana, build_hana  # noqa: E402
from tests.stage.personas import PASSWORD, Stage, browser_of, build_stage  # noqa: E402

AT_ONCE, KEYS = 8, 20
HOST = {"host": "localhost"}


def together(send: Callable[[Browser], Any], browsers: list[Browser]) -> Counter[int]:
    """Let every browser send at the same moment; return how often each status came back."""
    start = Barrier(len(browsers))

    def one(browser: Browser) -> int:
        browser.raise_request_exception = False
        start.wait()
        status: int = send(browser).status_code
        connection.close()
        return status

    with ThreadPoolExecutor(len(browsers)) as pool:
        return Counter(pool.map(one, browsers))


def _post(url: str, sent: dict[str, str], browser: Browser) -> Any:
    return browser.post(url, sent, headers=HOST)


def contacts(stage: Stage, hana: Hana, browsers: list[Browser]) -> Counter[int]:
    """Send each form eight times, with a rating in it."""
    found: Counter[int] = Counter()
    day = stage.organisation.today().isoformat()
    for _ in range(KEYS):
        sent = {"form_key": str(uuid4()), "kind": "call", "result": "held", "on": day}
        sent[f"rating-{hana.goal.pk}"] = "6"
        url = f"/record/{hana.case.pk}/"
        found += together(partial(_post, url, sent), browsers)
    return found


def main() -> dict[str, Any]:
    """Send everything; return what came back and what is there afterwards."""
    prepare()
    stage = build_stage()
    hana = build_hana(stage, stage.organisation.today())
    day, before = stage.organisation.today().isoformat(), Contact.objects.count()
    rated = Rating.objects.count()
    browsers = [browser_of(stage.amina) for _ in range(AT_ONCE)]
    said: dict[str, Counter[int]] = {"contacts": contacts(stage, hana, browsers)}
    counts = {
        "contacts": Contact.objects.count() - before,
        "ratings": Rating.objects.count() - rated,
    }
    back = f"/moments/{hana.setback.pk}/back/"
    sent = {"on": day, "what_helped": "her sister"}
    said["back"] = together(partial(_post, back, sent), browsers)
    ending = {"on": day, "reason": "planned", "words": "x", "no_review_reason": "x"}
    close = f"/cases/{hana.case.pk}/close/"
    ending["reason"] = _first_reason()
    said["close"] = together(partial(_post, close, ending), browsers)
    invitation, token = invite(
        email="nia@harbour.example", role="volunteer", by=stage.dev, at=timezone.now()
    )
    join = f"/join/{invitation.organisation_id}/{token}/"
    nia = {"name": "Nia Bell", "password": PASSWORD}
    fresh = [Browser() for _ in range(AT_ONCE)]
    said["join"] = together(partial(_post, join, nia), fresh)
    counts |= {
        "back": BackOnTrack.objects.count(),
        "close": Ending.objects.count(),
        "users": User.objects.filter(email="nia@harbour.example").count(),
        "members": Membership.objects.filter(user__email="nia@harbour.example").count(),
    }
    return {"counts": counts, "said": {name: dict(found) for name, found in said.items()}}


def _first_reason() -> str:
    from cors.catalogue.shipped import shipped

    return next(iter(shipped().entries("ending_reason")))


if __name__ == "__main__":
    json.dump(main(), sys.stdout)
