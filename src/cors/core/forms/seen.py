"""What stood in a form when it was opened: nobody writes over what they have not seen."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.crypto import salted_hmac

from cors.core.errors import Changed
from cors.core.forms.form import Both, CorsForm


def seen_of(values: Mapping[str, Any]) -> str:
    """Return a keyed hash of what stands there; an empty value and none are the same."""
    parts = [[name, "" if values[name] is None else str(values[name])] for name in sorted(values)]
    return salted_hmac("cors seen", repr(parts), algorithm="sha256").hexdigest()


def refuse_unseen(seen: str, now: Mapping[str, Any]) -> None:
    """Raise Changed when somebody changed it since it was seen; call it with the row held."""
    if seen and seen != seen_of(now):
        raise Changed(now)


class EditForm(CorsForm):
    """A form that starts with what stands there, and remembers what that was."""

    seen = forms.CharField(widget=forms.HiddenInput({"autocomplete": "off"}), required=False)

    def __init__(self, *args: Any, known: Mapping[str, Any], **kwargs: Any) -> None:
        kwargs["initial"] = {**known, **kwargs.get("initial", {}), "seen": seen_of(known)}
        super().__init__(*args, **kwargs)

    def show_both(self, changed: Changed) -> None:
        """Set what stands there now beside what was typed; saving again is done knowingly."""
        self.both = list(self._differing(changed.now))
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data["seen"] = seen_of(changed.now)  # type: ignore[index]

    def _differing(self, now: Mapping[str, Any]) -> list[Both]:
        found = []
        for name, field in self.fields.items():
            if name not in now:
                continue
            stands = _said(field, "" if now[name] is None else str(now[name]))
            typed = _said(field, ",".join(self.data.getlist(name)))  # type: ignore[attr-defined]
            if stands != typed:
                found.append(Both(str(field.label), stands, typed))
        return found


def _said(field: forms.Field, value: str) -> str:
    """Return a value as the page says it: the words of a choice, not its key."""
    if isinstance(field, forms.BooleanField):
        return "no" if value in ("", "False") else "yes"
    choices: Any = getattr(field, "choices", ())
    words = {str(key): str(label) for key, label in choices} if choices else {}
    # In one order: several choices are the same choices in whatever order they were ticked.
    return ", ".join(sorted(words.get(part, part) for part in value.split(","))) if words else value
