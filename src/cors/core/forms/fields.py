"""Fields for words, days, times, numbers and a tick."""

from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator

DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %m %Y", "%d %B %Y", "%d %b %Y"]


def fill_in(label: str) -> str:
    """Return the sentence for an answer that is missing."""
    return f"Fill in “{label}”"


class WordsField(forms.CharField):
    """One line of words, or several; voice keeps them as a person's own."""

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        missing: str = "",
        lines: int = 1,
        most: int = 4000,
        autocomplete: str = "off",
        input_type: str = "text",
        **options: Any,
    ) -> None:
        attrs: dict[str, Any] = {"autocomplete": autocomplete}
        widget: forms.Widget = (
            forms.Textarea({**attrs, "rows": lines}) if lines > 1 else forms.TextInput(attrs)
        )
        if lines == 1:
            widget.input_type = input_type  # type: ignore[attr-defined]
        super().__init__(label=label, help_text=hint, max_length=most, widget=widget, **options)
        # The browser would cut off what is pasted; the server says how long it may be.
        self.widget.attrs.pop("maxlength", None)
        self.error_messages["required"] = missing or fill_in(label)
        for found in self.validators:
            if isinstance(found, MaxLengthValidator):
                found.message = f"Shorten it to {most} characters or fewer"


class SentFileField(forms.FileField):
    """A file from the device."""

    def __init__(
        self, label: str, *, hint: str = "", missing: str = "", accept: str = "", **options: Any
    ) -> None:
        widget = forms.FileInput({"accept": accept} if accept else {})
        super().__init__(label=label, help_text=hint, widget=widget, **options)
        self.error_messages["required"] = missing or "Choose a file"
        self.error_messages["empty"] = "This file is empty. Choose another"
        self.error_messages["invalid"] = "Choose the file again"


class DayField(forms.DateField):
    """A day, picked or typed."""

    def __init__(self, label: str, *, hint: str = "", missing: str = "", **options: Any) -> None:
        widget = forms.DateInput({"type": "date", "autocomplete": "off"}, format="%Y-%m-%d")
        super().__init__(
            label=label, help_text=hint, widget=widget, input_formats=DAY_FORMATS, **options
        )
        self.error_messages["required"] = missing or fill_in(label)
        self.error_messages["invalid"] = "Write the day like 24 11 2026"

    def to_python(self, value: Any) -> date | None:
        found: date | None = super().to_python(value)
        if found is not None and not 1900 <= found.year <= 2200:
            raise ValidationError("Write the year in four figures, like 2026", code="invalid")
        return found


class TimeField(forms.TimeField):
    """A time of the day."""

    def __init__(self, label: str, *, hint: str = "", missing: str = "", **options: Any) -> None:
        widget = forms.TimeInput({"type": "time", "autocomplete": "off"}, format="%H:%M")
        super().__init__(label=label, help_text=hint, widget=widget, **options)
        self.error_messages["required"] = missing or fill_in(label)
        self.error_messages["invalid"] = "Write the time like 16:20"

    def to_python(self, value: Any) -> time | None:
        found: time | None = super().to_python(value)
        return found


class NumberField(forms.IntegerField):
    """A whole number, typed; the keyboard of a phone shows figures."""

    def __init__(self, label: str, *, hint: str = "", missing: str = "", **options: Any) -> None:
        widget = forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "size": 6})
        super().__init__(label=label, help_text=hint, widget=widget, **options)
        self.widget.attrs.pop("min", None)
        self.widget.attrs.pop("max", None)
        self.error_messages["required"] = missing or fill_in(label)
        self.error_messages["invalid"] = "Write a whole number, like 15"


class TickField(forms.BooleanField):
    """One box to tick; not ticked means no."""

    def __init__(
        self, label: str, *, hint: str = "", missing: str = "", required: bool = False, **o: Any
    ) -> None:
        super().__init__(label=label, help_text=hint, required=required, **o)
        self.error_messages["required"] = missing or f"Tick “{label}” to go on"
        self.template_name = "core/forms/tick.html"
