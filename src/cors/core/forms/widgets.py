"""Inputs: chips and the eleven buttons of a rating. All others are Django's, styled by template."""

from collections.abc import Mapping
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


Looks = Mapping[str, Chip] | None


class OneOfChips(forms.RadioSelect):
    """One choice, as chips; at most six are shown, the others behind More."""

    template_name = "core/forms/chips.html"

    def __init__(self, looks: Looks = None, shown: int = SHOWN, goals: bool = False) -> None:
        super().__init__()
        self.looks, self.shown, self.goals = dict(looks or {}), shown, goals

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        return _as_chips(context, self.looks, self.shown, self.goals)


class OneOfManyChips(OneOfChips):
    """One choice of many: the first as chips, the others in a list that opens behind More."""

    template_name = "core/forms/chips_and_list.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return what was chosen, in the list before the chips; the list stands there unchosen."""
        sent = data.getlist(name) if hasattr(data, "getlist") else [data.get(name)]
        return next((value for value in reversed(sent) if value), "")


class SomeOfChips(forms.CheckboxSelectMultiple):
    """Several choices, as chips; at most six are shown, the others behind More."""

    template_name = "core/forms/chips.html"

    def __init__(self, looks: Looks = None, shown: int = SHOWN, goals: bool = False) -> None:
        super().__init__()
        self.looks, self.shown, self.goals = dict(looks or {}), shown, goals

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        return _as_chips(context, self.looks, self.shown, self.goals)


def _as_chips(
    context: dict[str, Any], looks: dict[str, Chip], shown: int, goals: bool
) -> dict[str, Any]:
    options = _options(context)
    for option in options:
        option["look"] = looks.get(str(option["value"]), Chip())
    # One chip alone behind More would take as much room as More itself.
    cut = len(options) if len(options) <= shown + 1 else shown
    context["widget"] |= {
        "first": options[:cut],
        "more": options[cut:],
        "more_chosen": any(option["selected"] for option in options[cut:]),
        "goals": goals,
    }
    return context


def _options(context: dict[str, Any]) -> list[dict[str, Any]]:
    return [option for _, group, _ in context["widget"]["optgroups"] for option in group]


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
        context["widget"] |= {
            "buttons": _options(context),
            "low": self.low,
            "high": self.high,
            "last": self.last,
            "first": self.first,
        }
        return context
