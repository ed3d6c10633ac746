"""Forms: five levels of a goal, and where it is now."""

from typing import Any

from cors.core.forms import ChipsField, NumberField, WordsField
from cors.plans.forms.plan_form import PlanForm
from cors.plans.lengths import LONGEST_WORDS
from cors.plans.models import LEVELS, AttainmentScale
from cors.plans.models.attainment import FIELDS

WORDS: dict[str, Any] = {"lines": 2, "most": LONGEST_WORDS, "missing": "Say what this would be"}


class DescribeLevelsForm(PlanForm):
    """What each level would look like, and how much the goal weighs against others."""

    expected = WordsField(LEVELS[0], hint="What you would both be content with.", **WORDS)
    more = WordsField(LEVELS[1], **WORDS)
    much_more = WordsField(LEVELS[2], **WORDS)
    less = WordsField(LEVELS[-1], hint="Often how it is today.", **WORDS)
    much_less = WordsField(LEVELS[-2], **WORDS)
    weight = NumberField("Weight", hint="0 to 9. Leave 1 if all goals weigh the same.", initial=1)

    def clean(self) -> dict[str, Any]:
        """Put the five texts into one mapping by level."""
        data = super().clean()
        data["levels"] = {level: data.pop(field, "") for level, field in FIELDS.items()}
        return data


class FindLevelForm(PlanForm):
    """Which of the described levels it is."""

    level = ChipsField("Where is it now?", missing="Choose one of the five", goals=True)

    def __init__(self, *args: Any, scale: AttainmentScale, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        described = scale.described()
        self.choose("level", [(str(level), described[level]) for level in sorted(LEVELS)])

    def clean_level(self) -> int:
        """Return the level as a number."""
        return int(self.cleaned_data["level"])
