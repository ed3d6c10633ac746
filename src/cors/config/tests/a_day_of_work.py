"""Run apart: fills a database file by the verbs, opens pages, then erases Hana when asked to."""

import sys

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.test import Client as Browser  # noqa: E402
from django.utils import timezone  # noqa: E402

from cors.access.scope import within  # noqa: E402
from cors.clients.actions import erase_client  # noqa: E402
from cors.config.prepare import prepare  # noqa: E402
from cors.core.models import SealingKey  # noqa: E402
from tests.stage.hana import build_hana  # noqa: E402
from tests.stage.personas import browser_of, build_stage  # noqa: E402


def work(erase: bool) -> None:
    """Let Amina work for a day, and Dev erase Hana at its end."""
    prepare()
    stage = build_stage()
    hana = build_hana(stage, stage.organisation.today())
    browser: Browser = browser_of(stage.amina)
    for address in ("/", f"/cases/{hana.case.pk}/", f"/people/{hana.client.pk}/", "/people/?q=nov"):
        assert browser.get(address, headers={"host": "localhost"}).status_code == 200, address
    if erase:
        key = SealingKey.objects.get(subject=hana.client.pk)
        (settings.CORS_VAR / "erased.key").write_bytes(bytes(key.wrapped or b""))
        with within(stage.organisation.pk):
            erase_client(
                client=hana.client,
                typed_reference=hana.client.reference,
                by=stage.dev,
                at=timezone.now(),
            )


if __name__ == "__main__":
    work(erase="erase" in sys.argv)
