"""Fields that choose: chips, a list, and a rating."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms

from cors.core.forms.widgets import (
    SHOWN,
    Chip,
    OneOfChips,
    OneOfManyChips,
    RatingButtons,
    SomeOfChips,
)

Choices = Iterable[tuple[str, str | Sequence[tuple[str, str]]]]  # a group holds choices of its own
NOT_THERE = "Choose one of those shown"


class ChipsField(forms.ChoiceField):
    """One of a few. With no choice made it is "", unless one is required."""

    def __init__(
        self,
        label: str,
        choices: Choices = (),
        *,
        hint: str = "",
        missing: str = "",
        looks: Mapping[str, Chip] | None = None,
        shown: int = SHOWN,
        goals: bool = False,
        **options: Any,
    ) -> None:
        widget = OneOfChips(looks, shown, goals)
        super().__init__(
            label=label, help_text=hint, choices=list(choices), widget=widget, **options
        )
        self.error_messages["required"] = missing or f"Choose an answer to “{label}”"
        self.error_messages["invalid_choice"] = NOT_THERE


class HabitField(ChipsField):
    """One of many: what is usual as chips, the rest in a list behind More."""

    def __init__(self, label: str, *, shown: int = SHOWN, **options: Any) -> None:
        super().__init__(label, shown=shown, **options)
        self.widget = OneOfManyChips(shown=shown)
        self.widget.is_required = self.required


class ManyChipsField(forms.MultipleChoiceField):
    """Several of a few; as goals they stand one below the other in a person's words."""

    def __init__(
        self,
        label: str,
        choices: Choices = (),
        *,
        hint: str = "",
        missing: str = "",
        looks: Mapping[str, Chip] | None = None,
        shown: int = SHOWN,
        goals: bool = False,
        required: bool = False,
        **options: Any,
    ) -> None:
        widget = SomeOfChips(looks, shown, goals)
        super().__init__(
            label=label,
            help_text=hint,
            choices=list(choices),
            widget=widget,
            required=required,
            **options,
        )
        self.error_messages["required"] = missing or f"Choose at least one for “{label}”"
        self.error_messages["invalid_choice"] = NOT_THERE


class ListField(forms.ChoiceField):
    """One of many, in a list that opens; it starts at nothing chosen."""

    def __init__(
        self,
        label: str,
        choices: Choices = (),
        *,
        hint: str = "",
        missing: str = "",
        nothing: str = "Choose",
        **options: Any,
    ) -> None:
        self.nothing = nothing
        super().__init__(label=label, help_text=hint, choices=[("", nothing), *choices], **options)
        self.error_messages["required"] = missing or f"Choose an answer to “{label}”"
        self.error_messages["invalid_choice"] = NOT_THERE


class RatingField(forms.TypedChoiceField):
    """A rating from 0 to 10, or None. Never pre-filled: an untouched rating is no rating."""

    widget: RatingButtons

    def __init__(
        self,
        label: str = "How close does it feel?",
        *,
        last: int | None = None,
        first: int | None = None,
        low: str = "not at all",
        high: str = "there",
        hint: str = "",
        missing: str = "",
        required: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(
            label=label,
            help_text=hint,
            choices=[(str(rating), str(rating)) for rating in range(11)],
            coerce=int,
            empty_value=None,
            required=required,
            widget=RatingButtons(low, high),
            **options,
        )
        self.mark(last=last, first=first)
        self.error_messages["required"] = missing or "Choose a number from 0 to 10"
        self.error_messages["invalid_choice"] = "Choose a number from 0 to 10"

    def mark(self, *, last: int | None, first: int | None = None) -> None:
        """Show the last rating and the first; neither is chosen by it."""
        self.widget.last, self.widget.first = last, first
