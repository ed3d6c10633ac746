"""Inputs: chips and the eleven buttons of a rating. All others are Django's, styled by template."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

SHOWN = 6


@dataclass(frozen=True)
class Chip:
    """How one choice looks: a moment mark or an icon, a tone ("win", "bar", "out")."""

    mark: str = ""
    icon: str = ""
    tone: str = ""
    hint: str = ""


class ChipLooks:
    """What both kinds of chips share: at most six are shown, the others behind More."""

    template_name = "core/forms/chips.html"

    def __init__(
        self, looks: Mapping[str, Chip] | None = None, shown: int = SHOWN, goals: bool = False
    ) -> None:
        super().__init__()
        self.looks = dict(looks or {})
        self.shown = shown
        self.goals = goals

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)  # type: ignore[misc]
        options = [option for _, group, _ in context["widget"]["optgroups"] for option in group]
        for option in options:
            option["look"] = self.looks.get(str(option["value"]), Chip())
        # One chip alone behind More would take as much room as More itself.
        cut = len(options) if len(options) <= self.shown + 1 else self.shown
        context["widget"] |= {"first": options[:cut], "more": options[cut:], "goals": self.goals}
        context["widget"]["more_chosen"] = any(option["selected"] for option in options[cut:])
        return context


class OneOfChips(ChipLooks, forms.RadioSelect):
    """One choice, as chips."""


class SomeOfChips(ChipLooks, forms.CheckboxSelectMultiple):
    """Several choices, as chips."""


class RatingButtons(forms.RadioSelect):
    """Eleven radio buttons; none is chosen at the start, the last rating is marked."""

    template_name = "core/forms/rating.html"

    def __init__(self, low: str, high: str) -> None:
        super().__init__()
        self.low, self.high = low, high
        self.last: int | None = None
        self.first: int | None = None

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        options: Sequence[dict[str, Any]] = [
            option for _, group, _ in context["widget"]["optgroups"] for option in group
        ]
        context["widget"] |= {
            "buttons": options,
            "low": self.low,
            "high": self.high,
            "last": self.last,
            "first": self.first,
        }
        return context
