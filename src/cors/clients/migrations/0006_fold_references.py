"""Folds the references of people who were added before: batch by batch, each on its own.

No transaction holds all of them, so that nobody who saves waits long, and a fill that broke off
goes on where it was.
"""

from typing import Any

from django.db import migrations

AT_ONCE = 500


def fold_references(apps: Any, schema_editor: Any) -> None:
    """Fold what is empty; the rule is that of `fold_reference` when this was written."""
    client = apps.get_model("clients", "Client")
    left = client.objects.using(schema_editor.connection.alias).filter(reference_folded="")
    batch = list(left.order_by("pk").only("reference")[:AT_ONCE])
    while batch:
        for person in batch:
            person.reference_folded = person.reference.strip().casefold()
        left.bulk_update(batch, ["reference_folded"])
        batch = list(left.filter(pk__gt=batch[-1].pk).order_by("pk").only("reference")[:AT_ONCE])


class Migration(migrations.Migration):

    atomic = False
    dependencies = [("clients", "0005_folded_reference")]
    operations = [migrations.RunPython(fold_references, migrations.RunPython.noop)]
