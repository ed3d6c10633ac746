"""A version that is newer by some migrations: sound ones, or one that breaks half-way."""

from pathlib import Path

from cors.config.tests.place import Place

SETTINGS = """
from cors.config import settings as here
globals().update({name: getattr(here, name) for name in dir(here) if name.isupper()})
INSTALLED_APPS = [*here.INSTALLED_APPS, "newer"]
"""
FIRST = """
from django.db import migrations, models

def fill(apps, schema_editor):
    Lamp = apps.get_model("newer", "Lamp")
    owner = apps.get_model("newer", "Owner").objects.using(schema_editor.connection.alias)
    for number in range(3):
        Lamp.objects.using(schema_editor.connection.alias).create(owner=owner.create(words=f"{number}"))

class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [
        migrations.CreateModel("Owner", [
            ("id", models.BigAutoField(primary_key=True)), ("words", models.TextField())]),
        migrations.CreateModel("Lamp", [
            ("id", models.BigAutoField(primary_key=True)),
            ("owner", models.ForeignKey("newer.Owner", models.CASCADE))]),
        migrations.RunPython(fill),
    ]
"""
SECOND = """
from django.db import migrations, models

def break_off(apps, schema_editor):
    apps.get_model("newer", "Lamp").objects.using(schema_editor.connection.alias).all().delete()
    {then}

class Migration(migrations.Migration):
    dependencies = [("newer", "0001_initial")]
    operations = [
        migrations.AddField("Lamp", "is_lit", models.BooleanField(default=False)),
        migrations.RunSQL("ALTER TABLE core_installation ADD COLUMN lamps integer"),
        migrations.RunPython(break_off),
    ]
"""
BREAKS = 'raise RuntimeError("the lamp fell")'


def newer_version(place: Place, *, breaks: bool) -> dict[str, str]:
    """Write a newer version beside a place and return what leads commands to it."""
    folder = place.folder / "version"
    migrations = folder / "newer" / "migrations"
    migrations.mkdir(parents=True, exist_ok=True)
    (folder / "newer" / "__init__.py").touch()
    (migrations / "__init__.py").touch()
    (folder / "newer_settings.py").write_text(SETTINGS)
    (migrations / "0001_initial.py").write_text(FIRST)
    (migrations / "0002_lit.py").write_text(SECOND.format(then=BREAKS if breaks else "pass"))
    path = f"{place.environment()['PYTHONPATH']}:{Path(folder)}"
    return {"PYTHONPATH": path, "DJANGO_SETTINGS_MODULE": "newer_settings"}
