"""Verbs: the entries of the catalogue, on or off, with labels and entries of one's own."""

from itertools import count

from django.utils.text import slugify

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.catalogue.choices import Catalogue, catalogue_of
from cors.catalogue.kinds import KINDS, Kind
from cors.catalogue.models import Choice
from cors.core.errors import Refused
from cors.core.forms import refuse_unseen

LONGEST_LABEL = 120
LONGEST_KEY = 60


@verb(Permission.CHOOSE_CATALOGUE)
def switch_entry(*, kind: str, key: str, is_on: bool, by: Membership) -> Choice:
    """Offer an entry or no longer; what was recorded with it stays and keeps its label."""
    catalogue = catalogue_of(by.organisation_id)
    _check_entry(catalogue, kind, key)
    others = [entry for entry in catalogue.entries(kind) if entry.key != key]
    if not is_on and not others:
        raise Refused("Keep at least one switched on, or nothing is left to choose.", field="key")
    choice = Choice.about(kind, key, by)
    choice.is_on = is_on
    choice.last_use_date = None if is_on else by.organisation.today()
    choice.save()
    changes = {"kind": kind, "key": key, "is_on": is_on}
    record(by=by, verb="switch_entry", about=choice, changes=changes)
    return choice


@verb(Permission.CHOOSE_CATALOGUE)
def relabel_entry(*, kind: str, key: str, label: str, by: Membership, seen: str = "") -> Choice:
    """Call an entry otherwise; an empty label goes back to the one that it came with."""
    by.organisation.hold("key")
    catalogue = catalogue_of(by.organisation_id)
    if not _check_entry(catalogue, kind, key).can_relabel:
        raise Refused("A measure keeps the name that its authors gave it.", field="label")
    refuse_unseen(seen, {"label": catalogue.label(kind, key)})
    if label.strip() or catalogue.is_own(kind, key):
        _check_label(catalogue, kind, label, key)
    choice = Choice.about(kind, key, by)
    before, choice.label = choice.label, label.strip()
    choice.save()
    changes = {"kind": kind, "key": key, "before": before, "now": choice.label}
    record(by=by, verb="relabel_entry", about=choice, changes=changes)
    return choice


@verb(Permission.CHOOSE_CATALOGUE)
def add_own_entry(*, kind: str, label: str, by: Membership, life_area: str = "") -> Choice:
    """Add an entry that only this organisation has."""
    catalogue = catalogue_of(by.organisation_id)
    if kind not in KINDS or not KINDS[kind].takes_own:
        raise Refused("Choose a list that takes entries of your own.", field="kind")
    _check_label(catalogue, kind, label)
    if kind == "outcome_type" and not life_area:
        raise Refused("Choose the life area that it belongs to.", field="life_area")
    if life_area and catalogue.entry("life_area", life_area) is None:
        raise Refused("Choose a life area from the list.", field="life_area")
    choice = Choice.about(kind, _free_key(catalogue, kind, label), by)
    choice.label, choice.is_own, choice.life_area = label.strip(), True, life_area
    choice.save(force_insert=True)
    changes = {"kind": kind, "key": choice.key, "label": choice.label}
    record(by=by, verb="add_own_entry", about=choice, changes=changes)
    return choice


def _check_entry(catalogue: Catalogue, kind: str, key: str) -> Kind:
    if kind not in KINDS or catalogue.entry(kind, key) is None:
        raise Refused("Choose an entry that is in the list.", field="key")
    return KINDS[kind]


def _check_label(catalogue: Catalogue, kind: str, label: str, key: str = "") -> None:
    if not label.strip():
        raise Refused("Give it a name.", field="label")
    if len(label.strip()) > LONGEST_LABEL:
        raise Refused(f"Keep the name to {LONGEST_LABEL} characters.", field="label")
    others = {entry.label.lower() for entry in catalogue.known(kind).values() if entry.key != key}
    if label.strip().lower() in others:
        raise Refused("Another entry of this list has this name. Choose another.", field="label")


def _free_key(catalogue: Catalogue, kind: str, label: str) -> str:
    # The first word keeps it apart from whatever is shipped later.
    stem = f"own-{slugify(label)}"[: LONGEST_KEY - 4].rstrip("-")
    keys = (stem if place == 1 else f"{stem}-{place}" for place in count(1))
    return next(key for key in keys if catalogue.entry(kind, key) is None)
