"""What was filled in for a review, kept as it was sent; and two people's versions side by side."""

from collections.abc import Mapping
from typing import Any

from django.forms import Field
from django.http import QueryDict

from cors.core.forms.form import Both

Answers = Mapping[str, list[str]]
OF_THE_PAGE = frozenset({"form_key", "seen"})


def filled_in(data: QueryDict, fields: Mapping[str, Field], usual: Mapping[str, str]) -> Answers:
    """Return what is worth keeping: no empty answers, and no day that stood there by itself."""
    found = {}
    for name in fields:
        given = [value for value in data.getlist(name) if value.strip()]
        if given and name not in OF_THE_PAGE and given != [usual.get(name)]:
            found[name] = given
    return found


def both_versions(fields: Mapping[str, Field], stands: Answers, typed: Answers) -> list[Both]:
    """Return the fields in which the two differ, in words; nothing where nobody else kept any."""
    if not stands:
        return []
    return [
        Both(str(field.label), _said(field, stands.get(name)), _said(field, typed.get(name)))
        for name, field in fields.items()
        if stands.get(name) != typed.get(name)
    ]


def _said(field: Field, given: list[str] | None) -> str:
    choices: Any = getattr(field, "choices", ())
    words = {str(key): str(label) for key, label in choices}
    return ", ".join(words.get(value, value) for value in given or ())


def left_out(kept: Answers, fields: Mapping[str, Field]) -> list[str]:
    """Return the words of answers that no field asks for any more, as a goal has ended since."""
    gone = [given for name, given in kept.items() if name not in fields]
    return [value for given in gone for value in given if len(value.split()) > 1]
