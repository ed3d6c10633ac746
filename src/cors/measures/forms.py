"""The form of a measure, made from its definition: one question after another, or a total."""

import re
import uuid
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cors.catalogue.choices import Catalogue
from cors.catalogue.schema.measure import MeasureDefinition
from cors.core.forms import (
    ChipsField,
    CorsForm,
    DayField,
    EditForm,
    ListField,
    NumberField,
    TickField,
    WordsField,
)
from cors.measures.models import FORM, Rater, Schedule
from cors.measures.models.schedule import WHEN
from cors.measures.schedule import When

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
        return f"{FORM}{case}:{made}" if made else None

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


class WhenForm(EditForm):
    """When a service asks a measure; what is left empty is not asked."""

    start_days = NumberField(
        "At the start: within how many days?",
        hint="What was asked while somebody waited counts as the first.",
        required=False,
    )
    every_weeks = NumberField("And then again after how many weeks?", required=False)
    at_end = TickField("At the end, within two weeks before it or four after it")
    weeks_after = NumberField(
        "And after the end: how many weeks later?",
        hint="26 is half a year. Often the only way to know whether it lasted.",
        required=False,
    )

    def __init__(self, *args: Any, schedule: Schedule | None = None, **kwargs: Any) -> None:
        known = asdict(schedule.when()) if schedule else {}
        super().__init__(*args, known=known, **kwargs)
        self.schedule = schedule

    def given(self) -> dict[str, Any]:
        """Return what was said, in the words of the verb."""
        said = {"when": When(**{name: self.cleaned_data[name] for name in WHEN})}
        return said | {"seen": self.cleaned_data["seen"]} if self.schedule else said


class ScheduleForm(WhenForm):
    """A measure, who answers, and when."""

    measure = ListField("Which measure?")
    rater = ChipsField("Who answers?", Rater.choices)
    field_order = ("measure", "rater")

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any) -> None:
        super().__init__(*args, initial={"rater": Rater.CLIENT}, **kwargs)
        offered = [(entry.key, entry.label) for entry in catalogue.entries("measure")]
        self.choose("measure", offered)

    def given(self) -> dict[str, Any]:
        data = self.cleaned_data
        return super().given() | {"measure": data["measure"], "rater": data["rater"]}
