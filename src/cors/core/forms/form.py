"""The base of our forms, and the list of what has to be put right."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from cors.core.errors import Changed, Refused
from cors.core.forms.choices import Choices, ListField


@dataclass(frozen=True)
class Problem:
    """One sentence of the error summary, and the input that it leads to."""

    sentence: str
    anchor: str


@dataclass(frozen=True)
class Both:
    """A field that two people wrote into: what stands there, and what was typed after it."""

    label: str
    stands: str
    typed: str


class CorsForm(forms.Form):
    """A form that leaves checking to the server, which answers in our words."""

    use_required_attribute = False
    both: list[Both]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.both = []

    def choose(self, name: str, choices: Choices) -> None:
        """Say what a field lets one choose; a list still starts at nothing chosen."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - says it to the type checker
        first = [("", field.nothing)] if isinstance(field, ListField) else []
        field.choices = [*first, *choices]

    def refuse(self, refused: Refused) -> None:
        """Show what a verb refused, at its field where the form has it."""
        if isinstance(refused, Changed):
            self.show_both(refused)
        field = refused.field if refused.field in self.fields else None
        self.add_error(field, refused.sentence)

    def show_both(self, changed: Changed) -> None:
        """Show both versions, in a form that can."""


def problems(form: forms.BaseForm) -> Iterator[Problem]:
    """Yield what has to be put right, in the order of the page."""
    for sentence in form.non_field_errors():
        yield Problem(str(sentence), "")
    for bound in form:
        for sentence in bound.errors:
            yield Problem(str(sentence), _anchor(bound))


def _anchor(bound: BoundField) -> str:
    """Return the id of the first input; a group has none of its own that takes the focus."""
    return f"{bound.auto_id}_0" if bound.use_fieldset else bound.id_for_label
