"""People with an open case, for pages of figures; and what such a page says."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

from django.test import Client as Browser

from cors.access.models import Membership
from cors.cases.actions import open_case, refer
from cors.cases.models import Case
from cors.catalogue.models import Service
from cors.clients.actions import add_client
from tests.stage.personas import Stage

FIGURE = re.compile(r"<article.*?</article>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def a_case(
    stage: Stage,
    name: str,
    *,
    service: Service | None = None,
    by: Membership | None = None,
    days: int = 30,
) -> Case:
    """Return a case that began some days ago, of somebody new."""
    start, by = stage.organisation.today() - timedelta(days=days), by or stage.amina
    client = add_client(name=name, on=start, by=by)
    case = refer(client=client, service=service or stage.service, on=start, by=by)
    open_case(case=case, on=start, by=by, keyworker=by)
    return Case.objects.get(pk=case.pk)


def words_of(answer: Any) -> str:
    """Return what stands on a page, without its marks."""
    return said(answer.content.decode())


def said(html: str) -> str:
    return " ".join(unescape(TAG.sub(" ", html)).split())


def figure_on(browser: Browser, label: str, address: str = "/figures/") -> str:
    """Return what the page says of one figure."""
    page = browser.get(address).content.decode()
    return next(said(row) for row in FIGURE.findall(page) if said(row).startswith(label))
