"""Run apart, in a place of its own: people begin, go on writing, erase somebody, look again."""

import json
import sys

import django

django.setup()

from django.db import transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from cors.access.models import Membership, Organisation  # noqa: E402
from cors.access.scope import within  # noqa: E402
from cors.audit.models import Event  # noqa: E402
from cors.clients.actions import erase_client  # noqa: E402
from cors.clients.models import Client  # noqa: E402
from cors.config.prepare import prepare  # noqa: E402
from cors.core.errors import KeyDestroyed  # noqa: E402
from cors.core.keyring import fresh_keyring  # noqa: E402
from cors.plans.actions import set_goal  # noqa: E402
from cors.plans.models import Goal  # noqa: E402
from cors.reports.system_member import system_member  # noqa: E402
from tests.stage.hana import build_hana  # noqa: E402
from tests.stage.personas import build_stage  # noqa: E402


def begin() -> None:
    """Let Amina work with Hana for a while."""
    prepare()
    with transaction.atomic():
        stage = build_stage()
        build_hana(stage, stage.organisation.today())


def _member(name: str) -> Membership:
    return Membership.objects.get(user__email=f"{name}@harbour.example")


def _hana() -> Client:
    return Client.objects.order_by("created_at")[0]


def _here() -> Organisation:
    return system_member("harbour").organisation


def go_on() -> None:
    """Set goals until somebody closes the door; say the number of each that was saved."""
    organisation = _here()
    for number in range(100_000):
        with within(organisation.pk), fresh_keyring():
            case = Goal.objects.all()[0].case
            set_goal(
                case=case,
                words=f"Goal number {number}",
                life_area="housing",
                on=organisation.today(),
                by=_member("amina"),
            )
        print(number, flush=True)


def erase() -> None:
    """Let Dev erase Hana."""
    with within(_here().pk):
        hana = _hana()
        erase_client(
            client=hana, typed_reference=hana.reference, by=_member("dev"), at=timezone.now()
        )


def tell() -> None:
    """Say what stands here: how Hana's first goal reads, and how much there is."""
    with within(_here().pk), fresh_keyring():
        goal = Goal.objects.order_by("created_at")[0]
        try:
            words = goal.words
        except KeyDestroyed:
            words = "erased"
        numbered = [
            int(each.words.split()[-1])
            for each in Goal.objects.all()
            if words != "erased" and each.words.startswith("Goal number")
        ]
        told = {"goal": words, "numbered": sorted(numbered), "events": Event.objects.count()}
    print(json.dumps(told))


if __name__ == "__main__":
    {"begin": begin, "go-on": go_on, "erase": erase, "tell": tell}[sys.argv[1]]()
