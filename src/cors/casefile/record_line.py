"""The line of a note read into the fields of the Record form, before anything is saved."""

from django.http import QueryDict

from cors.casefile.record_form import RecordForm
from cors.contacts.line_in_form import line_in_form
from cors.contacts.one_line import Offered


def with_line(sent: QueryDict, form: RecordForm) -> QueryDict:
    """Return what was sent, with the first line of its note in the fields that it speaks of."""
    return line_in_form(sent, _offered(sent, form))


def _offered(sent: QueryDict, form: RecordForm) -> Offered:
    catalogue = form.record.catalogue
    label, entries = catalogue.label, catalogue.entries("barrier_type") if form.may_plan else []
    kinds = catalogue.entries("contact_kind") if "kind" in form.fields else []
    return Offered(
        kinds={entry.key: entry.label for entry in kinds},
        goals={str(goal.pk): label("life_area", goal.life_area) for goal in form.record.open_goals},
        barriers={entry.key: entry.label for entry in entries},
        today=form.record.today,
        filled=[name for name in sent if sent.get(name)],
    )
