"""Forms in our words: fields that render themselves, errors that say what to do."""

from cors.core.forms.choices import ChipsField, HabitField, ListField, ManyChipsField, RatingField
from cors.core.forms.fields import (
    DayField,
    NumberField,
    SentFileField,
    TickField,
    TimeField,
    WordsField,
)
from cors.core.forms.form import CorsForm, Problem, problems
from cors.core.forms.renderer import CorsRenderer
from cors.core.forms.seen import EditForm, refuse_unseen
from cors.core.forms.widgets import Chip

__all__ = [
    "Chip",
    "ChipsField",
    "CorsForm",
    "CorsRenderer",
    "DayField",
    "EditForm",
    "HabitField",
    "ListField",
    "ManyChipsField",
    "NumberField",
    "Problem",
    "RatingField",
    "SentFileField",
    "TickField",
    "TimeField",
    "WordsField",
    "problems",
    "refuse_unseen",
]
