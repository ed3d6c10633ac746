"""The form of a measure, made from its definition: one question after another, or a total."""

import re
import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cors.catalogue.schema.measure import MeasureDefinition
from cors.core.forms import ChipsField, CorsForm, DayField, WordsField
from cors.measures.models import Rater

DECLINED = "declined"
RATHER_NOT = (DECLINED, "I would rather not say")
OF_THE_WORKER = ("on", "rater")  # what the worker says, before the questions or after them
NUMBER = re.compile(r"[+-]?[0-9]{1,9}([.,][0-9]{1,9})?")


class MeasureForm(CorsForm):
    """Answers to the questions, or the total where the questions may not be shown here."""

    # Made with the form: the same form sent twice is one measure.
    form_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    on = DayField("Day")
    rater = ChipsField("Who answers?", Rater.choices)

    def __init__(
        self,
        *args: Any,
        definition: MeasureDefinition,
        today: date,
        begun: Mapping[str, str] | None = None,
        **kw: Any,
    ) -> None:
        start = {"form_key": uuid.uuid4(), "on": today, "rater": Rater.CLIENT}
        super().__init__(*args, initial=start | dict(begun or {}), **kw)
        self.definition = definition
        if definition.score_only:
            self.fields["score"] = _total(definition)
            return
        for item in definition.items:
            options = [(str(option.value), option.label) for option in item.options]
            self.fields[item.key] = ChipsField(
                item.text, [*options, RATHER_NOT], required=False, shown=len(options) + 1
            )

    def import_key(self, case: Any) -> str | None:
        """Return under what this form is recorded once in a case."""
        made = self.cleaned_data["form_key"]
        return f"form:{case}:{made}" if made else None

    def given(self) -> dict[str, Any]:
        """Return what was answered, in the words of the verb."""
        data = self.cleaned_data
        kept = {"on": data["on"], "rater": data["rater"]}
        if self.definition.score_only:
            return kept | {"score": data["score"]}
        said = {item.key: data[item.key] for item in self.definition.items}
        return kept | {
            "answers": {key: int(v) for key, v in said.items() if v not in ("", DECLINED)},
            "declined": [key for key, value in said.items() if value == DECLINED],
        }


class TotalField(WordsField):
    """A total as a number, with a point or a comma before the decimals."""

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value))
        if not NUMBER.fullmatch(text):
            raise ValidationError("Write the total as a number, like 14")
        return float(text.replace(",", "."))


def _total(definition: MeasureDefinition) -> TotalField:
    score = definition.scores[0]
    return TotalField(
        f"Total, from {score.low:g} to {score.high:g}",
        hint="The questions of this measure may not be shown here. Type the total from the sheet.",
        missing="Type the total from the sheet",
    )
