"""Forms: put an entry right, or add to it."""

from typing import Any

from cors.catalogue.choices import Catalogue
from cors.contacts.actions.correct import standing
from cors.contacts.models import ContactPerson
from cors.core.forms import ChipsField, CorsForm, DayField, EditForm, NumberField, WordsField
from cors.plans.lengths import LONGEST_NOTE, LONGEST_WORDS
from cors.plans.models import Moment


class CorrectEntryForm(EditForm):
    """What was recorded of a contact."""

    note = WordsField("Note", lines=6, most=LONGEST_NOTE, required=False)
    kind = ChipsField("Kind of contact", missing="Choose the kind of contact", shown=12)
    minutes = NumberField("Minutes", required=False)
    on = DayField("Day", missing="Choose the day", hint="What came of it keeps its own day.")

    def __init__(
        self, *args: Any, person: ContactPerson, catalogue: Catalogue, **kwargs: Any
    ) -> None:
        known = standing(person).known()
        super().__init__(*args, known=known, **kwargs)
        kinds = {entry.key: entry.label for entry in catalogue.entries("contact_kind")}
        kinds.setdefault(str(known["kind"]), catalogue.label("contact_kind", str(known["kind"])))
        self.choose("kind", kinds.items())


class CorrectMomentForm(EditForm):
    """The words of a small success or a setback."""

    words = WordsField("What happened?", lines=3, most=LONGEST_WORDS, missing="Write it down")

    def __init__(self, *args: Any, moment: Moment, **kwargs: Any) -> None:
        super().__init__(*args, known={"words": moment.words}, **kwargs)


class AddForm(CorsForm):
    """Words that stand beside those of the entry."""

    words = WordsField(
        "What do you add?",
        hint="It is shown with the entry, with your name and today.",
        lines=4,
        most=LONGEST_WORDS,
        missing="Write what you add",
    )
