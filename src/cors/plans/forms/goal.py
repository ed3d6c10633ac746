"""Forms: goals."""

from typing import Any

from cors.core.forms import ChipsField, DayField, EditForm, RatingField, WordsField
from cors.plans.forms.plan_form import NOTE, WORDS, PlanForm, catalogue_for
from cors.plans.lengths import LONGEST_WORDS
from cors.plans.models import Goal, GoalEnding, Rater

SOURCES = [
    ("client", "Theirs"),
    ("joint", "Found together"),
    ("worker", "Suggested by the worker"),
    ("funder", "Asked for by a funder"),
]


def raters(name: str) -> list[tuple[str, str]]:
    """Return who can say how close a goal feels; the client by name."""
    return [(key, name if key == Rater.CLIENT else str(label)) for key, label in Rater.choices]


class SetGoalForm(PlanForm):
    """Own words first; all but the words and the life area may be left."""

    words = WordsField(
        "In their own words",
        hint="As it was said. These words stay on top of every page.",
        missing="Write down what they want, as they say it",
        **WORDS,
    )
    agreed_words = WordsField(
        "As you agreed to work on it",
        hint="If you put it differently together.",
        required=False,
        lines=2,
        most=LONGEST_WORDS,
    )
    life_area = ChipsField("Part of life", missing="Choose the part of life it lies in", shown=12)
    rating = RatingField("How close does it feel today?", hint="As they see it.")
    target_date = DayField("Hoped for by", hint="Only if there is a day.", required=False)
    source = ChipsField("Whose idea was it?", SOURCES, initial="client")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = catalogue_for(self.case).entries("life_area")
        self.choose("life_area", [(area.key, area.label) for area in areas])


class RewordForm(EditForm, PlanForm):
    """New words; the first ones stay, and those that hold are not written over unseen."""

    words = WordsField("The new words", missing="Write the new words", **WORDS)
    agreed_words = WordsField(
        "As you agreed to work on it", required=False, lines=2, most=LONGEST_WORDS
    )

    def __init__(self, *args: Any, goal: Goal, **kwargs: Any) -> None:
        known = {"words": goal.words}
        super().__init__(*args, known=known, **kwargs)
        self.initial["words"] = ""


class RateForm(PlanForm):
    """How close it feels, and who says so."""

    value = RatingField(required=True)
    rater = ChipsField("Who says so?", initial=Rater.CLIENT)

    def __init__(self, *args: Any, goal: Goal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("rater", raters(self.name))
        last, first = goal.latest(), goal.baseline()
        value = self.fields["value"]
        assert isinstance(value, RatingField)  # noqa: S101 - says it to the type checker
        value.mark(last=last.value if last else None, first=first.value if first else None)


class EndGoalForm(PlanForm):
    """How it ended, and what to keep from it."""

    how = ChipsField("How did it come out?", missing="Choose how it came out")
    followed_by = ChipsField("Which goal did it become?", required=False, goals=True)
    words = WordsField("What would you both like to remember?", **NOTE)

    def __init__(self, *args: Any, goal: Goal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        says = {"let-go": "Let it go"}
        self.choose("how", [(key, says.get(key, label)) for key, label in GoalEnding.How.choices])
        self.offer_goals("followed_by", besides=goal)
