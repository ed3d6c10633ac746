"""Run apart: people, Hana's case and a signed-in session for each person, told as JSON."""

import json
import sys
from typing import Any

import django

django.setup()

from cors.access.scope import within  # noqa: E402
from cors.audit.models import Event  # noqa: E402
from cors.core.forms.key import sign_owner  # noqa: E402
from tests.faults.forms import making_forms  # noqa: E402
from tests.stage.hana import build_hana  # noqa: E402
from tests.stage.personas import PASSWORD, ROLES, browser_of, build_stage  # noqa: E402


def settle() -> dict[str, Any]:
    """Build them, and say what a visitor has to know."""
    stage = build_stage()
    today = stage.organisation.today()
    with within(stage.organisation.pk):
        hana = build_hana(stage, today)
        members = {name: stage.member(name) for name in ROLES}
        for member in (stage.dev, stage.carys):
            member.user.set_password(PASSWORD)
            member.user.save()
        forms = [
            {"name": form.name, "by": form.by.user.email, "url": form.url, "sent": form.sent,
             "table": form.makes._meta.db_table}
            for form in making_forms(stage, hana, today)
        ]  # fmt: skip
    browsers = {name: browser_of(each) for name, each in members.items()}
    return {
        "sessions": {name: each.cookies["cors_session"].value for name, each in browsers.items()},
        "users": {name: str(each.user_id) for name, each in members.items()},
        "emails": {name: each.user.email for name, each in members.items()},
        "owner_of_amina": sign_owner(stage.amina.user_id),
        "today": today.isoformat(),
        "person": str(hana.client.pk),
        "reference": hana.client.reference,
        "case": str(hana.case.pk),
        "goal": str(hana.goal.pk),
        "moments": Event.objects.filter(verb="record_moment").count(),
        "forms": forms,
    }


if __name__ == "__main__":
    json.dump(settle(), sys.stdout)
